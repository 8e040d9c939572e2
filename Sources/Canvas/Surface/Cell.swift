/// One cell of a surface: a sign, up to two marks on it, and what it is for.
public struct Cell: Equatable, Sendable {
    /// The scalar that is drawn; zero in the second half of a wide sign.
    public let scalar: UInt32
    /// The first combining mark; zero when there is none.
    public let firstMark: UInt16
    /// The second combining mark; zero when there is none.
    public let secondMark: UInt16
    /// What the cell is for.
    public internal(set) var role: Role

    /// A space with that role.
    public static func blank(_ role: Role = .text) -> Cell { Cell(Glyph(" "), role: role) }

    /// The second half of a wide sign.
    static func continuation(_ role: Role) -> Cell { Cell(scalar: 0, role: role) }

    init(_ glyph: Glyph, role: Role) {
        scalar = glyph.scalar
        firstMark = glyph.firstMark
        secondMark = glyph.secondMark
        self.role = role
    }

    /// A cell with a scalar that needs no cleaning.
    init(scalar: UInt32, role: Role) {
        self.scalar = scalar
        firstMark = 0
        secondMark = 0
        self.role = role
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
