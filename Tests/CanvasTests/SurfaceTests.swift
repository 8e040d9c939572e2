import Canvas
import Testing

@Test("text appears where it was put, with its role beside it")
func textAppearsWhereItWasPut() {
    var surface = Surface(Size(columns: 8, rows: 2))
    surface.put("132/84", at: Point(column: 1, row: 1), role: .critical)
    #expect(surface.text == ["        ", " 132/84 "])
    #expect(surface.roles == ["........", ".cccccc."])
}
