import Testing

@testable import SessionCore

@Suite("What a refusal and an end leave behind")
struct RefusedAndEndedTests {
    @Test("a refused fact leaves the session as it was, to the last conclusion")
    func refusalChangesNothing() throws {
        var bedside = try Bedside()
        try bedside.start()
        try bedside.measure(188, 104, at: 25)
        var session = bedside.session
        let before = session.picture(at: Bedside.moment(40))
        let fact = Fact(
            session: session.id, mode: session.mode, sequence: session.facts.count + 1,
            measured: Bedside.moment(30).wall, entered: Bedside.moment(30).wall,
            elapsed: SessionTime(minutes: 30), boot: Bedside.moment(30).boot, author: "AB", source: .live,
            body: .sessionCancelled(Reasoned(reason: "too late for that")))
        #expect(throws: Refusal.self) { try session.apply(fact) }
        #expect(session.facts.count == bedside.session.facts.count)
        #expect(session.transitions == bedside.session.transitions)
        let after = session.picture(at: Bedside.moment(40))
        #expect(after.alarms == before.alarms && after.phase == before.phase)
        #expect(after.checkpoints == before.checkpoints && after.timeline == before.timeline)
    }

    @Test("a start against the gate is one deviation: the rule, and the reason that was given")
    func oneDeviation() throws {
        var bedside = try Bedside()
        try bedside.measure(152, 94, at: 1)
        try bedside.measure(150, 93, at: 3)
        let start = AdministrationStarted(
            rate: InfusionRate(milligramsPerMinute: 0.875), deviation: "prescriber wants to go on")
        try bedside.file(.administrationStarted(start), at: 5)
        let said = bedside.session.transitions.compactMap { transition -> String? in
            if case .deviation(let sentence) = transition.event { sentence } else { nil }
        }
        #expect(said.count == 1)
        #expect(said.first?.hasPrefix("started although the gate did not say ok") == true)
        #expect(said.first?.hasSuffix("(prescriber wants to go on)") == true)
    }

    @Test("nothing is left to flash once the patient has gone")
    func silentAfterwards() throws {
        var bedside = try Bedside()
        try bedside.start()
        try bedside.measure(205, 121, at: 25)
        #expect(!bedside.picture(at: 25).alarms.isEmpty)
        try bedside.file(
            .patientLeft(
                PatientLeft(manner: .transferred, detail: "emergency department", prescriberNotified: "Dr N")),
            at: 30)
        #expect(bedside.picture(at: 30).alarms.isEmpty)
        #expect(bedside.picture(at: 600).emergency == nil)
    }

    @Test("what stands in the way of leaving is told as of the minute, not as of the last reading")
    func obstaclesAreFresh() throws {
        var bedside = try Bedside()
        try bedside.start()
        try bedside.file(.infusionEnded(InfusionEnded()), at: 45)
        try bedside.quiet(intensity: 0, at: 88)
        // The minimum stay of 60 min after Te ends at minute 105: at 104.5 half a minute is to go.
        #expect(bedside.picture(at: 104.5).discharge.items[0].detail == "1 min to go")
        #expect(bedside.picture(at: 99).discharge.items[0].detail == "6 min to go")
    }
}
