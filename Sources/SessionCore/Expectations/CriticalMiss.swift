/// Something that must never happen, or never be left undone. One of the critical ones fails an attempt whatever else was
/// done; one of the unsafe ones costs a fifth of the score (Ebbtide default, unpublished).
public struct CriticalMiss: Hashable, Codable, Sendable {
    /// Short name, unique in its rubric.
    public var name: String
    /// In words, as the debrief prints it.
    public var title: String
    /// What must not happen; exactly one of `never` and `without` is said.
    public var never: [FactPattern]?
    /// From the how-manieth time on it must not happen, so that what was ordered once is given once; the first when absent.
    public var times: Int?
    /// What must not be left undone for `within` seconds after the trigger.
    public var without: [FactPattern]?
    /// When it begins to matter; from the trainee's first moment on when absent.
    public var after: Trigger?
    /// Seconds after the trigger: how long something must not happen (for ever when absent), or by when it must be done.
    public var within: Int?
    /// Seconds before the trigger from which a deed already counts as done; none when absent.
    public var early: Int?
    /// What makes it no miss when it happened before: after the trigger, or after the trainee took over.
    public var unless: [FactPattern]?
    /// How often `unless` must have happened; once when absent.
    public var unlessTimes: Int?

    /// Makes a rule that something must not happen.
    public init(
        name: String, title: String, never: [FactPattern], after: Trigger? = nil, within: Int? = nil,
        unless: [FactPattern]? = nil, unlessTimes: Int? = nil, times: Int? = nil
    ) {
        self.name = name
        self.title = title
        self.never = never
        self.after = after
        self.within = within
        self.unless = unless
        self.unlessTimes = unlessTimes
        self.times = times
    }

    /// Makes a rule that something must be done within so many seconds of a trigger.
    public init(
        name: String, title: String, without: [FactPattern], after: Trigger, within: Int, early: Int? = nil
    ) {
        self.name = name
        self.title = title
        self.without = without
        self.after = after
        self.within = within
        self.early = early
    }

    /// When it was missed and the facts that show it; `nil` when it was not. What happened up to `settled` is an earlier
    /// attempt's: it excuses and is counted, and is not held against this one.
    public func judge(_ happenings: Happenings, settled: SessionTime? = nil) -> MissOutcome? {
        var from = happenings.tookOver
        var index: Int?
        if let after {
            guard let fired = after.fired(in: happenings) else { return nil }
            (from, index) = fired
        }
        if let never { return happened(never, from: from, trigger: index, settled: settled, in: happenings) }
        guard let without, let within else { return nil }
        let left = leftUndone(without, from: from, within: within, in: happenings)
        return left.flatMap { miss in settled.map { miss.at <= $0 } ?? false ? nil : miss }
    }

    private func happened(
        _ never: [FactPattern], from: SessionTime, trigger: Int?, settled: SessionTime?,
        in happenings: Happenings
    ) -> MissOutcome? {
        let until = within.map { from + .seconds($0) }
        var excuses = 0
        var before = 0
        for (index, happening) in happenings.all.enumerated() where index != trigger {
            guard happening.at >= max(from, happenings.tookOver) else { continue }
            if let until, happening.at > until { return nil }
            if let unless, unless.match(happening) { excuses += 1 }
            if unless != nil, excuses >= max(1, unlessTimes ?? 1) { return nil }
            guard never.match(happening) else { continue }
            before += 1
            guard before < max(1, times ?? 1) || settled.map({ happening.at <= $0 }) ?? false else {
                return MissOutcome(at: happening.at, evidence: [happening.sequence])
            }
        }
        return nil
    }

    private func leftUndone(
        _ without: [FactPattern], from: SessionTime, within: Int, in happenings: Happenings
    ) -> MissOutcome? {
        let deadline = from + .seconds(within)
        let earliest = max(from - .seconds(early ?? 0), happenings.tookOver)
        let isDone = happenings.all.contains { happening in
            happening.at >= earliest && happening.at <= deadline
                && without.match(happening, until: deadline, in: happenings)
        }
        guard !isDone, deadline < happenings.end else { return nil }
        let before = happenings.all.last { $0.at <= deadline }
        return MissOutcome(at: deadline, evidence: [before?.sequence ?? 1])
    }
}

/// That something was missed, and when.
public struct MissOutcome: Hashable, Sendable {
    /// When it happened, or when it was left undone for too long.
    public var at: SessionTime
    /// Sequences of the facts that show it.
    public var evidence: [Int]

    /// Makes an outcome.
    public init(at: SessionTime, evidence: [Int]) {
        self.at = at
        self.evidence = evidence
    }
}
