import Testing

@testable import SessionCore

@Suite("Numbers that no ward has seen")
struct HostileLogTests {
    @Test(
        "a protocol that would never ask again, or would call everything normal, is refused before the first reading"
    )
    func refusesAProtocolThatCannotWork() throws {
        _ = try Bedside()
        let spoilt: [(inout CareProtocol) -> Void] = [
            { $0.schedule.continueEvery = 0 },
            { $0.schedule.infusionEvery = -5 },
            { $0.schedule.infusionEvery = nil },
            { $0.schedule.standard = [] },
            { $0.schedule.windows = [] },
            { $0.schedule.intensive[0].every = 0 },
            { $0.recheck.watchSeconds = 0 },
            { $0.recheck.crisisSeconds = .max },
            { $0.recheck.graceSeconds = .min },
            { $0.alarms.acknowledgedReminderSeconds = 0 },
            { $0.pressure.crisis.systolic = .max },
            { $0.pressure.high.systolic = $0.pressure.crisis.systolic },
            { $0.pressure.low.highSystolic = $0.pressure.low.watchSystolic },
            { $0.parameters.oxygenSaturation.crisis = .min },
            { $0.parameters.heartRateHigh.high = 0 },
            { $0.gate.baselineApartMaximum = 0 },
            { $0.discharge.apartMinutes = 0 },
            { $0.dose.maximum = .nan },
            { $0.dose.minimum = .infinity },
        ]
        for (index, spoil) in spoilt.enumerated() {
            var careProtocol = TestProtocols.infusion
            spoil(&careProtocol)
            #expect(throws: Refusal.self, "number \(index)") { _ = try Bedside(careProtocol) }
        }
    }

    @Test("a span is counted in whole seconds and minutes up to the longest there is, rounded down")
    func longestSpans() {
        #expect(Span(milliseconds: -1).wholeSeconds == -1)
        #expect(Span(milliseconds: 59_999).wholeMinutes == 0)
        #expect(Span(milliseconds: -60_001).wholeMinutes == -2)
        #expect(Span(milliseconds: .min).wholeSeconds == -9_223_372_036_854_776)
        #expect(Span(milliseconds: .max).wholeMinutes == 153_722_867_280_912)
    }

    @Test("an impossible year of birth gives an age of some kind and never stops the program")
    func impossibleYears() {
        for year in [Int.min, Int.min + 2026, -1, 0, Int.max] {
            let patient = Patient(label: "Case 7", birthYear: year, weightKg: 70)
            let ages = patient.ages(inYear: 2026)
            #expect(ages.lowerBound <= ages.upperBound)
        }
    }

    @Test(
        "a number that names no entry names nothing and stops nothing", arguments: [Int.min, -1, 0, 99, .max])
    func impossibleNumbers(number: Int) throws {
        var bedside = try Bedside()
        try bedside.start()
        var fact = try bedside.file(.noteWritten(NoteWritten(text: "quiet")), at: 10)
        var session = bedside.session
        let symptom = AlarmKey(.symptom, item: String(number))
        fact.sequence = 0
        fact.body = .alarmAcknowledged(AlarmAcknowledged(alarm: symptom, level: .watch))
        try session.apply(fact)
        let line = try #require(session.picture(at: Bedside.moment(11)).timeline.last?.text)
        #expect(line.contains("entry \(number)"))
        #expect(session.standingEntry(number) == nil)
        fact.body = .amended(Amended(target: number, was: nil, now: nil, reason: "typo"))
        #expect(throws: Refusal.self) { try session.apply(fact) }
    }

    @Test("amounts that nobody can have given are refused, whichever way they are written")
    func impossibleAmounts() throws {
        for milligrams in [-1, 0, 5001, 9.2e18, Double.infinity, .nan] {
            #expect(throws: Refusal.self) { _ = try Bedside(milligrams: milligrams) }
            var bedside = try Bedside()
            try bedside.start()
            let dose = FactBody.doseGiven(DoseGiven(milligrams: milligrams, orderedBy: "Dr N"))
            #expect(throws: Refusal.self, "\(milligrams)") { try bedside.file(dose, at: 10) }
        }
        let volumes: [(Double, Double)] = [(-52.5, -1), (52.5, -1), (1e308, 2), (60_000, 1.1)]
        for (perHour, perMillilitre) in volumes {
            let rate = InfusionRate(millilitresPerHour: perHour, milligramsPerMillilitre: perMillilitre)
            #expect(rate.refusal != nil, "\(perHour) mL/h of \(perMillilitre) mg/mL")
        }
        #expect(InfusionRate(millilitresPerHour: 52.5, milligramsPerMillilitre: 1).refusal == nil)
    }
}
