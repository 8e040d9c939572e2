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
        #expect(outcome.output.contains("NOT READ, and counted for nothing: facts #2"))
    }

    @Test("a hole in the numbers is named once, a line that comes again once, and what follows is judged")
    func holes() throws {
        let reading = #"{"values":{"systolic":212,"diastolic":118}}"#
        let lines = [
            Self.opening, line(4, 51, "reading", reading), line(5, 52, "noteWritten", #"{"text":"a"}"#),
            line(5, 52, "noteWritten", #"{"text":"a"}"#), line(6, 53, "noteWritten", #"{"text":"b"}"#),
        ]
        let outcome = try assess(lines)
        let refused = outcome.output.split(separator: "\n").filter { $0.contains("refused") }
        #expect(
            refused == [
                "line 2:  refused  Facts 2 to 3 are missing before fact 4.",
                "line 4:  refused  Fact 5 comes again or too late; 6 is next.",
            ])
        #expect(outcome.output.contains("212/118"))
        let review = try assess(lines, by: "review")
        #expect(review.errors.split(separator: "\n").count == 2, "\(review.errors)")
        #expect(review.output.contains("NOT READ, and counted for nothing: facts #2 #3"), "\(review.output)")
    }

    @Test("a line that is too long hides none of those after it")
    func longLine() throws {
        let long = line(2, 51, "noteWritten", #"{"text":"\#(String(repeating: "x", count: 3 << 20))"}"#)
        let lines = [
            Self.opening, long, line(3, 52, "reading", #"{"values":{"systolic":212,"diastolic":118}}"#),
        ]
        let outcome = try assess(lines)
        #expect(outcome.output.contains("line 2:  refused  the line is longer than 1 MiB"))
        #expect(outcome.output.contains("212/118"))
    }

    @Test("a checkpoint whose reading may be the line that cannot be read is not called missed")
    func perhapsMeasured() throws {
        func started(_ last: String) throws -> String {
            let reading = #"{"values":{"systolic":120,"diastolic":70,"heartRate":70,"spo2":98}}"#
            return try assess(
                [
                    Self.opening, line(2, 51, "reading", reading), line(3, 53, "reading", reading),
                    line(4, 54, "administrationStarted", #"{"milligrams":28}"#), last,
                    #"{"session":"paper-7","seq":6,"kind":"reading","measured":"2026-02-03T23:54:00Z","body":\#(reading)}"#,
                    #"{"session":"paper-7","seq":7,"kind":"reading","measured":"2026-02-04T01:54:00Z","body":\#(reading)}"#,
                ], by: "review"
            ).output
        }
        let unread = try started(line(5, 59, "reading", #"{"values":{"systolic":"much"}}"#))
        #expect(
            unread.contains("T0+20  not applicable: a fact that cannot be read may answer it"), "\(unread)")
        let whole = try started(line(5, 59, "noteWritten", #"{"text":"asleep"}"#))
        #expect(whole.contains("T0+20  missed"), "\(whole)")
    }
}
