/// Something that the trainee, or the nurse of a real session, is expected to do, and by when.
public struct Expectation: Hashable, Codable, Sendable {
    /// Whether the deed shows that a change was noticed or that something was done about it.
    public enum Role: String, Codable, Sendable, CaseIterable {
        /// The change was noticed: measured, asked, seen.
        case detect
        /// Something was done about it.
        case act
    }

    /// Short name, unique in its rubric.
    public var name: String
    /// In words, as the debrief prints it.
    public var title: String
    /// Whether no attempt passes without it.
    public var starred: Bool?
    /// What starts its clock.
    public var after: Trigger
    /// Seconds from the trigger within which it is on time; up to twice that long it is late.
    public var within: Int
    /// Seconds before the trigger from which it already counts; none when absent.
    public var early: Int?
    /// Seconds after the trigger before which it does not count yet; none when absent.
    public var notBefore: Int?
    /// How often it must be done; once when absent.
    public var times: Int?
    /// Any of these does it.
    public var by: [FactPattern]
    /// Whether nothing is owed when the trigger never fires; otherwise it is then missing.
    public var conditional: Bool?
    /// Noticing or acting; acting when absent.
    public var role: Role?

    /// Makes an expectation.
    public init(
        name: String, title: String, starred: Bool? = nil, after: Trigger, within: Int, early: Int? = nil,
        notBefore: Int? = nil, times: Int? = nil, by: [FactPattern], conditional: Bool? = nil,
        role: Role? = nil
    ) {
        self.name = name
        self.title = title
        self.starred = starred
        self.after = after
        self.within = within
        self.early = early
        self.notBefore = notBefore
        self.times = times
        self.by = by
        self.conditional = conditional
        self.role = role
    }

    /// Whether it was done, and when.
    public func judge(_ happenings: Happenings) -> ExpectationOutcome {
        guard let (trigger, index) = after.fired(in: happenings) else {
            return ExpectationOutcome(standing: conditional == true ? .notCalledFor : .missing)
        }
        let earliest = trigger + .seconds((notBefore ?? 0) - (early ?? 0))
        let deadline = trigger + .seconds(within)
        // What happened at the trigger's own instant counts only when it became known after it.
        let first = early == nil ? index.map { $0 + 1 } ?? 0 : 0
        let done = happenings.all.dropFirst(first).filter { happening in
            happening.at >= max(earliest, happenings.tookOver)
                && by.match(happening, until: deadline, in: happenings)
        }
        let needed = max(1, times ?? 1)
        guard done.count >= needed else {
            return ExpectationOutcome(
                standing: .missing, trigger: trigger, deadline: deadline, evidence: done.map(\.sequence))
        }
        let at = done[needed - 1].at
        let latest = trigger + .seconds(2 * within)
        return ExpectationOutcome(
            standing: at <= deadline ? .onTime : at <= latest ? .late : .missing, trigger: trigger,
            deadline: deadline, doneAt: at, evidence: done.prefix(needed).map(\.sequence))
    }
}

/// How an expectation was met.
public struct ExpectationOutcome: Hashable, Sendable {
    /// Where it stands.
    public enum Standing: String, Codable, Sendable, CaseIterable {
        /// Done by its deadline.
        case onTime
        /// Done by twice its deadline.
        case late
        /// Not done, or later than that.
        case missing
        /// Its trigger never fired and nothing was owed.
        case notCalledFor
    }

    /// Where it stands.
    public var standing: Standing
    /// When its clock started; `nil` when the trigger never fired.
    public var trigger: SessionTime?
    /// Until when it was on time.
    public var deadline: SessionTime?
    /// When it was done, however late; `nil` when it was not.
    public var doneAt: SessionTime?
    /// Sequences of the facts that show it.
    public var evidence: [Int]

    /// Makes an outcome.
    public init(
        standing: Standing, trigger: SessionTime? = nil, deadline: SessionTime? = nil,
        doneAt: SessionTime? = nil, evidence: [Int] = []
    ) {
        self.standing = standing
        self.trigger = trigger
        self.deadline = deadline
        self.doneAt = doneAt
        self.evidence = evidence
    }
}
