import Foundation
import GRDB
import SessionCore

/// A fact together with the line that the journal keeps of it.
public struct KeptFact: Hashable, Sendable {
    /// The fact.
    public var fact: Fact
    /// Its line, without the newline, byte for byte as it was written or imported.
    public var line: Data

    /// Makes a pair of a fact and its line.
    public init(fact: Fact, line: Data) {
        self.fact = fact
        self.line = line
    }
}

/// Facts of one session that are kept together, all or none.
public struct FactBatch: Sendable {
    /// The right to write to the session; held for as long as the batch is on its way.
    public var lock: SessionLock
    /// The facts; they continue the session's numbering.
    public var facts: [Fact]
    /// Whether nothing is watched any more once they are kept.
    public var isOver: Bool
    /// Whether a kept draft of the session is forgotten with them.
    public var clearsDraft: Bool
    /// The exercise that begins with these facts; in a practice journal alone.
    public var exercise: KeptExercise?
    /// Steps of the exercise that are kept with them; in a practice journal alone.
    public var steps: [KeptStep] = []

    /// Makes a batch.
    public init(_ facts: [Fact], under lock: SessionLock, isOver: Bool, clearsDraft: Bool = true) {
        self.lock = lock
        self.facts = facts
        self.isOver = isOver
        self.clearsDraft = clearsDraft
    }
}

extension JournalStore {
    /// Writes facts of one session in one transaction. When this returns they are on the disk and were read back.
    public func append(_ batch: FactBatch) throws(StorageError) {
        let kept = try linesToKeep(batch)
        if kept.isEmpty { return }
        try writing { db in
            try extend(batch.lock.session, with: kept, isOver: batch.isOver, db)
            if let exercise = batch.exercise { try insert(exercise, under: batch.lock, db) }
            if !batch.steps.isEmpty { try insert(batch.steps, under: batch.lock, db) }
            if batch.clearsDraft { try clearDraft(batch.lock.session.name, db) }
        }
        guard try holds(kept) else {
            throw StorageError(.inputOutput, "what was written to \(path) cannot be read back")
        }
    }

    /// The lines of facts that may enter this journal under their lock.
    func linesToKeep(_ batch: FactBatch) throws(StorageError) -> [KeptFact] {
        var kept: [KeptFact] = []
        for fact in batch.facts {
            guard fact.mode == mode, batch.lock.mode == mode else {
                throw StorageError(
                    .badData, "a \(fact.mode.rawValue) fact cannot enter the \(mode.rawValue) journal")
            }
            guard fact.session == batch.lock.session else {
                throw StorageError(
                    .badData, "a fact of session \(fact.session) came with another session's lock")
            }
            do {
                kept.append(KeptFact(fact: fact, line: try coder.line(of: fact)))
            } catch {
                throw StorageError(.badData, error.sentence)
            }
        }
        return kept
    }

    /// Adds rows behind the session's last one, chained to it, and brings its summary up to date.
    func extend(_ session: SessionID, with kept: [KeptFact], isOver: Bool, _ db: Database) throws {
        guard let first = kept.first else { return }
        let tail = try self.tail(of: session, db)
        var summary = tail?.summary ?? SessionSummary(of: first.fact)
        var head = tail?.head ?? HashChain.genesis(of: session)
        let insert = try db.cachedStatement(
            sql: "INSERT INTO fact(session, seq, line, hash) VALUES (?, ?, CAST(? AS TEXT), ?)")
        for entry in kept {
            summary.fold(entry.fact)
            guard entry.fact.sequence == summary.count else {
                throw StorageError(
                    .badData,
                    "session \(session): fact \(entry.fact.sequence) comes where \(summary.count) is next")
            }
            head = HashChain.next(after: head, line: entry.line)
            try insert.execute(arguments: [session.name, entry.fact.sequence, entry.line, head])
        }
        summary.isOver = isOver
        try save(summary, head: head, db)
        // By itself, and only where it changed: it stands in an index, which would be written with every fact.
        if let tail, tail.summary.isOver != isOver {
            try db.cachedStatement(sql: "UPDATE session SET isOver = ? WHERE id = ?")
                .execute(arguments: [isOver, session.name])
        }
    }

    /// The end of a session as its summary and its last row agree on it; `nil` for a new session.
    private func tail(of session: SessionID, _ db: Database) throws -> (summary: SessionSummary, head: Data)?
    {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(SessionSummary.columns), s.head, f.hash FROM session s
                LEFT JOIN fact f ON f.session = s.id AND f.seq = s.facts WHERE s.id = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [session.name]) else { return nil }
        guard let summary = SessionSummary(row, mode: mode), let head: Data = row["head"], head == row["hash"]
        else {
            throw StorageError(.badData, "session \(session) is damaged at its end; it can only be read")
        }
        return (summary, head)
    }

    private func save(_ summary: SessionSummary, head: Data, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO session(id, opened, entered, label, birthYear, route, isOver, facts, head)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                ON CONFLICT(id) DO UPDATE SET entered = ?3, label = ?4, birthYear = ?5, route = ?6,
                    facts = ?8, head = ?9
                """)
        try statement.execute(arguments: [
            summary.id.name, summary.opened.milliseconds, summary.lastEntered.milliseconds, summary.label,
            summary.birthYear, summary.route?.rawValue, summary.isOver, summary.count, head,
        ])
    }

    /// Whether the file holds exactly these lines, read through a connection that did not write them.
    func holds(_ kept: [KeptFact]) throws(StorageError) -> Bool {
        do {
            return try witness.unsafeRead { db in
                let statement = try db.cachedStatement(
                    sql: "SELECT CAST(line AS BLOB) FROM fact WHERE session = ? AND seq = ?")
                for entry in kept {
                    let place: StatementArguments = [entry.fact.session.name, entry.fact.sequence]
                    guard try Data.fetchOne(statement, arguments: place) == entry.line else { return false }
                }
                return true
            }
        } catch {
            throw StorageError(error, path: path)
        }
    }
}
