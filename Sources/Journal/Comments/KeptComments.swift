import GRDB
import SessionCore

/// A reviewer's words as they are kept beside a session's facts, in a table of their own. They are in no hash chain and
/// in no exported log.
public struct KeptComment: Hashable, Sendable {
    /// The moment that it is pinned to.
    public var at: SessionTime
    /// When it was written.
    public var written: WallTime
    /// Initials of who wrote it.
    public var author: String
    /// What they said.
    public var text: String

    /// Makes a comment from its parts.
    public init(at: SessionTime, written: WallTime, author: String, text: String) {
        self.at = at
        self.written = written
        self.author = author
        self.text = text
    }
}

extension JournalStore {
    /// Keeps a comment on a session of this journal. The table is made with the first one, so that a journal without
    /// comments stays as it was.
    public func keep(_ comment: KeptComment, on session: SessionID) throws(StorageError) {
        try writing { db in
            try db.execute(
                sql: """
                    CREATE TABLE IF NOT EXISTS comment(
                        session TEXT NOT NULL, at INTEGER NOT NULL, written INTEGER NOT NULL,
                        author TEXT NOT NULL, text TEXT NOT NULL) STRICT;
                    CREATE INDEX IF NOT EXISTS commentOrder ON comment(session, at);
                    """)
            try db.execute(
                sql: "INSERT INTO comment VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    session.name, comment.at.milliseconds, comment.written.milliseconds, comment.author,
                    comment.text,
                ])
        }
    }

    /// The comments on a session, by the moment that they are pinned to, older ones first.
    public func comments(on session: SessionID) throws(StorageError) -> [KeptComment] {
        try reading { db in
            guard try isThere("comment", db) else { return [] }
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT at, written, author, text FROM comment WHERE session = ?
                    ORDER BY at, written, rowid
                    """, arguments: [session.name]
            ).map { row in
                KeptComment(
                    at: SessionTime(milliseconds: row[0]), written: WallTime(milliseconds: row[1]),
                    author: row[2], text: row[3])
            }
        }
    }
}
