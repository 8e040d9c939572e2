/// A grid of cells that a view draws on. Every text is cleaned on its way in, everything outside of the grid or of
/// the given clip is cut off, and a wide sign that an edge would halve becomes blank. Nothing traps at any size.
public struct Surface: Equatable, Sendable {
    /// How large the grid is. At most 1000×500; more is cut off.
    public let size: Size
    /// The signs that lines and marks are drawn with.
    public let glyphs: GlyphSet
    var cells: [Cell]
    var claims: [Claim] = []

    /// A blank surface.
    public init(_ size: Size, glyphs: GlyphSet = .unicode, role: Role = .text) {
        self.size = Size(columns: min(size.columns, 1000), rows: min(size.rows, 500))
        self.glyphs = glyphs
        cells = Array(repeating: .blank(role), count: self.size.columns * self.size.rows)
    }

    /// The whole grid.
    public var bounds: Rect { Rect(size: size) }

    /// The cell at a point; a blank outside of the grid.
    public subscript(_ point: Point) -> Cell {
        guard bounds.contains(point) else { return .blank() }
        return cells[point.row * size.columns + point.column]
    }

    /// Writes text from a point to the right on one row, inside of `clip` and of the grid.
    /// - Returns: how many columns the whole text takes from the point up to the clip's right edge.
    @discardableResult
    public mutating func put(_ text: String, at point: Point, role: Role = .text, clip: Rect? = nil) -> Int {
        let area = clip.map { bounds.intersection($0) } ?? bounds
        guard point.row >= area.top, point.row < area.bottom, point.column < area.right else { return 0 }
        let room = area.right - point.column
        if Printable.isPlain(text) { return putPlain(text, at: point, role: role, area: area) }
        var column = point.column
        for glyph in Sanitizer.glyphs(of: text, form: glyphs.form, limit: room) {
            place(glyph, row: point.row, column: column, role: role, area: area)
            column += glyph.width
        }
        return min(column - point.column, room)
    }

    /// Writes text only if the whole of it fits between the point and the right edge; for numbers, which are
    /// whole or absent.
    /// - Returns: whether it was written.
    @discardableResult
    public mutating func putWhole(
        _ text: String, at point: Point, role: Role = .text, clip: Rect? = nil
    ) -> Bool {
        let area = clip.map { bounds.intersection($0) } ?? bounds
        let columns = Printable(text, form: glyphs.form).columns
        guard area.contains(point), columns <= area.right - point.column else { return false }
        put(text, at: point, role: role, clip: area)
        return true
    }

    /// Writes text so that its last column is the last column of the area's first row; cut on the right when the
    /// area is too narrow.
    @discardableResult
    public mutating func putRight(_ text: String, in area: Rect, role: Role = .text) -> Int {
        let columns = Printable(text, form: glyphs.form).columns
        let column = max(area.left, area.right - columns)
        return put(text, at: Point(column: column, row: area.top), role: role, clip: area)
    }

    private mutating func putPlain(_ text: String, at point: Point, role: Role, area: Rect) -> Int {
        let rowStart = point.row * size.columns
        var column = point.column
        for byte in text.utf8 {
            guard column < area.right else { break }
            if column >= area.left {
                if cells[rowStart + column].scalar == 0 || isWide(row: point.row, column: column) {
                    mend(row: point.row, column: column)
                }
                cells[rowStart + column] = Cell(scalar: UInt32(byte), role: role)
            }
            column += 1
        }
        return column - point.column
    }

    private mutating func place(_ glyph: Glyph, row: Int, column: Int, role: Role, area: Rect) {
        let index = row * size.columns + column
        let first = column >= area.left && column < area.right
        guard glyph.width == 2 else {
            guard first else { return }
            mend(row: row, column: column)
            cells[index] = Cell(glyph, role: role)
            return
        }
        let second = column >= area.left - 1 && column < area.right - 1
        if first { mend(row: row, column: column) }
        if second { mend(row: row, column: column + 1) }
        switch (first, second) {
        case (true, true):
            cells[index] = Cell(glyph, role: role)
            cells[index + 1] = .continuation(role)
        case (true, false): cells[index] = .blank(role)
        case (false, true): cells[index + 1] = .blank(role)
        case (false, false): break
        }
    }

    private func isWide(row: Int, column: Int) -> Bool {
        column + 1 < size.columns && cells[row * size.columns + column + 1].isContinuation
    }

    /// Blanks the other half of a wide sign before one of its halves is overwritten.
    mutating func mend(row: Int, column: Int) {
        let index = row * size.columns + column
        if cells[index].isContinuation, column > 0 { cells[index - 1] = .blank(cells[index - 1].role) }
        if isWide(row: row, column: column) { cells[index + 1] = .blank(cells[index + 1].role) }
    }
}
