import GRDB
import SessionCore

/// The tables that only a practice journal has. They are made when they are absent, so that a journal of before opens;
/// the format version of the facts is untouched by them.
enum ExerciseTables {
    /// Makes what is missing in a practice journal that is open for writing. A real journal never gets these tables.
    static func create(_ db: Database, mode: SessionMode) throws {
        guard mode == .practice, try !db.tableExists("exerciseStep") else { return }
        try db.inTransaction(.immediate) {
            try db.execute(sql: tables)
            return .commit
        }
    }

    private static let tables = """
        CREATE TABLE IF NOT EXISTS exercise(
            session TEXT PRIMARY KEY, began INTEGER NOT NULL, scenario TEXT NOT NULL,
            version INTEGER NOT NULL, text TEXT NOT NULL, seed TEXT NOT NULL, year INTEGER NOT NULL,
            parent TEXT, parentFrom INTEGER) STRICT, WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS exerciseOrder ON exercise(began DESC, session);
        CREATE TABLE IF NOT EXISTS exerciseStep(
            session TEXT NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL,
            text TEXT NOT NULL, PRIMARY KEY(session, number)) STRICT, WITHOUT ROWID;
        CREATE TRIGGER IF NOT EXISTS exerciseIsKept BEFORE UPDATE ON exercise
            BEGIN SELECT RAISE(ABORT, 'an exercise is never changed'); END;
        CREATE TRIGGER IF NOT EXISTS exerciseStays BEFORE DELETE ON exercise
            BEGIN SELECT RAISE(ABORT, 'an exercise is never deleted'); END;
        CREATE TRIGGER IF NOT EXISTS stepIsKept BEFORE UPDATE ON exerciseStep
            BEGIN SELECT RAISE(ABORT, 'a step is never changed'); END;
        CREATE TRIGGER IF NOT EXISTS stepStays BEFORE DELETE ON exerciseStep
            BEGIN SELECT RAISE(ABORT, 'a step is never deleted'); END;
        """
}
