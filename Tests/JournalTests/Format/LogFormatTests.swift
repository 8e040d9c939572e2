import Foundation
import SessionCore
import Testing

@testable import Journal

/// The article that documents the log format, taken apart.
private struct Article {
    /// Documented keys by heading (`### kind`), and those of the head of a line under "head".
    var keys: [String: Set<String>] = [:]
    var required: [String: Set<String>] = [:]
    var example = Data()

    init() throws {
        let here = URL(fileURLWithPath: #filePath)
        let file = here.deletingLastPathComponent().appending(
            path: "../../../Sources/Journal/Journal.docc/LogFormat.md")
        var heading = ""
        var isExample = false
        for line in try String(contentsOf: file.standardized, encoding: .utf8).split(separator: "\n") {
            if line == "```" {
                isExample.toggle()
            } else if isExample {
                example += Data(line.utf8) + [0x0A]
            } else if line.hasPrefix("### ") {
                heading = String(line.dropFirst(4))
            } else if line.hasPrefix("## ") {
                heading = line == "## The head of every line" ? "head" : ""
            } else if line.hasPrefix("#### ") {
                heading = "protocol"
            } else if line.hasPrefix("| `"), let key = line.split(separator: "`").dropFirst().first {
                keys[heading, default: []].insert(String(key))
                if line.contains("` | yes |") { required[heading, default: []].insert(String(key)) }
            }
        }
    }
}

/// The paths of keys in an object, for example `values.systolic`; the objects in `whole` count as one value.
private func paths(_ object: [String: Any], whole: Set<String>, under prefix: String = "") -> Set<String> {
    object.reduce(into: []) { found, entry in
        let path = prefix + entry.key
        if let inner = entry.value as? [String: Any], !whole.contains(path) {
            found.formUnion(paths(inner, whole: whole, under: path + "."))
        } else {
            found.insert(path)
        }
    }
}

private func object(_ line: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
}

@Suite("The documented log format")
struct LogFormatTests {
    @Test("every key of every kind of fact is documented, and every documented key is written")
    func keys() throws {
        let article = try Article()
        let coder = FactCoder()
        var kinds: Set<String> = []
        for fact in try factsOfEveryKind() {
            let line = try object(coder.line(of: fact))
            #expect(paths(line, whole: ["body"]) == article.keys["head"])
            let body = try #require(line["body"] as? [String: Any])
            #expect(
                paths(body, whole: ["was.body", "now.body"]) == article.keys[fact.body.kind.rawValue],
                "\(fact.body.kind)")
            kinds.insert(fact.body.kind.rawValue)
        }
        #expect(kinds.union(["head", "protocol"]) == Set(article.keys.keys))
    }

    @Test("a fact with nothing but the required keys is read; without any one of them it is not")
    func required() throws {
        let article = try Article()
        let coder = FactCoder()
        for fact in try factsOfEveryKind() {
            let line = try object(coder.line(of: fact))
            var body = try #require(line["body"] as? [String: Any])
            let needed = article.required[fact.body.kind.rawValue] ?? []
            let tops = Set(needed.map { $0.prefix { $0 != "." } }.map(String.init))
            for key in body.keys where !tops.contains(key) && !["values", "answers", "rate"].contains(key) {
                body[key] = nil
            }
            var bare: [String: Any] = ["body": body]
            for key in ["session", "kind", "measured"] { bare[key] = line[key] }
            _ = try coder.fact(from: JSONSerialization.data(withJSONObject: bare), number: 1)
            for key in needed where !key.contains(".") {
                var without = body
                without[key] = nil
                bare["body"] = without
                let bytes = try JSONSerialization.data(withJSONObject: bare)
                #expect(throws: LineError.self, "\(fact.body.kind) without \(key)") {
                    try coder.fact(from: bytes, number: 1)
                }
            }
        }
    }

    @Test(
        "the worked session can be imported, is logged again byte for byte and is written the same way by Ebbtide"
    )
    func example() throws {
        let folder = TemporaryFolder()
        let article = try Article()
        let file = try folder.file("example", article.example)
        let store = try folder.store(.practice)
        let report = try store.importLog(path: file, at: wall(), judge: acceptAll)
        let id = try #require(report.added.first)
        #expect(try store.export(id) == article.example)
        let facts = try store.load(id).facts
        #expect(facts.first?.body.kind == .sessionOpened && facts.last?.body.kind == .sessionClosed)
        #expect(try log(facts) == article.example)
    }

    @Test("logs of every format that was ever written are read, kept and logged again byte for byte")
    func golden() throws {
        let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let goldens = here.appending(path: "../Golden").standardized
        let names = try FileManager.default.contentsOfDirectory(atPath: goldens.path).filter {
            $0.hasSuffix(".jsonl")
        }
        #expect(names.count >= 2)
        for name in names {
            let file = goldens.appending(path: name).path
            let mode: SessionMode = name.contains("practice") ? .practice : .live
            let folder = TemporaryFolder()
            let store = try folder.store(mode)
            let report = try store.importLog(path: file, at: wall(), judge: acceptAll)
            var bytes = Data()
            for id in report.added {
                bytes += try store.export(id)
                #expect(try store.load(id).damage == nil)
            }
            #expect(try bytes == Data(contentsOf: URL(fileURLWithPath: file)), "\(name)")
        }
    }
}
