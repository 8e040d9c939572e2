import Foundation
import Testing

@Suite("Kinds of terminals")
struct TerminalTypeTests {
    @Test(
        "a terminal that cannot show the console is refused with one sentence and status 69",
        arguments: ["dumb", "", "unheard-of", nil])
    func refused(type: String?) throws {
        let ward = try Ward()
        ward.environment["TERM"] = type
        let console = try ward.console()
        #expect(console.end() == .exit(69))
        let said = console.text.split(separator: "\n").filter { !$0.allSatisfy { $0 == " " } }
        #expect(said.first?.hasPrefix("ebbtide: ") == true)
        #expect(said.count <= 2, "one sentence, perhaps broken at the edge: \(said)")
    }

    @Test("without a terminal the console is refused with one sentence and status 69")
    func noTerminal() throws {
        let outcome = try Ward().run()
        #expect(outcome.ending == .exit(69))
        #expect(outcome.errors.split(separator: "\n").count == 1)
        #expect(outcome.output == "")
    }

    @Test(
        "the screen is drawn on each kind of terminal",
        arguments: ["linux", "vt220", "vt100", "xterm-256color", "xterm", "screen", "tmux"])
    func drawn(type: String) throws {
        let ward = try Ward()
        let session = try ward.openSession()
        ward.environment["TERM"] = type
        let console = try ward.console("session", session, columns: 80, rows: 24)
        try console.see("LIVE")
        console.type("186/112 78 98 14<Enter>")
        try console.see("BP 186/112")
        try console.see("level 2")
        #expect(console.foreign == [])
    }

    @Test("with NO_COLOR no colour is sent, and the words carry the alarm")
    func noColour() throws {
        let ward = try Ward()
        let session = try ward.openSession()
        let coloured = try ward.console("session", session)
        try coloured.see("0-9 reading")
        #expect(colours(coloured) > 0, "the control: colours are sent without it")
        coloured.process.send(SIGTERM)
        _ = coloured.end()
        ward.environment["NO_COLOR"] = "1"
        let plain = try ward.console("session", session)
        try plain.see("0-9 reading")
        plain.type("186/112 78 98 14<Enter>")
        try plain.see("level 2")
        #expect(colours(plain) == 0)
    }

    @Test("in the C locale nothing but ASCII is sent")
    func ascii() throws {
        let ward = try Ward()
        let session = try ward.openSession()
        ward.environment["LANG"] = "C"
        let console = try ward.console("session", session)
        try console.see("0-9 reading")
        console.type("186/112 78 98 14<Enter>")
        try console.see("BP 186/112")
        #expect(console.sent.allSatisfy { $0 < 0x80 })
    }

    /// How often a colour was chosen.
    private func colours(_ console: Console) -> Int {
        String(decoding: console.sent, as: UTF8.self).matches(of: /\u{1B}\[[0-9;]*m/).filter { match in
            match.output.dropFirst(2).dropLast().split(separator: ";").contains { code in
                (30...38).contains(Int(code) ?? 0) || (40...48).contains(Int(code) ?? 0)
                    || (90...107).contains(Int(code) ?? 0)
            }
        }.count
    }
}
