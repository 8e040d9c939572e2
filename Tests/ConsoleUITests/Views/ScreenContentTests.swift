import Canvas
import ConsoleUI
import SessionCore
import Testing

@Suite("What the session screen says")
struct ScreenContentTests {
    private func text(_ scene: SessionScene, _ columns: Int = 80, _ rows: Int = 24) -> String {
        ScreenChecks.draw(scene, Size(columns: columns, rows: rows)).text.joined(separator: "\n")
    }

    @Test("at 80×24 everything that a nurse asks is answered at once")
    func everythingAtOnce() throws {
        let screen = text(Pictures.scene(try Pictures.crisis()))
        let wanted = [
            "LIVE", "MK-07", "born 1984", "administering", "T0+0:34:40", "14:46:40",
            "recheck BP overdue by 0:40",
            "204/118  !!! level 3 high  1 min ago", "+80/+40", "baseline 124/78", "HR   108?", "93 air !",
            "stale 15m", "20.7 of 35 mg", "0.88 mg/min", "ends 14:52 in 6 min", "pump 20.1 mg at 14:34",
            "EMERGENCY",
            "prescriber told 14:45", "1 !!! BP 204/118 level 3", "NOT ACKNOWLEDGED",
            "stop infusion, prescriber to bedside", "latched", "2 !!! red flag: severe headache", "T0", "+30",
            "200│", "180│", "160│", "AUDIO OFF", "saved", "acknowledge",
        ]
        for piece in wanted { #expect(screen.contains(piece), "\(piece) is missing") }
    }

    @Test("each mode has a shape of its own without colour")
    func modesDiffer() throws {
        let picture = try Pictures.quiet()
        for glyphs in [GlyphSet.unicode, .ascii] {
            let corners = ModeWord.allCases.map {
                String(text(Pictures.scene(picture, mode: $0, glyphs: glyphs)).prefix(22))
            }
            #expect(Set(corners).count == ModeWord.allCases.count)
            #expect(corners.map { $0.prefix(2) }.filter { $0 == "//" }.count == 2)
        }
    }

    @Test("a corrected value stays readable beside the new one, a late entry shows both times")
    func correctionsAreReadable() throws {
        let screen = text(Pictures.scene(try Pictures.crisis()), 120, 40)
        #expect(screen.contains("BP 134/82  HR 78  SpO2 98 air  RR 15 (was BP 182/84 — typing error)"))
        #expect(screen.contains("14:24  KB  music on, eyes closed entered 14:36, 12m late"))
        #expect(screen.contains("deviation: reading 2 min after the window; patient moved"))
    }

    @Test("the rest between two devices is counted down")
    func restIsCountedDown() throws {
        let screen = text(Pictures.scene(try Pictures.esketamine()))
        #expect(screen.contains("56 of 84 mg"))
        #expect(screen.contains("next device in 3:30"))
    }

    @Test("a disk that refuses is told in words while the typed line stays")
    func diskIsTold() throws {
        var scene = Pictures.scene(try Pictures.quiet())
        scene.saving = .failed("the disk is full")
        scene.entry = EntryScene(
            prompt: "entry", text: "132/84", cursor: 6, readBack: [Segment("BP 132/84 normal")])
        var surface = Surface(Size(columns: 80, rows: 24))
        let cursor = drawSession(scene, into: &surface)
        let screen = surface.text.joined(separator: "\n")
        #expect(screen.contains("NOT SAVED"))
        #expect(screen.contains("the disk is full"))
        #expect(screen.contains("BP 132/84 normal"))
        #expect(cursor == Point(column: 14, row: 20))
    }

    @Test("a panel leaves pressure, alarms, clock and due items in sight")
    func panelCoversNothingThatMatters() throws {
        var scene = Pictures.scene(try Pictures.crisis())
        scene.panel = PanelScene(
            title: "what was done", rows: (1...40).map { [Segment("row \($0)")] }, focusedRow: 33)
        for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
            let surface = ScreenChecks.draw(scene, Size(columns: columns, rows: rows))
            let screen = surface.text.joined(separator: "\n")
            for piece in ["204/118", "!!! BP 204/118 level 3", "14:46:40", "overdue by 0:40", "row 34"] {
                #expect(screen.contains(piece), "\(piece) is missing at \(columns)×\(rows)")
            }
            #expect(surface.overlaps.isEmpty)
        }
    }

    @Test("a flash changes the role and leaves the tag")
    func flashLeavesTheTag() throws {
        var scene = Pictures.scene(try Pictures.crisis())
        let calm = ScreenChecks.draw(scene, Size(columns: 80, rows: 24))
        scene.highFlash = true
        let flash = ScreenChecks.draw(scene, Size(columns: 80, rows: 24))
        #expect(calm.text == flash.text)
        #expect(calm.roles[10].contains("ccc"))
        #expect(flash.roles[10].contains("CCC"))
    }

    @Test("escape sequences and marks of a label reach no cell")
    func hostileTextIsHarmless() throws {
        let screen = text(Pictures.scene(try Pictures.hostile()), 120, 40)
        let isClean = screen.unicodeScalars.allSatisfy {
            $0 == "\n" || ($0.value >= 32 && $0.value != 0x202E)
        }
        #expect(isClean)
    }
}
