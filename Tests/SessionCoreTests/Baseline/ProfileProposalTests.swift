import Testing

@testable import SessionCore

@Suite("Which observation is proposed")
struct ProfileProposalTests {
    private func reasons(
        ages: ClosedRange<Int> = 40...41, baseline: Baseline? = nil,
        change: (inout SessionOpened) -> Void = { _ in }
    ) -> [String] {
        var plan = opened(TestProtocols.infusion)
        change(&plan)
        return ProfileProposal(
            plan: plan, careProtocol: TestProtocols.infusion, ages: ages, baseline: baseline
        ).reasons
    }

    @Test("standard when every question is answered no and nothing else asks for more")
    func standard() {
        #expect(reasons().isEmpty)
        #expect(reasons(baseline: baseline(129, 84)).isEmpty)
    }

    @Test("yes and unknown both propose intensive, and the reason tells them apart")
    func answers() {
        #expect(reasons { $0.firstSession = .yes } == ["first session"])
        #expect(reasons { $0.firstSession = .unknown } == ["not known whether first session"])
        #expect(reasons { $0.stimulantOrMAOI = .unknown }.count == 1)
        #expect(reasons { $0.earlierPeak = .yes } == ["an earlier session peaked at 160/100 or more"])
        #expect(reasons { $0.patient.treatedHypertension = .yes } == ["treated hypertension"])
    }

    @Test("from 65 years on, when either possible age reaches it")
    func age() {
        #expect(reasons(ages: 63...64).isEmpty)
        #expect(reasons(ages: 64...65).count == 1)
        #expect(reasons(ages: 65...66).count == 1)
    }

    @Test("above 0.5 mg/kg, not at it")
    func dose() {
        #expect(reasons { $0.plannedMilligrams = 40 }.isEmpty)
        #expect(reasons { $0.plannedMilligrams = 40.1 } == ["dose 0.50 mg/kg, above 0.50"])
    }

    @Test(
        "at a baseline from 130 systolic or 85 diastolic",
        arguments: [(129, 84, 0), (130, 84, 1), (131, 84, 1), (129, 85, 1), (129, 86, 1), (130, 85, 2)])
    func pressure(systolic: Int, diastolic: Int, count: Int) {
        #expect(reasons(baseline: baseline(systolic, diastolic)).count == count)
    }

    @Test("a reason is given only when the other profile is proposed")
    func change() {
        let plan = opened(TestProtocols.infusion)
        let standard = ProfileProposal(
            plan: plan, careProtocol: TestProtocols.infusion, ages: 40...41, baseline: nil)
        #expect(standard.reasonToChange(from: .standard) == nil)
        #expect(standard.reasonToChange(from: .intensive) != nil)
    }
}
