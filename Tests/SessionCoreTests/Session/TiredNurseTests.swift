import Testing

@testable import SessionCore

@Suite("What a nurse at the end of a shift met")
struct TiredNurseTests {
    private func esketamine(_ milligrams: Double = 56) throws -> Bedside {
        var bedside = try Bedside(TestProtocols.esketamine, milligrams: milligrams, minutes: nil)
        try bedside.quiet(at: 1)
        try bedside.quiet(at: 3)
        return bedside
    }

    private func deviations(_ bedside: Bedside, at minute: Double) -> [String] {
        bedside.picture(at: minute).timeline.compactMap(\.deviation)
    }

    @Test("one device holds 28 mg: more is filed as a deviation, first or later; a device is none")
    func device() throws {
        var bedside = try esketamine(84)
        try bedside.file(.administrationStarted(AdministrationStarted(milligrams: 28)), at: 5)
        #expect(deviations(bedside, at: 5) == [])
        try bedside.file(.doseGiven(DoseGiven(milligrams: 56)), at: 11)
        #expect(
            deviations(bedside, at: 11).contains { $0.contains("56.0 mg as one device, which holds 28.0 mg") }
        )
        var whole = try esketamine(84)
        try whole.file(.administrationStarted(AdministrationStarted(milligrams: 84)), at: 5)
        #expect(deviations(whole, at: 5).contains { $0.contains("which holds 28.0 mg") })
    }

    @Test("a device after it was said that there will be none is a deviation")
    func afterEnd() throws {
        var bedside = try esketamine()
        try bedside.file(.administrationStarted(AdministrationStarted(milligrams: 28)), at: 5)
        try bedside.file(.infusionEnded(InfusionEnded()), at: 8)
        try bedside.file(.doseGiven(DoseGiven(milligrams: 28)), at: 12)
        #expect(deviations(bedside, at: 12).contains { $0.contains("after its end was recorded") })
        #expect(bedside.picture(at: 12).timeline.contains { $0.text == "no further device" })
    }

    @Test("what was stale stays stale while the next checkpoint is further away, until it is measured")
    func stale() throws {
        var bedside = try Bedside(profile: .intensive)
        try bedside.start()
        try bedside.quiet(at: 15)
        // T0+15 is missed at T0+19; from T0+20 on the interval is 10 min.
        #expect(bedside.picture(at: 23).latest[.heartRate]?.isStale == true)
        #expect(bedside.picture(at: 25.5).latest[.heartRate]?.isStale == true)
        try bedside.quiet(at: 26)
        #expect(bedside.picture(at: 30).latest[.heartRate]?.isStale == false)
    }

    @Test("before the first checkpoint that asks for effects after an injection nothing has subsided")
    func tooEarly() throws {
        func subsided(_ minutes: [Double]) throws -> SessionTime? {
            var bedside = try Bedside(TestProtocols.injection, minutes: nil)
            try bedside.quiet(at: 1)
            try bedside.quiet(at: 3)
            try bedside.file(.administrationStarted(AdministrationStarted(milligrams: 35)), at: 5)
            for minute in minutes { try bedside.quiet(intensity: 0, at: minute) }
            return bedside.picture(at: 60).subsidence.subsidedAt
        }
        #expect(try subsided([6, 16]) == nil)
        #expect(try subsided([6, 16, 26]) == SessionTime(minutes: 26))
        #expect(try subsided([15, 25]) == SessionTime(minutes: 25))
    }

    @Test("a value that was questioned and measured again stays marked: nobody has confirmed it")
    func doubted() throws {
        func isMarked(confirming: Bool) throws -> Bool? {
            var bedside = try Bedside()
            try bedside.start()
            let doubtful = try bedside.measure(224, 98, at: 10)
            #expect(
                bedside.picture(at: 10).timeline.entry(sequence: doubtful.sequence)?.isUnconfirmed == true)
            if confirming {
                try bedside.file(.readingConfirmed(ReadingConfirmed(target: doubtful.sequence)), at: 10.5)
            }
            try bedside.measure(132, 80, at: 12)
            return bedside.picture(at: 12).timeline.entry(sequence: doubtful.sequence)?.isUnconfirmed
        }
        #expect(try isMarked(confirming: false) == true)
        #expect(try isMarked(confirming: true) == false)
    }

    @Test("a discharge assessment that does not hold says which items")
    func failingAssessment() throws {
        var bedside = try Bedside()
        try bedside.start()
        try bedside.file(.infusionEnded(InfusionEnded()), at: 45)
        try bedside.quiet(150, 95, intensity: 0, at: 100)
        var answers: [DischargeQuestion: Answer] = [:]
        for question in DischargeQuestion.allCases { answers[question] = .yes }
        let assessed = try bedside.file(
            .dischargeAssessed(DischargeAssessed(answers: answers, by: "AB")), at: 101)
        let text = bedside.picture(at: 101).timeline.entry(sequence: assessed.sequence)?.text ?? ""
        #expect(text == "discharge assessed by AB; does not hold: item 2 of the list")
        try bedside.quiet(124, 78, intensity: 0, at: 118)
        let good = try bedside.file(
            .dischargeAssessed(DischargeAssessed(answers: answers, by: "AB")), at: 119)
        #expect(
            bedside.picture(at: 119).timeline.entry(sequence: good.sequence)?.text
                == "discharge assessed by AB")
    }

    @Test("a low pressure says what is to be done about it, by its level and by what was done")
    func lowPressure() throws {
        func action(_ systolic: Int, _ diastolic: Int, paused: Bool = false, told: Bool = false) throws
            -> String?
        {
            var bedside = try Bedside()
            try bedside.start()
            try bedside.measure(systolic, diastolic, at: 10)
            if paused { try bedside.file(.infusionPaused(Reasoned(reason: "low")), at: 10.2) }
            if told { try bedside.file(.actionTaken(ActionTaken(code: "notified")), at: 10.4) }
            return bedside.picture(at: 10.5).alarms.first { $0.key == AlarmKey(.pressure, .low) }?.nextAction
        }
        #expect(try action(96, 70) == "lay flat, legs up, measure again")
        #expect(try action(85, 60) == "pause the drug, notify prescriber, lay flat, legs up, measure again")
        #expect(
            try action(85, 60, paused: true, told: true) == "lay flat, legs up, measure again")
        #expect(try action(78, 44)?.contains("call emergency help") == true)
    }

    @Test("the patient's alarm stands before a checkpoint's of the same priority, acknowledged or not")
    func patientFirst() throws {
        var bedside = try Bedside()
        try bedside.start()
        try bedside.measure(185, 98, at: 64)
        try bedside.measure(186, 98, at: 68)
        let picture = bedside.picture(at: 68)
        let pressure = try #require(picture.alarms.first { $0.key.parameter == .pressure })
        try bedside.file(
            .alarmAcknowledged(AlarmAcknowledged(alarm: pressure.key, level: pressure.level)), at: 68.5)
        let after = bedside.picture(at: 68.6).alarms
        #expect(after.contains { $0.key.parameter == .checkpoint && $0.priority == after.first?.priority })
        #expect(after.first?.key.parameter == .pressure)
    }
}
