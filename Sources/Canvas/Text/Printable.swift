/// Text that may reach a terminal, a line of output or a message. This is the only way there: whatever it is
/// built from, it holds nothing but visible signs of a known width. Control characters, escape sequences,
/// direction marks, invisible characters, private and unassigned characters, emoji and surplus combining marks
/// are replaced by visible substitutes.
public struct Printable: Equatable, Hashable, Sendable {
    /// Which signs are available.
    public enum Form: Sendable {
        /// Everything on the allow-list.
        case unicode
        /// The 95 visible signs of ASCII; others are spelled out.
        case ascii
    }

    /// The clean text.
    public let text: String
    /// How many cells the text takes.
    public let columns: Int

    /// Cleans a text of any origin.
    public init(_ raw: String, form: Form = .unicode) {
        if Printable.isPlain(raw) {
            text = raw
            columns = raw.utf8.count
            return
        }
        var scalars = String.UnicodeScalarView()
        var width = 0
        for glyph in Sanitizer.glyphs(of: raw, form: form) {
            glyph.append(to: &scalars)
            width += glyph.width
        }
        text = String(scalars)
        columns = width
    }

    /// Cleans bytes of any origin; what is not UTF-8 becomes the replacement character.
    public init(bytes: some Collection<UInt8>, form: Form = .unicode) {
        self.init(String(decoding: bytes, as: UTF8.self), form: form)
    }

    /// Whether every byte is a visible ASCII sign or a space, so that nothing needs cleaning.
    static func isPlain(_ raw: String) -> Bool {
        raw.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }

    /// The text cut to so many cells, with `ending` in place of what was cut. A wide sign is never halved.
    public func fitted(to limit: Int, ending: String = "…") -> Printable {
        guard columns > limit else { return self }
        let tail = Printable(ending)
        let room = limit - tail.columns
        guard room >= 0 else { return Printable("") }
        var scalars = String.UnicodeScalarView()
        var used = 0
        for glyph in Sanitizer.glyphs(of: text, form: .unicode) {
            guard used + glyph.width <= room else { break }
            glyph.append(to: &scalars)
            used += glyph.width
        }
        return Printable(String(scalars) + tail.text)
    }
}

extension Printable: CustomStringConvertible {
    /// The clean text.
    public var description: String { text }
}
