import Foundation
import GRDB
import SessionCore

/// Where a session's record stops being trustworthy.
public struct Damage: Hashable, Sendable {
    /// Sequence of the first row that does not fit.
    public var sequence: Int
    /// What is wrong with it.
    public var sentence: String
}

/// A session as far as it can be trusted: all of it, or what stands before the damage. A damaged one is read-only.
public struct LoadedSession: Sendable {
    /// Its facts, in order.
    public var facts: [Fact]
    /// Where the record is damaged; `nil` when it is whole.
    public var damage: Damage?
}

/// Where an imported session came from.
public struct Provenance: Hashable, Sendable {
    /// The name of the file.
    public var file: String
    /// SHA-256 of the file's bytes.
    public var sha256: Data
    /// When it was imported.
    public var imported: WallTime

    /// Makes a provenance from its parts.
    public init(file: String, sha256: Data, imported: WallTime) {
        self.file = file
        self.sha256 = sha256
        self.imported = imported
    }
}

extension JournalStore {
    /// The summaries of all sessions, unfinished ones first, the newest of each first.
    public func sessions(limit: Int = .max) throws(StorageError) -> [SessionSummary] {
        try summaries("ORDER BY isOver, opened DESC, id LIMIT ?", [limit])
    }

    /// The summaries of the sessions behind one, in the order of their names: page by page each session comes once,
    /// whatever is opened or closed meanwhile, and a late page costs no more than the first.
    public func sessions(behind session: SessionID?, limit: Int) throws(StorageError) -> [SessionSummary] {
        try summaries("WHERE id > ? ORDER BY id LIMIT ?", [session?.name ?? "", limit])
    }

    private func summaries(
        _ selection: String, _ arguments: StatementArguments
    ) throws(StorageError) -> [SessionSummary] {
        try reading { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT \(SessionSummary.columns) FROM session s \(selection)",
                arguments: arguments)
            var summaries: [SessionSummary] = []
            while let row = try rows.next() {
                if let summary = SessionSummary(row, mode: mode) { summaries.append(summary) }
            }
            return summaries
        }
    }

    /// The summary of one session; `nil` when there is no such session.
    public func summary(of session: SessionID) throws(StorageError) -> SessionSummary? {
        try reading { db in
            try Row.fetchOne(
                db, sql: "SELECT \(SessionSummary.columns) FROM session s WHERE id = ?",
                arguments: [session.name]
            ).flatMap { SessionSummary($0, mode: mode) }
        }
    }

    /// Where a session was imported from; `nil` for one of our own.
    public func provenance(of session: SessionID) throws(StorageError) -> Provenance? {
        try reading { db in
            try Row.fetchOne(
                db, sql: "SELECT file, sha256, imported FROM provenance WHERE session = ?",
                arguments: [session.name]
            ).map { row in
                Provenance(
                    file: row[0], sha256: row[1], imported: WallTime(milliseconds: row[2]))
            }
        }
    }

    /// Gives the session's lines one by one, each without its newline and byte for byte as it was written or imported.
    public func lines(of session: SessionID, _ body: (_ line: Data) throws -> Void) throws(StorageError) {
        try walk(session) { _, line, _ in try body(line) }
    }

    /// The session's facts, checked against the chain: up to the first row that does not fit.
    public func load(_ session: SessionID) throws(StorageError) -> LoadedSession {
        var facts: [Fact] = []
        let coder = FactCoder()
        let damage = try inspect(session) { sequence, line in
            do throws(LineError) {
                var fact = try coder.fact(from: line, number: sequence)
                fact.sequence = sequence
                guard fact.session == session else { return "names session \(fact.session)" }
                guard fact.mode == mode else { return "is a \(fact.mode.rawValue) fact" }
                facts.append(fact)
                return nil
            } catch {
                return error.sentence
            }
        }
        return LoadedSession(facts: facts, damage: damage)
    }

    /// Visits the rows of a session in order.
    func walk(
        _ session: SessionID, _ visit: (_ sequence: Int, _ line: Data, _ hash: Data) throws -> Void
    ) throws(StorageError) {
        try reading { db in
            let rows = try Row.fetchCursor(
                db, sql: "SELECT seq, CAST(line AS BLOB), hash FROM fact WHERE session = ? ORDER BY seq",
                arguments: [session.name])
            while let row = try rows.next() { try visit(row[0], row[1] ?? Data(), row[2] ?? Data()) }
        }
    }
}

extension SessionSummary {
    /// The columns that ``init(_:mode:)`` reads.
    static let columns = "s.id, s.opened, s.entered, s.label, s.birthYear, s.route, s.isOver, s.facts"

    /// Reads a row; `nil` when its name is not one of a session.
    init?(_ row: Row, mode: SessionMode) {
        guard let name: String = row[0], let id = SessionID(name) else { return nil }
        let route: String? = row[5]
        self.init(
            id: id, mode: mode, opened: WallTime(milliseconds: row[1]),
            lastEntered: WallTime(milliseconds: row[2]),
            label: row[3], birthYear: row[4], route: route.flatMap(Route.init(rawValue:)), isOver: row[6],
            count: row[7])
    }
}
