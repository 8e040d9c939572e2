import Foundation

/// A look at a line before it is parsed: bounded nesting, no key twice in an object, no control bytes. What two readers
/// could understand differently, or what could exhaust a parser, is refused here.
struct LineShape {
    /// Deepest nesting of objects and lists; the deepest fact that the console writes has 7.
    static let deepest = 32
    /// Most keys in one object; the largest object that the console writes has 27.
    static let mostKeys = 256

    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    /// One entry per open object or list: where its keys begin in `keys`, or `nil` for a list.
    private var open: [Int?] = []
    private var keys: [Range<Int>] = []
    private var awaitsKey = false
    private var isAfterComma = false
    /// Where numbers stand that are not plain whole numbers, and under which key.
    private var fractions: [(place: Range<Int>, key: String)] = []

    /// What is wrong with the shape of a line, or `nil`.
    static func trouble(in line: Data) -> String? {
        line.withUnsafeBytes { bytes in
            var shape = LineShape(bytes: bytes)
            return shape.walk()
        }
    }

    /// The numbers in a line that are not plain whole numbers, each with its path of keys.
    static func fractions(in line: Data) -> [(place: Range<Int>, key: String)] {
        line.withUnsafeBytes { bytes in
            var shape = LineShape(bytes: bytes)
            _ = shape.walk()
            return shape.fractions
        }
    }

    private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    private mutating func walk() -> String? {
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                if open.count == LineShape.deepest { return "the line is nested too deeply" }
                awaitsKey = byte == UInt8(ascii: "{")
                open.append(awaitsKey ? keys.count : nil)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if isAfterComma { return "a comma stands before a closing bracket" }
                if let first = open.popLast() ?? nil { keys.removeSubrange(min(first, keys.count)...) }
                awaitsKey = false
            case UInt8(ascii: ","):
                awaitsKey = (open.last ?? nil) != nil
            case UInt8(ascii: "\""):
                if let trouble = passString() { return trouble }
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): passNumber()
            case 0x09, 0x0D, 0x20: continue
            case 0x21...: break
            default: return "the line holds a control byte"
            }
            isAfterComma = byte == UInt8(ascii: ",")
        }
        return nil
    }

    /// Moves behind the closing quote; in the place of a key, looks whether the object has it already.
    private mutating func passString() -> String? {
        let start = position
        var isEscaped = false
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            if bytes[position] < 0x20 { return "the line holds a control byte" }
            if bytes[position] == UInt8(ascii: "\\") {
                isEscaped = true
                position += 1
            }
            position += 1
        }
        let text = start..<min(position, bytes.count)
        position += 1
        guard awaitsKey, let first = open.last ?? nil else { return nil }
        awaitsKey = false
        if isEscaped { return "a key is written with a backslash; write it plainly" }
        if keys.count - first >= LineShape.mostKeys { return "an object has too many keys" }
        for known in keys[first...] where isSame(known, text) {
            return
                "key \"\(String(decoding: bytes[text].prefix(60), as: UTF8.self))\" stands twice in one object"
        }
        keys.append(text)
        return nil
    }

    /// Moves behind a number and remembers it when it is not a plain whole number.
    private mutating func passNumber() {
        let start = position - 1
        var isPlain = true
        scan: while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"),
                UInt8(ascii: "-"):
                isPlain = false
            default: break scan
            }
            position += 1
        }
        if !isPlain || position - start > 18 { fractions.append((start..<position, path)) }
    }

    /// The keys that lead to the present position.
    private var path: String {
        var ends = open.compactMap(\.self).dropFirst().map { $0 }
        ends.append(keys.count)
        return ends.filter { $0 > 0 }.map { String(decoding: bytes[keys[$0 - 1]].prefix(60), as: UTF8.self) }
            .joined(separator: ".")
    }

    private func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        left.count == right.count && bytes[left].elementsEqual(bytes[right])
    }
}
