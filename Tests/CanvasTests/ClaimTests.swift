import Canvas
import Testing

@Suite("Panels that overlap are found")
struct ClaimTests {
    @Test("panels side by side do not overlap")
    func neighbours() {
        var surface = Surface(Size(columns: 20, rows: 4))
        let (left, right) = surface.bounds.splitLeft(8)
        surface.claim(left, "vitals")
        surface.claim(right, "alarms")
        surface.claim(.zero, "nothing")
        #expect(surface.overlaps.isEmpty)
        #expect(surface.panels.map(\.name) == ["vitals", "alarms", "nothing"])
    }

    @Test("a planted overlap of one cell is found and named")
    func plantedOverlap() {
        var surface = Surface(Size(columns: 20, rows: 4))
        surface.claim(Rect(column: 0, row: 0, columns: 9, rows: 4), "vitals")
        surface.claim(Rect(column: 8, row: 3, columns: 12, rows: 1), "alarms")
        #expect(surface.overlaps == ["alarms over vitals"])
    }
}
