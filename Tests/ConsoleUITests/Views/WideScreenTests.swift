import Canvas
import ConsoleUI
import Testing

/// Screens as text, each followed by the letters of its roles; changed only on purpose.
@Suite("The session screen at 120×40")
struct WideScreenTests {
    @Test("an infusion that goes well")
    func quietInfusion() throws {
        let scene = Pictures.scene(try Pictures.quiet())
        #expect(
            ScreenChecks.golden(scene, 120, 40) == """
                ▐LIVE▌   MK-07  born 1984  IV infusion  2026-03-01-a7                                administering  T0+0:23:40  14:35:40
                due  checkpoint T0+30 in 6:20   planned end in 17 min                                                   AUDIO OFF  saved
                ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                BP  141/86 normal                          4 min ago  no open alarm
                    +17/+8  MAP 104  baseline 124/78
                heart rate      81 /min                      +9   4m
                SpO2            97 % air                     -1   4m
                breathing       14 /min                      +0   4m
                alertness        5 of 5                           4m
                agitation        0                                4m
                orientation      4 of 4                           4m
                intensity        6 of 10                          4m  effects  peak 6 of 10 at 14:31
                distress         2 of 10                          4m           expected to subside by 15:12
                nausea           0 of 3                           4m

                                                                      dose  20.7 of 35 mg  0.88 mg/min  ends 14:52 in 17 min
                                                                             pump 20.1 mg at 14:34
                200│───────────────────────────────────┊────────────────────────────────────────────────────────────────────────────────
                180│───────────────────────────────────┊────────────────────────────────────────────────────────────────────────────────
                160│───────────────────────────────────┊────────────────────────────────────────────────────────────────────────────────
                150│                              ┬    ┊
                   │░░┬░░░┬░░░░░░░░░░░░░░┬░░░░░░░░│░░░░┊░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                100│░░│░░░│░░░░░░░░░░░░░░│░░░░░░░░│░░░░┊░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                   │░░┴░░░┴░░░░░░░░░░░░░░┴░░░░░░░░┴░░░░┊░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░
                   │                                   ┊
                    ──▲───▲───▼──────────●─n──────▲●───│─────·─────────★───────────────·──────────────·───────────────·──────────────·──
                              T0                             +30                            +60                            +90
                    ● done  ○ due  ◐ late  × missed  ◆ could not do  ★ planned, must  · planned  ▼ dose  ! flag  s symptom  n note




                 14:04  KB  BP 126/80  HR 72  SpO2 98 air  RR 14
                 14:08  KB  BP 122/76  HR 72  SpO2 98 air  RR 14
                 14:12  KB  administration started: 35 mg over 40 min
                 14:22  KB  BP 134/82  HR 78  SpO2 98 air  RR 15
                 14:24  KB  music on, eyes closed
                 14:31  KB  BP 141/86  HR 81  SpO2 97 air  RR 14

                0-9 reading  n note  d done  a acknowledge  ? help                documentation aid and trainer, not a certified monitor
                LLLLLLLL.sssss.............ddddddddddd..ddddddddddddd................................ttttttttttttt..ssssssssss..ssssssss
                dddd..................sssssss...ddddddddddddddddddddd...................................................nnnnnnnnn..ddddd
                bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                dd..ssssss.ssssss.....................................ddddddddddddd
                dd..........ddddddd..ddddddddddddddd
                dddddddddd......sssdddddd.......................dddd
                dddd............sssdddddd.......................dddd
                ddddddddd.......sssdddddd.......................dddd
                ddddddddd........ssdddddd.......................dddd
                ddddddddd........ssdddddd.......................dddd
                ddddddddddd......ssdddddd.......................dddd
                ddddddddd........ssdddddd.......................dddd..ddddddd
                dddddddd.........ssdddddd.......................dddd..ddddddddddddddddddddddddddddddddddddd
                dddddd...........ssdddddd.......................dddd

                ......................................................dddd..sssssssssssss
                ......................................................dddd
                ---b-----------------------------------a--------------------------------------------------------------------------------
                ---b-----------------------------------a--------------------------------------------------------------------------------
                ---b-----------------------------------a--------------------------------------------------------------------------------
                dddb..............................s....a
                ...b==s===s==============s========s====a================================================================================
                dddb==s===s==============s========s====a================================================================================
                ...b==s===s==============s========s====a================================================================================
                ...b...................................a
                ....bbdbbbdbbbabbbbbbbbbbgb.bbbbbbdgbbbabbbbb.bbbbbbbbb.bbbbbbbbbbbbbbb.bbbbbbbbbbbbbb.bbbbbbbbbbbbbbb.bbbbbbbbbbbbbb.bb
                ..............dd.............................ddd............................ddd............................ddd
                ....dddddd..ddddd..dddddd..dddddddd..dddddddddddddd..ddddddddddddddd..ddddddddd..dddddd..dddddd..ddddddddd..dddddd




                addddd..dd
                addddd..dd
                addddd..dd
                addddd..dd
                addddd..dd
                addddd..dd

                kkk.ddddddd..k.dddd..k.dddd..k.ddddddddddd..k.dddd................dddddddddddddddddddddddddddddddddddddddddddddddddddddd
                """)
    }
}
