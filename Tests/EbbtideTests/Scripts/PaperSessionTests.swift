import Foundation
import Testing

@Suite("A session that was kept on paper")
struct PaperSessionTests {
    /// Typed in at 15:00: baseline at 13:45 and 13:47, T0 at 13:50, a reading at 14:05, one of now.
    private func script(began: String) -> String {
        let opening = Keys.opening(.injection).dropFirst("n".count)
        return """
            clock 2026-03-01T15:00:00Z
            type \(began)<Enter>\(opening)
            type @13:45 122/78 72 98 14 air<Enter>
            type @13:47 124/80 74 98 14 air<Enter>
            type ds35 @13:50<Enter>left deltoid<Enter>
            type l13:55<Enter>
            type nsettled<Enter>
            type @14:05 166/98 82 97 14<Enter>
            type 128/82 74 98 14<Enter>
            screen -
            """
    }

    private func facts(_ ward: Ward) throws -> [[String: Any]] {
        let session = try #require(try ward.sessions(practice: true).first?["session"] as? String)
        let log = try ward.run("log", session, "--practice").output
        return try log.split(separator: "\n").map { line in
            try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    @Test("is opened with the times that it had: earlier facts are from paper and late, both times kept")
    func times() throws {
        let ward = try Ward()
        let played = try ward.play(
            script(began: "13:40"), ["session", "open", "--from-paper", "--practice"])
        #expect(played.ending == .exit(0), "\(played.errors)")
        let facts = try facts(ward)
        #expect(facts.first?["measured"] as? String == "2026-03-01T13:40:00.000Z", "\(played.output)")
        let onPaper = facts.filter { $0["source"] as? String == "paper" }
        let kinds = [
            "sessionOpened", "reading", "reading", "administrationStarted", "noteWritten", "reading",
        ]
        #expect(onPaper.map { $0["kind"] as? String } == kinds, "\(played.output)")
        for fact in onPaper {
            #expect((fact["entered"] as? String)?.hasPrefix("2026-03-01T15:00") == true)
            #expect((fact["measured"] as? String)?.hasPrefix("2026-03-01T1") == true)
        }
        #expect(facts.last { $0["kind"] as? String == "reading" }?["source"] as? String == "live")
        #expect(facts.first?["boot"] == nil, "no running console saw it begin")
        for shown in ["T0+1:10:00", "estimated", "is the clock right?", "entered 15:00, 55m late"] {
            #expect(played.output.contains(shown), "\(shown)\n\(played.output)")
        }
    }

    @Test("the nurse vouches for the clock once; nothing lies before the beginning of the paper record")
    func confirmed() throws {
        let ward = try Ward()
        let script = script(began: "13:40") + "\ntype y\ntype @13:39 120/80<Enter>\nscreen -\n"
        let played = try ward.play(
            script, ["session", "open", "--from-paper", "--practice"])
        let last = played.output.components(separatedBy: "is the clock right?").last ?? ""
        #expect(!last.contains("estimated"))
        #expect(last.contains("13:39 lies before the session was opened"), "\(played.output)")
        let after = try facts(ward).map { $0["kind"] as? String }
        #expect(after.contains("timeConfirmed"))
    }

    @Test("--began fills the form's field; a time that is none, or ahead, is refused with status 64")
    func began() throws {
        let ward = try Ward()
        let open = ["session", "open", "--practice"]
        let played = try ward.play(
            script(began: ""), open + ["--from-paper", "--began", "2026-03-01T13:40:00Z"])
        #expect(played.ending == .exit(0), "\(played.errors)")
        #expect(try facts(ward).first?["measured"] as? String == "2026-03-01T13:40:00.000Z")
        let wrong = [
            ["--from-paper", "--began", "soon"], ["--began", "13:40"],
            ["--from-paper", "--began", "2999-01-01T00:00Z"],
        ]
        for arguments in wrong { #expect(try ward.run(all: open + arguments).ending == .exit(64)) }
        #expect(try ward.run("session", "open", "--help").output.contains("--from-paper"))
        #expect(try ward.play("screen -\n", open).output.contains("New session"))
    }
}
