/// A rectangle of cells. Negative widths and heights become zero, and every cut is clamped to what is there,
/// so that a layout written for a large screen stays harmless on a tiny one.
public struct Rect: Equatable, Hashable, Sendable {
    /// The top left cell.
    public let origin: Point
    /// How wide and high it is.
    public let size: Size

    /// A rectangle without a cell.
    public static let zero = Rect(column: 0, row: 0, columns: 0, rows: 0)

    /// A rectangle from its top left cell and its size.
    public init(origin: Point = .origin, size: Size) {
        self.origin = origin
        self.size = size
    }

    /// A rectangle from its left column, top row, width and height, in cells.
    public init(column: Int, row: Int, columns: Int, rows: Int) {
        self.init(origin: Point(column: column, row: row), size: Size(columns: columns, rows: rows))
    }

    /// The leftmost column.
    public var left: Int { origin.column }
    /// The topmost row.
    public var top: Int { origin.row }
    /// The first column right of it.
    public var right: Int { origin.column + size.columns }
    /// The first row below it.
    public var bottom: Int { origin.row + size.rows }
    /// The width in cells.
    public var columns: Int { size.columns }
    /// The height in cells.
    public var rows: Int { size.rows }
    /// Whether there is no cell in it.
    public var isEmpty: Bool { size.isEmpty }

    /// Whether the cell lies inside.
    public func contains(_ point: Point) -> Bool {
        point.column >= left && point.column < right && point.row >= top && point.row < bottom
    }

    /// The cells that both rectangles have; empty when they have none.
    public func intersection(_ other: Rect) -> Rect {
        let column = max(left, other.left)
        let row = max(top, other.top)
        let width = min(right, other.right) - column
        let height = min(bottom, other.bottom) - row
        guard width > 0, height > 0 else { return Rect(column: column, row: row, columns: 0, rows: 0) }
        return Rect(column: column, row: row, columns: width, rows: height)
    }

    /// The rectangle without a margin of so many cells on each side; empty when nothing is left.
    public func inset(columns: Int = 0, rows: Int = 0) -> Rect {
        let byColumns = columns.clamped(to: 0...(size.columns / 2))
        let byRows = rows.clamped(to: 0...(size.rows / 2))
        return Rect(
            column: left + byColumns, row: top + byRows,
            columns: columns > byColumns ? 0 : size.columns - 2 * byColumns,
            rows: rows > byRows ? 0 : size.rows - 2 * byRows)
    }

    /// Cuts so many rows off the top; the first part is what was cut, the second what remains.
    public func splitTop(_ count: Int) -> (top: Rect, rest: Rect) {
        let cut = count.clamped(to: 0...rows)
        return (
            Rect(column: left, row: top, columns: columns, rows: cut),
            Rect(column: left, row: top + cut, columns: columns, rows: rows - cut)
        )
    }

    /// Cuts so many rows off the bottom; the first part is what remains, the second what was cut.
    public func splitBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
        let cut = count.clamped(to: 0...rows)
        let parts = splitTop(rows - cut)
        return (parts.top, parts.rest)
    }

    /// Cuts so many columns off the left; the first part is what was cut, the second what remains.
    public func splitLeft(_ count: Int) -> (left: Rect, rest: Rect) {
        let cut = count.clamped(to: 0...columns)
        return (
            Rect(column: left, row: top, columns: cut, rows: rows),
            Rect(column: left + cut, row: top, columns: columns - cut, rows: rows)
        )
    }

    /// Cuts so many columns off the right; the first part is what remains, the second what was cut.
    public func splitRight(_ count: Int) -> (rest: Rect, right: Rect) {
        let cut = count.clamped(to: 0...columns)
        let parts = splitLeft(columns - cut)
        return (parts.left, parts.rest)
    }

    /// One row of it, counted from its top; empty when it has no such row.
    public func row(_ index: Int) -> Rect {
        guard index >= 0, index < rows else {
            return Rect(column: left, row: bottom, columns: columns, rows: 0)
        }
        return Rect(column: left, row: top + index, columns: columns, rows: 1)
    }
}
