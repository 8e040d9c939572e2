import Foundation
import Testing

@Suite("The command that plays an exercise")
struct PracticeCommandTests {
    private let short = ["practice", "laryngospasm", "--headless", "--seed", "4"]

    @Test(
        "same scenario, policy and seed print the same bytes; facts stand before the score, and all say practice"
    )
    func sameBytes() throws {
        let ward = try Ward()
        let arguments = short + ["--policy", "good", "--json"]
        let first = try ward.run(all: arguments)
        #expect(first.ending == .exit(0), "\(first.errors)")
        #expect(first.output == (try ward.run(all: arguments).output))
        let lines = first.output.split(separator: "\n")
        let objects = try lines.map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(objects.first?["kind"] as? String == "sessionOpened")
        #expect(objects.dropLast().allSatisfy { $0["mode"] as? String == "practice" })
        #expect(objects.last?["passed"] as? Bool == true)
    }

    @Test("who does nothing fails with status 1, and the debrief says what was missing, facts first")
    func none() throws {
        let outcome = try Ward().run(all: short + ["--policy", "none"])
        #expect(outcome.ending == .exit(1))
        let facts = try #require(outcome.output.firstRange(of: "What happened"))
        let verdict = try #require(outcome.output.firstRange(of: "NOT PASSED"))
        #expect(facts.lowerBound < verdict.lowerBound)
        #expect(outcome.output.hasPrefix("PRACTICE  laryngospasm"))
    }

    @Test("an unknown scenario, policy or no scenario at all is refused with a sentence")
    func mistakes() throws {
        let ward = try Ward()
        #expect(try ward.run("practice", "nowhere").ending == .exit(66))
        #expect(try ward.run("practice").ending == .exit(64))
        #expect(try ward.run("practice", "panic", "--headless", "--policy", "lucky").ending == .exit(64))
        let json = try ward.run("practice", "panic", "--json")
        #expect(json.ending == .exit(64) && json.errors.contains("--headless"), "\(json.errors)")
    }

    @Test("an exercise on the screen is kept in the practice journal alone, from its first fact on")
    func keptInPractice() throws {
        let ward = try Ward()
        let script = ward.folder + "/exercise.keys"
        try "type t\ntype nall quiet<Enter>\ntype qy\ntype q\n".write(
            toFile: script, atomically: true, encoding: .utf8)
        let run = try ward.run(
            "practice", "wrong-entry", "--seed", "1", "--script", script, "--size", "120x40")
        #expect(run.ending == .exit(0), "\(run.errors)")
        #expect(try ward.run("sessions").output.contains("practice-") == false)
        #expect(try ward.run("sessions", "--practice").output.contains("practice-"))
    }
}
