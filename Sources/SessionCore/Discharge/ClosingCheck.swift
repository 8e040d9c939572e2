/// What stands against signing the record. That the patient is gone the phase knows by itself.
public struct ClosingCheck: Hashable, Sendable {
    /// Names of mandatory checkpoints that are blank.
    public var blankCheckpoints: [String]
    /// Whether the route owes a monitoring form and nobody has noted what became of it.
    public var isFormOwed: Bool

    /// Makes a check; a form is owed where the protocol gives it days and a dose was given.
    public init(blankCheckpoints: [String], timers: TimerRules, wasDosed: Bool, isFormNoted: Bool) {
        self.blankCheckpoints = blankCheckpoints
        isFormOwed = timers.formDays != nil && wasDosed && !isFormNoted
    }

    /// The obstacles, in words; empty when the record can be signed.
    public var obstacles: [String] {
        blankCheckpoints.map { "mandatory checkpoint \($0) is blank: give a value or a reason" }
            + (isFormOwed ? ["the monitoring form is owed: note when and how it was sent"] : [])
    }
}
