import GRDB
import SessionCore

extension JournalStore {
    /// The row for what was typed into the form of a session that has no name yet; no session can be called so.
    private static let newSession = "a new session"

    /// Keeps a line that was typed and not filed, so that it can be offered when the session is taken up again; `nil`
    /// for the form of a session that is not opened yet. An empty text keeps nothing. A draft is never a fact.
    public func saveDraft(_ text: String, of session: SessionID?) throws(StorageError) {
        let key = session?.name ?? JournalStore.newSession
        try writing { db in
            if text.isEmpty {
                try clearDraft(key, db)
            } else {
                try db.cachedStatement(
                    sql: "INSERT INTO draft VALUES (?1, ?2) ON CONFLICT(session) DO UPDATE SET text = ?2"
                ).execute(arguments: [key, text])
            }
        }
    }

    /// The line that was typed and not filed, if there is one; `nil` for the form of a session that is not opened yet.
    public func draft(of session: SessionID?) throws(StorageError) -> String? {
        try reading { db in
            try String.fetchOne(
                db, sql: "SELECT text FROM draft WHERE session = ?",
                arguments: [session?.name ?? JournalStore.newSession])
        }
    }

    func clearDraft(_ key: String, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM draft WHERE session = ?").execute(arguments: [key])
    }
}
