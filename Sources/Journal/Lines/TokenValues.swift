import SessionCore

// What the tokens of a line say.

extension LineTokens {
    /// The value of a key in an object, by index; `nil` when the object does not have it.
    func value(of key: String, in object: Int) -> Int? {
        var key = key
        return key.withUTF8 { name in
            var place = object + 1
            while place < tokens[object].next {
                if isText(place, UnsafeRawBufferPointer(name)) { return place + 1 }
                place = tokens[place + 1].next
            }
            return nil
        }
    }

    /// Whether the text or key at an index reads so.
    func isText(_ index: Int, _ other: UnsafeRawBufferPointer) -> Bool {
        let token = tokens[index]
        guard token.end - token.start == other.count else { return false }
        for offset in 0..<other.count where bytes[token.start + offset] != other[offset] { return false }
        return true
    }

    /// The text at an index; `nil` for anything else.
    func text(_ index: Int) -> String? {
        let token = tokens[index]
        guard token.kind == .text else { return nil }
        let slice = bytes[token.start..<token.end]
        if token.isPlain { return String(decoding: slice, as: UTF8.self) }
        var plain: [UInt8] = []
        plain.reserveCapacity(slice.count)
        var isEscaped = false
        for byte in slice {
            if isEscaped {
                plain.append(LineTokens.meaning(ofEscaped: byte) ?? byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                plain.append(byte)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// The byte that stands for another behind a backslash; `nil` for what is not so short.
    static func meaning(ofEscaped byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    /// The plain whole number at an index; `nil` for anything else.
    func wholeNumber(_ index: Int) -> Int64? {
        let token = tokens[index]
        guard token.kind == .number, token.isPlain else { return nil }
        var digits = bytes[token.start..<token.end]
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits.removeFirst() }
        let amount = digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
        return isNegative ? -amount : amount
    }

    /// The number at an index; `nil` for anything else, and for what a `Double` can hold only nearly or not at all.
    func number(_ index: Int) -> Double? {
        let token = tokens[index]
        guard token.kind == .number else { return nil }
        if token.isPlain, token.end - token.start < 16 { return wholeNumber(index).map(Double.init) }
        guard let number = Double(String(decoding: bytes[token.start..<token.end], as: UTF8.self)),
            number.isNormal
        else { return nil }
        return number
    }

    /// The values of a reading at an index; `nil` when the library has to look at them. Two lines of three are readings:
    /// going through keys and containers would be most of the work of reading a log.
    func vitals(_ object: Int) -> VitalSet? {
        guard tokens[object].kind == .object else { return nil }
        var values = VitalSet()
        var place = object + 1
        while place < tokens[object].next {
            let value = place + 1
            if let vital = vital(place) {
                if vital == .temperature {
                    guard let degrees = number(value), abs(degrees) < 1000 else { return nil }
                    values[vital] = Int((degrees * 10).rounded())
                } else {
                    guard let whole = wholeNumber(value) else { return nil }
                    values[vital] = Int(whole)
                }
            } else {
                guard text(place) == "gas", let word = text(value), let gas = BreathingGas(rawValue: word)
                else {
                    return nil
                }
                values.gas = gas
            }
            place = tokens[value].next
        }
        return values
    }

    private func vital(_ key: Int) -> Vital? { text(key).flatMap { LineTokens.vitals[$0] } }

    private static let vitals = Dictionary(
        uniqueKeysWithValues: Vital.allCases.map { ($0.rawValue, $0) })
}
