import Canvas
import Foundation

/// Lines on their way to standard output, handed over in large pieces. An object of JSON is written key by key, straight
/// into the piece: a log of a year has millions of lines.
struct OutputLines {
    /// Bytes that are gathered before they are handed over.
    private static let piece = 1 << 16
    /// What is not handed over yet.
    private(set) var bytes: [UInt8] = []
    private var isFirstKey = true

    init() { bytes.reserveCapacity(OutputLines.piece) }

    /// A line for people.
    mutating func say(_ line: String) {
        bytes += Printable(line).text.utf8
        endLine()
    }

    /// One line of JSON. `write` puts its keys, in alphabetical order.
    mutating func emit(_ write: (inout OutputLines) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        isFirstKey = true
        write(&self)
        bytes.append(UInt8(ascii: "}"))
        endLine()
    }

    /// Hands over what was gathered.
    mutating func flush() {
        Output.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        if bytes.count >= OutputLines.piece { flush() }
    }
}

extension OutputLines {
    /// A key with a text; nothing when there is none.
    mutating func put(_ key: StaticString, _ text: String?) {
        guard let text else { return }
        put(key)
        write(text)
    }

    /// A key with a word of an enumeration; nothing when there is none.
    mutating func put(_ key: StaticString, word: (some RawRepresentable<String>)?) {
        put(key, word?.rawValue)
    }

    /// A key with a whole number; nothing when there is none.
    mutating func put(_ key: StaticString, _ number: (some BinaryInteger)?) {
        guard let number else { return }
        put(key)
        bytes += String(number).utf8
    }

    /// A key with a list of texts; nothing when there is none.
    mutating func put(_ key: StaticString, _ texts: [String]?) { put(key, list: texts) { $0.write($1) } }

    /// A key with a list of whole numbers; nothing when there is none.
    mutating func put(_ key: StaticString, _ numbers: [Int]?) {
        put(key, list: numbers) { $0.bytes += String($1).utf8 }
    }

    private mutating func put<Element>(
        _ key: StaticString, list: [Element]?, _ write: (inout OutputLines, Element) -> Void
    ) {
        guard let list else { return }
        put(key)
        bytes.append(UInt8(ascii: "["))
        for (index, element) in list.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(&self, element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// A key with counts by name, in alphabetical order; nothing when there is none.
    mutating func put(_ key: StaticString, _ counts: [String: Int]?) {
        guard let counts else { return }
        put(key)
        bytes.append(UInt8(ascii: "{"))
        for (index, (name, count)) in counts.sorted(by: { $0.key < $1.key }).enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(name)
            bytes.append(UInt8(ascii: ":"))
            bytes += String(count).utf8
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func put(_ key: StaticString) {
        if !isFirstKey { bytes.append(UInt8(ascii: ",")) }
        isFirstKey = false
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes += $0 }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func write(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { signs in
            let isPlain = signs.allSatisfy {
                $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
            }
            if isPlain { bytes += signs } else { signs.forEach { escape($0) } }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): bytes += #"\""#.utf8
        case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
        case 0x08: bytes += #"\b"#.utf8
        case 0x09: bytes += #"\t"#.utf8
        case 0x0A: bytes += #"\n"#.utf8
        case 0x0C: bytes += #"\f"#.utf8
        case 0x0D: bytes += #"\r"#.utf8
        case 0..<0x10: bytes += (#"\u000"# + String(byte, radix: 16)).utf8
        case 0x10..<0x20: bytes += (#"\u00"# + String(byte, radix: 16)).utf8
        default: bytes.append(byte)
        }
    }
}
