extension Surface {
    /// Fills a rectangle with one sign of one column; a sign that takes more is not drawn.
    public mutating func fill(_ rect: Rect, with sign: Character = " ", role: Role = .text) {
        let area = bounds.intersection(rect)
        guard !area.isEmpty, let cell = Surface.single(sign, role: role, form: glyphs.form) else { return }
        for row in area.top..<area.bottom {
            mend(row: row, column: area.left)
            mend(row: row, column: area.right - 1)
            let start = row * size.columns
            for column in area.left..<area.right { cells[start + column] = cell }
        }
    }

    /// Gives the cells of a rectangle another role and leaves their signs.
    public mutating func restyle(_ rect: Rect, role: Role) {
        let area = bounds.intersection(rect)
        for row in area.top..<max(area.top, area.bottom) {
            for column in area.left..<area.right { cells[row * size.columns + column].role = role }
        }
    }

    /// Draws a line of so many columns to the right.
    public mutating func hline(at point: Point, columns: Int, role: Role = .border, clip: Rect? = nil) {
        let line = Rect(origin: point, size: Size(columns: columns, rows: 1))
        fill(clip.map { line.intersection($0) } ?? line, with: glyphs.lines.horizontal, role: role)
    }

    /// Draws a line of so many rows downwards.
    public mutating func vline(at point: Point, rows: Int, role: Role = .border, clip: Rect? = nil) {
        let line = Rect(origin: point, size: Size(columns: 1, rows: rows))
        fill(clip.map { line.intersection($0) } ?? line, with: glyphs.lines.vertical, role: role)
    }

    /// Draws a box along the outermost ring of a rectangle, with a title in its upper line when there is one.
    /// A rectangle thinner than two cells gets a line, an empty one nothing.
    public mutating func box(
        _ rect: Rect, title: String = "", role: Role = .border, titleRole: Role = .title
    ) {
        guard !rect.isEmpty else { return }
        let last = Point(column: rect.right - 1, row: rect.bottom - 1)
        vline(at: rect.origin, rows: rect.rows, role: role)
        vline(at: Point(column: last.column, row: rect.top), rows: rect.rows, role: role)
        hline(at: rect.origin, columns: rect.columns, role: role)
        hline(at: Point(column: rect.left, row: last.row), columns: rect.columns, role: role)
        if rect.columns > 1, rect.rows > 1 {
            let corners = [
                rect.origin, Point(column: last.column, row: rect.top),
                Point(column: rect.left, row: last.row),
                last,
            ]
            for (corner, sign) in zip(corners, glyphs.lines.corners) {
                put(String(sign), at: corner, role: role)
            }
        }
        guard !title.isEmpty, rect.columns > 6 else { return }
        let fitted = Printable(title, form: glyphs.form)
            .fitted(to: rect.columns - 6, ending: String(glyphs.marks.ellipsis))
        put(" \(fitted.text) ", at: Point(column: rect.left + 2, row: rect.top), role: titleRole)
    }

    static func single(_ sign: Character, role: Role, form: Printable.Form) -> Cell? {
        let glyphs = Sanitizer.glyphs(of: String(sign), form: form, limit: 2)
        guard glyphs.count == 1, let glyph = glyphs.first, glyph.width == 1 else { return nil }
        return Cell(glyph, role: role)
    }
}
