import Testing

@testable import SessionCore

@Suite("Giving an infusion")
struct InfusionTests {
    private func running(_ perMinute: Double = 1, milligrams: Double = 40, minutes: Int? = 40)
        -> Administration
    {
        var given = administration(TestProtocols.infusion, milligrams: milligrams, minutes: minutes)
        _ = given.started(AdministrationStarted(rate: pump(perMinute)), at: minute(0))
        return given
    }

    @Test("40 mg at 60 mL/h of 1 mg/mL: 10 mg after 10 minutes, planned end at 40 minutes")
    func plain() {
        var given = administration(TestProtocols.infusion, minutes: 40)
        let rate = InfusionRate(millilitresPerHour: 60, milligramsPerMillilitre: 1)
        #expect(given.started(AdministrationStarted(rate: rate), at: minute(0)) == [.began(minute(0))])
        #expect(given.delivered(at: minute(10)) == 10)
        #expect(given.plannedEnd(at: minute(10)) == minute(40))
        #expect(given.ended(InfusionEnded(), at: minute(40)) == [.ended(minute(40))])
        #expect(given.delivered(at: minute(90)) == 40)
        #expect(given.picture(at: minute(90)).stage == .ended)
    }

    @Test("a pause delivers nothing and moves the planned end by its length")
    func pause() {
        var given = running()
        #expect(given.paused(at: minute(10)) == [.paused(minute(10))])
        #expect(given.delivered(at: minute(15)) == 10)
        #expect(given.plannedEnd(at: minute(15)) == minute(45))
        #expect(given.picture(at: minute(15)).milligramsPerMinute == 0)
        let resumed = given.resumed(InfusionResumed(), at: minute(16), pressureLevel: .watch)
        #expect(resumed == [.resumed(minute(16))])
        #expect(given.plannedEnd(at: minute(20)) == minute(46))
        #expect(given.delivered(at: minute(20)) == 14)
    }

    @Test("two pauses move the planned end by both")
    func pauses() {
        var given = running()
        for (from, to) in [(10, 15), (20, 27)] {
            _ = given.paused(at: minute(from))
            _ = given.resumed(InfusionResumed(), at: minute(to), pressureLevel: .normal)
        }
        #expect(given.plannedEnd(at: minute(30)) == minute(52))
        #expect(given.delivered(at: minute(52)) == 40)
    }

    @Test("a new rate recomputes the end from what is left: 30 mg at 2 mg/min take 15 minutes")
    func rateChange() {
        var given = running()
        #expect(given.rateChanged(RateChanged(rate: pump(2)), at: minute(10)) == [])
        #expect(given.plannedEnd(at: minute(11)) == minute(25))
        #expect(given.delivered(at: minute(20)) == 30)
    }

    @Test("a rate set during a pause, or at its end, begins with the resumption")
    func rateInPause() {
        var given = running()
        _ = given.paused(at: minute(10))
        _ = given.rateChanged(RateChanged(rate: pump(2)), at: minute(12))
        #expect(given.delivered(at: minute(15)) == 10)
        _ = given.resumed(InfusionResumed(rate: pump(3)), at: minute(15), pressureLevel: .normal)
        #expect(given.delivered(at: minute(20)) == 25)
        #expect(given.plannedEnd(at: minute(20)) == minute(25))
    }

    @Test("a pump that rounds its rate keeps the planned minutes; half the rate does not")
    func roundedRate() {
        #expect(running(1.05).plannedEnd(at: minute(1)) == minute(40))
        #expect(running(0.5).plannedEnd(at: minute(1)) == minute(80))
    }

