import Testing

@testable import SessionCore

@Suite("A whole session, fact by fact")
struct SessionStoryTests {
    @Test("two quiet readings open the gate, and T0 moves the session on")
    func gateOpens() throws {
        var bedside = try Bedside()
        #expect(bedside.picture(at: 0).gate.outcome == .incomplete)
        try bedside.quiet(at: 1)
        #expect(bedside.picture(at: 1).phase == .preDose)
        try bedside.quiet(at: 3)
        #expect(bedside.picture(at: 3).gate.outcome == .ok)
        #expect(bedside.picture(at: 3).phase == .ready)
        try bedside.file(
            .administrationStarted(AdministrationStarted(rate: InfusionRate(milligramsPerMinute: 0.875))),
            at: 5)
        let picture = bedside.picture(at: 15)
        #expect(picture.phase == .administering)
        #expect(picture.sinceStart == .minutes(10))
        #expect(abs(picture.administration.deliveredMilligrams - 8.75) < 1e-9)
        #expect(picture.due.first?.title == "checkpoint T0+10")
    }

    @Test(
        "188/104 after a baseline of 122/78 is level 2, is confirmed by a second, and steps down after two quiet ones"
    )
    func pressureWatch() throws {
        var bedside = try Bedside()
        try bedside.start()
        try bedside.measure(188, 104, at: 25)
        var alarm = try #require(bedside.picture(at: 25).alarms.first)
        #expect(alarm.level == .high && !alarm.isConfirmed && alarm.priority == .medium)
        #expect(bedside.picture(at: 28).alarms.first?.isOverdue == false)
        #expect(bedside.picture(at: 29).alarms.first?.isOverdue == true)
        try bedside.measure(186, 102, at: 29.5)
        alarm = try #require(bedside.picture(at: 29.5).alarms.first)
        #expect(alarm.isConfirmed && alarm.nextAction == "notify prescriber")
        try bedside.measure(130, 82, at: 33)
        try bedside.measure(128, 80, at: 36.5)
        #expect(bedside.picture(at: 36.5).alarms.first?.isLatched == true)
    }

    @Test(
        "a correction recomputes: 182/84 that should have been 128/84 takes its alarm with it and stays readable"
    )
    func correctionRecomputes() throws {
        var bedside = try Bedside()
        try bedside.start()
        let wrong = try bedside.measure(182, 84, at: 15)
        #expect(bedside.picture(at: 15).alarms.contains { $0.key.parameter == .pressure })
        let now = FactBody.reading(Reading(values: VitalSet([.systolic: 128, .diastolic: 84], gas: .air)))
        try bedside.file(
            .amended(Amended(target: wrong.sequence, was: wrong.body, now: now, reason: "digits swapped")),
            at: 16)
        let picture = bedside.picture(at: 16)
        #expect(!picture.alarms.contains { $0.key.parameter == .pressure })
        let entry = try #require(picture.timeline.first { $0.sequence == wrong.sequence })
        #expect(entry.text.hasPrefix("BP 128/84"))
        #expect(entry.formerText?.contains("182/84") == true)
    }

