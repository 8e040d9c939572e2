import Foundation
import SessionCore
import Testing

@testable import Journal

@Suite("The data folder")
struct FolderTests {
    private func mode(_ path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test("folder and files are for their owner alone, whatever the umask was")
    func modes() throws {
        umask(0)
        let folder = TemporaryFolder()
        let store = try folder.store()
        let lock = try SessionLock(try sessionID("s-1"), in: store.folder, mode: .live)
        try store.append(FactBatch(sampleFacts(lock.session), under: lock, isOver: false))
        _ = store.reserveSpace()
        #expect(mode(store.folder.path) == 0o700)
        let names = try FileManager.default.contentsOfDirectory(atPath: store.folder.path)
        #expect(names.count >= 4)
        for name in names { #expect(mode(store.folder.path + "/" + name) == 0o600, "\(name)") }
        withExtendedLifetime(lock) {}
    }

    @Test("a link, a file and a folder in which others can write are refused with exit code 77")
    func unsafe() throws {
        let folder = TemporaryFolder()
        _ = try folder.data("real")
        symlink(folder.path + "/real", folder.path + "/link")
        mkdir(folder.path + "/open", 0o700)
        chmod(folder.path + "/open", 0o777)
        _ = try folder.file("file", "x")
        for name in ["link", "open", "file"] {
            let error = #expect(throws: StorageError.self) { try folder.data(name) }
            #expect(error?.kind.rawValue == 77, "\(name)")
        }
        symlink("/dev/null", folder.path + "/real/journal.sqlite")
        let error = #expect(throws: StorageError.self) {
            try JournalStore(in: folder.data("real"), mode: .live, for: .writing)
        }
        #expect(error?.kind == .noPermission)
    }

    @Test("a folder of journals is closed to others; somebody's own folder is left as it is and said so")
    func tighten() throws {
        let folder = TemporaryFolder()
        let path = folder.path + "/data"
        mkdir(path, 0o700)
        chmod(path, 0o755)
        #expect(try folder.data().notices.isEmpty)
        #expect(mode(path) == 0o700)
        chmod(path, 0o755)
        _ = try folder.file("data/holiday.jpg", "x")
        #expect(try folder.data().notices.count == 1)
        #expect(mode(path) == 0o755)
    }

    @Test("network file systems are recognised in the kernel's table")
    func network() {
        let table =
            "36 35 0:52 / /mnt rw,noatime shared:1 - nfs4 host:/x rw\n37 35 8:1 / / rw - ext4 /dev/sda1 rw\n"
        #expect(FileSystemKind.name(of: "0:52", in: table) == "nfs4")
        #expect(FileSystemKind.name(of: "8:1", in: table) == "ext4")
        #expect(FileSystemKind.name(of: "8:2", in: table) == nil)
        #expect(FileSystemKind.isNetwork("nfs4") && !FileSystemKind.isNetwork("ext4"))
        #expect(FileSystemKind.isDoubtful("fuse.sshfs"))
    }

    @Test("one writer per session: the second is told who holds it, and may have it afterwards")
    func lock() throws {
        let temporary = TemporaryFolder()
        defer { withExtendedLifetime(temporary) {} }
        let folder = try temporary.data()
        let id = try sessionID("s-1")
        var first: SessionLock? = try SessionLock(id, in: folder, mode: .live)
        let error = #expect(throws: StorageError.self) { try SessionLock(id, in: folder, mode: .live) }
        #expect(error?.kind.rawValue == 75)
        #expect(error?.sentence.contains("process \(getpid())") == true)
        _ = try SessionLock(try sessionID("s-2"), in: folder, mode: .live)
        _ = try SessionLock(id, in: folder, mode: .practice)
        withExtendedLifetime(first) {}
        first = nil
        _ = try SessionLock(id, in: folder, mode: .live)
    }

    @Test(
        "a lock that a crash left behind says when its holder last lived; one that was given back says nothing"
    )
    func lastSign() throws {
        let temporary = TemporaryFolder()
        defer { withExtendedLifetime(temporary) {} }
        let folder = try temporary.data()
        let id = try sessionID("s-1")
        let first = try SessionLock(id, in: folder, mode: .live)
        #expect(first.lastSign == nil)
        let path = folder.path + "/live-s-1.lock"
        // As a crash leaves it: the file with its holder's name, and nobody who holds it.
        let left = try Data(contentsOf: URL(filePath: path))
        withExtendedLifetime(first) {}
        let other = try sessionID("s-2")
        let stale = folder.path + "/live-s-2.lock"
        try left.write(to: URL(filePath: stale))
        var times = [
            timeval(tv_sec: 1_772_373_600, tv_usec: 500_000),
            timeval(tv_sec: 1_772_373_600, tv_usec: 500_000),
        ]
        utimes(stale, &times)
        let second = try SessionLock(other, in: folder, mode: .live)
        #expect(second.lastSign == WallTime(milliseconds: 1_772_373_600_500))
        second.giveSign()
        var status = stat()
        #expect(
            stat(stale, &status) == 0 && abs(Int(Date().timeIntervalSince1970) - status.st_mtim.tv_sec) < 60)
    }

    @Test("of eight that race for a session exactly one at a time has it")
    func lockRace() async throws {
        let folder = TemporaryFolder()
        let data = try folder.data()
        let id = try sessionID("s-1")
        let collisions = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    var collisions = 0
                    for _ in 0..<50 {
                        guard let lock = try? SessionLock(id, in: data, mode: .live) else { continue }
                        // Whoever holds the lock alone can make and remove this folder.
                        if mkdir(data.path + "/held", 0o700) != 0 {
                            collisions += 1
                        } else {
                            rmdir(data.path + "/held")
                        }
                        withExtendedLifetime(lock) {}
                    }
                    return collisions
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(collisions == 0)
    }
}
