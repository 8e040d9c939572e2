import Foundation
import SessionCore
import Testing

@testable import Journal

@Suite("A fact and its line")
struct FactCoderTests {
    private let coder = FactCoder()

    @Test("every kind of fact comes back from its line, and its line comes back byte for byte")
    func roundTrip() throws {
        for (index, fact) in try factsOfEveryKind().enumerated() {
            #expect(place(of: fact.body) == index)
            let line = try coder.line(of: fact)
            #expect(!line.contains(0x0A))
            let back = try coder.fact(from: line, number: 1)
            #expect(back == fact)
            #expect(try coder.line(of: back) == line)
        }
    }

    @Test("a note stays what was typed, whatever it holds")
    func hostileText() throws {
        let texts = [
            "\u{1B}]52;c;x\u{07}", "\u{202E}abc", "=1+1", "a\nb\r\u{0}c", "\"\\\"", "e\u{301} é", "\u{FEFF}x",
            "🫀",
            "{\"kind\":\"x\"}", "</script>", String(repeating: "\u{300}", count: 500),
        ]
        for text in texts {
            var fact = try factsOfEveryKind()[18]
            fact.body = .noteWritten(NoteWritten(text: text))
            let back = try coder.fact(from: try coder.line(of: fact), number: 1)
            guard case .noteWritten(let note) = back.body else {
                Issue.record("not a note")
                continue
            }
            #expect(Array(note.text.utf8) == Array(text.utf8))
        }
    }

    @Test("numbers are written as the shortest text that gives the same number again")
    func numbers() throws {
        var fact = try factsOfEveryKind()[14]
        fact.body = .pumpFigureNoted(PumpFigureNoted(milligrams: 0.1 + 0.2))
        #expect(String(decoding: try coder.line(of: fact), as: UTF8.self).contains("0.30000000000000004"))
        fact.body = .pumpFigureNoted(PumpFigureNoted(milligrams: .infinity))
        #expect(throws: Refusal.self) { try coder.line(of: fact) }
    }

    @Test(
        "what is wrong with a line is said in one sentence with the line and the key",
        arguments: [
            (
                #""body":{"values":{"systolic":120.5}}"#,
                #"key "body.values.systolic": expected a whole number"#
            ),
            (
                #""body":{"values":{"systolic":"120"}}"#,
                #"key "body.values.systolic": expected a whole number"#
            ),
            (#""body":{"values":{"systolik":120}}"#, #"key "body.values.systolik": no such vital: systolik"#),
            (#""body":{}"#, #"key "body.values" is missing"#),
            (
                #""body":{"values":{"gas":"steam"}}"#,
                #"key "body.values.gas": "steam" is not a word of this key; it is one of air, oxygen"#
            ),
            (#""body":{"values":{"pulse":null}}"#, #"key "body.values.pulse": no such vital: pulse"#),
            (#""body":{"values":[]}"#, #"key "body.values": expected an object in braces"#),
            (#""body":{"values":{}},"#, "a comma stands before a closing bracket"),
            (
                #""body":{"values":{"systolic":1,"systolic":2}}"#,
                #"key "systolic" stands twice in one object"#
            ),
            (
                #""body":{"values":{"systolic":0120}}"#,
                "the line is not valid JSON: what stands at character 98 does not belong there: 0120}}}"
            ),
            (
                #""body":{"values":{"systolic":120}"#,
                "the line is not valid JSON: it ends too soon; a quote or a bracket is missing"
            ),
            (
                #""body":{"text":"never ends}"#,
                "the line is not valid JSON: it ends too soon; a quote or a bracket is missing"
            ),
        ])
    func sentences(_ body: String, _ sentence: String) throws {
        let line = #"{"session":"s-1","measured":"2026-03-01T14:00:00Z","kind":"reading",\#(body)}"#
        let error = #expect(throws: LineError.self) { try coder.fact(from: Data(line.utf8), number: 12) }
        #expect(error?.description == "line 12: " + sentence)
    }

    @Test("an unknown kind, a future version and a bad time are named")
    func heads() throws {
        for (line, part) in [
            (#"{"session":"s","measured":"2026-03-01T14:00:00Z","kind":"dream","body":{}}"#, "dream"),
            (
                #"{"v":2,"session":"s","measured":"2026-03-01T14:00:00Z","kind":"reading","body":{}}"#,
                "version 2"
            ),
            (#"{"session":"s","measured":"2026-02-31T14:00:00Z","kind":"reading","body":{}}"#, "2026-02-31"),
            (#"{"session":"../x","measured":"2026-03-01T14:00:00Z","kind":"reading","body":{}}"#, "letters"),
        ] {
            let error = #expect(throws: LineError.self) { try coder.fact(from: Data(line.utf8), number: 1) }
            #expect(error?.sentence.contains(part) == true, "\(error?.sentence ?? "")")
        }
    }

    @Test("a line that could exhaust a parser is refused before it is parsed")
    func bounds() throws {
        let deep = String(repeating: "[", count: 1_000_000)
        let long = #"{"a":""# + String(repeating: "x", count: 1 << 20) + #""}"#
        let wide = "{" + (0...300).map { "\"k\($0)\":1" }.joined(separator: ",") + "}"
        for (text, part) in [
            (deep, "deeply"), (long, "1 MiB"), (wide, "too many keys"), ("{\"\\u0061\":1}", "backslash"),
        ] {
            let error = #expect(throws: LineError.self) { try coder.fact(from: Data(text.utf8), number: 1) }
            #expect(error?.sentence.contains(part) == true)
        }
    }

    @Test("no cut and no single changed bit of a line makes the reader trap")
    func damage() throws {
        let line = try coder.line(of: try factsOfEveryKind()[0])
        for end in 0..<line.count { _ = try? coder.fact(from: line.prefix(end), number: 1) }
        for bit in 0..<(line.count * 8) {
            var damaged = line
            damaged[bit / 8] ^= 1 << (bit % 8)
            _ = try? coder.fact(from: damaged, number: 1)
        }
    }
}