    @Test("a T0 corrected by five minutes moves everything that is counted from it")
    func startCorrected() throws {
        var bedside = try Bedside()
        try bedside.start()
        let start = try #require(bedside.session.facts.last)
        #expect(
            bedside.picture(at: 10).checkpoints.first { $0.name == "T0+10" }?.due == SessionTime(minutes: 15))
        try bedside.file(
            .amended(
                Amended(
                    target: start.sequence, was: start.body, now: start.body,
                    measured: Bedside.moment(4).wall, reason: "pump started earlier")), at: 10)
        #expect(
            bedside.picture(at: 10).checkpoints.first { $0.name == "T0+10" }?.due == SessionTime(minutes: 14))
        #expect(bedside.picture(at: 10).sinceStart == .minutes(6))
    }

    @Test("folding in one go equals folding in parts, and a late reading stands at its true place")
    func lateReading() throws {
        var bedside = try Bedside()
        try bedside.start()
        try bedside.quiet(at: 25)
        try bedside.measure(164, 96, at: 26, measured: 16)
        let picture = bedside.picture(at: 26)
        #expect(picture.latest[.systolic]?.value == 122)
        #expect(
            picture.timeline.filter { $0.kind == .reading }.map(\.level) == [
                .normal, .normal, .high, .normal,
            ])
        var again = try Session(opening: bedside.session.facts[0])
        for fact in bedside.session.facts.dropFirst() { try again.apply(fact) }
        #expect(again.transitions == bedside.session.transitions)
    }

    @Test("an IV session from opening to signature")
    func wholeInfusion() throws {
        var bedside = try Bedside()
        try bedside.start()
        for minute in stride(from: 15.0, through: 35, by: 10) { try bedside.quiet(intensity: 4, at: minute) }
        try bedside.quiet(intensity: 5, at: 45)
        try bedside.file(.infusionEnded(InfusionEnded()), at: 45)
        try bedside.quiet(intensity: 3, at: 60)
        try bedside.quiet(intensity: 1, at: 75)
        try bedside.quiet(intensity: 1, at: 90)
        #expect(bedside.picture(at: 90).phase == .dischargeAssessment)
        let yes = Dictionary(uniqueKeysWithValues: DischargeQuestion.allCases.map { ($0, Answer.yes) })
        try bedside.file(.dischargeAssessed(DischargeAssessed(answers: yes, by: "AB")), at: 91)
        try bedside.quiet(intensity: 0, at: 105)
        try bedside.file(.dischargeAssessed(DischargeAssessed(answers: yes, by: "AB")), at: 107)
        let picture = bedside.picture(at: 107)
        #expect(picture.discharge.obstacles == [])
        #expect(picture.discharge.readyAt == SessionTime(minutes: 91))
        #expect(picture.discharge.mayLeaveAt == SessionTime(minutes: 107))
        try bedside.file(.patientLeft(PatientLeft(manner: .discharged)), at: 110)
        try bedside.file(.sessionClosed(SessionClosed(name: "A. Brown", meaning: "record complete")), at: 112)
        #expect(bedside.picture(at: 113).phase == .closed)
        #expect(throws: Refusal.self) { try bedside.quiet(at: 114) }
    }

    @Test("a level-3 pressure that nobody acknowledges is never silent, whatever time passes")
    func neverSilent() throws {
        var bedside = try Bedside()
        try bedside.start()
        try bedside.measure(204, 118, at: 20)
        for minute in stride(from: 20.0, through: 60, by: 0.5) {
            let alarm = try #require(bedside.picture(at: minute).alarms.first)
            #expect(alarm.priority == .high && alarm.acknowledgedBy == nil)
        }
        #expect(bedside.picture(at: 20).emergency != nil)
    }

    @Test("pallor makes 86/50 level 3, and an 86/50 that was only judged anew takes nothing back")
    func judgedAnew() throws {
        var bedside = try Bedside()
        try bedside.start()
        try bedside.measure(86, 50, [.heartRate: 60], at: 15)
        let low = AlarmKey(.pressure, .low)
        #expect(bedside.picture(at: 15).alarms.first { $0.key == low }?.level == .high)
        try bedside.file(.symptomReported(SymptomReported(code: "pallor")), at: 15.5)
        #expect(bedside.picture(at: 15.5).alarms.first { $0.key == low }?.level == .crisis)
        try bedside.measure(190, 112, at: 20)
        try bedside.file(.symptomReported(SymptomReported(code: "pallor")), at: 22)
        let high = try #require(bedside.picture(at: 22).alarms.first { $0.key == AlarmKey(.pressure, .high) })
        #expect(high.level == .high && !high.isConfirmed)
    }

    @Test("a checkpoint that is late under one profile is not excused by choosing another")
    func lateUnderEarlierProfile() throws {
        var bedside = try Bedside(profile: .intensive)
        try bedside.start()
        let key = AlarmKey(.checkpoint, item: "T0+5")
        #expect(bedside.picture(at: 13).alarms.contains { $0.key == key })
        try bedside.file(.profileChosen(ProfileChosen(profile: .standard, reason: "as proposed")), at: 13)
        #expect(bedside.picture(at: 13).checkpoints.contains { $0.name == "T0+5" && $0.state == .late })
        #expect(!bedside.picture(at: 13).checkpoints.contains { $0.name == "T0+15" })
        #expect(bedside.picture(at: 13.5).alarms.contains { $0.key == key })
        #expect(
            !bedside.picture(at: 19).alarms.contains { $0.key == key }, "it is missed, and no longer late")
    }
}
