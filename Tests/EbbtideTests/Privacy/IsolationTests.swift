import Foundation
import Testing

@Suite("What a session leaves outside its record")
struct IsolationTests {
    @Test(
        "during a session no socket is opened and no other program is started",
        .enabled(if: Machine.canTrace, "skipped: strace cannot trace here"))
    func alone() throws {
        let ward = try Ward()
        let trace = Trace(in: ward)
        let console = try ward.console(under: trace.wrapper("%network,%process"))
        try console.see("new session")
        console.type(Keys.opening(.infusion))
        try console.see("0-9 reading")
        console.type("122/78 72 98 14<Enter>nall is well<Enter>")
        try console.see("“all is well”")
        console.type("qq")
        #expect(console.end() == .exit(0))
        let calls = trace.calls
        #expect(calls.filter { $0.hasPrefix("execve(") }.count == 1, "the trace is there, and one program")
        let network = ["socket", "connect", "bind", "sendto", "sendmsg", "recvfrom"]
        #expect(calls.filter { call in network.contains { call.hasPrefix($0 + "(") } } == [])
        let births = calls.filter { $0.hasPrefix("clone") || $0.hasPrefix("fork") || $0.hasPrefix("vfork") }
        #expect(births.filter { !$0.contains("CLONE_THREAD") } == [])
    }

    @Test("files are the owner's alone, whatever the umask")
    func modes() throws {
        let ward = try Ward()
        let open = ["sh", "-c", "umask 000; exec \"$0\" \"$@\""]
        let played = try ward.play("type \(Keys.opening(.infusion))\ntype nsaid<Enter>\n", under: open)
        #expect(played.ending == .exit(0), "\(played.errors)")
        let console = try ward.console(under: open)
        try console.see("UNFINISHED")
        console.type("<Enter>y")
        try console.see("0-9 reading")
        #expect(mode(ward.data) == 0o700)
        let files = try FileManager.default.contentsOfDirectory(atPath: ward.data)
        #expect(files.contains { $0.hasSuffix(".lock") }, "the console holds its session")
        for file in files { #expect(mode(ward.data + "/" + file) == 0o600, "\(file)") }
    }

    @Test("names stand nowhere but in the record, also after a crash")
    func canary() throws {
        let ward = try Ward()
        let console = try ward.console()
        try console.see("new session")
        console.type(Keys.opening(.infusion, label: "Quasimodo"))
        try console.see("0-9 reading")
        console.type("nEsmeralda was here<Enter>")
        try console.see("“Esmeralda was here”")
        console.type("nFrollo")
        try console.see("Frollo")
        let process = "/proc/\(console.process.id)"
        let outside = ["/cmdline", "/environ", "/comm"].map { process + $0 }
        for path in outside { #expect(names(in: path) == [], "\(path)") }
        console.process.send(SIGSEGV)
        #expect(console.end() == .signal(SIGSEGV))
        var seen = 0
        for file in try FileManager.default.subpathsOfDirectory(atPath: ward.folder) {
            let found = names(in: ward.folder + "/" + file)
            if file.hasPrefix("data/journal.sqlite") {
                seen += found.count
            } else {
                #expect(found == [], "\(file)")
            }
        }
        #expect(seen > 0, "the search would find them: they are in the record")
        let left = console.sent.indices.last { console.sent[$0...].starts(with: Array("\u{1B}[?1049l".utf8)) }
        let words = String(decoding: console.sent[try #require(left)...], as: UTF8.self)
        #expect(!words.contains("Quasimodo"), "the last words on the terminal name nobody")
    }

    private func names(in path: String) -> [String] {
        let bytes = (try? Data(contentsOf: URL(fileURLWithPath: path))) ?? Data()
        return ["Quasimodo", "Esmeralda", "Frollo"].filter { bytes.range(of: Data($0.utf8)) != nil }
    }

    private func mode(_ path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }
}
