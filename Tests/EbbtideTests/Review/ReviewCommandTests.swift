import Foundation
import Testing

@Suite("ebbtide review")
struct ReviewCommandTests {
    private func ward() throws -> (ward: Ward, session: String) {
        let ward = try Ward()
        #expect(try ward.play(SessionScript(.infusion).text, ["--practice"]).ending == .exit(0))
        let listed = try #require(try ward.sessions(practice: true).first)
        return (ward, try #require(listed["session"] as? String))
    }

    @Test("every line of a practice session says so, and raw facts come before counts")
    func practice() throws {
        let (ward, session) = try ward()
        let said = try ward.run("review", session, "--practice")
        #expect(said.ending == .exit(0), "\(said.errors)")
        let lines = said.output.split(separator: "\n")
        #expect(lines.allSatisfy { $0.hasPrefix("PRACTICE") })
        let happened = try #require(lines.firstIndex { $0.contains("What happened") })
        let counts = try #require(lines.firstIndex { $0.contains("Counts") })
        #expect(happened < counts)
        let objects = try ward.run("review", session, "--practice", "--json").output.split(separator: "\n")
        for line in objects {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["mode"] as? String == "practice")
        }
        #expect(try ward.run("review", session).ending == .exit(66), "it is in no live journal")
    }

    @Test("one session and the journal that holds it alone give the same counts")
    func across() throws {
        let (ward, session) = try ward()
        func counts(_ output: String) -> [Substring] {
            output.split(separator: "\n").filter { $0.contains("checkpoints    ") }
        }
        let one = counts(try ward.run("review", session, "--practice").output)
        let all = counts(try ward.run("review", "--practice").output)
        #expect(!one.isEmpty)
        #expect(all.first == one.first)
        let none = try ward.run("review", "--practice", "--since", "2090-01-01")
        #expect(none.output.contains("all: 0 sessions"))
    }

    @Test("a comment shows in the review and is in no exported fact")
    func comment() throws {
        let (ward, session) = try ward()
        let before = try ward.run("log", session, "--practice").output
        let kept = try ward.run(
            "review", session, "--practice", "--comment", "asked late", "--at", "40m", "--author", "MK")
        let beyond = try ward.run(
            "review", session, "--practice", "--comment", "x", "--at", "400h", "--author", "MK")
        #expect(beyond.ending == .exit(64) && beyond.errors.contains("400h lies outside"), "\(beyond.errors)")
        #expect(kept.ending == .exit(0), "\(kept.errors)")
        #expect(try ward.run("review", session, "--practice").output.contains("asked late"))
        #expect(try ward.run("log", session, "--practice").output == before)
    }

    @Test("a session compared with itself says the same on both sides")
    func against() throws {
        let (ward, session) = try ward()
        let said = try ward.run("review", session, "--against", session, "--practice", "--json")
        #expect(said.ending == .exit(0), "\(said.errors)")
        for line in said.output.split(separator: "\n") where line.contains("\"moment\"") {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["first"] as? [String] == object?["second"] as? [String])
        }
    }

    @Test("one fault that shows in every line behind it is said once, with how far it goes")
    func sameFault() throws {
        let ward = try Ward()
        let session = try ward.openSession()
        let log = try ward.run("log", session).output
        let twice = ward.folder + "/twice.jsonl"
        let lines = log.split(separator: "\n")
        try (log + log).write(toFile: twice, atomically: false, encoding: .utf8)
        let said = try ward.run("review", twice)
        #expect(said.ending == .exit(65))
        #expect(
            said.errors.split(separator: "\n") == [
                "ebbtide: \(twice), line \(lines.count + 1): Fact 1 comes again or too late; \(lines.count + 1) is next.",
                "ebbtide: \(twice), up to line \(2 * lines.count): the same of "
                    + (lines.count == 2 ? "1 more line" : "\(lines.count - 1) more lines"),
            ])
    }

    @Test("bad input is answered with a sentence and a status")
    func bad() throws {
        let ward = try Ward()
        try ward.openSession()
        let file = ward.folder + "/bad.jsonl"
        try "{\"not\": \"a fact\"}\n".write(toFile: file, atomically: false, encoding: .utf8)
        let empty = ward.folder + "/empty.jsonl"
        try "".write(toFile: empty, atomically: false, encoding: .utf8)
        let cases: [(arguments: [String], status: Int32)] = [
            (["review", "none-such"], 66), (["review", "--since", "yesterday"], 64),
            (["review", "--route", "oral"], 64), (["review", file], 65), (["review", empty], 65),
            (["review", "none-such", "--comment", "x"], 64), (["review", "--against", "x"], 64),
            (["review", "x", "--comment", "x", "--at", "soon", "--author", "MK"], 64),
        ]
        for (arguments, status) in cases {
            let outcome = try ward.run(all: arguments)
            #expect(outcome.ending == .exit(status), "\(arguments): \(outcome.errors)")
            #expect(!outcome.errors.isEmpty)
        }
    }
}
