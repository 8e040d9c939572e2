import Foundation
import Testing

@Suite("Failures at a flush", .enabled(if: Machine.canTrace, "skipped: strace cannot trace here"))
struct FlushTests {
    @Test("killed at any of its flushes, the program loses nothing that its screen had shown as filed")
    func killedAtEach() throws {
        var script = "type \(Keys.opening(.infusion))\n"
        for number in 1...3 { script += "type nnote \(number)<Enter>\nscreen -\n" }
        var isWhole = false
        var deaths = 0
        for call in 1...40 where !isWhole {
            let ward = try Ward()
            let injection = "inject=fdatasync,fsync:signal=SIGKILL:when=\(call)"
            let outcome = try ward.play(
                script, under: Trace(in: ward).wrapper("fdatasync,fsync") + ["-e", injection])
            isWhole = outcome.ending == .exit(0)
            if !isWhole { deaths += 1 }
            let shown = (1...3).filter { outcome.output.contains("“note \($0)”") }
            if isWhole { #expect(shown == [1, 2, 3], "what is filed stands on the screen") }
            let listed = try ward.run("sessions", "--json")
            #expect(listed.ending == .exit(0) || shown.isEmpty)
            guard listed.output.contains("\"session\"") else {
                #expect(shown == [], "flush \(call)")
                continue
            }
            let session = try #require(try ward.sessions().first?["session"] as? String)
            let log = try ward.log(session)
            for number in shown { #expect(log.contains("note \(number)"), "flush \(call)") }
        }
        #expect(isWhole && deaths >= 4, "\(deaths) deaths")
    }

    @Test("a flush that fails is told, and the text is either filed once or still in its field")
    func failed() throws {
        let ward = try Ward()
        let session = try ward.openSession()
        let console = try ward.console("session", session, columns: 120)
        try console.see("0-9 reading")
        console.type("nbefore<Enter>")
        try console.see("“before”")
        #expect(console.reads { FileManager.default.fileExists(atPath: ward.data + "/ballast") })
        let failing = try Meddling(with: console, "fdatasync,fsync:error=EIO", in: ward)
        console.type("nunlucky<Enter>")
        try console.see("ENTRIES ARE NOT SAVED")
        #expect(
            FileManager.default.fileExists(atPath: ward.data + "/ballast"),
            "a disk that fails is not a full one: the reserve stays")
        failing.stop()
        if !console.sees("“unlucky”") {
            try console.see("▸ unlucky")
            console.type("<Enter>")
            try console.see("“unlucky”")
        }
        console.type("nafter<Enter>")
        try console.see("“after”")
        try console.seeGone("ENTRIES ARE NOT SAVED")
        let log = try ward.log(session)
        for note in ["before", "unlucky", "after"] {
            #expect(log.components(separatedBy: "\"text\":\"\(note)\"").count == 2, "\(note) is there once")
        }
    }
}
