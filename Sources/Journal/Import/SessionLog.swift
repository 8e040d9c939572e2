import Foundation
import SessionCore

/// One session as it stands in a log: its facts, numbered, each with its own line.
struct SessionLog {
    var session: SessionID
    var mode: SessionMode
    var kept: [KeptFact]
    /// The line number of each fact.
    var numbers: [Int]
}

/// Cuts a log into its sessions, one at a time in memory.
struct SessionLogs: ~Copyable {
    private var reader: LogReader
    private let coder = FactCoder()
    private var pending: (kept: KeptFact, number: Int)?
    private var seen: Set<SessionID> = []

    init(reader: consuming LogReader) { self.reader = reader }

    /// Whether no session has come yet.
    var isEmpty: Bool { seen.isEmpty }

    /// Starts again at the first line; `false` where the source cannot be read twice.
    mutating func rewind() -> Bool {
        pending = nil
        seen = []
        return reader.rewind()
    }

    /// The next session of the log, or `nil` at its end. A line that is torn or cannot be read, a session that comes
    /// twice, and numbers with a hole, a repetition or in the wrong order are errors.
    mutating func next() throws(LineError) -> SessionLog? {
        guard let first = try nextFact() else { return nil }
        let session = first.kept.fact.session
        guard seen.insert(session).inserted else {
            throw LineError(number: first.number, "session \(session) comes again after another session")
        }
        var log = SessionLog(session: session, mode: first.kept.fact.mode, kept: [], numbers: [])
        var entry: (kept: KeptFact, number: Int)? = first
        while let current = entry {
            guard current.kept.fact.session == session else {
                pending = current
                break
            }
            try take(current.kept, number: current.number, into: &log)
            entry = try nextFact()
        }
        return log
    }

    private func take(_ kept: KeptFact, number: Int, into log: inout SessionLog) throws(LineError) {
        var kept = kept
        let expected = log.kept.count + 1
        guard kept.fact.mode == log.mode else {
            throw LineError(
                number: number, "a \(kept.fact.mode.rawValue) fact in a \(log.mode.rawValue) session")
        }
        if kept.fact.mode == .live, case .clockSet = kept.fact.body {
            throw LineError(
                number: number,
                "a clock that a script has set stands in practice alone, not in a live session")
        }
        // A line without a number takes the next one.
        if kept.fact.sequence == 0 { kept.fact.sequence = expected }
        guard kept.fact.sequence == expected else {
            throw LineError(
                number: number,
                kept.fact.sequence < expected
                    ? "fact \(kept.fact.sequence) comes again or too late; \(expected) is next"
                    : "fact \(expected) is missing before fact \(kept.fact.sequence)")
        }
        log.kept.append(kept)
        log.numbers.append(number)
    }

    private mutating func nextFact() throws(LineError) -> (kept: KeptFact, number: Int)? {
        if let waiting = pending {
            pending = nil
            return waiting
        }
        guard let line = try reader.next() else { return nil }
        do throws(LineError) {
            return (
                KeptFact(fact: try coder.fact(from: line.bytes, number: line.number), line: line.bytes),
                line.number
            )
        } catch {
            if !line.isUnterminated { throw error }
            throw LineError(number: line.number, "the log ends in the middle of this line")
        }
    }
}
