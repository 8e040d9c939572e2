import Foundation
import SessionCore

/// The right to write to one session. It lasts as long as this object and ends with the process, however that ends.
public final class SessionLock: Sendable {
    /// The session that may be written to.
    public let session: SessionID
    /// Whether the session is real or practised.
    public let mode: SessionMode
    /// When the console that held the lock before gave its last sign of life; `nil` when it let go by itself.
    public let lastSign: WallTime?
    private let descriptor: Int32
    private let path: String

    /// Takes the lock, or says who holds it (an error of kind `busy`).
    public init(_ session: SessionID, in folder: DataFolder, mode: SessionMode) throws(StorageError) {
        self.session = session
        self.mode = mode
        let path = SessionLock.path(of: session, in: folder, mode: mode)
        self.path = path
        descriptor = try SessionLock.lockedDescriptor(path, session)
        lastSign = SessionLock.lastSign(in: descriptor)
        write(SessionLock.ownName)
    }

    deinit {
        // While the lock is still held: whoever opened the file meanwhile finds that it has gone and makes a new one.
        unlink(path)
        close(descriptor)
    }

    /// Leaves a sign that the console lives, for whoever finds the lock after a crash. It costs no flush: after a power
    /// cut an older one is found.
    public func giveSign() { futimens(descriptor, nil) }

    /// The time of the file that a console left behind; a file without a holder's name was made just now.
    private static func lastSign(in descriptor: Int32) -> WallTime? {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return nil }
        let time = status.st_mtim
        return WallTime(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    private static func lockedDescriptor(_ path: String, _ session: SessionID) throws(StorageError) -> Int32 {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            if descriptor < 0 {
                throw StorageError(.cannotCreate, "session \(session) cannot be claimed: \(systemReason())")
            }
            guard lock(descriptor) else {
                let holder = name(in: descriptor)
                close(descriptor)
                throw StorageError(.busy, "session \(session) is open in another console (\(holder))")
            }
            if isStill(descriptor, at: path) { return descriptor }
            close(descriptor)
        }
    }

    /// Who may write to a session now: host, process and boot; `nil` when nobody. Takes nothing.
    public static func holder(
        of session: SessionID, in folder: DataFolder, mode: SessionMode
    ) -> String? {
        let descriptor = open(path(of: session, in: folder, mode: mode), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var request = flock()
        request.l_type = Int16(F_WRLCK)
        request.l_whence = Int16(SEEK_SET)
        // F_OFD_GETLK of <fcntl.h>, which the C library shows to C alone.
        let getOpenFileLock: Int32 = 36
        let isAnswered =
            withUnsafeMutablePointer(to: &request) { fcntl(descriptor, getOpenFileLock, $0) } == 0
        return isAnswered && request.l_type != Int16(F_UNLCK) ? name(in: descriptor) : nil
    }

    private static func path(of session: SessionID, in folder: DataFolder, mode: SessionMode) -> String {
        "\(folder.path)/\(mode.rawValue)-\(session.name).lock"
    }

    /// An open-file-description lock on the whole file: it belongs to this descriptor and to no other of this process.
    private static func lock(_ descriptor: Int32) -> Bool {
        var request = flock()
        request.l_type = Int16(F_WRLCK)
        request.l_whence = Int16(SEEK_SET)
        // F_OFD_SETLK of <fcntl.h>, which the C library shows to C alone.
        let setOpenFileLock: Int32 = 37
        return withUnsafeMutablePointer(to: &request) { fcntl(descriptor, setOpenFileLock, $0) } == 0
    }

    private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
        var held = stat()
        var named = stat()
        return fstat(descriptor, &held) == 0 && lstat(path, &named) == 0
            && held.st_ino == named.st_ino && held.st_dev == named.st_dev
    }

    /// Host, process and boot, for the message that a second console gets.
    private static var ownName: String {
        let boot =
            (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)) ?? "unknown"
        let host = ProcessInfo.processInfo.hostName
        return
            "host \(host), process \(getpid()), boot \(boot.trimmingCharacters(in: .whitespacesAndNewlines))"
    }

    private static func name(in descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : "it is just starting"
    }

    private func write(_ text: String) {
        ftruncate(descriptor, 0)
        let bytes = Array(text.utf8)
        _ = pwrite(descriptor, bytes, bytes.count, 0)
    }
}
