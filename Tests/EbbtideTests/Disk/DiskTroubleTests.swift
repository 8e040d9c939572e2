import Foundation
import Testing

@Suite("A disk that refuses in the middle of a session")
struct DiskTroubleTests {
    /// Types notes until one is refused; gives those that were acknowledged, and the one that was not.
    private func typeUntilRefused(_ console: Console) throws -> (filed: [String], refused: String) {
        var filed: [String] = []
        for number in 0..<60 {
            let note = "note \(number) on this disk, long enough to need room \(number)"
            console.type("n\(note)<Enter>")
            var isFiled = false
            guard
                console.reads(until: {
                    isFiled = console.sees("“\(note)”")
                    return isFiled || console.sees("ENTRIES ARE NOT SAVED")
                })
            else { break }
            if !isFiled { return (filed, note) }
            filed.append(note)
        }
        throw Console.NeverSeen(description: "no refusal came; the screen was\n\(console.text)")
    }

    @Test(
        "on a full disk the text stays in its field, the screen says why, and Enter files it when there is room",
        .enabled(if: Machine.canMount, "skipped: mounting a small disk needs root"))
    func full() throws {
        let ward = try Ward()
        let disk = try Mount(ward.data, arguments: ["-t", "tmpfs", "-o", "size=2m,mode=700", "tmpfs"])
        let session = try ward.openSession()
        let console = try ward.console("session", session, columns: 120)
        try console.see("0-9 reading")
        try console.see("the disk has little room left, so none was reserved")
        console.type("nbefore<Enter>")
        try console.see("“before”")
        Machine.run(["dd", "if=/dev/zero", "of=\(disk.folder)/filler", "bs=4k"])
        let (filed, refused) = try typeUntilRefused(console)
        try console.see("▸ \(refused)")
        try console.see("not saved")
        console.type("<Esc>")
        try console.see("ENTRIES ARE NOT SAVED")
        unlink(disk.folder + "/filler")
        console.type("b")
        try console.see("▸ \(refused)")
        try console.see("ENTRIES ARE NOT SAVED")
        console.type("<Enter>")
        try console.see("“\(refused)”")
        try console.seeGone("ENTRIES ARE NOT SAVED")
        console.process.send(SIGTERM)
        #expect(console.end() == .exit(0))
        let log = try ward.log(session)
        for note in ["before", refused] + filed {
            #expect(log.components(separatedBy: "\"text\":\"\(note)\"").count == 2, "\(note) is there once")
        }
    }

    @Test(
        "the reserved room is given back and said aloud when the disk fills",
        .enabled(if: Machine.canMount, "skipped: mounting a small disk needs root"))
    func reserve() throws {
        let ward = try Ward()
        let disk = try Mount(ward.data, arguments: ["-t", "tmpfs", "-o", "size=12m,mode=700", "tmpfs"])
        let session = try ward.openSession()
        let console = try ward.console("session", session, columns: 120)
        try console.see("0-9 reading")
        #expect(console.reads { FileManager.default.fileExists(atPath: disk.folder + "/ballast") })
        Machine.run(["dd", "if=/dev/zero", "of=\(disk.folder)/filler", "bs=4k"])
        for number in 0..<60 where !console.sees("the reserved space was given back") {
            console.type("nnote \(number)<Enter>")
            try console.see("“note \(number)”")
        }
        try console.see("the disk is nearly full: the reserved space was given back")
        #expect(!console.sees("NOT SAVED"))
        #expect(!FileManager.default.fileExists(atPath: disk.folder + "/ballast"))
        unlink(disk.folder + "/filler")
        console.type("nroom again<Enter>")
        try console.see("“room again”")
        #expect(
            console.reads { FileManager.default.fileExists(atPath: disk.folder + "/ballast") },
            "room is held again once there is some")
    }

    @Test(
        "when a disk that was read-only takes writes again, the next entry is filed and the technical alarm is gone",
        .enabled(if: Machine.canTrace, "skipped: strace cannot attach here"))
    func writableAgain() throws {
        let ward = try Ward()
        let session = try ward.openSession()
        let console = try ward.console("session", session, columns: 120)
        try console.see("0-9 reading")
        console.type("nbefore<Enter>")
        try console.see("“before”")
        let refusing = try Meddling(with: console, "pwrite64:error=EROFS", in: ward)
        console.type("nmeanwhile<Enter>")
        try console.see("ENTRIES ARE NOT SAVED")
        try console.see("▸ meanwhile")
        refusing.stop()
        console.type("<Enter>")
        try console.see("“meanwhile”")
        try console.seeGone("ENTRIES ARE NOT SAVED")
        console.type("nafter<Enter>")
        try console.see("“after”")
        let log = try ward.log(session)
        for note in ["before", "meanwhile", "after"] {
            #expect(log.components(separatedBy: "\"text\":\"\(note)\"").count == 2, "\(note) is there once")
        }
    }

    @Test(
        "a disk that turns read-only is told in words, and what was typed is not lost",
        .enabled(if: Machine.canMountDisks, "skipped: mounting a disk image needs root and loop devices"))
    func readOnly() throws {
        let ward = try Ward()
        let image = ward.folder + "/image"
        Machine.run(["truncate", "-s", "24M", image])
        Machine.run(["mkfs.ext4", "-q", image])
        let disk = try Mount(ward.data, arguments: ["-o", "loop,errors=remount-ro", image])
        let session = try ward.openSession()
        let console = try ward.console("session", session, columns: 120)
        try console.see("0-9 reading")
        console.type("nbefore<Enter>")
        try console.see("“before”")
        let device = try #require(Self.device(of: disk.folder))
        try "read-only".write(
            toFile: "/sys/fs/ext4/\(device)/trigger_fs_error", atomically: false, encoding: .utf8)
        let (filed, refused) = try typeUntilRefused(console)
        try console.see("▸ \(refused)")
        console.type("<Enter>")
        try console.see("not saved")
        console.process.send(SIGTERM)
        _ = console.end(within: 5)
        let log = try ward.log(session)
        for note in ["before"] + filed { #expect(log.contains("\"text\":\"\(note)\"")) }
    }

    /// The name of the block device under a mounted folder.
    private static func device(of folder: String) -> String? {
        let mounts = (try? String(contentsOfFile: "/proc/mounts", encoding: .utf8)) ?? ""
        let line = mounts.split(separator: "\n").first { $0.contains(" \(folder) ") }
        return line?.split(separator: " ").first.map { String($0.dropFirst("/dev/".count)) }
    }
}
