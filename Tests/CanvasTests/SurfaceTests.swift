import Canvas
import Testing

@Suite("A surface shows what was drawn, cut at its edges")
struct SurfaceTests {
    private func surface(_ columns: Int, _ rows: Int) -> Surface {
        Surface(Size(columns: columns, rows: rows))
    }

    @Test("text appears where it was put, with its role beside it")
    func textAppearsWhereItWasPut() {
        var surface = surface(8, 2)
        let used = surface.put("132/84", at: Point(column: 1, row: 1), role: .critical)
        #expect(used == 6)
        #expect(surface.text == ["        ", " 132/84 "])
        #expect(surface.roles == ["........", ".cccccc."])
    }

    @Test("text is cut at both edges and at a clip")
    func textIsCut() {
        var surface = surface(6, 1)
        surface.put("0123456789", at: Point(column: -2, row: 0))
        #expect(surface.text == ["234567"])
        surface.put("abcdef", at: .origin, clip: Rect(column: 1, row: 0, columns: 3, rows: 1))
        #expect(surface.text == ["2bcd67"])
        let outside = [Point(column: 6, row: 0), Point(column: 0, row: 1)].map { surface.put("x", at: $0) }
        #expect(outside == [0, 0])
    }

    @Test("a wide sign that an edge would halve is blank")
    func wideSignsAreNeverHalved() {
        var surface = surface(5, 1)
        let used = surface.put("血圧血", at: .origin)
        #expect(used == 5)
        #expect(surface.text == ["血圧 "])
        surface.put("血圧", at: Point(column: -1, row: 0))
        #expect(surface.text == [" 圧  "])
    }

    @Test("overwriting one half of a wide sign blanks the other half")
    func halvesAreMended() {
        var surface = surface(6, 1)
        surface.put("血圧血", at: .origin)
        surface.put("x", at: Point(column: 1, row: 0))
        #expect(surface.text == [" x圧血"])
        surface.put("é", at: Point(column: 4, row: 0))
        #expect(surface.text == [" x圧é "])
        surface.fill(Rect(column: 3, row: 0, columns: 1, rows: 1), with: "#")
        #expect(surface.text == [" x #é "])
    }

    @Test("a number is written whole or not at all")
    func numbersAreWholeOrAbsent() {
        var surface = surface(5, 1)
        let tooLong = surface.putWhole("182/104", at: .origin)
        #expect(!tooLong)
        #expect(surface.text == ["     "])
        let fitting = surface.putWhole("97 %", at: Point(column: 1, row: 0))
        #expect(fitting)
        #expect(surface.text == [" 97 %"])
        let outside = surface.putWhole("9", at: Point(column: 5, row: 0))
        #expect(!outside)
    }

    @Test("text can end at the right edge")
    func rightAligned() {
        var surface = surface(8, 1)
        surface.putRight("14:05", in: Rect(column: 0, row: 0, columns: 8, rows: 1))
        #expect(surface.text == ["   14:05"])
    }

    @Test("a box has its title in the upper line, cut with a sign that says so")
    func boxes() {
        var surface = surface(14, 3)
        surface.box(surface.bounds, title: "Blood pressure")
        #expect(surface.text == ["┌─ Blood p… ─┐", "│            │", "└────────────┘"])
        #expect(surface.roles[0] == "bbtttttttttt" + "bb".prefix(2))
    }

    @Test("the ASCII set draws boxes and text that every terminal shows")
    func asciiSurface() {
        var surface = Surface(Size(columns: 14, rows: 3), glyphs: .ascii)
        surface.box(surface.bounds)
        surface.put("≥ 36.8 °C", at: Point(column: 1, row: 1))
        #expect(surface.text == ["+------------+", "|>= 36.8 degC|", "+------------+"])
        #expect(surface.text.allSatisfy { $0.allSatisfy(\.isASCII) })
    }

    @Test("restyling keeps the signs, filling replaces them")
    func restyleAndFill() {
        var surface = surface(4, 1)
        surface.put("abcd", at: .origin)
        surface.restyle(Rect(column: 1, row: 0, columns: 9, rows: 9), role: .selection)
        #expect(surface.text == ["abcd"])
        #expect(surface.roles == [".SSS"])
        surface.fill(Rect(column: 0, row: 0, columns: 2, rows: 1), role: .band)
        #expect(surface.text == ["  cd"])
        surface.fill(surface.bounds, with: "血")
        #expect(surface.text == ["  cd"])
    }

    @Test("everything can be drawn at every size from 0×0 to 24×8 and far outside")
    func allSizes() {
        for columns in 0...24 {
            for rows in 0...8 {
                var surface = surface(columns, rows)
                for column in [-30, -1, 0, 5, columns, .max, .min] {
                    for row in [-1, 0, rows, .max, .min] {
                        let point = Point(column: column, row: row)
                        surface.put("BP 182/104 血圧 e\u{301}\u{1B}[2J", at: point)
                        surface.hline(at: point, columns: 9)
                        surface.vline(at: point, rows: 9)
                        surface.box(Rect(origin: point, size: Size(columns: 12, rows: 4)), title: "x")
                    }
                }
                #expect(surface.text.count == rows)
                #expect(surface.roles.allSatisfy { $0.count == columns })
            }
        }
    }
}
