import Foundation
import Testing

@Suite("What each room may import")
struct ImportTests {
    /// Every room with what it may import; what is not listed may not be imported.
    private static let allowed: [String: Set<String>] = [
        "SessionCore": [],
        "Canvas": [],
        "Simulation": ["SessionCore"],
        "Review": ["SessionCore"],
        "ConsoleUI": ["SessionCore", "Review", "Simulation", "Canvas"],
        "Settings": ["SessionCore", "Simulation", "Canvas", "Yams", "Foundation"],
        "Journal": ["SessionCore", "GRDB", "CSodium", "Foundation", "Dispatch", "Synchronization"],
        "Terminal": ["Canvas", "CTerminal", "Glibc"],
    ]

    private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")

    /// The modules that a text imports.
    private static func imports(in text: String) -> Set<String> {
        var found: Set<String> = []
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
                words[..<index].allSatisfy({
                    $0.hasPrefix("@") || ["public", "internal", "private"].contains($0)
                })
            else { continue }
            let name = words[index + 1 == words.count - 1 ? index + 1 : index + 2]
            found.insert(name.split(separator: ".").first.map(String.init) ?? name)
        }
        return found
    }

    @Test("no room imports what it was not given", arguments: allowed.keys.sorted())
    func rooms(room: String) throws {
        let folder = Self.sources.appendingPathComponent(room)
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            count += 1
            let strange = Self.imports(in: try String(contentsOf: file, encoding: .utf8))
                .subtracting(Self.allowed[room] ?? [])
            #expect(strange.isEmpty, "\(file.lastPathComponent) imports \(strange.sorted())")
        }
        #expect(count > 5)
    }

    @Test("an import is seen whatever stands before or behind it")
    func control() {
        let text =
            "import Foundation\n@preconcurrency import Glibc\nimport struct Foundation.Date\n// import Nothing\n"
        #expect(Self.imports(in: text) == ["Foundation", "Glibc"])
    }

    @Test(
        "a practised session whose mode was rewritten does not enter the live journal: its clock gives it away"
    )
    func rewrittenPractice() throws {
        let ward = try Ward()
        let live = try GoldenRecords.lines("injection").map {
            $0.replacingOccurrences(of: "\"mode\":\"practice\"", with: "\"mode\":\"live\"")
        }
        let typed = live.map {
            $0.replacingOccurrences(of: "\"kind\":\"clockSet\"", with: "\"kind\":\"noteWritten\"")
                .replacingOccurrences(
                    of: "\"body\":\\{\"to\":\"[^\"]*\"\\}", with: "\"body\":{\"text\":\"x\"}",
                    options: .regularExpression)
        }
        let simulated = typed.map {
            $0.replacingOccurrences(
                of: "\"boot\":\\{\"id\":\"[^\"]*\"", with: "\"boot\":{\"id\":\"simulation\"",
                options: .regularExpression)
        }
        #expect(simulated != typed)
        for (lines, status, reason) in [
            (simulated, 65, "was practised"), (live, 65, "a script has set"), (typed, 0, ""),
        ] as [([String], Int32, String)] {
            let file = ward.folder + "/rewritten.jsonl"
            try (lines.joined(separator: "\n") + "\n").write(toFile: file, atomically: false, encoding: .utf8)
            let outcome = try ward.run("import", file)
            #expect(outcome.ending == .exit(status), "\(outcome.errors)")
            #expect(outcome.errors.contains(reason) || reason.isEmpty, "\(outcome.errors)")
        }
    }
}
