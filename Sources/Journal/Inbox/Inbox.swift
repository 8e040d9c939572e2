import GRDB
import SessionCore

/// Something that an instructor sent to a running exercise, as it is kept. It is no fact: it stands beside the record, in
/// no hash chain and in no exported log.
public struct InboxEntry: Hashable, Sendable {
    /// Its number in the session's inbox, from 1, without a gap.
    public var number: Int
    /// When it was sent, by the wall clock.
    public var sent: WallTime
    /// What was sent; the journal does not look into it.
    public var text: String

    /// Makes an entry from its parts.
    public init(number: Int, sent: WallTime, text: String) {
        self.number = number
        self.sent = sent
        self.text = text
    }
}

extension JournalStore {
    /// Puts something into the inbox of a practised session and answers with its number; when this returns it is on the
    /// disk. The table is made with the first entry. A real session has no inbox (an error of kind `badData`).
    public func send(_ text: String, to session: SessionID, sent: WallTime) throws(StorageError) -> Int {
        guard mode == .practice else {
            throw StorageError(.badData, "a real session has no instructor: nothing was sent to \(session)")
        }
        guard try summary(of: session) != nil else {
            throw StorageError(.noInput, "there is no practice session \(session)")
        }
        var number = 0
        try writing { db in
            try db.execute(sql: JournalStore.inboxTable)
            let last = try Int.fetchOne(
                db, sql: "SELECT max(number) FROM inbox WHERE session = ?", arguments: [session.name])
            number = (last ?? 0) + 1
            try db.execute(
                sql: "INSERT INTO inbox VALUES (?, ?, ?, ?)",
                arguments: [session.name, number, sent.milliseconds, text])
        }
        return number
    }

    /// What stands in a session's inbox behind a number, in order; all of it behind 0.
    public func inbox(of session: SessionID, behind number: Int = 0) throws(StorageError) -> [InboxEntry] {
        try reading { db in
            guard try isThere("inbox", db) else { return [] }
            return try Row.fetchAll(
                db,
                sql: "SELECT number, sent, text FROM inbox WHERE session = ? AND number > ? ORDER BY number",
                arguments: [session.name, number]
            ).map { InboxEntry(number: $0[0], sent: WallTime(milliseconds: $0[1]), text: $0[2]) }
        }
    }

    /// A number that is another one when another connection has changed the journal since this store last looked.
    public func changeMark() throws(StorageError) -> Int {
        try reading { db in try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0 }
    }

    private static let inboxTable = """
        CREATE TABLE IF NOT EXISTS inbox(
            session TEXT NOT NULL, number INTEGER NOT NULL, sent INTEGER NOT NULL, text TEXT NOT NULL,
            PRIMARY KEY(session, number)) STRICT, WITHOUT ROWID;
        CREATE TRIGGER IF NOT EXISTS inboxIsKept BEFORE UPDATE ON inbox
            BEGIN SELECT RAISE(ABORT, 'what was sent is never changed'); END;
        CREATE TRIGGER IF NOT EXISTS inboxStays BEFORE DELETE ON inbox
            BEGIN SELECT RAISE(ABORT, 'what was sent is never deleted'); END;
        """
}
