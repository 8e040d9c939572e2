import Foundation
import Simulation
import Testing

/// How a console is asked to go, or loses its terminal.
enum Farewell: String, CaseIterable, Sendable {
    case terminate, interrupt, hangUp, quit, closedWindow, closedWindowUnheard

    /// Sends it.
    func reach(_ console: Console) {
        switch self {
        case .terminate: console.process.send(SIGTERM)
        case .interrupt: console.process.send(SIGINT)
        case .hangUp: console.process.send(SIGHUP)
        case .quit: console.process.send(SIGQUIT)
        case .closedWindow, .closedWindowUnheard: console.closeTerminal()
        }
    }

    /// What the program runs under.
    var wrapper: [String] {
        self == .closedWindowUnheard ? ["sh", "-c", "trap '' HUP; exec \"$0\" \"$@\""] : []
    }
}

@Suite("Signals and windows that close")
struct SignalTests {
    @Test(
        "asked to end in the middle of a line, the console goes within a second and offers the line again",
        arguments: Farewell.allCases)
    func farewell(_ farewell: Farewell) throws {
        let ward = try Ward()
        let session = try ward.openSession()
        let console = try ward.console("session", session, under: farewell.wrapper)
        try console.see("0-9 reading")
        console.type("131/8")
        try console.see("▸ 131/8")
        let asked = Instant.now
        farewell.reach(console)
        #expect(console.end(within: 5) == .exit(0))
        #expect(Instant.now - asked < 1)
        #expect(try ward.log(session).contains("\"kind\":\"consoleClosed\""))
        #expect(try !ward.log(session).contains("\"kind\":\"reading\""), "a draft is never a fact")
        let again = try ward.console("session", session)
        try again.see("typed and not filed: 131/8")
        again.type("b")
        try again.see("▸ 131/8")
    }

    @Test("Control-C is a key that says how to leave, and never ends anything")
    func interruptKey() throws {
        let ward = try Ward()
        let console = try ward.console()
        try console.see("new session")
        console.type("<C-c>")
        try console.see("Ctrl-C ends nothing here")
        console.type(Keys.opening(.injection))
        try console.see("0-9 reading")
        for _ in 0..<20 { console.type("<C-c>") }
        try console.see("Ctrl-C ends nothing here: w ends the session, q leaves it running")
        console.type("13<C-c>")
        try console.see("▸ 13")
        #expect(console.process.ending() == nil)
    }

    @Test("two hundred changes of the window's size leave the same screen as one")
    func resizing() throws {
        let ward = try Ward()
        let console = try ward.console("session", try ward.openSession())
        try console.see("0-9 reading")
        var dice = SeededChance(seed: 7)
        for _ in 0..<200 {
            console.resize(
                columns: Int.random(in: 0..<200, using: &dice) + 1,
                rows: Int.random(in: 0..<60, using: &dice) + 1)
            console.read(waiting: 1)
        }
        console.read(waiting: 300)
        console.resize(columns: 120, rows: 40)
        try console.see("0-9 reading")
        try console.see("LIVE")
        #expect(console.foreign == [])
        console.type("9")
        try console.see("▸ 9")
    }

    @Test("a console with a session is not stopped; without one it stops and comes back")
    func stopping() throws {
        let ward = try Ward()
        let session = try ward.openSession()
        let console = try ward.console("session", session)
        try console.see("0-9 reading")
        console.process.send(SIGTSTP)
        console.type("12")
        try console.see("▸ 12")
        console.type("<Esc>qh")
        try console.see("new session")
        console.process.send(SIGTSTP)
        #expect(console.reads(until: { state(of: console.process.id) == "T" }))
        console.process.send(SIGCONT)
        console.type("n")
        try console.see("patient label")
        console.process.send(SIGTERM)
        #expect(console.end() == .exit(0))
    }

    @Test(
        "a command without a screen ends by an interrupt as any program does", arguments: [SIGINT, SIGTERM])
    func interruptedCommand(signal: Int32) throws {
        let ward = try Ward()
        let reading = try ward.console("assess", "-")
        // Prepared, and waiting for its input: a signal that comes earlier would end any process.
        let isWaiting = reading.reads {
            status(of: reading.process.id).contains("Umask:\t0077") && state(of: reading.process.id) == "S"
        }
        #expect(isWaiting)
        reading.process.send(signal)
        #expect(reading.end() == .signal(signal))
    }

    @Test("signals of all kinds, mixed at random while readings are typed, disturb nothing")
    func mixed() throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("mixed signals: seed \(seed)")
        var dice = SeededChance(seed: seed)
        let ward = try Ward()
        let session = try ward.openSession()
        let console = try ward.console("session", session)
        try console.see("0-9 reading")
        let signals = [SIGWINCH, SIGTSTP, SIGCONT, SIGPIPE, SIGXFSZ]
        for number in 1...10 {
            for key in "nnote \(number)" {
                console.type(String(key))
                for _ in 0..<3 {
                    console.process.send(signals[Int.random(in: 0..<signals.count, using: &dice)])
                }
                console.read(waiting: 0)
            }
            console.type("<Enter>")
            try console.see("“note \(number)”")
        }
        console.process.send(SIGTERM)
        #expect(console.end() == .exit(0), "seed \(seed)")
        #expect(try ward.log(session).components(separatedBy: "noteWritten").count == 11)
    }

    private func status(of process: pid_t) -> String {
        (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    }

    private func state(of process: pid_t) -> String {
        let stat = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        return stat.split(separator: ")").last.map { String($0.dropFirst().prefix(1)) } ?? ""
    }
}
