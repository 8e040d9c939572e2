import Canvas
import ConsoleUI
import Testing

/// Screens as text, each followed by the letters of its roles; changed only on purpose.
@Suite("The session screen at 80×24")
struct StandardScreenTests {
    @Test("a crisis with an open emergency")
    func crisisWithEmergency() throws {
        let scene = Pictures.scene(try Pictures.crisis())
        #expect(
            ScreenChecks.golden(scene, 80, 24) == """
                ▐LIVE▌   MK-07  born 1984  IV infusion       administering  T0+0:34:40  14:46:40
                due  recheck BP overdue by 0:40   T0+40 in 6 min                AUDIO OFF  saved
                BP  204/118  !!! level 3 high  1 min ago       +80/+40  MAP 147  baseline 124/78
                HR   108?          +36  1m  alertness 5            1m  intensity 6     stale 15m
                SpO2  93 air !      -5  1m  agitation 0            1m  distress  2           15m
                RR    18            +4  1m  oriented  4            1m  nausea    0           15m
                dose  20.7 of 35 mg  0.88 mg/min  ends 14:52 in 6 min   pump 20.1 mg at 14:34
                symptoms  !!! severe headache 1m
                EMERGENCY 1:40  BP 204/118 level 3
                prescriber told 14:45  at bedside --:--  help called --:--  help arrived --:--
                1 !!! BP 204/118 level 3                                        NOT ACKNOWLEDGED
                   ▸ stop infusion, prescriber to bedside       latched  recheck overdue by 0:40
                2 !!! red flag: severe headache   call…    recheck overdue by 0:40  and 1 more !
                ─▲──▲──▼──────●─n────◆──────×─!s│──○──────────·─────────·──────────·──────────·─
                       T0                   +30                  +60                   +90
                200│────────  ┬┊────────────────
                180│────────  │┊────────────────
                160│────────  │┊────────────────  14:42  KB  !! BP 186/112  HR 104  SpO2 95 air
                   │┬░░░░┬░┬  │┊░░░░░░░░░░░░░░░░             RR 18
                100││┬░░░│░│  ┴┊░░░░░░░░░░░░░░░░  14:45  KB  !!! BP 204/118  HR 108  SpO2 93 air
                   │┴┴░░░┴░┴  ░┊░░░░░░░░░░░░░░░░             RR 18
                   │           ┊                  14:45  KB  !!! severe headache
                ● done  ○ due  ◐ late  × missed  ◆ could not do  ★ planned, must  · planned
                0-9 reading  n note  d done  a acknowledge  ? help
                LLLLLLLL.sssss.............ddddddddddd.......ttttttttttttt..ssssssssss..ssssssss
                dddd.wwwwwwwwww.sssssssssssssss...dddddddddddddd................nnnnnnnnn..ddddd
                dd..ccccccc..ccc.cccccccccccc...........................ddddddd..ddddddddddddddd
                dd...ssss..............ddd..ddddddddd.s...........ddd..ddddddddd.o.....ooooo.ooo
                dddd..nn.ddd.n.........ddd..ddddddddd.s...........ddd..dddddddd..s...........ddd
                dd....ss...............ddd..dddddddd..s...........ddd..dddddd....s...........ddd
                dddd..sssssssssssss
                dddddddd..cccccccccccccccccccccc
                ccccccccc.cccc..ssssssssssssssssss
                .......................wwwwwwwwwwwwwwww..wwwwwwwwwwwwwwwww..wwwwwwwwwwwwwwwwww
                d.ccc.cccccccccccccccccc........................................cccccccccccccccc
                dddd.ssssssssssssssssssssssssssssssssssss................sssssssssssssssssssssss
                d.ccc.ccccccccccccccccccccccccc............sssssssssssssssssssssss..ssssssssssss
                bdbbdbbabbbbbbgb.bbbbnbbbbbbwbccabbabbbbbbbbbb.bbbbbbbbb.bbbbbbbbbb.bbbbbbbbbb.b
                .......dd...................ddd..................ddd...................ddd
                ---b--------..ca----------------
                ---b--------..ca----------------
                ---b--------..ca----------------.addddd..dd..ww
                ...bs====s=s..ca================
                dddbss===s=s..ca================.addddd..dd..ccc
                ...bss===s=s..=a================
                ...b...........a.................addddd..dd..ccc
                dddddd..ddddd..dddddd..dddddddd..dddddddddddddd..ddddddddddddddd..ddddddddd
                kkk.ddddddd..k.dddd..k.dddd..k.ddddddddddd..k.dddd
                """)
    }

    @Test("the gate holds before the dose")
    func gateHolds() throws {
        let scene = Pictures.scene(try Pictures.held())
        #expect(
            ScreenChecks.golden(scene, 80, 24) == """
                ▐LIVE▌   MK-07  born 1984  IV infusion              held  open 0:09:12  14:09:12
                due  measure again after rest in 4:48                           AUDIO OFF  saved
                BP  144/90  3 min ago                                   MAP 108  baseline 124/78
                HR    86                3m  alertness 5            3m  intensity -
                SpO2  97 air            3m  agitation 0            3m  distress  -
                RR    16                3m  oriented  4            3m  nausea    -
                dose  35 mg planned  0.5 mg/kg  not started
                gate  HOLD  baseline 146/92 is above 140/90  rest 5-10 min, measure twice again
                no open alarm
                ────────▲───────────▲───────────│───────────────────────────────────────────────
                                                now
                   │           ┊
                200│───────────┊────────────────
                180│───────────┊────────────────
                160│───────────┊────────────────
                150│   ┬   ┬   ┊
                   │   │   │   ┊
                   │░░░│░░░│░░░┊░░░░░░░░░░░░░░░░
                100│░░░│░░░│░░░┊░░░░░░░░░░░░░░░░  14:03  KB  BP 148/94  HR 88  SpO2 97 air
                   │░░░┴░░░┴░░░┊░░░░░░░░░░░░░░░░             RR 16
                   │░░░░░░░░░░░┊░░░░░░░░░░░░░░░░  14:06  KB  BP 144/90  HR 86  SpO2 97 air
                   │           ┊                             RR 16
                ● done  ○ due  ◐ late  × missed  ◆ could not do  ★ planned, must  · planned
                0-9 reading  n note  d done  a acknowledge  ? help
                LLLLLLLL.sssss.............ddddddddddd..............tttt..ssssssssssss..ssssssss
                dddd..........................sssssss...........................nnnnnnnnn..ddddd
                dd..ssssss..............................................ddddddd..ddddddddddddddd
                dd....ss...............ddd..ddddddddd.s...........ddd..ddddddddddd
                dddd..ss.ddd...........ddd..ddddddddd.s...........ddd..dddddddd.dd
                dd....ss...............ddd..dddddddd..s...........ddd..dddddd...dd
                dddd..sssssssssssss
                dddd..wwww
                ddddddddddddd
                bbbbbbbbdbbbbbbbbbbbdbbbbbbbbbbbabbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                ................................ddd
                ...b...........a
                ---b-----------a----------------
                ---b-----------a----------------
                ---b-----------a----------------
                dddb...s...s...a
                ...b...s...s...a
                ...b===s===s===a================
                dddb===s===s===a================.addddd..dd
                ...b===s===s===a================
                ...b===========a================.addddd..dd
                ...b...........a
                dddddd..ddddd..dddddd..dddddddd..dddddddddddddd..ddddddddddddddd..ddddddddd
                kkk.ddddddd..k.dddd..k.dddd..k.ddddddddddd..k.dddd
                """)
    }

    @Test("practised esketamine between two devices, in ASCII")
    func betweenDevices() throws {
        let scene = Pictures.scene(try Pictures.esketamine(), mode: .practice, glyphs: .ascii)
        #expect(
            ScreenChecks.golden(scene, 80, 24) == """
                //PRACTICE//         room 3  born 1984       administering  T0+0:06:30  14:16:30
                due  device 3 in 3:30   T0+20 in 14 min                         AUDIO OFF  saved
                BP  122/76 normal  11 min ago                            MAP 91  baseline 124/78
                HR    70               11m  alertness 5           11m  intensity -
                SpO2  99 air           11m  agitation 0           11m  distress  -
                RR    14               11m  oriented  4           11m  nausea    -
                dose  56 of 84 mg  running  2 devices, last 14:15  next device in 3:30
                effects  none assessed yet
                no open alarm
                -^-^--v--v|-------.-----------@-----------.-----------------.-----------------@-
                      T0                +30               +60               +90             +120
                   |   !
                200|---!------------------------
                180|---!------------------------
                160|---!------------------------
                150|   !
                   |   !                          14:02  KB  BP 126/80  HR 72  SpO2 98 air
                   |TT:!::::::::::::::::::::::::             RR 14
                100|||:!::::::::::::::::::::::::  14:05  KB  BP 122/76  HR 70  SpO2 99 air
                   |||:!::::::::::::::::::::::::             RR 14
                   |++:!::::::::::::::::::::::::  14:10  KB  device 1, 28 mg
                   |   !                          14:15  KB  device 2, 28 mg
                * done  o due  % late  x missed  # could not do  @ planned, must  . planned
                0-9 reading  n note  d done  a acknowledge  ? help
                PPPPPPPPPPPPPPPPPPPP.ssssss..................ttttttttttttt..ssssssssss..ssssssss
                dddd..........sssssss...ddddddddddddddd.........................nnnnnnnnn..ddddd
                dd..ssssss.ssssss........................................dddddd..ddddddddddddddd
                dd....ss...............ddd..ddddddddd.s...........ddd..ddddddddddd
                dddd..ss.ddd...........ddd..ddddddddd.s...........ddd..dddddddd.dd
                dd....ss...............ddd..dddddddd..s...........ddd..dddddd...dd
                dddd..sssssssssss..................................aaaaaaaaaaaaaaaaaaa
                ddddddd..ddddddddddddddddd
                ddddddddddddd
                bdbdbbabbaabbbbbbb.bbbbbbbbbbb.bbbbbbbbbbb.bbbbbbbbbbbbbbbbb.bbbbbbbbbbbbbbbbb.b
                ......dd................ddd...............ddd...............ddd.............dddd
                ...b...a
                ---b---a------------------------
                ---b---a------------------------
                ---b---a------------------------
                dddb...a
                ...b...a.........................addddd..dd
                ...bss=a========================
                dddbss=a========================.addddd..dd
                ...bss=a========================
                ...bss=a========================.addddd..dd
                ...b...a.........................addddd..dd
                dddddd..ddddd..dddddd..dddddddd..dddddddddddddd..ddddddddddddddd..ddddddddd
                kkk.ddddddd..k.dddd..k.dddd..k.ddddddddddd..k.dddd
                """)
    }
}
