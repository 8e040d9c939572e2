import GRDB
import SessionCore

extension JournalStore {
    /// Keeps what an exercise began with, beside its practice session. ``FactBatch/exercise`` does the same together with
    /// the session's first facts, so that neither is ever without the other.
    public func begin(_ exercise: KeptExercise, under lock: SessionLock) throws(StorageError) {
        try writing { db in try insert(exercise, under: lock, db) }
    }

    /// Keeps steps of an exercise in one transaction. When this returns they are on the disk.
    public func append(_ batch: StepBatch) throws(StorageError) {
        guard !batch.steps.isEmpty else { return }
        try writing { db in try insert(batch.steps, under: batch.lock, db) }
    }

    /// What the exercise of a session began with; `nil` for a session without one.
    public func exercise(of session: SessionID) throws(StorageError) -> KeptExercise? {
        try exercises("WHERE e.session = ?", [session.name]).first?.exercise
    }

    /// The steps of an exercise, in order.
    public func steps(of session: SessionID) throws(StorageError) -> [KeptStep] {
        try reading { db in
            guard try isThere("exerciseStep", db) else { return [] }
            let rows = try Row.fetchAll(
                db, sql: "SELECT number, at, kind, text FROM exerciseStep WHERE session = ? ORDER BY number",
                arguments: [session.name])
            return try rows.map { row in
                guard let kind = KeptStep.Kind(rawValue: row[2]) else {
                    throw StorageError(
                        .badData,
                        "the exercise of session \(session) has a step that this program does not know")
                }
                return KeptStep(
                    number: row[0], at: SessionTime(milliseconds: row[1]), kind: kind, text: row[3])
            }
        }
    }

    /// The exercises of this journal, or those of one scenario, the newest first.
    public func exercises(
        of scenario: String? = nil, limit: Int = .max
    ) throws(StorageError) -> [ExerciseSummary] {
        guard let scenario else {
            return try exercises("ORDER BY e.began DESC, e.session LIMIT ?", [limit])
        }
        return try exercises(
            "WHERE e.scenario = ? ORDER BY e.began DESC, e.session LIMIT ?", [scenario, limit])
    }

    /// The name of the scenario that was played in each session that has an exercise.
    public func scenariosPlayed() throws(StorageError) -> [SessionID: String] {
        try reading { db in
            guard try isThere("exercise", db) else { return [:] }
            let rows = try Row.fetchCursor(db, sql: "SELECT session, scenario FROM exercise")
            var names: [SessionID: String] = [:]
            while let row = try rows.next() {
                if let session = SessionID(row[0] as String) { names[session] = row[1] }
            }
            return names
        }
    }

    private func exercises(
        _ selection: String, _ arguments: StatementArguments
    ) throws(StorageError) -> [ExerciseSummary] {
        try reading { db in
            guard try isThere("exercise", db) else { return [] }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT e.session, e.began, e.scenario, e.version, e.text, e.seed, e.year, e.parent,
                        e.parentFrom, coalesce(s.isOver, 0),
                        (SELECT max(at) FROM exerciseStep WHERE session = e.session)
                    FROM exercise e LEFT JOIN session s ON s.id = e.session \(selection)
                    """, arguments: arguments)
            return rows.compactMap(ExerciseSummary.init)
        }
    }

    func insert(_ exercise: KeptExercise, under lock: SessionLock, _ db: Database) throws {
        try checkExercise(of: lock)
        guard exercise.session == lock.session else {
            throw StorageError(
                .badData, "an exercise of session \(exercise.session) came with another session's lock")
        }
        try db.execute(
            sql: "INSERT INTO exercise VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                exercise.session.name, exercise.began.milliseconds, exercise.scenario, exercise.version,
                exercise.text, String(exercise.seed), exercise.year, exercise.parent?.session.name,
                exercise.parent?.from.milliseconds,
            ])
    }

    func insert(_ steps: [KeptStep], under lock: SessionLock, _ db: Database) throws {
        try checkExercise(of: lock)
        let session = lock.session.name
        var last =
            try Int.fetchOne(
                db, sql: "SELECT coalesce(max(number), 0) FROM exerciseStep WHERE session = ?",
                arguments: [session]) ?? 0
        let insert = try db.cachedStatement(
            sql: "INSERT INTO exerciseStep(session, number, at, kind, text) VALUES (?, ?, ?, ?, ?)")
        // What was kept although its answer was lost is not kept twice.
        for step in steps where step.number > last {
            guard step.number == last + 1 else {
                throw StorageError(
                    .badData, "session \(session): step \(step.number) comes where \(last + 1) is next")
            }
            last = step.number
            try insert.execute(arguments: [
                session, step.number, step.at.milliseconds, step.kind.rawValue, step.text,
            ])
            if step.kind == .ended {
                try db.execute(sql: "UPDATE session SET isOver = 1 WHERE id = ?", arguments: [session])
            }
        }
    }

    private func checkExercise(of lock: SessionLock) throws(StorageError) {
        guard mode == .practice, lock.mode == .practice else {
            throw StorageError(.badData, "an exercise cannot enter the \(mode.rawValue) journal")
        }
    }
}

extension ExerciseSummary {
    /// Reads a row; `nil` when a name or the seed in it is none.
    fileprivate init?(_ row: Row) {
        guard let name: String = row[0], let session = SessionID(name), let digits: String = row[5],
            let seed = UInt64(digits)
        else { return nil }
        var exercise = KeptExercise(
            session: session, began: WallTime(milliseconds: row[1]), scenario: row[2], version: row[3],
            text: row[4], seed: seed, year: row[6])
        if let parent: String = row[7], let id = SessionID(parent), let from: Int64 = row[8] {
            exercise.parent = .init(session: id, from: SessionTime(milliseconds: from))
        }
        let reached: Int64? = row[10]
        self.init(
            exercise: exercise, isOver: row[9], reached: reached.map(SessionTime.init(milliseconds:)))
    }
}
