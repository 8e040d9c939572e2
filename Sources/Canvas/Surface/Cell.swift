/// One cell of a surface: a sign, up to two marks on it, and what it is for.
public struct Cell: Equatable, Sendable {
    /// Everything in one word, because whole screens of cells are copied and compared for each key: the scalar in the
    /// lowest 24 bits, then 16 for each mark, and the role on top.
    private var bits: UInt64

    /// The scalar that is drawn; zero in the second half of a wide sign.
    public var scalar: UInt32 { UInt32(truncatingIfNeeded: bits & 0xFF_FFFF) }
    /// The first combining mark; zero when there is none.
    public var firstMark: UInt16 { UInt16(truncatingIfNeeded: bits >> 24) }
    /// The second combining mark; zero when there is none.
    public var secondMark: UInt16 { UInt16(truncatingIfNeeded: bits >> 40) }
    /// What the cell is for.
    public internal(set) var role: Role {
        get { Role(rawValue: UInt8(truncatingIfNeeded: bits >> 56)) ?? .text }
        set { bits = bits & 0xFF_FFFF_FFFF_FFFF | UInt64(newValue.rawValue) << 56 }
    }

    /// A space with that role.
    public static func blank(_ role: Role = .text) -> Cell { Cell(scalar: 0x20, role: role) }

    /// The second half of a wide sign.
    static func continuation(_ role: Role) -> Cell { Cell(scalar: 0, role: role) }

    init(_ glyph: Glyph, role: Role) {
        self.init(scalar: glyph.scalar, role: role)
        bits |= UInt64(glyph.firstMark) << 24 | UInt64(glyph.secondMark) << 40
    }

    /// A cell with a scalar that needs no cleaning.
    init(scalar: UInt32, role: Role) {
        bits = UInt64(scalar & 0xFF_FFFF) | UInt64(role.rawValue) << 56
    }

    /// Whether it is the second half of a wide sign.
    public var isContinuation: Bool { scalar == 0 }

    /// Adds the cell's scalars to a text; nothing for the second half of a wide sign.
    public func append(to text: inout String.UnicodeScalarView) {
        if let base = Unicode.Scalar(scalar), scalar != 0 { text.append(base) }
        if firstMark != 0, let mark = Unicode.Scalar(firstMark) { text.append(mark) }
        if secondMark != 0, let mark = Unicode.Scalar(secondMark) { text.append(mark) }
    }
}
