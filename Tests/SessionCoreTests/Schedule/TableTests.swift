import Testing

@testable import SessionCore

@Suite("The tables of the four routes")
struct TableTests {
    @Test("infusion of 40 minutes: every 10 min to the end, then 15, 30, 45 and 60 min after it")
    func infusion() {
        let plan = ScheduleCase()
        let table = "T0+10 T0+20◆ T0+30 T0+40★◆ Te+15◆ Te+30★◆ Te+45 Te+60★◆"
        #expect(plan.line(at: minute(0)) == table)
        #expect(plan.dues(at: minute(0)) == [10, 20, 30, 40, 55, 70, 85, 100])
        #expect(ScheduleCase(events: ending(40)).line(at: minute(41)) == table)
    }

    @Test("an IM injection is watched at 5, 10, 15, 20, 30 and 45 min and then every 15 to T0+120")
    func injection() {
        let table = "T0+5 T0+10◆ T0+15★ T0+20★◆ T0+30◆ T0+45 T0+60★◆ T0+75 T0+90◆ T0+105 T0+120★◆"
        #expect(ScheduleCase(careProtocol: TestProtocols.injection).line(at: minute(0)) == table)
    }

    @Test("a racemic nasal spray is watched at 10, 20, 30, 40, 60, 75, 90 and 120 min")
    func nasalRacemic() {
        let table = "T0+10 T0+20★◆ T0+30 T0+40★◆ T0+60◆ T0+75 T0+90◆ T0+120★◆"
        #expect(ScheduleCase(careProtocol: TestProtocols.nasalRacemic).line(at: minute(0)) == table)
    }

    @Test("esketamine is watched at 20, 40, 60, 90 and 120 min, at 40 and from 90 on without fail")
    func esketamine() {
        let table = "T0+20 T0+40★◆ T0+60◆ T0+90★◆ T0+120★◆"
        #expect(ScheduleCase(careProtocol: TestProtocols.esketamine).line(at: minute(0)) == table)
    }

    @Test("intensive infusion: every 5 min for 20, every 10 to Te+30, then 15; stars and effect checks stay")
    func intensiveInfusion() {
        let table = "T0+5 T0+10 T0+15 T0+20◆ T0+30 T0+40★◆ Te+10 Te+15◆ Te+20 Te+30★◆ Te+45 Te+60★◆"
        #expect(ScheduleCase(profile: .intensive).line(at: minute(0)) == table)
    }

