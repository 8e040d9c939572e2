import ArgumentParser

/// Exit statuses as sysexits.h names them, so that a script can tell what went wrong.
enum SystemExit: Int32 {
    case usage = 64
    case badData = 65
    case noInput = 66
    case unavailable = 69
    case software = 70
    case cannotCreate = 73
    case inputOutput = 74
    case locked = 75
    case notPermitted = 77
    case badConfiguration = 78
}

/// A failure that a person reads: one sentence on standard error and an exit status, never a stack trace.
struct Failure: Error {
    /// What was wrong, where, and what would be right.
    var sentence: String
    /// The exit status.
    var status: SystemExit

    init(_ sentence: String, _ status: SystemExit) {
        self.sentence = sentence
        self.status = status
    }
}
