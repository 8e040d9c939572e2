/// One drawn sign: a base and at most two combining marks.
struct Glyph: Equatable {
    /// The scalar that stands in the cell.
    var scalar: UInt32
    /// The first combining mark; zero when there is none.
    var firstMark: UInt16 = 0
    /// The second combining mark; zero when there is none.
    var secondMark: UInt16 = 0
    /// How many cells it takes: one or two.
    var width: Int = 1

    init(_ scalar: Unicode.Scalar, width: Int = 1) {
        self.scalar = scalar.value
        self.width = width
    }

    /// Adds the glyph's scalars to a text.
    func append(to text: inout String.UnicodeScalarView) {
        for value in [scalar, UInt32(firstMark), UInt32(secondMark)] where value != 0 {
            if let scalar = Unicode.Scalar(value) { text.append(scalar) }
        }
    }
}
