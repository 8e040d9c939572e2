import Canvas
import Testing

@Suite("Only what changed is drawn again")
struct ChangeTests {
    private func surface(_ text: String) -> Surface {
        var surface = Surface(Size(columns: 10, rows: 2))
        surface.put(text, at: .origin)
        return surface
    }

    @Test("an equal surface changes nothing, and a first one everything")
    func allOrNothing() {
        #expect(surface("14:05").runs(changedSince: surface("14:05")).isEmpty)
        #expect(surface("14:05").runs(changedSince: nil).map(\.columns) == [0..<10, 0..<10])
        let other = Surface(Size(columns: 9, rows: 2))
        #expect(surface("14:05").runs(changedSince: other).count == 2)
    }

    @Test("one digit is one cell")
    func oneDigit() {
        let runs = surface("14:06").runs(changedSince: surface("14:05"))
        #expect(runs == [Surface.Run.of(row: 0, columns: 4..<5, role: .text)])
    }

    @Test("a change is split where the role changes and never halves a wide sign")
    func rolesAndWideSigns() {
        var new = surface("血圧")
        new.put("x", at: Point(column: 4, row: 0), role: .critical)
        let runs = new.runs(changedSince: surface("血"))
        #expect(runs.map(\.columns) == [2..<4, 4..<5])
        #expect(runs.map(\.role) == [.text, .critical])
    }
}

extension Surface.Run {
    static func of(row: Int, columns: Range<Int>, role: Role) -> Surface.Run? {
        var surface = Surface(Size(columns: columns.upperBound, rows: row + 1))
        let old = surface
        surface.put(
            String(repeating: "#", count: columns.count), at: Point(column: columns.lowerBound, row: row))
        return surface.runs(changedSince: old).first { $0.role == role }
    }
}