    @Test("intensive injection, spray and esketamine: every 10 min to T0+60, then 15")
    func intensiveDoses() {
        let injection = "T0+5 T0+10◆ T0+15★ T0+20★◆ T0+30◆ T0+40 T0+50 T0+60★◆ T0+75 T0+90◆ T0+105 T0+120★◆"
        let spray = "T0+5 T0+10 T0+15 T0+20★◆ T0+30 T0+40★◆ T0+50 T0+60◆ T0+75 T0+90◆ T0+105 T0+120★◆"
        let device = "T0+5 T0+10 T0+15 T0+20 T0+30 T0+40★◆ T0+50 T0+60◆ T0+75 T0+90★◆ T0+105 T0+120★◆"
        #expect(
            ScheduleCase(careProtocol: TestProtocols.injection, profile: .intensive).line(at: minute(0))
                == injection)
        #expect(
            ScheduleCase(careProtocol: TestProtocols.nasalRacemic, profile: .intensive).line(at: minute(0))
                == spray)
        #expect(
            ScheduleCase(careProtocol: TestProtocols.esketamine, profile: .intensive).line(at: minute(0))
                == device)
    }

    @Test(
        "infusion of another length: every 10 min until Te, star and effects at Te, then the table from there"
    )
    func otherLengths() {
        let after = "Te+15◆ Te+30★◆ Te+45 Te+60★◆"
        #expect(
            ScheduleCase(minutes: 60).line(at: minute(0)) == "T0+10 T0+20◆ T0+30 T0+40 T0+50 Te★◆ \(after)")
        #expect(ScheduleCase(minutes: 60).dues(at: minute(0)).suffix(5) == [60, 75, 90, 105, 120])
        #expect(ScheduleCase(minutes: 25).line(at: minute(0)) == "T0+10 T0+20◆ Te★◆ \(after)")
        #expect(ScheduleCase(minutes: 25).dues(at: minute(0)) == [10, 20, 25, 40, 55, 70, 85])
        #expect(ScheduleCase(minutes: 5).line(at: minute(0)) == "Te★◆ \(after)")
        #expect(ScheduleCase(minutes: 45).line(at: minute(0)) == "T0+10 T0+20◆ T0+30 T0+40 Te★◆ \(after)")
        // Two minutes before the end would be the same visit to the patient.
        #expect(ScheduleCase(minutes: 42).line(at: minute(0)) == "T0+10 T0+20◆ T0+30 Te★◆ \(after)")
    }

    @Test("intensive infusion of 60 and 25 minutes")
    func intensiveOtherLengths() {
        let long = "T0+5 T0+10 T0+15 T0+20◆ T0+30 T0+40 T0+50 Te★◆ Te+10 Te+15◆ Te+20 Te+30★◆ Te+45 Te+60★◆"
        #expect(ScheduleCase(profile: .intensive, minutes: 60).line(at: minute(0)) == long)
        let short = "T0+5 T0+10 T0+15 T0+20◆ Te★◆ Te+10 Te+15◆ Te+20 Te+30★◆ Te+45 Te+60★◆"
        #expect(ScheduleCase(profile: .intensive, minutes: 25).line(at: minute(0)) == short)
    }

    @Test("before T0 the plan is the baseline alone, a starred item")
    func beforeStart() {
        let question = ScheduleQuestion(
            careProtocol: TestProtocols.infusion, profile: .standard,
            administration: administration(TestProtocols.infusion), at: minute(3))
        let items = Schedule(question, at: minute(3)).checkpoints
        #expect(items.map(\.name) == ["baseline"])
        #expect(items[0].isMandatory)
        #expect(items[0].state == .due)
        #expect(
            items[0].missing == [
                .systolic, .diastolic, .heartRate, .oxygenSaturation, .respiratoryRate, .alertness,
            ])
    }

    @Test("a session that started without a baseline shows it as missed; a complete one as done")
    func baselineItem() {
        #expect(ScheduleCase().checkpoint("baseline", at: minute(1))?.state == .missed)
        #expect(
            ScheduleCase(baseline: baseline(130, 80)).checkpoint("baseline", at: minute(1))?.state == .done)
        let excused = ScheduleCase(
            couldNotDo: [CouldNotDo(checkpoint: "baseline", at: minute(0), reason: "cuff broken")])
        #expect(excused.checkpoint("baseline", at: minute(1))?.state == .couldNotDo)
    }

    @Test("beyond the table every 15 minutes, one ahead, until the patient may leave")
    func beyond() {
        var plan = ScheduleCase(careProtocol: TestProtocols.esketamine)
        #expect(plan.dues(at: minute(119)).suffix(1) == [120])
        #expect(plan.dues(at: minute(120)).suffix(2) == [120, 135])
        #expect(plan.dues(at: minute(140)).suffix(3) == [120, 135, 150])
        plan.until = minute(136)
        #expect(plan.dues(at: minute(200)).suffix(2) == [120, 135])
        #expect(ScheduleCase(events: ending(40)).line(at: minute(101)).hasSuffix("Te+60★◆ Te+75"))
    }

    @Test("T0 corrected by three minutes moves the whole plan by three minutes")
    func corrected() {
        let moved = ScheduleCase(start: minute(-3))
        #expect(moved.line(at: minute(0)) == ScheduleCase().line(at: minute(0)))
        #expect(moved.dues(at: minute(0)) == [7, 17, 27, 37, 52, 67, 82, 97])
    }

    @Test("a mistyped time of years makes a long plan, not an endless one")
    func bounded() {
        let plan = ScheduleCase(events: ending(60 * 24 * 365 * 20))
        #expect(plan.schedule(at: minute(60 * 24 * 365 * 30)).checkpoints.count <= 402)
    }
}
