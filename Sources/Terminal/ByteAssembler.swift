/// Puts bytes of UTF-8 together to scalars, whatever pieces they come in. What is not UTF-8 becomes the replacement
/// character and never keeps the next key back.
struct ByteAssembler {
    private var value: UInt32 = 0
    private var missing = 0
    private var smallest: UInt32 = 0

    /// Takes the next byte.
    /// - Returns: the scalars that are whole now: none, one, or a replacement character and one.
    mutating func take(_ byte: UInt8) -> [Unicode.Scalar] {
        if missing > 0, byte & 0xC0 == 0x80 {
            value = value << 6 | UInt32(byte & 0x3F)
            missing -= 1
            guard missing == 0 else { return [] }
            // Longer spellings of small numbers are not UTF-8, and neither are halves of pairs.
            return [value < smallest ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"]
        }
        let broken: [Unicode.Scalar] = abandon()
        switch byte {
        case 0x00..<0x80: return broken + [Unicode.Scalar(byte)]
        case 0xC2..<0xE0: begin(byte & 0x1F, missing: 1, smallest: 0x80)
        case 0xE0..<0xF0: begin(byte & 0x0F, missing: 2, smallest: 0x800)
        case 0xF0..<0xF5: begin(byte & 0x07, missing: 3, smallest: 0x10000)
        default: return broken + ["\u{FFFD}"]
        }
        return broken
    }

    /// Gives up what has begun: a replacement character, or nothing when nothing has.
    mutating func abandon() -> [Unicode.Scalar] {
        guard missing > 0 else { return [] }
        missing = 0
        return ["\u{FFFD}"]
    }

    private mutating func begin(_ bits: UInt8, missing: Int, smallest: UInt32) {
        value = UInt32(bits)
        self.missing = missing
        self.smallest = smallest
    }
}
