/// A colour of 24 bits, as a theme names it.
public struct RGB: Equatable, Hashable, Sendable {
    /// The red share, 0 to 255.
    public let red: UInt8
    /// The green share, 0 to 255.
    public let green: UInt8
    /// The blue share, 0 to 255.
    public let blue: UInt8

    /// A colour from its three shares, each 0 to 255.
    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A colour from six hexadecimal digits after `#`, such as `#c8a050`; nil for anything else.
    public init?(hex: String) {
        let digits = Array(hex.utf8)
        guard digits.count == 7, digits[0] == UInt8(ascii: "#"),
            digits.dropFirst().allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let value = UInt32(hex.dropFirst(), radix: 16)
        else { return nil }
        self.init(
            UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
            UInt8(truncatingIfNeeded: value))
    }
}

/// The attributes of a cell that need no colour.
public struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit for each attribute.
    public let rawValue: UInt8

    /// The attributes whose bits are set.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Bold, or brighter.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter than ordinary text.
    public static let dim = Attributes(rawValue: 2)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 4)
    /// Underlined.
    public static let underline = Attributes(rawValue: 8)
}

/// How a role looks: two optional colours and the attributes. No colour means the terminal's own.
public struct Style: Equatable, Hashable, Sendable {
    /// The colour of the letters; nil for the terminal's own.
    public var foreground: RGB?
    /// The colour behind the letters; nil for the terminal's own.
    public var background: RGB?
    /// Bold, dim, reverse, underline.
    public var attributes: Attributes

    /// A style from its colours and attributes.
    public init(foreground: RGB? = nil, background: RGB? = nil, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}
