import Foundation
import Testing

@Suite("A log with a line that cannot be read")
struct AssessTests {
    private static let opening = #"""
        {"session":"paper-7","seq":1,"kind":"sessionOpened","measured":"2026-02-03T22:50:00Z","body":{"earlierPeak":"no",\
        "firstSession":"no","patient":{"birthYear":1981,"label":"A. B.","sex":"female","treatedHypertension":"no",\
        "weightKg":70},"plannedMilligrams":56,"profile":"standard","protocol":"esketamine","route":"esketamine",\
        "software":"ebbtide 1","stimulantOrMAOI":"no","utcOffsetMinutes":0}}
        """#.replacingOccurrences(of: "\\\n", with: "")

    private func line(_ sequence: Int, _ minute: Int, _ kind: String, _ body: String) -> String {
        #"{"session":"paper-7","seq":\#(sequence),"kind":"\#(kind)","measured":"2026-02-03T22:\#(minute):00Z","body":\#(body)}"#
    }

    private func assess(_ lines: [String], by command: String = "assess") throws -> Ward.Outcome {
        let ward = try Ward()
        let file = ward.folder + "/torn.jsonl"
        try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        return try ward.run(command, file)
    }

    @Test("the readings after it are judged, and the line itself is named with what is wrong")
    func readOn() throws {
        let outcome = try assess([
            Self.opening, line(2, 55, "reading", #"{"values":{"systolic":"much"}}"#),
            line(3, 57, "reading", #"{"values":{"systolic":212,"diastolic":118}}"#),
        ])
        #expect(outcome.output.contains("line 2:  refused  key"))
        #expect(!outcome.output.contains("line 3:  refused"))
        #expect(outcome.output.contains("line 3:") && outcome.output.contains("212/118"))
        #expect(outcome.ending == .exit(65))
    }

    @Test("a review counts the readings after it too, and names the line")
    func review() throws {
        let readings = [
            line(3, 57, "reading", #"{"values":{"systolic":212,"diastolic":118}}"#),
            line(4, 59, "reading", #"{"values":{"systolic":208,"diastolic":116}}"#),
        ]
        let torn = [Self.opening, line(2, 55, "reading", #"{"values":{"systolic":"much"}}"#)] + readings
        let outcome = try assess(torn, by: "review")
        #expect(outcome.errors.contains("line 2: key"), "\(outcome.errors)")
        #expect(outcome.errors.contains("it is passed over"))
        #expect(outcome.output.contains("facts #4"), "\(outcome.output)")
        #expect(outcome.ending == .exit(65))
        let whole = try assess([Self.opening] + readings, by: "review")
        #expect(!whole.output.contains("facts #4"), "a hole in the numbers is no line that could not be read")
    }

    @Test("a hole in the numbers is still refused: what stood there is not known")
    func hole() throws {
        let outcome = try assess([
            Self.opening, line(3, 57, "reading", #"{"values":{"systolic":212,"diastolic":118}}"#),
        ])
        #expect(outcome.output.contains("line 2:  refused  The next fact has number 2, not 3."))
    }
}
