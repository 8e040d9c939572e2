import Foundation
import GRDB
import SessionCore

/// What the rules say about the facts of one session in a log.
public enum LogVerdict: Sendable {
    /// All of them can stand; `isOver` says whether nothing is watched any more.
    case accepted(isOver: Bool)
    /// The fact with this sequence cannot stand, for the reason given.
    case refused(sequence: Int, Refusal)
}

/// What an import did.
public struct ImportReport: Hashable, Sendable {
    /// Sessions that are new in the journal.
    public var added: [SessionID] = []
    /// Sessions that were there already, with the same facts.
    public var known: [SessionID] = []
    /// Facts that are new in the journal.
    public var factCount = 0
}

/// Why a log was not imported; nothing of it was.
public enum ImportError: Error, Sendable, CustomStringConvertible {
    /// A line cannot be taken.
    case line(LineError)
    /// The journal failed.
    case storage(StorageError)

    /// One sentence.
    public var description: String {
        switch self {
        case .line(let error): error.description
        case .storage(let error): error.description
        }
    }
}

extension JournalStore {
    /// Facts written in one transaction of an import: few enough that a console at work never waits long.
    private static let importBatch = 2000

    /// Takes over a log from elsewhere, whole or not at all. The same log twice changes nothing; a session that is
    /// here with other facts, a session of the other mode and a fact that `judge` refuses are errors with their line
    /// number. The log is read twice, one session in memory at a time: nothing is written before all of it was judged.
    public func importLog(
        path source: String, at imported: WallTime, judge: (_ facts: [Fact]) -> LogVerdict
    ) throws(ImportError) -> ImportReport {
        do {
            let sha256 = try HashChain.digest(ofFile: source)
            let name = (source as NSString).lastPathComponent
            let provenance = Provenance(file: name, sha256: sha256, imported: imported)
            var logs = SessionLogs(reader: try LogReader(path: source))
            while let log = try logs.next() { _ = try examine(log, judge) }
            guard !logs.isEmpty else { throw LineError(number: 1, "the file holds no session: it is empty") }
            guard logs.rewind() else { throw StorageError(.noInput, "\(source) cannot be read twice") }
            return try take(&logs, provenance, judge)
        } catch let error as LineError {
            throw .line(error)
        } catch {
            throw .storage(StorageError(error, path: path))
        }
    }

    private func take(
        _ logs: inout SessionLogs, _ provenance: Provenance, _ judge: ([Fact]) -> LogVerdict
    ) throws -> ImportReport {
        var report = ImportReport()
        var isAtEnd = false
        while !isAtEnd {
            try queue.inTransaction(.immediate) { db in
                var written = 0
                while written < JournalStore.importBatch {
                    guard let log = try logs.next() else {
                        isAtEnd = true
                        break
                    }
                    let finding = try examine(log, judge)
                    if finding.isKnown {
                        report.known.append(log.session)
                        continue
                    }
                    try extend(log.session, with: log.kept, isOver: finding.isOver, db)
                    try record(provenance, of: log.session, db)
                    report.added.append(log.session)
                    written += log.kept.count
                }
                report.factCount += written
                return .commit
            }
            checkpoint()
        }
        return report
    }

    /// Whether a session of a log may enter, and whether it is here already.
    private func examine(
        _ log: SessionLog, _ judge: ([Fact]) -> LogVerdict
    ) throws -> (isKnown: Bool, isOver: Bool) {
        let firstLine = log.numbers.first ?? 1
        guard log.mode == mode else {
            throw LineError(
                number: firstLine,
                "session \(log.session) is a \(log.mode.rawValue) session; it cannot enter the \(mode.rawValue) journal"
            )
        }
        if mode == .live,
            let place = log.kept.firstIndex(where: { $0.fact.boot?.id == BootReading.simulation })
        {
            throw LineError(
                number: log.numbers[place],
                "session \(log.session) was practised: its clock is a simulation's, whatever its mode says; "
                    + "it cannot enter the live journal")
        }
        switch judge(log.kept.map(\.fact)) {
        case .refused(let sequence, let refusal):
            throw LineError(
                number: log.numbers.element(numbered: sequence) ?? firstLine, refusal.sentence)
        case .accepted(let isOver):
            return (try isKnown(log), isOver)
        }
    }

    /// Whether the journal has exactly these lines; other lines under the same name are an error.
    private func isKnown(_ log: SessionLog) throws -> Bool {
        var matching = 0
        var differing: Int?
        try witness.unsafeRead { db in
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: "SELECT seq, CAST(line AS BLOB) FROM fact WHERE session = ? ORDER BY seq"),
                arguments: [log.session.name])
            while differing == nil, let row = try rows.next() {
                let kept: Data = row[1] ?? Data()
                if matching < log.kept.count, kept.withoutLineEnd == log.kept[matching].line.withoutLineEnd {
                    matching += 1
                } else {
                    differing = min(matching, log.kept.count - 1)
                }
            }
        }
        if differing == nil, matching == 0 { return false }
        if differing == nil, matching == log.kept.count { return true }
        let what =
            differing == nil
            ? "without the facts from here on"
            : matching == log.kept.count ? "with more facts behind this one" : "with other facts from here on"
        throw LineError(
            number: log.numbers[differing ?? matching],
            "session \(log.session) is in the journal already, \(what)")
    }

    private func record(_ provenance: Provenance, of session: SessionID, _ db: Database) throws {
        try db.cachedStatement(
            sql: "INSERT INTO provenance(session, file, sha256, imported) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [
            session.name, provenance.file, provenance.sha256, provenance.imported.milliseconds,
        ])
    }
}

extension Data {
    /// The line as it is whichever system's line ends its file has.
    fileprivate var withoutLineEnd: Data { last == 0x0D ? dropLast() : self }
}
