import Foundation
import SessionCore
import Testing

@testable import ebbtide

@Suite("What assess prints")
struct AssessLineTests {
    /// The article beside the program, found from this file.
    private static let article: String = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = root.appendingPathComponent("Sources/ebbtide/Ebbtide.docc/Assess.md")
        return (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    }()

    /// One transition of every kind.
    private static let events: [Transition.Event] = [
        .flagged(
            Flag(
                parameter: .pressure, direction: .high, level: .high, rules: ["systolic-fixed"],
                sentence: "186/112")),
        .alarm(
            AlarmChange(key: AlarmKey(.symptom, item: "7"), what: .raised, level: .crisis, priority: .high)),
        .checkpoint(name: "T0+20", state: .late), .phase(from: .ready, to: .administering),
        .gate(.hold, findings: [GateFinding(rule: "PRE-HOLD", outcome: .hold, sentence: "150/92")]),
        .deviation("started early \"by\\\u{1}\u{1F}\t\r\n\u{8}\u{C}/é\u{7F}🫀"), .subsided, .ready, .mayLeave,
    ]

    private func keys(of line: AssessLine) throws -> [String: Any] {
        var output = OutputLines()
        output.emit(line.put)
        let data = Data(output.bytes)
        let object = try JSONSerialization.jsonObject(with: data)
        // The library writes the same bytes: keys in order, slashes plain.
        let again = try JSONSerialization.data(
            withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        #expect(String(decoding: data, as: UTF8.self) == String(decoding: again, as: UTF8.self) + "\n")
        return try #require(object as? [String: Any])
    }

    @Test("every key and every type that is printed stands in the article's table")
    func documented() throws {
        let opened = try #require(WallTime(iso8601: "2026-03-01T14:00:00Z"))
        let session = try #require(SessionID("S1"))
        var lines = Self.events.map { event in
            AssessLine(
                Transition(at: SessionTime(minutes: 5), fact: 3, event: event), session: session, mode: .live,
                opened: opened, line: 3)
        }
        lines.append(.refused(line: 9, seq: 4, session: session, reason: "no"))
        var types: Set<String> = []
        for line in lines {
            for (key, value) in try keys(of: line) {
                #expect(Self.article.contains("`\(key)`"), "the key \(key) is not in the article")
                if key == "type", let type = value as? String { types.insert(type) }
            }
        }
        #expect(types.count == 10)
        for type in types { #expect(Self.article.contains("`\(type)`")) }
    }

    @Test("every word of every enumeration stands in the article")
    func words() {
        let words =
            AlarmParameter.allCases.map(\.rawValue) + Level.allCases.map(\.rawValue)
            + AlarmChange.What.allCases.map(\.rawValue) + Priority.allCases.map(\.rawValue)
            + CheckpointState.allCases.map(\.rawValue) + Phase.allCases.map(\.rawValue)
            + GateOutcome.allCases.map(\.rawValue) + Direction.allCases.map(\.rawValue)
        for word in words { #expect(Self.article.contains("`\(word)`"), "\(word) is not in the article") }
        #expect(!Self.article.contains("`a word that nobody wrote`"))
    }

    @Test("the time of a line is the opening plus what had elapsed")
    func time() throws {
        let opened = try #require(WallTime(iso8601: "2026-03-01T23:58:00Z"))
        let line = AssessLine(
            Transition(at: SessionTime(minutes: 5), fact: nil, event: .subsided),
            session: try #require(SessionID("S1")), mode: .practice, opened: opened, line: nil)
        let keys = try keys(of: line)
        #expect(keys["time"] as? String == "2026-03-02T00:03:00.000Z")
        #expect(keys["elapsedMs"] as? Int == 300_000)
        #expect(keys["mode"] as? String == "practice")
        #expect(keys["line"] == nil)
    }
}
