import Testing

@testable import SessionCore

@Suite("A plan that moves with what is given")
struct MovedTests {
    private let after = "Te+15◆ Te+30★◆ Te+45 Te+60★◆"

    private func paused(_ from: Int, _ to: Int?, end: Int? = nil) -> ScheduleCase {
        ScheduleCase(events: { given in
            _ = given.paused(at: minute(from))
            if let to { _ = given.resumed(InfusionResumed(), at: minute(to), pressureLevel: .normal) }
            if let end { _ = given.ended(InfusionEnded(), at: minute(end)) }
        })
    }

    @Test("a pause of 5 minutes moves the end and all that follows; T0+40 becomes a plain check")
    func pause() {
        let plan = paused(20, 25)
        #expect(plan.line(at: minute(30)) == "T0+10 T0+20◆ T0+30 T0+40 Te★◆ \(after)")
        #expect(plan.dues(at: minute(30)) == [10, 20, 30, 40, 45, 60, 75, 90, 105])
        #expect(paused(20, 25, end: 45).dues(at: minute(46)) == [10, 20, 30, 40, 45, 60, 75, 90, 105])
    }

    @Test("while the pause runs the end moves away minute by minute")
    func running() {
        let plan = paused(20, nil)
        #expect(plan.checkpoint("Te", at: minute(26))?.due == minute(46))
        #expect(plan.checkpoint("Te", at: minute(38))?.due == minute(58))
        #expect(plan.line(at: minute(38)) == "T0+10 T0+20◆ T0+30 T0+40 T0+50 Te★◆ \(after)")
    }

    @Test("stopped early at 25 minutes: star and effects there, the table follows")
    func stoppedEarly() {
        let plan = ScheduleCase(events: ending(25, early: "distress"))
        #expect(plan.line(at: minute(26)) == "T0+10 T0+20◆ Te★◆ \(after)")
        #expect(plan.dues(at: minute(26)) == [10, 20, 25, 40, 55, 70, 85])
    }

    @Test(
        "an end within the window of the planned one leaves that checkpoint where it is",
        arguments: [(37, 59, "Te"), (38, 0, "T0+40"), (40, 30, "T0+40"), (43, 0, "T0+40"), (43, 1, "Te")])
    func nearEnd(minutes: Int, seconds: Int, name: String) {
        let plan = ScheduleCase(events: ending(minutes, seconds))
        let mandatory = plan.schedule(at: minute(45)).checkpoints.dropFirst().first { $0.isMandatory }
        #expect(mandatory?.name == name)
        #expect(plan.checkpoint("Te+15", at: minute(45))?.due == minute(minutes + 15, seconds))
    }

    @Test("an infusion that overruns is checked every 10 minutes on, and Te is not assumed")
    func overrun() {
        let plan = ScheduleCase()
        #expect(plan.line(at: minute(47)).hasPrefix("T0+10 T0+20◆ T0+30 T0+40★◆ T0+50 Te+15◆"))
        // What comes after counts from the next checkpoint of the running infusion until the real end is known.
        #expect(plan.checkpoint("Te+15", at: minute(47))?.due == minute(65))
        #expect(plan.checkpoint("Te+15", at: minute(49, 59))?.due == minute(65))
        #expect(plan.line(at: minute(55)).contains("T0+50 T0+60 Te+15◆"))
        #expect(plan.checkpoint("T0+50", at: minute(54))?.state == .late)
    }

    @Test("a new rate moves the planned end: half of 40 mg at half the rate takes 40 minutes more")
    func rate() {
        let plan = ScheduleCase(events: { given in
            _ = given.rateChanged(RateChanged(rate: pump(0.5)), at: minute(20))
        })
        #expect(plan.checkpoint("Te", at: minute(21))?.due == minute(60))
    }

    @Test("a supplemental injection begins the table anew, and what was due before it stays")
    func supplement() {
        let plan = ScheduleCase(
            careProtocol: TestProtocols.injection,
            events: { given in
                _ = given.doseGiven(
                    DoseGiven(milligrams: 10, supplemental: true, orderedBy: "Dr B"), at: minute(25))
            })
        let kept = "T0+5 T0+10◆ T0+15★ T0+20★◆"
        let anew = "T0+30 T0+35◆ T0+40★ T0+45★◆ T0+55◆ T0+70 T0+85★◆ T0+100 T0+115◆ T0+130 T0+145★◆"
        #expect(plan.line(at: minute(26)) == "\(kept) \(anew)")
        #expect(plan.checkpoint("T0+20", at: minute(26))?.missedAt == minute(29))
    }

    @Test("a further device moves Te, not the table of esketamine")
    func device() {
        let plan = ScheduleCase(
            careProtocol: TestProtocols.esketamine,
            events: { _ = $0.doseGiven(DoseGiven(milligrams: 28), at: minute(5)) })
        #expect(plan.dues(at: minute(6)) == [20, 40, 60, 90, 120])
    }

    @Test("a reason whose checkpoint was renamed by a pause goes to the one in whose time it was filed")
    func renamed() {
        var plan = paused(20, 25, end: 45)
        plan.couldNotDo = [CouldNotDo(checkpoint: "T0+45", at: minute(46), reason: "vomiting")]
        #expect(plan.checkpoint("Te", at: minute(47))?.state == .couldNotDo)
    }
}
