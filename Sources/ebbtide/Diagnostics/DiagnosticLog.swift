import Foundation
import Logging

/// What the program says of itself for whoever looks after it: starts, ends, a journal that had not finished writing. A
/// file of its own beside the journal, for the owner's eyes alone. Never a patient's words, never a value, never the screen.
struct DiagnosticLog: LogHandler {
    /// The file stops growing here, in bytes, and is begun anew at the next start.
    private static let limit: off_t = 1 << 20

    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info
    private let descriptor: Int32

    /// The program's logger, writing to `diagnostics.log` in a data folder; silent when the file cannot be opened.
    static func logger(inFolder folder: String) -> Logger {
        let path = folder + "/diagnostics.log"
        var status = stat()
        let isFull = lstat(path, &status) == 0 && status.st_size >= limit
        let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | (isFull ? O_TRUNC : 0)
        let descriptor = open(path, flags, 0o600)
        if descriptor < 0 { return Logger(label: "ebbtide") { _ in SwiftLogNoOpLogHandler() } }
        return Logger(label: "ebbtide") { _ in DiagnosticLog(descriptor: descriptor) }
    }

    private init(descriptor: Int32) { self.descriptor = descriptor }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let line = "\(Date().ISO8601Format()) \(event.level) \(event.message)\n"
        let bytes = Array(line.utf8)
        // Best effort: a full disk is told to the nurse by the journal, not by its diary.
        _ = write(descriptor, bytes, bytes.count)
    }
}
