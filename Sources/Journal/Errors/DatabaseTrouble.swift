import Foundation
import GRDB

extension StorageError {
    /// Says in words what SQLite reports in codes; `path` is the database file.
    init(_ error: any Error, path: String) {
        if let known = error as? StorageError {
            self = known
        } else if let failure = error as? DatabaseError {
            self = StorageError(failure, path: path)
            asksForSpace = StorageError.asksForSpace(failure)
        } else {
            self = StorageError(.inputOutput, "the journal \(path) failed: \(error.localizedDescription)")
        }
    }

    private init(_ failure: DatabaseError, path: String) {
        switch failure.resultCode {
        case .SQLITE_FULL:
            self.init(.inputOutput, "the disk is full; free some space where \(path) lies")
        case .SQLITE_READONLY:
            self.init(.inputOutput, "\(path) cannot be written: its disk or file is read-only")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(.busy, "another program is writing \(path); try again when it has finished")
        case .SQLITE_CANTOPEN:
            self.init(.inputOutput, "\(path) cannot be opened; its folder or disk may be gone")
        case .SQLITE_PERM, .SQLITE_AUTH:
            self.init(.noPermission, "\(path) may not be used by this user")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self.init(.badData, "\(path) is damaged or not a journal")
        case .SQLITE_IOERR:
            self.init(.inputOutput, StorageError.sentence(of: failure.extendedResultCode, path: path))
        default:
            self.init(.inputOutput, "the journal \(path) failed: \(failure.message ?? "no reason given")")
        }
    }

    private static func sentence(of code: ResultCode, path: String) -> String {
        switch code {
        case .SQLITE_IOERR_WRITE: "the disk did not take what was written to \(path)"
        case .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC:
            "the disk could not say that \(path) is safely stored"
        case .SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ: "the disk could not read \(path)"
        case .SQLITE_IOERR_ACCESS: "\(path) cannot be reached; its folder or disk may be gone"
        case .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMOPEN, .SQLITE_IOERR_SHMMAP:
            "no room or no permission for the working files beside \(path)"
        default: "the disk failed under \(path)"
        }
    }

    private static func asksForSpace(_ failure: DatabaseError) -> Bool {
        switch failure.extendedResultCode {
        case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_SHMSIZE: true
        default: failure.resultCode == .SQLITE_FULL
        }
    }
}

/// The text behind the C library's last error number.
func systemReason(_ number: Int32 = errno) -> String { String(cString: strerror(number)) }
