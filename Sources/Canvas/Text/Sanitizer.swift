/// Turns text into glyphs that may be drawn.
enum Sanitizer {
    /// The glyphs of a text in order, stopping after so many cells.
    static func glyphs(of raw: String, form: Printable.Form, limit: Int = .max) -> [Glyph] {
        var glyphs: [Glyph] = []
        glyphs.reserveCapacity(min(raw.utf8.count, 4096))
        var used = 0
        var marksOnLast = 0
        for scalar in raw.unicodeScalars {
            guard used < limit else { break }
            let kind = ScalarClass(scalar)
            if kind == .mark, form == .unicode, place(scalar, on: &glyphs, count: &marksOnLast) { continue }
            let before = glyphs.count
            append(scalar, kind: kind, form: form, to: &glyphs)
            for glyph in glyphs[before...] { used += glyph.width }
            marksOnLast = kind == .narrow || kind == .wide ? 0 : closed
        }
        return glyphs
    }

    /// A count that says no mark may be placed: after a space or a substitute, or before any letter.
    private static let closed = Int.max
    private static let most = 2

    /// Puts a combining mark on the last glyph. Answers false when the mark needs a substitute; the surplus of a
    /// long pile is swallowed after one substitute, so that ten thousand marks stay one sign.
    private static func place(_ mark: Unicode.Scalar, on glyphs: inout [Glyph], count: inout Int) -> Bool {
        guard let last = glyphs.indices.last, count != closed else { return false }
        switch count {
        case 0: glyphs[last].firstMark = UInt16(truncatingIfNeeded: mark.value)
        case 1: glyphs[last].secondMark = UInt16(truncatingIfNeeded: mark.value)
        case most: glyphs.append(Glyph("\u{FFFD}"))
        default: break
        }
        count += 1
        return true
    }

    private static func append(
        _ scalar: Unicode.Scalar, kind: ScalarClass, form: Printable.Form, to glyphs: inout [Glyph]
    ) {
        let isPlain = scalar.isASCII && kind == .narrow
        switch kind {
        case _ where isPlain: glyphs.append(Glyph(scalar))
        case .space: glyphs.append(Glyph(" "))
        case .narrow where form == .unicode: glyphs.append(Glyph(scalar))
        case .wide where form == .unicode: glyphs.append(Glyph(scalar, width: 2))
        default: spell(scalar, form: form, to: &glyphs)
        }
    }

    /// Draws what stands for a scalar that may not be drawn itself: a control picture, a known ASCII spelling,
    /// or its number as `\u{202E}`.
    private static func spell(_ scalar: Unicode.Scalar, form: Printable.Form, to glyphs: inout [Glyph]) {
        if form == .unicode, let picture = controlPicture(scalar) {
            glyphs.append(Glyph(picture))
        } else if form == .ascii, let spelling = AsciiSpelling.of[scalar] {
            for letter in spelling.unicodeScalars { glyphs.append(Glyph(letter)) }
        } else {
            let number = String(scalar.value, radix: 16, uppercase: true)
            for letter in "\\u{\(number)}".unicodeScalars { glyphs.append(Glyph(letter)) }
        }
    }

    private static func controlPicture(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
        case 0x7F: Unicode.Scalar(0x2421 as UInt32)
        default: nil
        }
    }
}
