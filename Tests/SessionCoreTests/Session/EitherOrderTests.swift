import Testing

@testable import SessionCore

@Suite("What joins a rule may come first or last")
struct EitherOrderTests {
    private func worst(_ parameter: AlarmParameter, _ bodies: [(Double, FactBody)]) throws -> Level {
        var bedside = try Bedside()
        try bedside.start()
        for (minute, body) in bodies { try bedside.file(body, at: minute) }
        let picture = bedside.picture(at: bodies.last?.0 ?? 0)
        return picture.alarms.filter { $0.key.parameter == parameter }.map(\.level).max() ?? .normal
    }

    private func reading(_ values: [Vital: Int]) -> FactBody {
        .reading(Reading(values: VitalSet(values)))
    }

    @Test("a low pressure of level 2 and a pulse below 40 are level 3, whichever was measured first")
    func lowPressureAndSlowPulse() throws {
        let pressure = reading([.systolic: 85, .diastolic: 60])
        let pulse = reading([.heartRate: 38])
        #expect(try worst(.pressure, [(10, pressure), (11, pulse)]) == .crisis)
        #expect(try worst(.pressure, [(10, pulse), (11, pressure)]) == .crisis)
        #expect(try worst(.pressure, [(10, pressure), (11, reading([.heartRate: 60]))]) == .high)
    }

    @Test("what stood on the same line before does not hide what is measured since")
    func partnerMeasuredAnew() throws {
        let pressure = reading([.systolic: 85, .diastolic: 60, .heartRate: 70])
        #expect(try worst(.pressure, [(10, pressure), (11, reading([.heartRate: 38]))]) == .crisis)
        #expect(try worst(.pressure, [(10, pressure), (11, reading([.heartRate: 66]))]) == .high)
        let pulse = reading([.systolic: 120, .diastolic: 76, .heartRate: 40])
        #expect(
            try worst(.heartRate, [(10, pulse), (11, reading([.systolic: 85, .diastolic: 60]))]) == .crisis)
        #expect(
            try worst(.heartRate, [(10, pulse), (11, reading([.systolic: 118, .diastolic: 76]))]) == .high)
    }

    @Test("a pulse of 135 and a red flag are level 3, whichever came first")
    func fastPulseAndRedFlag() throws {
        let pulse = reading([.heartRate: 135])
        let flag = FactBody.symptomReported(SymptomReported(code: "chest-pain"))
        #expect(try worst(.heartRate, [(10, pulse), (11, flag)]) == .crisis)
        #expect(try worst(.heartRate, [(10, flag), (11, pulse)]) == .crisis)
        #expect(try worst(.heartRate, [(10, pulse)]) == .high)
    }

    @Test("a collapse joins a low pressure that stands, however long ago that was measured")
    func lateCollapse() throws {
        let pressure = reading([.systolic: 85, .diastolic: 60])
        let collapse = FactBody.symptomReported(SymptomReported(code: "syncope"))
        #expect(try worst(.pressure, [(10, pressure), (30, collapse)]) == .crisis)
    }

    @Test("a symptom or an action that the protocol does not know is refused with those that it has")
    func unknownCodes() throws {
        var bedside = try Bedside()
        try bedside.start()
        let refusal = #expect(throws: Refusal.self) {
            try bedside.file(.symptomReported(SymptomReported(code: "Chest-Pain")), at: 10)
        }
        #expect(refusal?.sentence.contains("has no symptom Chest-Pain; it has chest-pain") == true)
        #expect(throws: Refusal.self) {
            try bedside.file(.actionTaken(ActionTaken(code: "nosuch")), at: 10)
        }
    }

    @Test(
        "a pressure that a red flag joins later counts at its new level everywhere: trend, checkpoint and alarm"
    )
    func flagAfterPressure() throws {
        let pressure = reading([.systolic: 165, .diastolic: 102])
        let flag = FactBody.symptomReported(SymptomReported(code: "chest-pain"))
        for (first, second) in [(pressure, flag), (flag, pressure)] {
            var bedside = try Bedside()
            try bedside.start()
            try bedside.file(first, at: 15)
            try bedside.file(second, at: 15.5)
            let picture = bedside.picture(at: 16)
            #expect(picture.trend.last?.level == .crisis)
            #expect(picture.checkpoints.first { $0.name == "T0+10" }?.level == .crisis)
            #expect(picture.alarms.first { $0.key.parameter == .pressure }?.level == .crisis)
        }
    }
}