    @Test("a pause of 20 minutes is within the protocol, a second more is a deviation, resumed or ended")
    func longPause() {
        var given = running()
        _ = given.paused(at: minute(10))
        #expect(given.pauseLimit == minute(30))
        var late = given
        #expect(given.resumed(InfusionResumed(), at: minute(30), pressureLevel: .normal).deviations == [])
        let resume = InfusionResumed(deviation: "pump replaced")
        #expect(
            late.resumed(resume, at: minute(30, 1), pressureLevel: .normal).deviations == [
                "paused for 20 min 1 s; the protocol allows 20 min (pump replaced)"
            ])
    }

    @Test("resumed with a pressure of level 2, or while the cause stands, is filed as a deviation")
    func resumeConditions() {
        var given = running()
        _ = given.paused(at: minute(10))
        let actions = given.resumed(
            InfusionResumed(), at: minute(12), pressureLevel: .high, standingCause: "BP 186/112 level 2")
        #expect(
            actions.deviations == [
                "resumed with a pressure of level 2; the protocol resumes at level 1 or below",
                "resumed while its cause stands: BP 186/112 level 2",
            ])
        #expect(given.stage == .running)
    }

    @Test("stopped early with a reason is no deviation; short of the dose without one is")
    func early() {
        var given = running()
        var silent = given
        #expect(given.ended(InfusionEnded(stoppedEarly: "distress"), at: minute(25)) == [.ended(minute(25))])
        #expect(
            silent.ended(InfusionEnded(), at: minute(25)).deviations == [
                "ended after 25.0 of 40.0 mg without a reason"
            ])
    }

    @Test("a dose by hand after the infusion is filed too, and the stay counts from it")
    func afterwards() {
        var given = running()
        _ = given.ended(InfusionEnded(), at: minute(40))
        #expect(given.lastDose == minute(40))
        let dose = DoseGiven(milligrams: 5)
        #expect(given.doseGiven(dose, at: minute(50)).deviations == ["5.0 mg by hand after the infusion"])
        #expect(given.end == minute(40))
        #expect(given.lastDose == minute(50))
        #expect(given.delivered(at: minute(49)) == 40)
        #expect(given.delivered(at: minute(50)) == 45)
    }

    @Test("what contradicts itself is refused, and nothing changes")
    func refusals() {
        var given = administration(TestProtocols.infusion)
        #expect(given.paused(at: minute(1)).refusal != nil)
        #expect(given.ended(InfusionEnded(), at: minute(1)).refusal != nil)
        #expect(given.rateChanged(RateChanged(rate: pump(1)), at: minute(1)).refusal != nil)
        #expect(given.doseGiven(DoseGiven(milligrams: 10), at: minute(1)).refusal != nil)
        #expect(given.pumpFigureNoted(PumpFigureNoted(milligrams: 1), at: minute(1)).refusal != nil)
        #expect(given.started(AdministrationStarted(rate: pump(0)), at: minute(1)).refusal != nil)
        #expect(given.stage == .notStarted)
        given = running()
        let before = given
        #expect(given.started(AdministrationStarted(rate: pump(1)), at: minute(2)).refusal != nil)
        #expect(given.resumed(InfusionResumed(), at: minute(2), pressureLevel: .normal).refusal != nil)
        #expect(given.ended(InfusionEnded(), at: minute(-1)).refusal != nil)
        #expect(given.doseGiven(DoseGiven(milligrams: 0), at: minute(2)).refusal != nil)
        for rate in [0, -1, .nan, .infinity] {
            #expect(given.rateChanged(RateChanged(rate: pump(rate)), at: minute(2)).refusal != nil)
        }
        #expect(
            given.rateChanged(RateChanged(rate: InfusionRate(millilitresPerHour: 60)), at: minute(2)).refusal
                != nil)
        #expect(given == before)
        _ = given.ended(InfusionEnded(), at: minute(40))
        #expect(given.ended(InfusionEnded(), at: minute(41)).refusal != nil)
        #expect(given.paused(at: minute(41)).refusal != nil)
    }

    @Test("a rate given twice must agree with itself")
    func twoRates() {
        let rate = InfusionRate(millilitresPerHour: 120, milligramsPerMillilitre: 1, milligramsPerMinute: 1.5)
        #expect(rate.refusal != nil)
        #expect(
            InfusionRate(millilitresPerHour: 60, milligramsPerMillilitre: 1, milligramsPerMinute: 1)
                .amountPerMinute == 1)
    }

    @Test("a dose by hand during an infusion is counted and is a deviation")
    func bolus() {
        var given = running()
        #expect(given.doseGiven(DoseGiven(milligrams: 5), at: minute(10)).deviations.count == 1)
        #expect(given.delivered(at: minute(10)) == 15)
        #expect(given.plannedEnd(at: minute(10)) == minute(35))
    }

    @Test(
        "dead space is shown as a delay and never added to T0; the pump's figure stands beside the integral")
    func delayAndFigure() {
        var given = administration(TestProtocols.infusion, minutes: 40)
        let rate = InfusionRate(millilitresPerHour: 60, milligramsPerMillilitre: 1)
        let start = AdministrationStarted(rate: rate, deadSpaceMillilitres: 1.5)
        _ = given.started(start, at: minute(0))
        #expect(start.lineDelay == .seconds(90))
        #expect(given.start == minute(0))
        _ = given.pumpFigureNoted(PumpFigureNoted(milligrams: 9.6), at: minute(10))
        #expect(given.picture(at: minute(11)).pumpFigure == PumpFigure(milligrams: 9.6, at: minute(10)))
    }

    @Test("without a filed rate the planned one is assumed, and that is known")
    func assumed() {
        var given = administration(TestProtocols.infusion, minutes: 40)
        _ = given.started(AdministrationStarted(), at: minute(0))
        #expect(given.picture(at: minute(1)).isRateAssumed)
        #expect(given.delivered(at: minute(10)) == 10)
    }

    @Test("a rate change filed late stands at its true place, and a corrected T0 moves the integral")
    func late() throws {
        var bedside = try Bedside()
        try bedside.quiet(at: 1)
        try bedside.quiet(at: 3)
        let start = FactBody.administrationStarted(AdministrationStarted(rate: pump(1)))
        let started = try bedside.file(start, at: 5)
        try bedside.file(.infusionPaused(Reasoned(reason: "line")), at: 25)
        try bedside.file(.rateChanged(RateChanged(rate: pump(2))), at: 26, measured: 15)
        #expect(bedside.picture(at: 35).administration.deliveredMilligrams == 30)
        func corrected(to minute: Double) -> FactBody {
            .amended(
                Amended(
                    target: started.sequence, was: start, now: start, measured: Bedside.moment(minute).wall,
                    reason: "clock misread"))
        }
        #expect(throws: Refusal.self) { try bedside.file(corrected(to: 16), at: 36) }
        try bedside.file(corrected(to: 4), at: 36)
        #expect(bedside.picture(at: 36).administration.deliveredMilligrams == 31)
    }
}

