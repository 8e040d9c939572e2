/// What may be done with one Unicode scalar on its way to a cell.
enum ScalarClass: Equatable {
    /// Stands in a cell of its own.
    case narrow
    /// Takes two cells.
    case wide
    /// Sits on the letter before it.
    case mark
    /// A space that must not be broken; an ordinary space is drawn.
    case space
    /// May not reach a cell; a visible substitute is drawn.
    case refused

    /// The class of a scalar, from an allow-list: whatever is not named here is refused. Scripts that are
    /// written from right to left are refused too, because a terminal that reorders them would move the
    /// numbers beside them.
    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case 0x20...0x7E: self = .narrow
        case 0xA0, 0x202F: self = .space
        case 0xA1...0xFF: self = value == 0xAD ? .refused : .narrow
        case 0x100...0x2FF: self = .narrow
        // Lines, blocks and shapes, of which most screens are made: all visible, none of them an emoji by itself.
        case 0x2500...0x25FC, 0x2800...0x28FF: self = .narrow
        default: self = ScalarClass.beyondLatin(scalar)
        }
    }

    private static func beyondLatin(_ scalar: Unicode.Scalar) -> ScalarClass {
        if markRanges.contains(where: { $0.contains(scalar.value) }) { return .mark }
        let isWide = wideRanges.contains { $0.contains(scalar.value) }
        guard isWide || narrowRanges.contains(where: { $0.contains(scalar.value) }) else { return .refused }
        // Emoji and anything that is not a plain visible sign have a width on which terminals disagree.
        let properties = scalar.properties
        guard !properties.isEmojiPresentation, !properties.isDefaultIgnorableCodePoint,
            isVisible(properties.generalCategory)
        else { return .refused }
        return isWide ? .wide : .narrow
    }

    private static func isVisible(_ category: Unicode.GeneralCategory) -> Bool {
        switch category {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        case .decimalNumber, .letterNumber, .otherNumber: true
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation: true
        case .initialPunctuation, .finalPunctuation, .otherPunctuation: true
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: true
        default: false
        }
    }

    private static let markRanges: [ClosedRange<UInt32>] = [
        0x300...0x34E, 0x350...0x36F, 0x483...0x487, 0x3099...0x309A,
    ]

    private static let narrowRanges: [ClosedRange<UInt32>] = [
        0x370...0x482,  // Greek, Cyrillic
        0x48A...0x556, 0x559...0x58A,  // Cyrillic, Armenian
        0x10A0...0x10FF,  // Georgian
        0x1E00...0x1FFE,  // Latin and Greek with accents
        0x2010...0x2027, 0x2030...0x205E,  // punctuation
        0x2070...0x209C, 0x20A0...0x20C0,  // superscripts, currencies
        0x2100...0x218B, 0x2190...0x22FF,  // letter-like, numbers, arrows, mathematics
        0x2300...0x2328, 0x232B...0x23FF,  // technical
        0x2400...0x2426, 0x2460...0x24FF,  // control pictures, enclosed
        0x2500...0x27BF, 0x2800...0x28FF,  // lines, blocks, shapes, dingbats, braille
        0xA720...0xA7BF,  // Latin
        0xFF61...0xFF9F,  // halfwidth forms
        0xFFFD...0xFFFD,  // replacement character
    ]

    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x3001...0x3029, 0x3030...0x303E,  // punctuation
        0x3041...0x3096, 0x309B...0x30FF,  // kana
        0x3105...0x312F, 0x3131...0x318E, 0x3190...0x31BF,  // bopomofo, hangul letters
        0x31F0...0x321E, 0x3220...0x3247, 0x3250...0x33FF,  // enclosed
        0x3400...0x4DBF, 0x4E00...0x9FFF,  // ideographs
        0xAC00...0xD7A3, 0xF900...0xFAD9,  // hangul, ideographs
        0xFF01...0xFF60, 0xFFE0...0xFFE6,  // fullwidth forms
        0x20000...0x2A6DF, 0x2A700...0x2B738, 0x2B740...0x2CEA1, 0x2CEB0...0x2EBE0,  // ideographs
    ]
}
