/// The largest coordinate and length. It is far beyond any terminal, and small enough that sums never trap.
private let farthest = 1_000_000

/// A width and a height in cells. Negative numbers become zero and huge ones a million, so that no size is ever
/// harmful.
public struct Size: Equatable, Hashable, Sendable {
    /// The number of columns, zero or more.
    public let columns: Int
    /// The number of rows, zero or more.
    public let rows: Int

    /// No columns and no rows.
    public static let zero = Size(columns: 0, rows: 0)

    /// A size of so many columns and rows; a negative number counts as zero.
    public init(columns: Int, rows: Int) {
        self.columns = columns.clamped(to: 0...farthest)
        self.rows = rows.clamped(to: 0...farthest)
    }

    /// Whether there is no cell in it.
    public var isEmpty: Bool { columns == 0 || rows == 0 }
}

/// A cell's place: columns count from the left and rows from the top, both from zero. Numbers beyond a million in
/// either direction are held there.
public struct Point: Equatable, Hashable, Sendable {
    /// The column, zero at the left edge.
    public let column: Int
    /// The row, zero at the top edge.
    public let row: Int

    /// The cell at the top left.
    public static let origin = Point(column: 0, row: 0)

    /// The cell at this column and row, which may lie outside of any surface.
    public init(column: Int, row: Int) {
        self.column = column.clamped(to: -farthest...farthest)
        self.row = row.clamped(to: -farthest...farthest)
    }
}
