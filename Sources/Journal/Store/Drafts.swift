import GRDB
import SessionCore

extension JournalStore {
    /// Keeps a line that was typed and not filed, so that it can be offered when the session is taken up again. An
    /// empty text keeps nothing. A draft is never a fact.
    public func saveDraft(_ text: String, of session: SessionID) throws(StorageError) {
        do {
            try queue.inTransaction(.immediate) { db in
                if text.isEmpty {
                    try clearDraft(session, db)
                } else {
                    try db.cachedStatement(
                        sql: "INSERT INTO draft VALUES (?1, ?2) ON CONFLICT(session) DO UPDATE SET text = ?2"
                    ).execute(arguments: [session.name, text])
                }
                return .commit
            }
        } catch {
            throw StorageError(error, path: path)
        }
    }

    /// The line that was typed and not filed, if there is one.
    public func draft(of session: SessionID) throws(StorageError) -> String? {
        try reading { db in
            try String.fetchOne(
                db, sql: "SELECT text FROM draft WHERE session = ?", arguments: [session.name])
        }
    }

    func clearDraft(_ session: SessionID, _ db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM draft WHERE session = ?").execute(arguments: [session.name])
    }

    /// Reads outside of any transaction of ours, with errors in words.
    func reading<Value>(_ read: (Database) throws -> Value) throws(StorageError) -> Value {
        do {
            return try queue.unsafeRead(read)
        } catch {
            throw StorageError(error, path: path)
        }
    }
}
