import GRDB

/// How everything reaches the database: errors in words, and a transaction around every change.
extension JournalStore {
    /// Reads outside of any transaction of ours.
    func reading<Value>(_ read: (Database) throws -> Value) throws(StorageError) -> Value {
        do {
            return try queue.unsafeRead(read)
        } catch {
            throw StorageError(error, path: path)
        }
    }

    /// Changes something in one transaction. When this returns it is on the disk.
    func writing(_ change: (Database) throws -> Void) throws(StorageError) {
        do {
            try queue.inTransaction(.immediate) { db in
                try change(db)
                return .commit
            }
        } catch {
            throw StorageError(error, path: path)
        }
    }

    /// Whether a table is there. Another process may have made it a moment ago, so that no cache is asked.
    func isThere(_ table: String, _ db: Database) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?")
        return try Int.fetchOne(statement, arguments: [table]) != nil
    }
}
