import Foundation
import Testing

@Suite("Crashes")
struct CrashTests {
    @Test(
        "a crash gives the terminal back as it was, within half a second, and dies of its cause",
        arguments: [SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGTRAP])
    func restores(signal: Int32) throws {
        let ward = try Ward()
        let session = try ward.openSession()
        let console = try ward.console("session", session, controls: false)
        let before = try Console(
            ["true"], environment: ward.environment, columns: 80, rows: 24, controls: false
        ).settings
        try console.see("0-9 reading")
        #expect(console.settings != before, "the console reads keys raw")
        let struck = Instant.now
        console.process.send(signal)
        #expect(console.end(within: 5) == .signal(signal))
        #expect(Instant.now - struck < 0.5)
        console.read(waiting: 50)
        #expect(console.settings == before)
        let farewell = String(decoding: console.sent.suffix(200), as: UTF8.self)
        #expect(farewell.contains("\u{1B}[?1049l"), "the alternate screen is left")
        #expect(farewell.contains("\u{1B}[?25h"), "the cursor is shown")
        #expect(farewell.contains("\u{1B}[?2004l"), "pastes are no longer bracketed")
    }
}
