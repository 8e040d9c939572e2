import Foundation
import SessionCore

/// A line of a log that cannot be taken: its number, and one sentence that names the key and what would be right.
public struct LineError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line's number in its file, from 1.
    public var number: Int
    /// What is wrong with it.
    public var sentence: String

    /// Makes an error about one line.
    public init(number: Int, _ sentence: String) {
        self.number = number
        self.sentence = sentence
    }

    /// The sentence with the line number before it.
    public var description: String { "line \(number): \(sentence)" }
}

/// Which session a line belongs to and which number it has there.
public struct LineClaim: Hashable, Sendable, Decodable {
    /// The session.
    public var session: SessionID
    /// The number in it, from 1.
    public var sequence: Int

    private enum CodingKeys: String, CodingKey {
        case session
        case sequence = "seq"
    }
}

/// Turns a fact into one line of JSON and back. The line is canonical: keys in alphabetical order, no space, no newline.
/// The same fact always gives the same bytes.
public struct FactCoder: Sendable {
    /// The longest line that is read, in bytes: 1 MiB.
    public static let longestLine = 1 << 20

    private let encoder: JSONEncoder
    private let decoder = JSONDecoder()

    /// Makes a coder; one serves any number of lines.
    public init() {
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// The fact as one line without its newline; a number that JSON cannot hold (infinite) is refused.
    public func line(of fact: Fact) throws(Refusal) -> Data {
        do {
            let line = try encoder.encode(fact)
            if line.count > FactCoder.longestLine { throw Refusal("a fact is longer than 1 MiB") }
            return line
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal("a fact of kind \(fact.body.kind) holds a number that cannot be written")
        }
    }

    /// The fact that a line holds; `number` is the line's number in its file.
    public func fact(from line: Data, number: Int) throws(LineError) -> Fact {
        if line.count > FactCoder.longestLine {
            throw LineError(number: number, "the line is longer than 1 MiB")
        }
        if let fact = line.withUnsafeBytes({ try? TokenDecoder.decode(Fact.self, from: $0) }) { return fact }
        return try doubtfulFact(from: line, number: number)
    }

    /// The fact that the library finds in a line, for lines that are not as plain as ours or hold no fact.
    func doubtfulFact(from line: Data, number: Int) throws(LineError) -> Fact {
        if let trouble = LineShape.trouble(in: line) { throw LineError(number: number, trouble) }
        do {
            return try decoder.decode(Fact.self, from: line)
        } catch {
            throw LineError(number: number, misfit(in: line) ?? decodingSentence(error, in: line))
        }
    }

    /// What a line that holds no readable fact says of its place; `nil` when it does not say even that.
    public func claim(in line: Data) -> LineClaim? { try? decoder.decode(LineClaim.self, from: line) }

    /// The JSON library does not say where a fraction stands in the place of a whole number: the fraction with which
    /// alone (all others made 0) the line still cannot be read is the one.
    private func misfit(in line: Data) -> String? {
        guard (try? JSONSerialization.jsonObject(with: line, options: .fragmentsAllowed)) != nil else {
            return nil
        }
        let fractions = LineShape.fractions(in: line).prefix(64)
        for suspect in fractions {
            var trial = line
            for other in fractions.reversed() where other.place != suspect.place {
                let from = trial.startIndex + other.place.lowerBound
                trial.replaceSubrange(from..<(from + other.place.count), with: [UInt8(ascii: "0")])
            }
            do {
                _ = try decoder.decode(Fact.self, from: trial)
            } catch DecodingError.dataCorrupted(let context) where context.codingPath.isEmpty {
                return "key \"\(suspect.key)\": expected a whole number"
            } catch {
                continue
            }
        }
        return nil
    }
}
