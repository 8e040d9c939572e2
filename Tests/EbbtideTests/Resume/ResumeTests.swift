import Foundation
import Testing

@Suite("Taking a session up again")
struct ResumeTests {
    @Test("after a kill the session stands where it stood, with the gap and the line that was being typed")
    func killed() throws {
        let ward = try Ward()
        let session = try ward.openSession()
        let console = try ward.console("session", session)
        try console.see("0-9 reading")
        console.type("122/78 72 98 14<Enter>")
        try console.see("BP 122/78")
        console.type("nhalf a thou")
        try console.see("half a thou")
        let typed = console.screen.text.first
        // What is being typed is kept once a second.
        #expect(console.reads { console.screen.text.first != typed })
        let kept = console.screen.text.first
        #expect(console.reads { console.screen.text.first != kept })
        console.process.send(SIGKILL)
        #expect(console.end() == .signal(SIGKILL))
        let again = try ward.console()
        try again.see("UNFINISHED Case 7, born 1980")
        again.type("<Enter>")
        try again.see("Continue Case 7, born 1980")
        again.type("y")
        try again.see("console resumed after")
        try again.see("BP 122/78")
        try again.see("typed and not filed: half a thou")
    }

    @Test("the list says where a session of today stands; one that was left open days ago it only offers")
    func leftOpen() throws {
        let ward = try Ward()
        try ward.openSession(label: "Today", practice: true)
        let old = "clock 2026-03-01T14:00:00Z\ntype \(Keys.opening(.injection, label: "March"))\n"
        #expect(try ward.play(old, ["--practice"]).ending == .exit(0))
        let lines = try ward.play("screen -\n", ["--practice"]).output.split(separator: "\n").map(String.init)
        let today = try #require(lines.firstIndex { $0.contains("UNFINISHED Today") })
        let march = try #require(lines.firstIndex { $0.contains("UNFINISHED March") })
        #expect(lines[today + 1].contains("before dose"), "\(lines)")
        #expect(lines[march + 1].contains("open it to see where it stands"), "\(lines)")
    }

    @Test(
        "what was typed into the form of a new session is offered again after a kill and after TERM, and dropped on request",
        arguments: [SIGKILL, SIGTERM])
    func form(signal: Int32) throws {
        let ward = try Ward()
        let console = try ward.console()
        try console.see("no session yet")
        console.type("nCase 9<Enter>1971<Enter>81")
        try console.see("▸ weight")
        try console.see("81")
        // What is being typed is kept once a second; TERM gives time to keep it.
        if signal == SIGKILL { _ = console.reads(within: 3) { false } }
        console.process.send(signal)
        #expect(console.end() != nil)
        let again = try ward.console()
        try again.see("a new session was being typed and is not opened: n offers it")
        #expect(try ward.sessions().isEmpty, "it is offered, never opened by itself")
        again.type("n")
        try again.see("go on with it: Case 9 1971")
        again.type("g")
        for kept in ["Case 9", "1971", "81"] { try again.see(kept) }
        again.type("<Enter>f<Enter>n<Enter>m<Enter>35<Enter>n<Enter>n<Enter>n<Enter><Enter><Enter>KL<Enter>")
        try again.see("0-9 reading")
        again.process.send(SIGTERM)
        _ = again.end()
        let third = try ward.console()
        try third.see("UNFINISHED Case 9, born 1971")
        #expect(!third.sees("n offers it"))
    }

    @Test("the clock has run on, and what fell due meanwhile is raised in the first frame")
    func overdue() throws {
        let ward = try Ward()
        let began = Date(timeIntervalSinceNow: -40 * 60).ISO8601Format()
        let script = """
            clock \(began)
            type \(Keys.opening(.injection))
            type 122/78 72 98 14 air<Enter>
            pass 2m
            type 124/80 74 98 14 air<Enter>
            type ds35<Enter>left deltoid<Enter>
            screen -
            """
        let played = try ward.play(script, ["--practice"])
        try #require(played.ending == .exit(0), "\(played.errors)")
        #expect(played.output.contains("T0+0:00"), "\(played.output)")
        let session = try #require(try ward.sessions(practice: true).first?["session"] as? String)
        let console = try ward.console("session", session, "--practice", columns: 120, rows: 40)
        #expect(console.reads { console.sees("Case 7") && console.sees("0-9 reading") })
        for wanted in ["PRACTICE", "T0+0:3", "overdue"] {
            #expect(console.sees(wanted), "\(wanted) in the first frame\n\(console.text)")
        }
        try console.see("console resumed after 3")
    }

    @Test("a second console on the same session only watches, and may write when the first has gone")
    func watching() throws {
        let ward = try Ward()
        let session = try ward.openSession()
        let first = try ward.console("session", session)
        try first.see("0-9 reading")
        #expect(!first.sees("WATCHING"))
        let second = try ward.console("session", session)
        try second.see("WATCHING")
        second.type("1")
        try second.see("no reading can be entered")
        first.type("nseen by both<Enter>")
        try first.see("“seen by both”")
        try second.see("“seen by both”")
        second.type("qq")
        #expect(second.end() == .exit(0))
        first.process.send(SIGKILL)
        _ = first.end()
        let third = try ward.console("session", session)
        try third.see("0-9 reading")
        third.type("nmine now<Enter>")
        try third.see("“mine now”")
        #expect(!third.sees("WATCHING"))
    }

    @Test("a watching console says that the writing one has crashed, and writes when it is told to")
    func takeOver() throws {
        let ward = try Ward()
        let session = try ward.openSession()
        let first = try ward.console("session", session)
        try first.see("0-9 reading")
        let second = try ward.console("session", session, columns: 120, rows: 40)
        try second.see("WATCHING")
        second.type("T")
        try second.see("take over is not possible now")
        first.process.send(SIGKILL)
        _ = first.end()
        try second.see("NOBODY WRITES THIS SESSION")
        second.type("T")
        try second.see("Write the session of Case 7, born 1980, here?")
        second.type("y")
        #expect(second.reads { !second.sees("WATCHING") && !second.sees("NOBODY WRITES") }, "\(second.text)")
        second.type("nmine now<Enter>")
        try second.see("“mine now”")
    }

    @Test("of consoles that start at once on one session, one writes and the others watch")
    func race() throws {
        let ward = try Ward()
        for round in 0..<6 {
            let session = try ward.openSession(label: "Case \(round)")
            let consoles = try (0..<3).map { _ in try ward.console("session", session) }
            for (index, console) in consoles.enumerated() {
                try console.see("Case \(round)")
                console.type("nfrom \(index)<Enter>")
            }
            let writers = consoles.filter { console in
                _ = console.reads { console.sees("WATCHING") || console.sees("“from") }
                return !console.sees("WATCHING")
            }
            #expect(writers.count == 1)
            let log = try ward.log(session)
            #expect(log.components(separatedBy: "\"text\":\"from ").count == 2, "one note was filed")
        }
    }

    @Test("a session that is not there is named, with status 66, before the terminal is touched")
    func unknown() throws {
        let ward = try Ward()
        for _ in 0..<2 {
            let console = try ward.console("session", "20260101-000000000-none")
            #expect(console.end() == .exit(66))
            #expect(!console.sent.contains(0x1B))
            try ward.openSession(label: "Another")
        }
    }
}
