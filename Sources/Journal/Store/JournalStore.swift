import Foundation
import GRDB
import SessionCore

/// A journal on disk: the facts of all sessions of one mode. Readers at any time; what it writes is on the disk itself
/// when a call returns (`synchronous = FULL`).
public final class JournalStore: Sendable {
    /// What a journal is opened for.
    public enum Access: Sendable {
        /// To read; a journal that does not exist is an error of kind `noInput`.
        case reading
        /// To read and write; a journal that does not exist is made.
        case writing
    }

    /// The folder it lies in.
    public let folder: DataFolder
    /// Real sessions or practice. One file never holds both.
    public let mode: SessionMode
    /// What it was opened for.
    public let access: Access
    /// The database file.
    let path: String
    /// The connection that writes, or the only one of a reader.
    let queue: DatabaseQueue
    /// A second connection, so that what was committed is read back from the file and not from the writer's own cache.
    let witness: DatabaseQueue
    /// Writes the lines.
    let coder = FactCoder()

    /// Opens the journal of one mode in a folder.
    public init(in folder: DataFolder, mode: SessionMode, for access: Access) throws(StorageError) {
        self.folder = folder
        self.mode = mode
        self.access = access
        path = folder.databasePath(mode)
        let existed = try JournalStore.checkFile(path)
        if access == .reading, !existed { throw StorageError(.noInput, "there is no journal at \(path) yet") }
        do {
            switch access {
            case .writing:
                queue = try JournalStore.openWriter(path, mode: mode)
                if !existed { folder.synchronise() }
                witness = try JournalStore.openReader(path, mode: mode)
            case .reading:
                queue = try JournalStore.openReader(path, mode: mode)
                witness = queue
            }
        } catch {
            throw StorageError(error, path: path)
        }
    }

    /// Closes both connections; the store is not used after this.
    func close() {
        try? witness.close()
        try? queue.close()
    }

    /// A journal file is a plain file of ours; `false` when there is none.
    private static func checkFile(_ path: String) throws(StorageError) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return false }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw StorageError(.noPermission, "\(path) is not a plain file")
        }
        guard status.st_uid == geteuid() else {
            throw StorageError(.noPermission, "\(path) belongs to another user")
        }
        if status.st_mode & 0o077 != 0 { chmod(path, 0o600) }
        return true
    }

    private static func openReader(_ path: String, mode: SessionMode) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            guard try Schema.isPresent(db, mode: mode, path: path) else {
                throw StorageError(.noInput, "the journal \(path) is empty")
            }
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private static func openWriter(_ path: String, mode: SessionMode) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { db in
            if try !Schema.isPresent(db, mode: mode, path: path) {
                try db.execute(sql: "PRAGMA journal_mode = WAL")
                try db.inTransaction(.immediate) {
                    if try !Schema.isPresent(db, mode: mode, path: path) { try Schema.create(db, mode: mode) }
                    return .commit
                }
            }
            try ExerciseTables.create(db, mode: mode)
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            // Set here and not before: opening may set NORMAL, with which a power cut loses acknowledged facts.
            try db.execute(sql: "PRAGMA synchronous = FULL")
            // Moving the log into the file costs two more flushes; it is done after an answer, never before one.
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
            guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2,
                try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal"
            else { throw StorageError(.inputOutput, "\(path) cannot be written safely on this disk") }
        }
        return queue
    }
}