@Suite("Giving injections, devices and sprays")
struct DosingTests {
    @Test("an injection is over as soon as it is given")
    func injection() {
        var given = administration(TestProtocols.injection)
        let actions = given.started(AdministrationStarted(milligrams: 40), at: minute(0))
        #expect(actions == [.began(minute(0)), .ended(minute(0))])
        #expect(given.end == minute(0))
        #expect(given.paused(at: minute(1)).refusal != nil)
        #expect(given.ended(InfusionEnded(), at: minute(1)).refusal != nil)
    }

    @Test(
        "a supplemental injection before T0+30 is in the protocol, at T0+30 it is a deviation",
        arguments: [
            (29, 59, 0), (30, 0, 1), (30, 1, 1),
        ])
    func supplement(minutes: Int, seconds: Int, count: Int) {
        var given = administration(TestProtocols.injection)
        _ = given.started(AdministrationStarted(milligrams: 40), at: minute(0))
        let dose = DoseGiven(milligrams: 10, supplemental: true, orderedBy: "Dr B")
        let actions = given.doseGiven(dose, at: minute(minutes, seconds))
        #expect(actions.deviations.count == count)
        #expect(given.end == minute(minutes, seconds))
        #expect(given.supplements == [minute(minutes, seconds)])
        #expect(given.delivered(at: minute(40)) == 50)
    }

    @Test("a supplement needs a prescriber, and all doses together stay inside the range")
    func supplementRules() {
        var given = administration(TestProtocols.injection)
        _ = given.started(AdministrationStarted(milligrams: 75), at: minute(0))
        #expect(
            given.doseGiven(DoseGiven(milligrams: 10), at: minute(20)).deviations == [
                "supplemental dose without a prescriber's order",
                "in all 1.06 mg/kg, above the protocol's maximum of 1.00",
            ])
    }

    @Test("two devices with 5 minutes of rest: Te is the second one, because the planned dose is in")
    func devices() {
        var given = administration(TestProtocols.esketamine, milligrams: 56)
        #expect(given.started(AdministrationStarted(milligrams: 28), at: minute(0)) == [.began(minute(0))])
        #expect(given.restUntil == minute(5))
        #expect(given.picture(at: minute(4)).restUntil == minute(5))
        #expect(given.picture(at: minute(5)).restUntil == nil)
        #expect(given.nextDeadline(after: minute(0)) == minute(5))
        let second = GivenDose(milligrams: 28, at: minute(5))
        #expect(
            given.doseGiven(DoseGiven(milligrams: 28), at: minute(5)) == [.dosed(second), .ended(minute(5))])
        #expect(given.end == minute(5))
        #expect(given.restUntil == nil)
    }

    @Test("a device after 4:59 is a deviation; so is one more than planned, and it moves Te")
    func restAndMore() {
        var given = administration(TestProtocols.esketamine, milligrams: 56)
        _ = given.started(AdministrationStarted(milligrams: 28), at: minute(0))
        let early = given.doseGiven(DoseGiven(milligrams: 28), at: minute(4, 59))
        #expect(early.deviations == ["4 min 59 s after the one before; the protocol asks for 5 min of rest"])
        let third = given.doseGiven(DoseGiven(milligrams: 28, reason: "ordered"), at: minute(10))
        #expect(third.deviations == ["a further dose after the planned 56.0 mg (ordered)"])
        #expect(given.end == minute(10))
    }

    @Test("fewer devices than planned: open until the nurse says that it has ended, Te is the last device")
    func fewer() {
        var given = administration(TestProtocols.esketamine, milligrams: 84)
        _ = given.started(AdministrationStarted(milligrams: 28), at: minute(0))
        #expect(given.end == nil)
        #expect(given.ended(InfusionEnded(), at: minute(12)) == [.ended(minute(0))])
        #expect(given.end == minute(0))
    }

    @Test("a single device of 28 mg is over at T0")
    func single() {
        var given = administration(TestProtocols.esketamine, milligrams: 28)
        #expect(
            given.started(AdministrationStarted(), at: minute(0)) == [.began(minute(0)), .ended(minute(0))])
    }
}
