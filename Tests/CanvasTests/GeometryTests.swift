import Canvas
import Testing

@Suite("Sizes and rectangles are harmless at any number")
struct GeometryTests {
    @Test("a negative size counts as empty")
    func negativeSizesAreEmpty() {
        #expect(Size(columns: -3, rows: 4) == Size(columns: 0, rows: 4))
        #expect(Rect(column: 2, row: 2, columns: -1, rows: -9).isEmpty)
    }

    @Test("cutting off more than there is leaves an empty rest and keeps the whole")
    func cutsAreClamped() {
        let rect = Rect(column: 1, row: 2, columns: 10, rows: 4)
        #expect(rect.splitTop(9).top == rect)
        #expect(rect.splitTop(9).rest.isEmpty)
        #expect(rect.splitBottom(1).bottom == Rect(column: 1, row: 5, columns: 10, rows: 1))
        #expect(rect.splitLeft(-2).left.isEmpty)
        #expect(rect.splitRight(3).right == Rect(column: 8, row: 2, columns: 3, rows: 4))
        #expect(rect.splitRight(3).rest == Rect(column: 1, row: 2, columns: 7, rows: 4))
    }

    @Test("the two parts of a cut cover the whole and do not overlap", arguments: -1...7)
    func partsCoverTheWhole(count: Int) {
        let rect = Rect(column: 3, row: 5, columns: 6, rows: 5)
        let parts = rect.splitTop(count)
        #expect(parts.top.rows + parts.rest.rows == rect.rows)
        #expect(parts.top.intersection(parts.rest).isEmpty)
        #expect(parts.rest.bottom == rect.bottom)
    }

    @Test("a margin larger than the rectangle leaves nothing")
    func marginsAreClamped() {
        let rect = Rect(column: 0, row: 0, columns: 5, rows: 3)
        #expect(rect.inset(columns: 1, rows: 1) == Rect(column: 1, row: 1, columns: 3, rows: 1))
        #expect(rect.inset(columns: 3).isEmpty)
    }

    @Test("rectangles at the end of the number range do not trap")
    func extremeNumbers() {
        let far = Rect(column: .max, row: .min, columns: .max, rows: .max)
        let other = Rect(column: .min, row: .max, columns: .max, rows: .max)
        #expect(far.intersection(other).isEmpty)
        #expect(far.splitTop(.max).rest.isEmpty)
        #expect(!far.contains(.origin))
        _ = far.inset(columns: .max, rows: .min)
    }

    @Test("a row that the rectangle does not have is empty")
    func rows() {
        let rect = Rect(column: 2, row: 2, columns: 4, rows: 2)
        #expect(rect.row(1) == Rect(column: 2, row: 3, columns: 4, rows: 1))
        #expect(rect.row(2).isEmpty)
        #expect(rect.row(-1).isEmpty)
    }
}
