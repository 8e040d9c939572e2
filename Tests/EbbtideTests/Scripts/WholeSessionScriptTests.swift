import Foundation
import Testing

@Suite("Whole sessions by script")
struct WholeSessionScriptTests {
    @Test(
        "two hours by each route, from the form to the signature, in seconds; the log goes round unchanged",
        arguments: Keys.Way.allCases)
    func whole(way: Keys.Way) throws {
        let ward = try Ward()
        let began = Instant.now
        let played = try ward.play(SessionScript(way).text + "screen -\n", ["--practice"])
        let took = Instant.now - began
        #expect(played.ending == .exit(0), "\(played.errors)")
        #expect(played.output.contains("signed"), "\(played.output)")
        #expect(took < 8, "two hours take \(took) s")
        let listed = try #require(try ward.sessions(practice: true).first)
        #expect(listed["over"] as? Bool == true, "\(played.output)")
        let session = try #require(listed["session"] as? String)
        try goesRound(session, in: ward)
    }

    private func goesRound(_ session: String, in ward: Ward) throws {
        let log = try ward.run("log", session, "--practice")
        #expect(log.ending == .exit(0))
        #expect(!log.output.contains("\"mode\":\"live\""))
        let file = ward.folder + "/session.jsonl"
        try log.output.write(toFile: file, atomically: false, encoding: .utf8)
        let assessed = try ward.run("assess", file, "--json")
        #expect(assessed.ending == .exit(0), "\(assessed.output)\(assessed.errors)")
        #expect(assessed.output.contains("\"to\":\"closed\""))
        let words = try ward.run("assess", file).output.split(separator: "\n")
        #expect(words.allSatisfy { $0.hasPrefix("PRACTICE  ") })
        let elsewhere = try Ward()
        #expect(try elsewhere.run("import", file, "--practice").ending == .exit(0))
        #expect(try elsewhere.run("log", session, "--practice").output == log.output)
        let again = try elsewhere.run("import", file, "--practice")
        #expect(again.output.contains("known already"))
        #expect(
            try elsewhere.run("import", file).ending == .exit(65), "practice never enters the live journal")
        #expect(try elsewhere.run("log", session).ending == .exit(66))
    }

    @Test("practice and live sessions are listed apart, and each says which it is")
    func apart() throws {
        let ward = try Ward()
        let live = try ward.openSession(label: "Live one")
        let practice = try ward.openSession(label: "Practice one", practice: true)
        #expect(try ward.sessions().map { $0["session"] as? String } == [live])
        #expect(try ward.sessions(practice: true).map { $0["session"] as? String } == [practice])
        #expect(try ward.run("log", practice).ending == .exit(66))
        #expect(try ward.run("log", live, "--practice").ending == .exit(66))
        let file = ward.folder + "/live.jsonl"
        try ward.log(live).write(toFile: file, atomically: false, encoding: .utf8)
        #expect(try ward.run("import", file, "--practice").ending == .exit(65))
    }

    @Test("a script that moves the clock is refused on the real journal before its first key")
    func clock() throws {
        let ward = try Ward()
        for step in ["pass 5m", "clock 2026-03-01T14:00:00Z"] {
            let played = try ward.play("type \(Keys.opening(.infusion))\n\(step)\n")
            #expect(played.ending == .exit(64))
            #expect(played.errors.contains("--practice"))
        }
        #expect(!FileManager.default.fileExists(atPath: ward.data + "/journal.sqlite"))
    }

    @Test("a script may set the clock to any date")
    func date() throws {
        let ward = try Ward()
        for date in ["2001-03-01T14:00:00Z", "2026-03-01T14:00:00Z", "2040-03-01T14:00:00Z"] {
            let script = "clock \(date)\ntype \(Keys.opening(.infusion, label: date))\npass 5m\nscreen -\n"
            let played = try ward.play(script, ["--practice"])
            #expect(played.ending == .exit(0), "\(played.errors)")
            #expect(played.output.contains("open 0:05:00"), "\(played.output)")
            #expect(played.output.contains("14:05:00"))
        }
    }

    @Test("a bad line of a script is named with its file and number, and no key is typed")
    func badLine() throws {
        let ward = try Ward()
        let played = try ward.play("type n\nfly away\n")
        #expect(played.ending == .exit(65))
        #expect(played.errors.contains(":2: "))
        #expect(try ward.run("--script", ward.folder + "/none").ending == .exit(66))
    }
}

/// The script of an unhurried session.
struct SessionScript {
    private(set) var text = ""

    init(_ way: Keys.Way) {
        type(Keys.opening(way))
        type("122/78 72 98 14 air<Enter>")
        type("e504000<Enter>")
        pass(2)
        type("124/80 74 98 14 air<Enter>")
        pass(1)
        give(way)
        let effects = 7
        for _ in 0..<effects {
            pass(15)
            settle()
        }
        leave(questions: way == .infusion ? 7 : 6, hasForm: way == .devices)
    }

    private mutating func type(_ keys: String) { text += "type \(keys)\n" }

    private mutating func pass(_ minutes: Int) { text += "pass \(minutes)m\n" }

    private mutating func settle() {
        type("122/78 74 98 14 air<Enter>")
        type("e504000<Enter>")
    }

    private mutating func give(_ way: Keys.Way) {
        switch way {
        case .infusion:
            type("ds250 0.21<Enter><Enter>")
            for _ in 0..<4 {
                pass(10)
                type("136/86 80 97 14<Enter>")
            }
            type("de")
        case .injection:
            type("ds35<Enter>left deltoid<Enter>")
            for _ in 0..<4 {
                pass(5)
                settle()
            }
        case .sprays:
            type("ds25<Enter>")
            pass(6)
            type("dn25<Enter>")
        case .devices:
            type("ds28<Enter>")
            pass(6)
            type("dn28<Enter>")
        }
    }

    private mutating func leave(questions: Int, hasForm: Bool) {
        for _ in 0..<2 {
            settle()
            type("wa" + String(repeating: "y", count: questions))
            pass(16)
        }
        type("wdfriend<Enter>")
        if hasForm { type("wmyKL, by fax<Enter>") }
        type("wsKim Lee<Enter>r")
    }
}
