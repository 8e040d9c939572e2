import Testing

@testable import SessionCore

@Suite("What counts from the moment at which it happens")
struct CountsFromNowTests {
    private func deviations(_ session: Session) -> [String] {
        session.transitions.compactMap {
            if case .deviation(let sentence) = $0.event { sentence } else { nil }
        }
    }

    @Test(
        "effects that had subsided before a supplement have not subsided after it, until they are measured again"
    )
    func furtherDose() throws {
        var bedside = try Bedside(TestProtocols.injection, minutes: nil)
        try bedside.start()
        for minute in [15.0, 26] { try bedside.quiet(intensity: 1, at: minute) }
        #expect(bedside.picture(at: 26).phase == .dischargeAssessment)
        try bedside.file(.doseGiven(DoseGiven(milligrams: 10, orderedBy: "Dr N")), at: 30)
        #expect(bedside.picture(at: 30).phase == .monitoring)
        #expect(bedside.picture(at: 30).subsidence.subsidedAt == nil)
        try bedside.quiet(intensity: 1, at: 35)
        #expect(bedside.picture(at: 35).phase == .monitoring, "one calm look after the dose is not two")
        try bedside.quiet(intensity: 1, at: 46)
        #expect(bedside.picture(at: 46).phase == .dischargeAssessment)
        #expect(bedside.picture(at: 46).subsidence.subsidedAt == SessionTime(minutes: 46))
    }

    @Test("a closer profile asks for more from now on and has missed nothing before")
    func profile() throws {
        var bedside = try Bedside()
        try bedside.start()
        for minute in [15.0, 25] { try bedside.quiet(at: minute) }
        try bedside.file(.profileChosen(ProfileChosen(profile: .intensive, reason: "restless")), at: 27)
        let plan = bedside.picture(at: 27).checkpoints
        #expect(!plan.contains { $0.state == .missed })
        #expect(plan.map(\.name).starts(with: ["baseline", "T0+10", "T0+20", "T0+30", "T0+40"]))
        #expect(plan.contains { $0.name == "Te+5" || $0.name == "Te+10" }, "after the end it asks more often")
    }

    @Test("fifteen idle minutes in readiness ask for a fresh pair, and a start after them says so")
    func idle() throws {
        var bedside = try Bedside()
        try bedside.quiet(at: 1)
        try bedside.quiet(at: 3)
        #expect(bedside.picture(at: 17.9).gate.outcome == .ok)
        #expect(bedside.picture(at: 18).gate.outcome == .incomplete)
        try bedside.file(
            .administrationStarted(AdministrationStarted(rate: InfusionRate(milligramsPerMinute: 0.875))),
            at: 19)
        #expect(
            deviations(bedside.session) == [
                "started although the gate did not say ok: a fresh pair of readings is missing"
            ])
    }

    @Test(
        "an order to proceed that names nobody, or gives no reason, lifts nothing",
        arguments: [("", "x"), ("Dr N", " ")])
    func blankOrder(prescriber: String, reason: String) throws {
        var bedside = try Bedside()
        for minute in [1.0, 3] { try bedside.quiet(146, 84, at: minute) }
        let order = FactBody.proceedOrdered(ProceedOrdered(prescriber: prescriber, reason: reason))
        #expect(throws: Refusal.self) { try bedside.file(order, at: 4) }
        var session = bedside.session
        let moment = Bedside.moment(4)
        try session.apply(
            Fact(
                session: session.id, mode: session.mode, sequence: session.facts.count + 1,
                measured: moment.wall, entered: moment.wall, elapsed: SessionTime(minutes: 4),
                boot: moment.boot, author: "AB", source: .live, body: order))
        #expect(session.picture(at: moment).gate.outcome == .hold)
        #expect(deviations(session).contains { $0.hasPrefix("an order to proceed without") })
    }

    @Test("a checkpoint cannot be given up before it is asked for")
    func givenUpEarly() throws {
        var bedside = try Bedside()
        try bedside.start()
        let reason = FactBody.couldNotMeasure(CouldNotMeasure(checkpoint: "T0+40", reason: "asleep"))
        let refusal = #expect(throws: Refusal.self) { try bedside.file(reason, at: 20) }
        #expect(refusal?.sentence.hasPrefix("Checkpoint T0+40 is asked for in 23 min;") == true)
        try bedside.file(reason, at: 43)
        #expect(bedside.picture(at: 43).checkpoints.first { $0.name == "T0+40" }?.state == .couldNotDo)
    }

    @Test("a correction cannot move a reading to before the session was opened")
    func beforeOpening() throws {
        var bedside = try Bedside()
        let reading = try bedside.quiet(at: 5)
        let earlier = Amended(
            target: reading.sequence, was: reading.body, now: reading.body,
            measured: Bedside.moment(-3).wall, reason: "wrong clock")
        #expect(throws: Refusal.self) { try bedside.file(.amended(earlier), at: 8) }
    }

    @Test("a gate that a half decides says the half")
    func halves() throws {
        var bedside = try Bedside()
        try bedside.measure(122, 78, [.heartRate: 50], at: 1)
        try bedside.measure(122, 78, [.heartRate: 49], at: 3)
        #expect(bedside.picture(at: 3).gate.findings.first?.sentence == "HR 49.5 is below 50")
    }

    @Test("an infusion that ran on is not called one that ended early")
    func ranOn() throws {
        var bedside = try Bedside()
        try bedside.start()
        try bedside.file(.infusionEnded(InfusionEnded()), at: 60)
        #expect(deviations(bedside.session) == ["ran on beyond the planned dose: 48.1 of 35.0 mg"])
    }

    @Test(
        "a pulse of 40 beside a systolic of 89 is level 3, whichever was typed first",
        arguments: [true, false])
    func slowPulseAndLowPressure(pulseFirst: Bool) throws {
        var bedside = try Bedside()
        try bedside.start()
        func pulse() throws {
            try bedside.file(
                .reading(Reading(values: VitalSet([.heartRate: 40]))), at: pulseFirst ? 20 : 20.5)
        }
        func pressure() throws { try bedside.measure(89, 74, at: pulseFirst ? 20.5 : 20) }
        if pulseFirst {
            try pulse()
            try pressure()
        } else {
            try pressure()
            try pulse()
        }
        let alarm = bedside.picture(at: 21).alarms.first { $0.key == AlarmKey(.heartRate, .low) }
        #expect(alarm?.level == .crisis)
    }

    @Test("a pressure that a symptom makes level 3 is shown as level 3, beside its alarm and in the list")
    func neverBetterThanItsAlarm() throws {
        var bedside = try Bedside()
        try bedside.start()
        let reading = try bedside.measure(84, 50, at: 20)
        #expect(bedside.picture(at: 20).latest[.systolic]?.level == .high)
        try bedside.file(.symptomReported(SymptomReported(code: "syncope")), at: 20.5)
        let picture = bedside.picture(at: 21)
        #expect(picture.alarms.first { $0.key == AlarmKey(.pressure, .low) }?.level == .crisis)
        #expect(picture.latest[.systolic]?.level == .crisis)
        #expect(picture.timeline.entry(sequence: reading.sequence)?.level == .crisis)
    }
}
