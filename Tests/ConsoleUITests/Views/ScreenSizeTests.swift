import Canvas
import ConsoleUI
import SessionCore
import Testing

@Suite("The session screen at every size")
struct ScreenSizeTests {
    @Test("at every size from 0×0 to 200×60 no panel covers another", arguments: [0, 1])
    func noPanelCoversAnother(parity: Int) throws {
        let scene = Pictures.scene(try Pictures.crisis())
        for columns in stride(from: parity, through: 200, by: 2) {
            for rows in 0...60 {
                let surface = ScreenChecks.draw(scene, Size(columns: columns, rows: rows))
                if !surface.overlaps.isEmpty {
                    Issue.record("\(columns)×\(rows): \(surface.overlaps)")
                    return
                }
            }
        }
    }

    @Test("a planted overlap is found")
    func plantedOverlapIsFound() throws {
        var surface = ScreenChecks.draw(
            Pictures.scene(try Pictures.crisis()), Size(columns: 80, rows: 24))
        surface.claim(Rect(column: 3, row: 2, columns: 4, rows: 1), "planted")
        #expect(surface.overlaps == ["planted over pressure"])
    }

    @Test("no number is cut, nothing is painted outside of its panel, at any size of any story")
    func noNumberIsCut() throws {
        for (name, picture) in try Pictures.all() {
            for glyphs in [GlyphSet.unicode, .ascii] {
                let scene = Pictures.scene(picture, glyphs: glyphs)
                let checks = ScreenChecks(scene)
                for columns in stride(from: glyphs == .ascii ? 3 : 1, through: 140, by: 13) {
                    for rows in stride(from: 1, through: 45, by: 6) {
                        let surface = ScreenChecks.draw(scene, Size(columns: columns, rows: rows))
                        let size = "\(name) at \(columns)×\(rows)"
                        #expect(checks.cutNumbers(surface).isEmpty, "\(size)")
                        #expect(checks.strays(surface) == 0, "\(size)")
                        #expect(surface.overlaps.isEmpty, "\(size)")
                    }
                }
            }
        }
    }

    @Test("a number cut on purpose is found")
    func plantedCutIsFound() throws {
        let scene = Pictures.scene(try Pictures.crisis())
        var surface = ScreenChecks.draw(scene, Size(columns: 80, rows: 24))
        #expect(ScreenChecks(scene).cutNumbers(surface).isEmpty)
        surface.put("204/11 ", at: Point(column: 4, row: 2))
        #expect(ScreenChecks(scene).cutNumbers(surface).count == 1)
    }

    @Test("the worst alarm stands first, and none below is worse than one above")
    func worstAlarmFirst() throws {
        let scene = Pictures.scene(try Pictures.manyAlarms())
        let checks = ScreenChecks(scene)
        for size in [(40, 12), (40, 30), (76, 22), (80, 24), (80, 60), (99, 40)] {
            let tags = checks.alarmTags(
                ScreenChecks.draw(scene, Size(columns: size.0, rows: size.1)))
            #expect(tags.first == 3, "\(size)")
            #expect(tags == tags.sorted(by: >), "\(size)")
        }
    }

    @Test("from 40×12 on, pressure, flag, worst alarm, clock and what is due stand on the screen")
    func essentialsRemain() throws {
        let scene = Pictures.scene(try Pictures.crisis())
        for columns in stride(from: 40, through: 200, by: 7) {
            for rows in stride(from: 12, through: 60, by: 5) {
                let text = ScreenChecks.draw(scene, Size(columns: columns, rows: rows)).text
                let size = "\(columns)×\(rows)"
                #expect(text.contains { $0.contains("204/118  !!!") }, "\(size)")
                #expect(text.contains { $0.contains("!!! BP 204/118 level 3") }, "\(size)")
                #expect(text.contains { $0.contains("14:46:40") }, "\(size)")
                #expect(text.contains { $0.contains("overdue by 0:40") }, "\(size)")
                #expect(text.contains { $0.contains("AUDIO OFF") }, "\(size)")
            }
        }
    }

    @Test("below that the pressure and its flag are the last to go")
    func pressureIsTheLastToGo() throws {
        let scene = Pictures.scene(try Pictures.crisis())
        #expect(ScreenChecks.draw(scene, Size(columns: 12, rows: 1)).text == ["204/118  !!!"])
        #expect(ScreenChecks.draw(scene, Size(columns: 7, rows: 1)).text == ["204/118"])
        #expect(ScreenChecks.draw(scene, Size(columns: 6, rows: 1)).text.first?.contains("204") == false)
    }
}
