import SessionCore
import Testing

@testable import Review

@Suite("Alarms under review")
struct AlarmReviewTests {
    @Test("a level-1 reading measured again five minutes later is in time; ten minutes later is late")
    func recheck() throws {
        var quick = try ReviewedWard()
        try quick.play("..1-")
        #expect(quick.outcomes(.recheck) == [.inTime(.minutes(5))])
        var slow = try ReviewedWard()
        try slow.play("..1.-")
        #expect(slow.outcomes(.recheck) == [.late(.minutes(10))])
    }

    @Test(
        "a recheck in the very minute at which it would be overdue is in time, and none is made up beside it")
    func atTheEdge() throws {
        for (at, outcome) in [(16.0, Outcome.inTime(.minutes(6))), (16.1, Outcome.late(.seconds(366)))] {
            var ward = try ReviewedWard()
            try ward.measure(165, 95, at: 10)
            try ward.measure(124, 78, at: at)
            try ward.measure(124, 78, at: 24)
            #expect(ward.outcomes(.recheck) == [outcome])
        }
    }

    @Test("a normal reading under a confirmed alarm that it leaves standing owes another")
    func underAStandingAlarm() throws {
        var ward = try ReviewedWard()
        try ward.measure(210, 125, at: 10)
        try ward.measure(124, 78, at: 11)
        try ward.measure(124, 78, at: 13)
        try ward.measure(124, 78, at: 24)
        let items = ward.review.items(of: .recheck)
        #expect(items.first?.outcome == .inTime(.minutes(1)))
        #expect(items.dropFirst().first?.outcome == .inTime(.minutes(2)), "\(items)")
        #expect(Set(items.map(\.at)).count == items.count, "each reading once")
    }

    @Test("a recheck that never came is missed; one that was not due yet is not applicable")
    func neverRechecked() throws {
        var ward = try ReviewedWard()
        try ward.play("..1")
        #expect(ward.outcomes(.recheck) == [.notApplicable("not due yet")])
        try ward.file(.noteWritten(NoteWritten(text: "talks")), at: 30)
        #expect(ward.outcomes(.recheck) == [.missed])
    }

    @Test(
        "a recheck that a symptom had asked for and that came too late is late, although no reading was bad")
    func askedBySymptom() throws {
        var ward = try ReviewedWard()
        try ward.play("-")
        try ward.file(.symptomReported(SymptomReported(code: "apnoea")), at: 5)
        try ward.measure(120, 78, at: 12)
        let item = try #require(ward.review.items(of: .recheck).first)
        #expect(item.title == "RR" && item.outcome.name == "late")
        #expect(item.outcome.span == .minutes(7), "from 5, when the symptom asked for it, to 12")
    }

    @Test("a slow pulse that makes a low pressure worse is no second measurement of the pressure")
    func joinedByPulse() throws {
        var ward = try ReviewedWard()
        try ward.measure(85, 60, at: 10)
        try ward.file(.reading(Reading(values: VitalSet([.heartRate: 38]))), at: 11)
        try ward.file(.noteWritten(NoteWritten(text: "talks")), at: 30)
        let pressure = ward.review.items(of: .recheck).filter { $0.title.hasPrefix("BP") }
        #expect(pressure.map(\.outcome) == [.missed], "\(ward.review.items(of: .recheck))")
    }

    @Test("minutes at low alertness count as out of range; a vital that nobody took has no minutes")
    func alertnessCounts() throws {
        var ward = try ReviewedWard()
        try ward.file(.reading(Reading(values: VitalSet([.alertness: 3]))), at: 10)
        try ward.file(.reading(Reading(values: VitalSet([.alertness: 5]))), at: 25)
        let out = ward.review.stretches.filter { $0.parameter == .alertness && $0.level >= .watch }
        #expect(out.map(\.length) == [.minutes(15)])
        #expect(!ward.review.stretches.contains { $0.parameter == .temperature })
    }

    @Test("a recheck at the level or worse confirms a flag; a milder one does not")
    func confirmed() throws {
        var yes = try ReviewedWard()
        try yes.play("..11")
        #expect(yes.outcomes(.confirmation) == [.confirmed(.minutes(5))])
        var no = try ReviewedWard()
        try no.play("..1-")
        #expect(no.outcomes(.confirmation) == [.notConfirmed(.minutes(5))])
        var milder = try ReviewedWard()
        try milder.play("..21-")
        #expect(
            milder.review.items(of: .confirmation).map { $0.level } == [.high, .watch],
            "a milder recheck is a flag of its own")
        #expect(milder.outcomes(.confirmation).allSatisfy { $0.name == "notConfirmed" })
    }

    @Test("a single reading of level 3 stands by itself and is in no share")
    func crisis() throws {
        var ward = try ReviewedWard()
        try ward.play("..3")
        let tally = try #require(Tally(ward.review).measure(.confirmation))
        #expect(tally.applicable == 0)
    }

    @Test("the prescriber is told within five minutes of the confirmation, later, or never")
    func notified() throws {
        for (minute, expected) in [
            (17.0, Outcome.inTime(.minutes(2))), (25.0, .late(.minutes(10))), (12.0, .inTime(.zero)),
        ] {
            var ward = try ReviewedWard()
            try ward.measure(184, 98, at: 10)
            if minute < 15 { try ward.file(Fact.told, at: minute) }
            try ward.measure(184, 98, at: 15)
            if minute > 15 { try ward.file(Fact.told, at: minute) }
            #expect(ward.outcomes(.notification).first == expected)
        }
        var never = try ReviewedWard()
        try never.play("..22")
        #expect(never.outcomes(.notification).first?.name == "notApplicable")
        try never.file(.noteWritten(NoteWritten(text: "talks")), at: 21)
        #expect(never.outcomes(.notification).first == .missed)
    }

    @Test("acknowledging counts from the announcement, and the facts behind it are named")
    func acknowledged() throws {
        var ward = try ReviewedWard()
        try ward.measure(184, 98, at: 10)
        try ward.file(
            .alarmAcknowledged(AlarmAcknowledged(alarm: AlarmKey(.pressure, .high), level: .high)), at: 11)
        let item = try #require(ward.review.items(of: .acknowledgement).first { $0.title == "BP high" })
        #expect(item.outcome == .inTime(.minutes(1)))
        #expect(item.behind == [5, 6])
    }

    @Test("an alarm that nobody acknowledged is missed once its time has passed, and not before")
    func unacknowledged() throws {
        var ward = try ReviewedWard()
        try ward.measure(184, 98, at: 10)
        func pressure() -> Outcome? {
            ward.review.items(of: .acknowledgement).first { $0.title == "BP high" }?.outcome
        }
        #expect(pressure()?.name == "notApplicable")
        try ward.file(.noteWritten(NoteWritten(text: "talks")), at: 13)
        #expect(pressure() == .missed)
    }

    @Test("minutes out of range are those from a reading to the next, for half an hour at most")
    func minutes() throws {
        var ward = try ReviewedWard()
        try ward.play("..1-")
        try ward.file(.noteWritten(NoteWritten(text: "talks")), at: 60)
        let tally = Tally(ward.review)
        #expect(tally.time(.pressure, at: .watch) == .minutes(5))
        #expect(tally.time(.pressure, at: .high) == .zero)
        #expect(tally.time(.pressure, at: .normal) == .minutes(10 + 30))
        #expect(tally.time(.pressure, at: .unknown) == .minutes(15))
    }
}
