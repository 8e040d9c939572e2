import GRDB
import SessionCore

extension JournalStore {
    /// Keeps how the clock of a running exercise stands, in place of what was kept before: no fact and no step, but a sign
    /// for other consoles that look on. The journal does not look into it.
    func keepClock(_ text: String, under lock: SessionLock) throws(StorageError) {
        guard mode == .practice, lock.mode == .practice else {
            throw StorageError(.badData, "a real session has no clock but the machine's")
        }
        try writing { db in
            try db.execute(
                sql: """
                    CREATE TABLE IF NOT EXISTS exerciseClock(
                        session TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID
                    """)
            try db.execute(
                sql:
                    "INSERT INTO exerciseClock VALUES (?1, ?2) ON CONFLICT(session) DO UPDATE SET text = ?2",
                arguments: [lock.session.name, text])
        }
    }

    /// How the clock of an exercise stood when it was touched last; `nil` when nobody has said so.
    public func clock(of session: SessionID) throws(StorageError) -> String? {
        try reading { db in
            guard try isThere("exerciseClock", db) else { return nil }
            return try String.fetchOne(
                db, sql: "SELECT text FROM exerciseClock WHERE session = ?", arguments: [session.name])
        }
    }
}
