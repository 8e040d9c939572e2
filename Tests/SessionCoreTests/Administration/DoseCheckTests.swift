import Testing

@testable import SessionCore

@Suite("A dose against the protocol's range")
struct DoseCheckTests {
    private func verdict(_ milligrams: Double, _ careProtocol: CareProtocol, weightKg: Double = 80)
        -> DoseCheck.Verdict
    {
        DoseCheck(milligrams: milligrams, weightKg: weightKg, careProtocol: careProtocol).verdict
    }

    @Test(
        "infusion of 0.3-1.0 mg/kg at 80 kg: inside from 24 to 80 mg, a reason above 160 mg",
        arguments: [
            (23.9, .outside), (24, .inside), (40, .inside), (80, .inside), (80.1, .outside), (160, .outside),
            (160.1, .farOutside),
        ] as [(Double, DoseCheck.Verdict)])
    func infusion(milligrams: Double, expected: DoseCheck.Verdict) {
        #expect(verdict(milligrams, TestProtocols.infusion) == expected)
    }

    @Test(
        "esketamine comes as 28, 56 or 84 mg",
        arguments: [
            (28, .inside), (56, .inside), (84, .inside), (50, .outside), (55, .outside), (112, .outside),
            (168, .outside), (196, .farOutside), (14, .outside),
        ] as [(Double, DoseCheck.Verdict)])
    func esketamine(milligrams: Double, expected: DoseCheck.Verdict) {
        #expect(verdict(milligrams, TestProtocols.esketamine) == expected)
    }

    @Test("racemic sprays are a range in mg, whatever the weight")
    func spray() {
        #expect(verdict(30, TestProtocols.nasalRacemic, weightKg: 150) == .inside)
        #expect(verdict(101, TestProtocols.nasalRacemic) == .outside)
    }

    @Test("zero, negative and not a number are no doses", arguments: [0, -1, .nan, .infinity] as [Double])
    func impossible(milligrams: Double) {
        #expect(verdict(milligrams, TestProtocols.infusion) == .impossible)
    }

    @Test("the sentences say mg and mg/kg and what to do")
    func sentences() {
        let check = DoseCheck(milligrams: 90, weightKg: 80, careProtocol: TestProtocols.infusion)
        #expect(
            check.sentences == [
                "90.0 mg is 1.13 mg/kg", "above the protocol's range of 0.30-1.00 mg/kg: type it again",
            ])
    }

    @Test("a rate that gives another dose in the planned time is said in words")
    func rate() {
        func sentence(_ perMinute: Double) -> String? {
            DoseCheck.rateSentence(pump(perMinute), plannedMilligrams: 40, plannedMinutes: 40)
        }
        #expect(sentence(1) == nil)
        #expect(sentence(1.1) == nil)
        #expect(sentence(1.11) == "1.11 mg/min for 40 min gives 44.4 mg, but 40.0 mg is planned")
        #expect(sentence(10)?.contains("400.0 mg") == true)
        #expect(sentence(0) != nil)
    }

    @Test("planned minutes outside 2-100 are typed again")
    func duration() {
        let rules = TestProtocols.infusion.dose
        #expect(
            [1, 2, 100, 101].map { DoseCheck.durationSentence(minutes: $0, rules: rules) == nil } == [
                false, true, true, false,
            ])
    }

    @Test("numbers in sentences are rounded, and what is no number is a dash")
    func numbers() {
        #expect(
            [fixed(0.125, 2), fixed(-1.05, 1), fixed(3, 0), fixed(.nan, 1), fixed(1e300, 1)] == [
                "0.13", "-1.1", "3", "–", "–",
            ])
    }
}
