import Testing

@testable import SessionCore

/// What is expected by when, on happenings written by hand. Seconds are counted from the opening of the session.
struct ExpectationTests {
    static let pressure = [FactPattern(fact: .reading, has: [.systolic, .diastolic])]

    static func reading(_ systolic: Int) -> FactBody {
        .reading(Reading(values: VitalSet([.systolic: systolic, .diastolic: 80])))
    }

    static func happenings(
        _ facts: [(second: Int64, body: FactBody)], moments: [(second: Int64, name: String)] = [],
        until end: Int64 = 3600
    ) -> Happenings {
        var happenings = Happenings()
        var all = facts.enumerated().map { ($1.second, Optional($1.body), "", $0 + 1) }
        all += moments.map { ($0.second, nil, $0.name, 0) }
        for (second, body, name, sequence) in all.sorted(by: { $0.0 < $1.0 }) {
            let time = SessionTime(seconds: second)
            if let body {
                happenings.add(
                    body, sequence: sequence, author: "TR", at: time, under: TestProtocols.infusion)
            } else {
                happenings.add(.moment(name), at: time)
            }
        }
        happenings.timePassed(to: SessionTime(seconds: end))
        return happenings
    }

    static let recheck = Expectation(
        name: "recheck", title: "Measured again", after: Trigger(.moment("rise")), within: 300, by: pressure)

    @Test(
        "a recheck owed within 5 min is on time at 300 s, late at 301 and at 600, missing at 601",
        arguments: [
            (300, ExpectationOutcome.Standing.onTime), (301, .late), (600, .late), (601, .missing),
        ] as [(Int64, ExpectationOutcome.Standing)])
    func deadlines(second: Int64, expected: ExpectationOutcome.Standing) {
        let happenings = Self.happenings([(100 + second, Self.reading(150))], moments: [(100, "rise")])
        let outcome = Self.recheck.judge(happenings)
        #expect(outcome.standing == expected)
        #expect(outcome.doneAt == SessionTime(seconds: 100 + second))
        #expect(outcome.evidence == [1])
    }

    @Test("a reading before the rise answers nothing, unless early ones count")
    func earlyReadings() {
        let happenings = Self.happenings([(50, Self.reading(150))], moments: [(100, "rise")])
        #expect(Self.recheck.judge(happenings).standing == .missing)
        var early = Self.recheck
        early.early = 60
        #expect(early.judge(happenings).standing == .onTime)
    }

    @Test("a reading answers an earlier one, never itself")
    func readingDoesNotAnswerItself() {
        let high = Trigger(
            .after([FactPattern(fact: .reading, values: [VitalBound(.systolic, atLeast: 160)])]))
        let again = Expectation(name: "again", title: "Again", after: high, within: 300, by: Self.pressure)
        #expect(again.judge(Self.happenings([(10, Self.reading(162))])).standing == .missing)
        #expect(
            again.judge(Self.happenings([(10, Self.reading(162)), (90, Self.reading(150))])).standing
                == .onTime)
        #expect(again.judge(Self.happenings([(10, Self.reading(159))])).trigger == nil)
    }

    @Test("twice more, at least 5 min later: two readings at 4 and 6 min are one of them")
    func notBeforeAndTimes() {
        var twice = Self.recheck
        twice.notBefore = 300
        twice.within = 900
        twice.times = 2
        let one = Self.happenings(
            [(340, Self.reading(150)), (460, Self.reading(150))], moments: [(100, "rise")])
        #expect(twice.judge(one).standing == .missing)
        let two = Self.happenings(
            [(400, Self.reading(150)), (460, Self.reading(150))], moments: [(100, "rise")])
        #expect(twice.judge(two).standing == .onTime)
    }

    @Test("what nobody triggered is owed, unless it is conditional")
    func neverTriggered() {
        #expect(Self.recheck.judge(Self.happenings([])).standing == .missing)
        var conditional = Self.recheck
        conditional.conditional = true
        #expect(conditional.judge(Self.happenings([])).standing == .notCalledFor)
    }

    @Test("a trigger that has not come by the end of the session owes nothing yet")
    func triggerInTheFuture() {
        let late = Trigger(.takenOver(4000))
        #expect(late.fired(in: Self.happenings([])) == nil)
        #expect(late.due(in: Self.happenings([]))?.at == SessionTime(seconds: 4000))
    }

    @Test("an unordered drug is a miss, the same drug on an order is none")
    func orders() {
        let rule = CriticalMiss(
            name: "drug", title: "Unordered",
            never: [FactPattern(fact: .actionTaken, meanings: [.rescueDrug], ordered: false)])
        func given(by orderer: String) -> Happenings {
            Self.happenings([(60, .actionTaken(ActionTaken(code: "rescue", orderedBy: orderer)))])
        }
        #expect(rule.judge(given(by: ""))?.evidence == [1])
        #expect(rule.judge(given(by: "  ")) != nil)
        #expect(rule.judge(given(by: "Dr A")) == nil)
    }

    @Test("an infusion that is stopped 121 s after the headache ran on for too long; at 120 s it did not")
    func leftUndone() {
        let rule = CriticalMiss(
            name: "ran-on", title: "Ran on", without: [FactPattern(fact: .infusionEnded)],
            after: Trigger(.moment("headache")), within: 120)
        func stopped(_ second: Int64) -> Happenings {
            Self.happenings(
                [(second, .infusionEnded(InfusionEnded(stoppedEarly: "headache")))],
                moments: [(1000, "headache")])
        }
        #expect(rule.judge(stopped(1120)) == nil)
        #expect(rule.judge(stopped(1121))?.at == SessionTime(seconds: 1120))
    }

    @Test("a session that ends before the deadline is not yet a critical miss")
    func endsBeforeDeadline() {
        let rule = CriticalMiss(
            name: "ran-on", title: "Ran on", without: [FactPattern(fact: .infusionEnded)],
            after: Trigger(.moment("headache")), within: 120)
        let short = Self.happenings([], moments: [(1000, "headache")], until: 1060)
        #expect(rule.judge(short) == nil)
    }

    @Test("starting on the old baseline is a miss; after two new readings it is none")
    func excuses() {
        let rule = CriticalMiss(
            name: "old", title: "Old baseline", never: [FactPattern(fact: .administrationStarted)],
            after: Trigger(.moment("faint")), unless: Self.pressure, unlessTimes: 2)
        let start = (Int64(900), FactBody.administrationStarted(AdministrationStarted()))
        let moments: [(second: Int64, name: String)] = [(100, "faint")]
        #expect(rule.judge(Self.happenings([(200, Self.reading(104)), start], moments: moments)) != nil)
        let two = [(200, Self.reading(104)), (400, Self.reading(110)), start]
        #expect(rule.judge(Self.happenings(two, moments: moments)) == nil)
        #expect(rule.judge(Self.happenings([start])) == nil)
    }
}
