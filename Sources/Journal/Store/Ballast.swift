import Foundation

/// A file of 4 MiB that holds room on the disk while a session runs, so that a full disk leaves space to finish it.
struct Ballast: Sendable {
    /// Bytes held.
    static let size: off_t = 4 << 20

    private let path: String

    /// The ballast of a data folder.
    init(in folder: DataFolder) { path = folder.path + "/ballast" }

    /// Reserves the room. Answers with a notice when there is too little: then nothing is held.
    func reserve() -> String? {
        var space = statvfs()
        guard statvfs(path.deletingLastPathComponent, &space) == 0 else { return nil }
        if held { return nil }
        // With less than twice the room the reserve itself could fill the disk.
        guard UInt64(space.f_bavail) * UInt64(space.f_frsize) >= UInt64(Ballast.size) * 2 else {
            return "the disk has little room left, so none was reserved for an emergency"
        }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return "no room could be reserved: \(systemReason())" }
        let result = posix_fallocate(descriptor, 0, Ballast.size)
        Glibc.close(descriptor)
        if result == 0 { return nil }
        unlink(path)
        return "no room could be reserved: \(systemReason(result))"
    }

    /// Gives the room back; `false` when none was held.
    func release() -> Bool { unlink(path) == 0 }

    private var held: Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_size >= Ballast.size
    }
}

extension String {
    fileprivate var deletingLastPathComponent: String { (self as NSString).deletingLastPathComponent }
}
