import GRDB
import SessionCore

/// The tables of a journal, and the marks by which a file is recognised.
enum Schema {
    /// The format version of the tables, in `user_version`.
    static let version = 1

    /// Marks a journal of real sessions ("EbbL") or of practice ("EbbP"), in `application_id`.
    static func applicationID(_ mode: SessionMode) -> Int {
        switch mode {
        case .live: 0x4562_624C
        case .practice: 0x4562_6250
        }
    }

    /// Makes the tables in an empty file. Rows of facts can be added and read, nothing else.
    static func create(_ db: Database, mode: SessionMode) throws {
        try db.execute(sql: tables)
        try db.execute(sql: "PRAGMA application_id = \(applicationID(mode))")
        try db.execute(sql: "PRAGMA user_version = \(version)")
    }

    /// Refuses a file that is not a journal of this mode and version; `false` for an empty file.
    static func isPresent(_ db: Database, mode: SessionMode, path: String) throws -> Bool {
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        if id == 0, found == 0, count == 0 { return false }
        for other in [SessionMode.live, .practice] where id == applicationID(other) && other != mode {
            throw StorageError(
                .badData,
                "\(path) is a journal of \(other.rawValue) sessions; it is not opened as \(mode.rawValue)")
        }
        guard id == applicationID(mode) else {
            throw StorageError(.badData, "\(path) is not a journal of this program")
        }
        guard found == version else {
            throw StorageError(
                .badData, "\(path) has format version \(found); this program reads version \(version)")
        }
        return true
    }

    private static let tables = """
        CREATE TABLE session(
            id TEXT PRIMARY KEY, opened INTEGER NOT NULL, entered INTEGER NOT NULL,
            label TEXT NOT NULL, birthYear INTEGER, route TEXT, isOver INTEGER NOT NULL,
            facts INTEGER NOT NULL, head BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX sessionOrder ON session(isOver, opened DESC, id);
        CREATE TABLE fact(
            session TEXT NOT NULL, seq INTEGER NOT NULL, line TEXT NOT NULL, hash BLOB NOT NULL,
            PRIMARY KEY(session, seq)) STRICT, WITHOUT ROWID;
        CREATE TRIGGER factIsKept BEFORE UPDATE ON fact
            BEGIN SELECT RAISE(ABORT, 'a fact is never changed'); END;
        CREATE TRIGGER factStays BEFORE DELETE ON fact
            BEGIN SELECT RAISE(ABORT, 'a fact is never deleted'); END;
        CREATE TABLE provenance(
            session TEXT PRIMARY KEY, file TEXT NOT NULL, sha256 BLOB NOT NULL,
            imported INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE draft(session TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
        """
}
