import Testing

@testable import SessionCore

@Suite("Deeds that must stand, and entries that must be the right ones")
struct StandingDeedTests {
    private let pause = FactBody.infusionPaused(Reasoned(reason: "bp"))
    private let resume = FactBody.infusionResumed(InfusionResumed())

    /// An infusion stopped at these seconds, and resumed at those; the headache comes at second 100.
    private func happenings(paused: Int64, resumed: Int64?) -> Happenings {
        ExpectationTests.happenings(
            [(paused, pause)] + (resumed.map { [($0, resume)] } ?? []), moments: [(100, "headache")])
    }

    @Test(
        "an infusion that runs again before the deadline was not stopped",
        arguments: [
            (90, nil, true), (90, 92, false), (110, 112, false), (110, 161, true), (110, nil, true),
        ] as [(Int64, Int64?, Bool)])
    func pauses(paused: Int64, resumed: Int64?, counts: Bool) {
        let stopped = Expectation(
            name: "stopped", title: "Stopped", after: Trigger(.moment("headache")), within: 60, early: 180,
            by: [standing])
        let standing = stopped.judge(happenings(paused: paused, resumed: resumed)).standing
        #expect((standing == .onTime) == counts)
        let ranOn = CriticalMiss(
            name: "ran-on", title: "Ran on", without: [self.standing], after: Trigger(.moment("headache")),
            within: 60, early: 180)
        #expect((ranOn.judge(happenings(paused: paused, resumed: resumed)) == nil) == counts)
    }

    private var standing: FactPattern {
        var pattern = FactPattern(fact: .infusionPaused)
        pattern.stands = true
        return pattern
    }

    private func amendment(from was: Int, to now: Int?) -> Happening {
        let fact = Amended(
            target: 3, was: ExpectationTests.reading(was), now: now.map(ExpectationTests.reading),
            reason: "digits swapped")
        return ExpectationTests.happenings([(10, .amended(fact))]).all[0]
    }

    @Test("a correction counts when it corrects the wrong value, and to something that can be")
    func amendments() {
        var pattern = FactPattern(fact: .amended, reasoned: true)
        pattern.was = [VitalBound(.systolic, atLeast: 180)]
        pattern.values = [VitalBound(.systolic, atMost: 150)]
        #expect(pattern.matches(amendment(from: 182, to: 128)))
        #expect(pattern.matches(amendment(from: 182, to: nil)), "struck")
        #expect(!pattern.matches(amendment(from: 122, to: 128)), "another entry")
        #expect(!pattern.matches(amendment(from: 182, to: 181)))
    }

    @Test("a pump figure is what the pump says, and an order is given when it was heard")
    func figuresAndMoments() {
        var figure = FactPattern(fact: .pumpFigureNoted)
        figure.milligrams = AmountBound(atLeast: 10, atMost: 12)
        let noted = [10.8, 35].map { milligrams in
            ExpectationTests.happenings([(5, .pumpFigureNoted(PumpFigureNoted(milligrams: milligrams)))]).all[
                0]
        }
        #expect(noted.map(figure.matches) == [true, false])
        let drug = FactBody.actionTaken(ActionTaken(code: "rescue", orderedBy: "Dr N", detail: "10 mg"))
        var orders = FactPattern(concluded: .ready)
        orders.concluded = nil
        orders.moment = "orders"
        let early = CriticalMiss(
            name: "early", title: "Before the order",
            never: [FactPattern(fact: .actionTaken, meanings: [.rescueDrug])], unless: [orders])
        let at60 = ExpectationTests.happenings([(60, drug)], moments: [(50, "orders")])
        let at40 = ExpectationTests.happenings([(40, drug)], moments: [(50, "orders")])
        #expect(early.judge(at60) == nil)
        #expect(early.judge(at40) != nil)
    }

    @Test(
        "a note counts by its words and phrases, longer forms of them too, and not when it denies them",
        arguments: [
            ("Safety plan written with her", true), ("made SAFETY plans", true), ("plan for safety", false),
            ("admitted to the ward", true), ("no safety plan", false), ("safety", false), ("", false),
            ("she looks at the admiral", false),
        ])
    func words(text: String, counts: Bool) {
        var pattern = FactPattern(fact: .noteWritten)
        pattern.words = ["safety plan", "admit"]
        let note = ExpectationTests.happenings([(5, .noteWritten(NoteWritten(text: text)))]).all[0]
        #expect(pattern.matches(note) == counts)
    }

    @Test("who writes that there is no headache has asked, where a denial counts")
    func denied() {
        var pattern = FactPattern(fact: .noteWritten)
        pattern.words = ["headache"]
        let note = ExpectationTests.happenings([(5, .noteWritten(NoteWritten(text: "no headache")))]).all[0]
        #expect(!pattern.matches(note))
        pattern.denied = true
        #expect(pattern.matches(note))
    }

    @Test("a pump that is resumed faster makes up for a dose, one that is set slower does not")
    func faster() {
        var patterns = [FactPattern(fact: .rateChanged), FactPattern(fact: .infusionResumed)]
        for index in patterns.indices { patterns[index].perMinute = AmountBound(atLeast: 0.95, atMost: nil) }
        func isFaster(_ body: FactBody) -> Bool {
            patterns.match(ExpectationTests.happenings([(5, body)]).all[0])
        }
        #expect(isFaster(.infusionResumed(InfusionResumed(rate: pump(1.8)))))
        #expect(isFaster(.rateChanged(RateChanged(rate: pump(1)))))
        #expect(!isFaster(.rateChanged(RateChanged(rate: pump(0.5)))))
        #expect(!isFaster(.infusionResumed(InfusionResumed())))
    }
}
