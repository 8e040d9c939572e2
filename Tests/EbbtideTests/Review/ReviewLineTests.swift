import Foundation
import Testing

@Suite("What review --json prints")
struct ReviewLineTests {
    /// The article beside the program, found from this file.
    private static let article: String = {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let path = root.appendingPathComponent("Sources/ebbtide/Ebbtide.docc/Review.md")
        return (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    }()

    @Test("every key and every type that is printed stands in the article's table")
    func documented() throws {
        let ward = try Ward()
        #expect(try ward.play(SessionScript(.infusion).text, ["--practice"]).ending == .exit(0))
        let listed = try #require(try ward.sessions(practice: true).first)
        let session = try #require(listed["session"] as? String)
        _ = try ward.run(
            "review", session, "--practice", "--comment", "asked late", "--at", "40m", "--author", "MK")
        var keys: Set<String> = []
        var types: Set<String> = []
        for arguments in [[session], [session, "--against", session], []] {
            let outcome = try ward.run(all: ["review"] + arguments + ["--practice", "--json"])
            for line in outcome.output.split(separator: "\n") {
                let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                let printed = try #require(object)
                keys.formUnion(printed.keys)
                types.insert(try #require(printed["type"] as? String))
            }
        }
        for key in keys { #expect(Self.article.contains("`\(key)`"), "the key \(key) is not in the article") }
        for type in types { #expect(Self.article.contains("`\(type)`"), "\(type) is not in the article") }
        #expect(types.isSuperset(of: ["session", "item", "stretch", "comment", "measure", "moment"]))
        #expect(keys.isSuperset(of: ["outcome", "facts", "counts", "medianSeconds", "group", "minute"]))
        #expect(!Self.article.contains("`a word that nobody wrote`"))
    }
}
