import Foundation
import SessionCore
import Simulation
import Testing

@testable import Settings

struct ProtocolMutationTests {
    /// What a mutation does to a line.
    enum Mutation: CaseIterable {
        case delete, textForNumber, doubleKey, noneForNumber, swapLines, cutLine, randomByte
    }

    @Test("2,000 random mutations never trap and never yield a protocol with a limit fewer")
    func randomMutations() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed of the mutations: \(seed)")
        var numbers = SeededChance(seed: seed)
        let files = try EmbeddedFiles.protocols.map { file in
            (name: file.name, text: try Fixtures.text(file.name), good: try ProtocolLibrary().load(file.name))
        }
        var refused = 0
        for _ in 0..<2_000 {
            let file = try #require(files.randomElement(using: &numbers))
            let text = mutated(file.text, using: &numbers)
            guard let bad = try? ProtocolLibrary.parse(text, file: "m.yaml", name: file.name) else {
                refused += 1
                continue
            }
            // A limit may go only where the text now says so itself.
            let saidToBeNone = max(0, nones(in: text) - nones(in: file.text))
            #expect(
                limits(of: bad) >= limits(of: file.good) - saidToBeNone,
                "seed \(seed), lost a limit:\n\(text)")
        }
        // The control: most mutations of numbers and keys must be seen, or the test sees nothing.
        #expect(refused > 800, "seed \(seed)")
    }

    @Test("deleting any one line of a file yields no protocol, unless it was a comment or one item of a list")
    func everyLineCounts() throws {
        for file in EmbeddedFiles.protocols {
            let lines = try Fixtures.text(file.name).split(separator: "\n", omittingEmptySubsequences: false)
            for index in lines.indices {
                let line = lines[index].drop { $0 == " " }
                if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("-") { continue }
                let rest = lines[..<index] + lines[(index + 1)...]
                let error = Fixtures.error(rest.joined(separator: "\n"), name: file.name)
                #expect(error != nil, "\(file.name):\(index + 1): \(line)")
            }
        }
    }

    /// How many limits a protocol has: every number outside the lists that a clinic may shorten. A limit that is not
    /// there is `nil` and not counted.
    private func limits(of careProtocol: CareProtocol) -> Int {
        var rest = careProtocol
        rest.schedule.standard = []
        rest.schedule.windows = []
        rest.schedule.intensive = []
        rest.symptoms = []
        rest.actions = []
        rest.timers.rescueMinutes = []
        rest.timers.followUpHours = []
        return count(rest)
    }

    private func nones(in text: String) -> Int { text.components(separatedBy: ": none").count }

    private func count(_ value: Any) -> Int {
        if value is Int || value is Double { return 1 }
        return Mirror(reflecting: value).children.reduce(0) { $0 + count($1.value) }
    }

    private func mutated(_ text: String, using numbers: inout SeededChance) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let index = Int.random(in: lines.indices, using: &numbers)
        let line = lines[index]
        switch Mutation.allCases.randomElement(using: &numbers) ?? .delete {
        case .delete: lines.remove(at: index)
        case .textForNumber: lines[index] = line.replacing(#/: -?[0-9.]+/#, with: ": soon")
        case .noneForNumber: lines[index] = line.replacing(#/: -?[0-9.]+/#, with: ": none")
        case .doubleKey: lines.insert(line, at: index)
        case .swapLines: lines.swapAt(index, Int.random(in: lines.indices, using: &numbers))
        case .cutLine: lines[index] = String(line.prefix(Int.random(in: 0...line.count, using: &numbers)))
        case .randomByte:
            var bytes = Array(line.utf8)
            let place = Int.random(in: 0...bytes.count, using: &numbers)
            bytes.insert(UInt8.random(in: 0...127, using: &numbers), at: place)
            lines[index] = String(decoding: bytes, as: UTF8.self)
        }
        return lines.joined(separator: "\n")
    }
}
