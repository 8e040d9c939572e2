import Foundation
import Testing

@Suite("The command that runs virtual trials")
struct CohortCommandTests {
    @Test(
        "the same route, number and seed print the same bytes, one JSON object a line, each row with its verdict"
    )
    func sameBytes() throws {
        let ward = try Ward()
        let arguments = ["cohort", "--route", "im", "--n", "100", "--seed", "4", "--json"]
        let first = try ward.run(all: arguments)
        let second = try ward.run(all: arguments)
        #expect(first.ending == .exit(0))
        #expect(first.output == second.output)
        var verdicts: [Bool] = []
        for line in first.output.split(separator: "\n") {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            let kind = object?["kind"] as? String
            #expect(["trial", "course", "share", "row"].contains(kind))
            if kind == "row" { verdicts.append(object?["pass"] as? Bool ?? false) }
        }
        #expect(verdicts == [true, true, true])
    }

    @Test("a number that is wrong on purpose ends in status 1, a wrong argument in 64 with a sentence")
    func statuses() throws {
        let ward = try Ward()
        let im = ["cohort", "--route", "im", "--n", "100"]
        #expect(try ward.run(all: im + ["--wrong", "ka"]).ending == .exit(1))
        let mistakes = [
            ["cohort"], im + ["--wrong", "k"], im + ["--wrong", "fly"], ["cohort", "--route", "po"],
            ["cohort", "--route", "im", "--n", "99"], ["cohort", "--reference", "--route", "im"],
        ]
        for arguments in mistakes {
            let outcome = try ward.run(all: arguments)
            #expect(outcome.ending == .exit(64), "\(arguments)")
            #expect(!outcome.errors.isEmpty)
        }
    }

    @Test("the reference tables are printed as stated beside as computed, all of them agreeing")
    func reference() throws {
        let outcome = try Ward().run("cohort", "--reference")
        #expect(outcome.ending == .exit(0))
        #expect(outcome.output.contains("pass 0.5 mg/kg over 40 min, rise of systolic pressure"))
        #expect(!outcome.output.contains("FAIL"))
    }
}
