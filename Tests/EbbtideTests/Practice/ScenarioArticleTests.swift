import Foundation
import Testing

@Suite("The article on teaching scenarios")
struct ScenarioArticleTests {
    private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources")

    private func article() throws -> String {
        try String(
            contentsOf: Self.sources.appendingPathComponent("ebbtide/Ebbtide.docc/Scenarios.md"),
            encoding: .utf8)
    }

    @Test(
        "its example is a scenario that can be played: passed by the good nurse, failed by one who does nothing"
    )
    func example() throws {
        let ward = try Ward()
        let text = try article()
        let begin = try #require(text.range(of: "```yaml\n")?.upperBound)
        let end = try #require(text.range(of: "```", range: begin..<text.endIndex)?.lowerBound)
        let folder = ward.data + "/scenarios"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = folder + "/quiet-infusion.yaml"
        try String(text[begin..<end]).write(toFile: file, atomically: false, encoding: .utf8)
        let checked = try ward.run("scenario", "check", file)
        #expect(checked.ending == .exit(0), "\(checked.output)\(checked.errors)")
        for (policy, status) in [("good", 0), ("none", 1)] as [(String, Int32)] {
            let played = try ward.run(
                all: [
                    "practice", "quiet-infusion", "--config", ward.data, "--headless", "--seed", "1",
                    "--policy",
                    policy, "--json",
                ])
            #expect(played.ending == .exit(status), "\(policy): \(played.errors)")
        }
    }

    @Test("it explains every key that a scenario of Ebbtide's own uses")
    func keys() throws {
        let text = try article()
        let folder = Self.sources.appendingPathComponent("Settings/Scenarios")
        var used: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let yaml = try String(contentsOf: file, encoding: .utf8)
            for line in yaml.split(separator: "\n") { used.formUnion(keys(in: line)) }
        }
        #expect(used.count > 60)
        for key in used.sorted() where !line(text, names: key) { Issue.record("\(key) is not explained") }
        #expect(!line(text, names: "sedative"), "a key that does not exist is not found: the search can fail")
    }

    /// The keys of a line: the one that it begins with, and those between braces. Prose has none.
    private func keys(in line: Substring) -> [String] {
        let braces = line.firstIndex(of: "{").map { line[$0...] } ?? ""
        let words = { (text: Substring) in text.split { " {},[]-".contains($0) } }
        return (words(line).prefix(1) + words(braces))
            .filter { $0.hasSuffix(":") && $0.dropLast().allSatisfy(\.isLetter) }
            .map { String($0.dropLast()) }
    }

    private func line(_ text: String, names key: String) -> Bool {
        text.contains("`\(key)`") || text.contains("`\(key):") || text.contains(" \(key):")
            || text.contains("{ \(key)") || text.contains(", \(key)")
    }
}
