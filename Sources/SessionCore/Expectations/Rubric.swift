/// Everything that an attempt, or a real session, is measured by.
public struct Rubric: Hashable, Codable, Sendable {
    /// What is expected.
    public var actions: [Expectation]
    /// What fails the attempt.
    public var criticalMisses: [CriticalMiss]
    /// What costs a fifth of the score each.
    public var unsafeActs: [CriticalMiss]?
    /// Whether every checkpoint that came due is an expected action too, with its own window as the deadline.
    public var checkpoints: Bool?
    /// Whether a reading filed for an earlier time than it was shown at, without the mark of a late entry, fails the attempt.
    public var backDatingFails: Bool?

    /// Makes a rubric.
    public init(
        actions: [Expectation], criticalMisses: [CriticalMiss], unsafeActs: [CriticalMiss]? = nil,
        checkpoints: Bool? = nil, backDatingFails: Bool? = nil
    ) {
        self.actions = actions
        self.criticalMisses = criticalMisses
        self.unsafeActs = unsafeActs
        self.checkpoints = checkpoints
        self.backDatingFails = backDatingFails
    }

    /// What every session is measured by, whatever happens in it: every checkpoint, a new measurement after an alarm, whom
    /// a confirmed alarm was told to, two readings before the dose, and no discharge before the criteria held twice.
    /// Times are those of the session's own protocol; the choice is an Ebbtide default, unpublished.
    public static func ordinary(_ careProtocol: CareProtocol) -> Rubric {
        let pressure = [FactPattern(fact: .reading, has: [.systolic, .diastolic])]
        var leaving = FactPattern(fact: .patientLeft)
        leaving.manners = [.discharged]
        let notify = careProtocol.alarms.notifyWithinSeconds
        return Rubric(
            actions: [
                Expectation(
                    name: "recheck", title: "A raised alarm was answered by a new measurement",
                    after: Trigger(.after([FactPattern(concluded: .alarmRaised)])),
                    within: careProtocol.recheck.watchSeconds, by: [FactPattern(fact: .reading)],
                    conditional: true, role: .detect),
                Expectation(
                    name: "notify", title: "A confirmed alarm was told to the prescriber",
                    after: Trigger(.after([FactPattern(concluded: .alarmConfirmedHigh)])), within: notify,
                    by: [
                        FactPattern(
                            fact: .actionTaken, meanings: [.prescriberNotified, .prescriberAtBedside])
                    ],
                    conditional: true),
            ],
            criticalMisses: [
                CriticalMiss(
                    name: "early-discharge",
                    title: "The patient was discharged before the criteria had held twice",
                    never: [leaving], unless: [FactPattern(concluded: .mayLeave)]),
                CriticalMiss(
                    name: "no-baseline", title: "The drug was started without two baseline readings",
                    never: [FactPattern(fact: .administrationStarted)], unless: pressure, unlessTimes: 2),
            ],
            checkpoints: true)
    }
}
