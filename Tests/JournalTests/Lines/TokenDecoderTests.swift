import Foundation
import SessionCore
import Simulation
import Testing

@testable import Journal

@Suite("A line is read as the JSON library reads it")
struct TokenDecoderTests {
    private let coder = FactCoder()

    private func plainly(_ line: Data) -> Fact? {
        line.withUnsafeBytes { try? TokenDecoder.decode(Fact.self, from: $0) }
    }

    @Test("every kind of fact is read plainly, and the library reads the same")
    func everyKind() throws {
        for fact in try factsOfEveryKind() {
            let line = try coder.line(of: fact)
            #expect(plainly(line) == fact)
            #expect(try coder.doubtfulFact(from: line, number: 1) == fact)
        }
    }

    @Test(
        "what could be understood in two ways is left to the library",
        arguments: [
            #""systolic":120.0"#, #""systolic":1e2"#, #""systolic":-0"#, #""systolic":0120"#,
            #""systolic":9223372036854775807"#, #""systolic":120,"systolic":121"#, #""\u0073ystolic":120"#,
            #""systolic":120,"#, #""temperature":1e999"#, "\"systolic\":120,\"x\":\"\u{1}\"",
            #""systolic":NaN"#,
            #""systolic":"120""#, #""systolic":null"#, #""é":1"#,
        ])
    func doubtful(_ values: String) {
        func line(_ values: String) -> Data {
            Data(
                #"{"session":"s","measured":"2026-03-01T14:00:00Z","kind":"reading","body":{"values":{\#(values)}}}"#
                    .utf8)
        }
        #expect(plainly(line(values)) == nil)
        #expect(plainly(line(#""systolic":120"#)) != nil)
    }

    @Test("whatever is changed in a line, it says what the library says or leaves it to the library")
    func changed() throws {
        let seed = UInt64.random(in: .min ... .max)
        var chance = SeededChance(seed: seed)
        let lines = try factsOfEveryKind().dropFirst().map(coder.line)
        let pieces = [
            "0", "-", ".", "e", "1.0", "36.85", "1e2", "\"", "\\", "\\n", "\\u00e9", "é", "e\u{301}", "{",
            "}", "[",
            "]", ",", ":", " ", "\t", "null", "true", "\"v\":1,", "\"seq\":2,", "\u{0}",
            "12345678901234567890",
        ].map { Data($0.utf8) }
        var plain = 0
        for _ in 0..<4000 {
            guard var line = lines.randomElement(using: &chance) else { continue }
            for _ in 0..<Int.random(in: 1...3, using: &chance) {
                let from = Int.random(in: 0..<line.count, using: &chance)
                let to = min(line.count, from + Int.random(in: 0...6, using: &chance))
                if Bool.random(using: &chance) {
                    line[from] ^= 1 << Int.random(in: 0..<8, using: &chance)
                } else if let piece = pieces.randomElement(using: &chance) {
                    line.replaceSubrange(from..<to, with: piece)
                }
            }
            guard let fact = plainly(line) else { continue }
            plain += 1
            let other = try? coder.doubtfulFact(from: line, number: 1)
            #expect(fact == other, "seed \(seed): \(String(decoding: line, as: UTF8.self))")
        }
        #expect(plain > 100, "seed \(seed): too few lines were still readable")
    }
}
