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

    /// The article beside the program, found from this file.
    private static let article: String = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let path = root.appendingPathComponent("Sources/ebbtide/Ebbtide.docc/Cohort.md")
        return (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    }()

    @Test("every key, kind and measure that is printed stands in the article")
    func documented() throws {
        let trial = ["--route", "im", "--n", "100", "--wrong", "ka"]
        var kinds: Set<String> = []
        for arguments in [trial, ["--reference"]] {
            let outcome = try Ward().run(all: ["cohort", "--json"] + arguments)
            for line in outcome.output.split(separator: "\n") {
                let parsed = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                let object = try #require(parsed)
                let kind = try #require(object["kind"] as? String)
                kinds.insert(kind)
                for word in object.keys + [kind, object["measure"] as? String ?? "kind"] where word != "kind"
                {
                    #expect(Self.article.contains("`\(word)`"), "\(word) is not in the article")
                }
            }
        }
        #expect(kinds == ["trial", "course", "share", "row", "reference", "check"])
        #expect(!Self.article.contains("`a word that nobody wrote`"))
    }

    @Test("for people a trial is a table by minute that fits 80 columns, then the shares, then the rows")
    func table() throws {
        let outcome = try Ward().run("cohort", "--route", "im", "--n", "100")
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        let head = try #require(lines.firstIndex { $0.hasPrefix(" min") })
        #expect(lines[head + 2].hasPrefix("  10") && lines[head + 2].contains("±"))
        #expect(lines.filter { $0.contains("±") && !$0.contains("SD") }.allSatisfy { $0.count <= 80 })
        #expect(outcome.output.contains("% of sessions: systolic 160 or more"))
        #expect(lines.last { !$0.isEmpty }?.hasPrefix("pass ") == true)
        #expect(!outcome.output.contains("systolicRise"), "words, not keys")
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
