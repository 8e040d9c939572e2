/// A line of JSON cut into its values, in one pass over its bytes. It takes what every reader understands in the same
/// way and nothing else: what is doubtful in any way is left to the JSON library, which also says what is wrong with it.
struct LineTokens {
    /// What a value is.
    enum Kind {
        case object, list, text, number, yes, no, null
    }

    /// One value, or one key of an object. The values of an object or a list stand behind it, each key before its value.
    struct Token {
        var kind: Kind
        /// Where it stands in the line; a text without its quotes.
        var start: Int
        var end = 0
        /// Whether it is a text of ASCII without a backslash, or a whole number of up to 18 digits.
        var isPlain = false
        /// Index of the token behind this value and all that is in it.
        var next = 0
    }

    let bytes: UnsafeRawBufferPointer
    private(set) var tokens: [Token] = []
    private var position = 0

    /// The values of a line that lives as long as `bytes` do; `nil` when the line is doubtful.
    init?(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        tokens.reserveCapacity(64)
        guard takeValue(depth: 1), tokens[0].kind == .object else { return nil }
        passSpace()
        if position != bytes.count { return nil }
    }

    /// Where a line stops being JSON, in words; for lines that no reader can read.
    static func brokenPlace(in bytes: UnsafeRawBufferPointer) -> String {
        var reader = LineTokens(from: bytes)
        _ = reader.takeValue(depth: 1)
        reader.passSpace()
        let isOpen = reader.present == UInt8(ascii: "\"") && !reader.takeText() && !reader.hasQuoteAhead
        guard reader.position < bytes.count, !isOpen else {
            return "it ends too soon; a quote or a bracket is missing"
        }
        let before = String(decoding: bytes[..<reader.position], as: UTF8.self).count
        let here = String(decoding: bytes[reader.position...].prefix(16), as: UTF8.self)
            .filter { !$0.isNewline }
        return "what stands at character \(before + 1) does not belong there: \(here.prefix(8))"
    }

    private var hasQuoteAhead: Bool { bytes[(position + 1)...].contains(UInt8(ascii: "\"")) }

    private init(from bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    private var present: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func passSpace() {
        while present == 0x20 || present == 0x09 || present == 0x0D { position += 1 }
    }

    /// Moves behind a byte when it is the next one but for space.
    private mutating func pass(_ byte: UInt8) -> Bool {
        passSpace()
        guard present == byte else { return false }
        position += 1
        return true
    }

    private mutating func takeValue(depth: Int) -> Bool {
        passSpace()
        switch present {
        case UInt8(ascii: "{"): return takeObject(depth: depth)
        case UInt8(ascii: "["): return takeList(depth: depth)
        case UInt8(ascii: "\""): return takeText()
        case UInt8(ascii: "t"): return takeWord("true", .yes)
        case UInt8(ascii: "f"): return takeWord("false", .no)
        case UInt8(ascii: "n"): return takeWord("null", .null)
        default: return takeNumber()
        }
    }

    private mutating func takeObject(depth: Int) -> Bool {
        let place = open(.object)
        if pass(UInt8(ascii: "}")) { return close(place) }
        var keyCount = 0
        repeat {
            let key = tokens.count
            guard pass(UInt8(ascii: "\"")) else { return false }
            position -= 1
            guard takeText(), isNewKey(key, in: place), pass(UInt8(ascii: ":")),
                depth < LineShape.deepest, takeValue(depth: depth + 1)
            else { return false }
            keyCount += 1
        } while pass(UInt8(ascii: ","))
        return keyCount <= LineShape.mostKeys && pass(UInt8(ascii: "}")) && close(place)
    }

    private mutating func takeList(depth: Int) -> Bool {
        let place = open(.list)
        if pass(UInt8(ascii: "]")) { return close(place) }
        repeat {
            guard depth < LineShape.deepest, takeValue(depth: depth + 1) else { return false }
        } while pass(UInt8(ascii: ","))
        return pass(UInt8(ascii: "]")) && close(place)
    }

    private mutating func open(_ kind: Kind) -> Int {
        tokens.append(Token(kind: kind, start: position))
        position += 1
        return tokens.count - 1
    }

    private mutating func close(_ place: Int) -> Bool {
        tokens[place].end = position
        tokens[place].next = tokens.count
        return true
    }

    private mutating func add(_ kind: Kind, _ place: Range<Int>, isPlain: Bool) -> Bool {
        tokens.append(
            Token(
                kind: kind, start: place.lowerBound, end: place.upperBound, isPlain: isPlain,
                next: tokens.count + 1))
        return true
    }

    /// Takes a text from its opening quote on. Bytes that are no UTF-8 and escaped numbers of characters are doubtful.
    private mutating func takeText() -> Bool {
        let start = position + 1
        var end = start
        var isPlain = true
        var isASCII = true
        while true {
            guard end < bytes.count, bytes[end] >= 0x20 else { return false }
            if bytes[end] == UInt8(ascii: "\"") { break }
            if bytes[end] >= 0x80 { isASCII = false }
            if bytes[end] == UInt8(ascii: "\\") {
                isPlain = false
                end += 1
                guard end < bytes.count, LineTokens.meaning(ofEscaped: bytes[end]) != nil else {
                    return false
                }
            }
            end += 1
        }
        position = end + 1
        if !isASCII, String(validating: bytes[start..<end], as: UTF8.self) == nil { return false }
        return add(.text, start..<end, isPlain: isPlain && isASCII)
    }

    /// Whether a key is plain and stands for the first time in its object. Texts that look alike can be written in several
    /// ways beyond ASCII: such keys are doubtful.
    private func isNewKey(_ key: Int, in object: Int) -> Bool {
        let token = tokens[key]
        guard token.isPlain else { return false }
        let name = UnsafeRawBufferPointer(rebasing: bytes[token.start..<token.end])
        var known = object + 1
        while known < key {
            if isText(known, name) { return false }
            known = tokens[known + 1].next
        }
        return true
    }

    private mutating func takeWord(_ word: StaticString, _ kind: Kind) -> Bool {
        let place = position..<(position + word.utf8CodeUnitCount)
        guard place.upperBound <= bytes.count,
            word.withUTF8Buffer({ bytes[place].elementsEqual($0) })
        else { return false }
        position = place.upperBound
        return add(kind, place, isPlain: true)
    }

    private mutating func takeNumber() -> Bool {
        let start = position
        guard let isPlain = passNumber() else {
            position = start
            return false
        }
        return add(.number, start..<position, isPlain: isPlain)
    }

    /// Moves behind a number and says whether it is a whole one of up to 18 digits; `nil` for none.
    private mutating func passNumber() -> Bool? {
        let start = position
        if present == UInt8(ascii: "-") { position += 1 }
        let first = present
        guard let whole = passDigits(), first != UInt8(ascii: "0") || (whole == 1 && position == start + 1)
        else { return nil }
        var isPlain = whole <= 18
        if present == UInt8(ascii: ".") {
            isPlain = false
            position += 1
            if passDigits() == nil { return nil }
        }
        if present | 0x20 == UInt8(ascii: "e") {
            isPlain = false
            position += 1
            if present == UInt8(ascii: "+") || present == UInt8(ascii: "-") { position += 1 }
            if passDigits() == nil { return nil }
        }
        return isPlain
    }

    /// Moves behind digits and says how many there were; `nil` for none.
    private mutating func passDigits() -> Int? {
        let start = position
        while present >= UInt8(ascii: "0"), present <= UInt8(ascii: "9") { position += 1 }
        return position > start ? position - start : nil
    }
}
