import Testing

@testable import SessionCore

@Suite("What becomes known after the patient has left")
struct KnownSinceTests {
    private static let yes = Dictionary(
        uniqueKeysWithValues: DischargeQuestion.allCases.map { ($0, Answer.yes) })

    /// A quiet infusion; the patient leaves at minute 110.
    private func left() throws -> Bedside {
        var bedside = try Bedside()
        try bedside.start()
        for minute in [15.0, 25, 35] { try bedside.quiet(intensity: 3, at: minute) }
        try bedside.quiet(intensity: 1, at: 45)
        try bedside.file(.infusionEnded(InfusionEnded()), at: 45)
        for minute in [60.0, 75, 90] { try bedside.quiet(intensity: 0, at: minute) }
        try bedside.file(.dischargeAssessed(DischargeAssessed(answers: Self.yes, by: "AB")), at: 91)
        try bedside.quiet(intensity: 0, at: 105)
        try bedside.file(.dischargeAssessed(DischargeAssessed(answers: Self.yes, by: "AB")), at: 107)
        try bedside.file(.patientLeft(PatientLeft(manner: .discharged)), at: 110)
        return bedside
    }

    private func deviation(of bedside: Bedside, at minute: Double) -> String {
        let entries = bedside.picture(at: minute).timeline.filter { $0.kind == .phase }
        return entries.compactMap(\.deviation).joined(separator: "; ")
    }

    private static let truths: [(FactBody, Double, String)] = [
        (
            .actionTaken(ActionTaken(code: "benzodiazepine", orderedBy: "Dr N", detail: "1 mg")), 100,
            "benzodiazepine"
        ),
        (.symptomReported(SymptomReported(code: "vomiting")), 104, "vomit"),
        (
            .reading(Reading(values: VitalSet([.systolic: 192, .diastolic: 96], gas: .air))), 106,
            "BP 192/96"
        ),
    ]

    @Test(
        "what would have kept the patient is filed late, and makes the departure a deviation",
        arguments: 0..<3)
    func lateTruth(index: Int) throws {
        var bedside = try left()
        let (body, minute, word) = Self.truths[index]
        #expect(deviation(of: bedside, at: 115).isEmpty)
        try bedside.file(body, at: 120, measured: minute)
        let picture = bedside.picture(at: 121)
        #expect(picture.phase == .discharged)
        let said = deviation(of: bedside, at: 121)
        #expect(said.hasPrefix("discharged although, as is known now: ") && said.contains(word), "\(said)")
    }

    @Test("on a signed record a reading is corrected to what it was, and the signature stands")
    func correctedAfterSigning() throws {
        var bedside = try left()
        try bedside.file(.sessionClosed(SessionClosed(name: "A. Brown", meaning: "record complete")), at: 112)
        let last = try #require(
            bedside.session.facts.last { if case .reading = $0.body { true } else { false } })
        let now = FactBody.reading(Reading(values: VitalSet([.systolic: 190, .diastolic: 95], gas: .air)))
        try bedside.file(
            .amended(Amended(target: last.sequence, was: last.body, now: now, reason: "misread")), at: 130)
        #expect(bedside.picture(at: 131).phase == .closed)
        #expect(deviation(of: bedside, at: 131).contains("BP 190/95"))
    }

    @Test("who asks to discharge a patient against the criteria is still refused")
    func refusedNow() throws {
        var bedside = try Bedside()
        try bedside.start()
        try bedside.file(.infusionEnded(InfusionEnded()), at: 45)
        #expect(throws: Refusal.self) {
            try bedside.file(.patientLeft(PatientLeft(manner: .discharged)), at: 60)
        }
        #expect(throws: Refusal.self) {
            try bedside.file(.patientLeft(PatientLeft(manner: .discharged)), at: 90, measured: 60)
        }
    }

    @Test("nobody left a session in which nothing was given: that start cannot be struck")
    func contradiction() throws {
        var bedside = try left()
        let start = try #require(
            bedside.session.facts.first { if case .administrationStarted = $0.body { true } else { false } })
        #expect(throws: Refusal.self) {
            try bedside.file(
                .amended(Amended(target: start.sequence, was: start.body, reason: "wrong patient")), at: 130)
        }
    }
}
