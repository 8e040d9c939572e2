import Canvas
import ConsoleUI
import Testing

/// Screens as text, each followed by the letters of its roles; changed only on purpose.
@Suite("The session screen at 40×12")
struct SmallScreenTests {
    @Test("a crisis with an open emergency")
    func crisisWithEmergency() throws {
        let scene = Pictures.scene(try Pictures.crisis())
        #expect(
            ScreenChecks.golden(scene, 40, 12) == """
                ▐LIVE▌   MK-07      T0+0:34:40  14:46:40
                due recheck BP overdue by 0:40
                204/118  !!! level 3 high  1m    +80/+40
                EMERGENCY 1:40  BP 204/118 level 3
                !!! BP 204/118 level 3  NOT ACKNOWLEDGED
                   ▸ stop infusion…       and 2 more !!!
                HR 108? 1m  SpO2 93 air ! 1m  RR 18 1m
                alertness 5 1m  agitation 0 1m
                dose  20.7 of 35 mg  0.88 mg/min
                symptoms  !!! severe headache 1m
                ─▲▲▼───●n─◆───×!│○─────·────·────·────·─
                0-9 reading  n note     AUDIO OFF  saved
                LLLLLLLL.sssss......ssssssssss..ssssssss
                ddd.wwwwwwwwww.sssssssssssssss
                ccccccc..ccc.cccccccccccc
                ccccccccc.cccc..ssssssssssssssssss
                ccc.cccccccccccccccccc..cccccccccccccccc
                dddd.ssssssssssssss.......ssssssssssssss
                sssssssddd..nnnnnnnnnnnnnddd..sssssddd
                sssssssssssddd..sssssssssssddd
                dddd..sssssssssssss
                dddddddd..cccccccccccccccccccccc
                bddabbbg.bnbbbwcaabbbbb.bbbb.bbbb.bbbb.b
                kkk.ddddddd..k.dddd.....nnnnnnnnn..ddddd
                """)
    }

    @Test("an infusion that goes well, in ASCII")
    func quietInfusion() throws {
        let scene = Pictures.scene(try Pictures.quiet(), glyphs: .ascii)
        #expect(
            ScreenChecks.golden(scene, 40, 12) == """
                [LIVE]   MK-07      T0+0:23:40  14:35:40
                due checkpoint T0+30 in 6:20
                BP  141/86 normal  4m    +17/+8  MAP 104
                no open alarm
                HR 81 4m  SpO2 97 air 4m  RR 14 4m
                alertness 5 4m  agitation 0 4m
                dose  20.7 of 35 mg  0.88 mg/min
                effects  peak 6 of 10 at 14:31
                -^^v---*n-*-|-.--@-----.----.----.----.-
                 14:31  BP 141/86  HR 81  SpO2 97 air ~

                0-9 reading  n note     AUDIO OFF  saved
                LLLLLLLL.sssss......ssssssssss..ssssssss
                ddd..................sssssss
                dd..ssssss.ssssss................ddddddd
                ddddddddddddd
                sssssddd..sssssssssssddd..sssssddd
                sssssssssssddd..sssssssssssddd
                dddd..sssssssssssss
                ddddddd
                bddabbbg.bgbab.bb.bbbbb.bbbb.bbbb.bbbb.b
                addddd...............................dd

                kkk.ddddddd..k.dddd.....nnnnnnnnn..ddddd
                """)
    }

    @Test("at 40×12 an ended record says RECORD, that nothing is due, and the last values with their age")
    func endedRecord() throws {
        let scene = Pictures.scene(try Pictures.ended(), mode: .record)
        #expect(
            ScreenChecks.golden(scene, 40, 12) == """
                |RECORD| MK-07      T0+2:18:00  16:30:00
                nothing is due
                BP  126/80 normal  38m     +2/+2  MAP 95
                no open alarm
                HR 74 38m  SpO2 98 air 38m  RR 14 38m
                alertness 5 38m  agitation 0 38m
                dose  35 of 35 mg  ended 14:52
                left 16:20  ready 15:52
                ─▲▲▼──●─●──●──●───●───●───●────●────────
                 15:52  BP 126/80  HR 74  SpO2 98 air …

                0-9 reading  n note     AUDIO OFF  saved
                RRRRRRRR.sssss......ssssssssss..ssssssss
                dddddddddddddd
                dd..ssssss.ssssss.................dddddd
                ddddddddddddd
                sssssdddd..sssssssssssdddd..sssssdddd
                sssssssssssdddd..sssssssssssdddd
                dddd..sssssssssss
                dddd.sssss
                bddabbgbgbbgbbgbbbgbbbgbbbgbbbbgbbbbbbbb
                addddd...............................dd

                kkk.ddddddd..k.dddd.....nnnnnnnnn..ddddd
                """)
    }
}
