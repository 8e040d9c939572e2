import Foundation
import SessionCore

/// The folder that holds the journals: ours alone (mode 0700), on a disk of this machine. Checked when it is made.
public struct DataFolder: Hashable, Sendable {
    /// Where it is.
    public let path: String
    /// What the nurse should know about it, one sentence each; empty when all is well.
    public let notices: [String]

    /// Makes the folder when it is missing, and checks it: a link, somebody else's folder, one in which others can
    /// write and a network file system are refused.
    public init(path: String) throws(StorageError) {
        // Every file that SQLite makes beside the database takes its mode from this.
        umask(0o077)
        self.path = path
        try DataFolder.make(path)
        var status = stat()
        guard lstat(path, &status) == 0 else {
            throw StorageError(.cannotCreate, "the data folder \(path) cannot be reached: \(systemReason())")
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: break
        case S_IFLNK:
            throw StorageError(.noPermission, "the data folder \(path) is a link; name the folder itself")
        default: throw StorageError(.noPermission, "\(path) is not a folder")
        }
        if status.st_uid != geteuid() {
            throw StorageError(.noPermission, "the data folder \(path) belongs to another user")
        }
        if status.st_mode & 0o022 != 0 {
            throw StorageError(
                .noPermission, "others can write into the data folder \(path); make it private (chmod 700)")
        }
        notices =
            try DataFolder.fileSystemNotice(of: status, path)
            + DataFolder.tighten(path, mode: status.st_mode)
    }

    /// The database file of one mode.
    func databasePath(_ mode: SessionMode) -> String {
        switch mode {
        case .live: path + "/journal.sqlite"
        case .practice: path + "/practice.sqlite"
        }
    }

    /// Flushes the folder's own entries, so that a new file is found again after a power cut.
    func synchronise() {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func make(_ path: String) throws(StorageError) {
        var status = stat()
        if lstat(path, &status) == 0 { return }
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StorageError(.cannotCreate, "the data folder \(path) cannot be made: \(systemReason())")
        }
    }

    private static func fileSystemNotice(of status: stat, _ path: String) throws(StorageError) -> [String] {
        guard let kind = FileSystemKind.name(ofDevice: status.st_dev) else { return [] }
        if FileSystemKind.isNetwork(kind) {
            throw StorageError(
                .noPermission,
                "the data folder \(path) lies on a network file system (\(kind)); choose one on this machine")
        }
        if FileSystemKind.isDoubtful(kind) {
            return ["the data folder lies on a \(kind) file system; a disk of this machine is safer"]
        }
        return []
    }

    /// Closes the folder to others when nothing but journals is in it; somebody's own folder is left as it is.
    private static func tighten(_ path: String, mode: mode_t) -> [String] {
        if mode & 0o077 == 0 { return [] }
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let isOurs = entries.isEmpty || entries.contains { $0 == "journal.sqlite" || $0 == "practice.sqlite" }
        if isOurs, chmod(path, 0o700) == 0 { return [] }
        return ["others can look into the data folder \(path), though not into its files"]
    }
}
