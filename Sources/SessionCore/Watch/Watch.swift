/// Watches one side of one parameter: a first abnormal reading is suspected and measured again, a second confirms it,
/// and only readings below it that span some minutes take it back (Ebbtide default, unpublished).
///
///                    level 1-2                     level ≥ n
///     ┌────────┐ ──────────────────▶ ┌────────────┐ ─────────▶ ┌──────────────┐
///     │ normal │                     │ suspect(n) │            │ confirmed(n) │
///     └────────┘ ◀────────────────── └────────────┘            └──────────────┘
///        ▲  │        level 0           │  ▲  │  ▲                │  ▲  │  │
///        │  │                  0 < m < n│  │  └──┘ m > n          │  │  │  └─▶ suspect(m > n) over confirmed(n)
///        │  │                           └──┘  confirms n,         │  └──┘ level ≥ n, hysteresis included
///        │  │                                 suspect(m)          │
///        │  └───────────────── level 3 ──────────────────────────▶│ confirmed(3)
///        └────────────────── below n for some minutes ────────────┘ or confirmed(worse of them)
///
/// From every state one reading of level 3 leads to confirmed(3) at once, and two further level-2 readings that do not
/// fall lead from confirmed(2) to confirmed(3). A suspicion over a confirmed level falls back to that level, never to
/// normal. A reading of unknown level changes nothing: what was not measured is neither better nor worse. A reading
/// that is too soon for the cuff, or older than the last one, can raise the level but neither confirms nor steps down.
/// Time alone only makes a recheck overdue. Acknowledging has no effect here.
public struct Watch: Hashable, Sendable {
    /// The numbers that the watch runs by.
    public let rules: WatchRules
    private var state: State = .normal
    private var last: WatchReading?

    private enum State: Hashable {
        /// Nothing stands.
        case normal
        /// One reading was abnormal.
        case suspect(Suspect)
        /// It was measured again, or was bad enough by itself.
        case confirmed(Confirmed)
    }

    /// A watch to which nothing has happened yet.
    public init(rules: WatchRules) { self.rules = rules }

    /// A reading was taken.
    public mutating func readingTaken(_ reading: WatchReading) -> [WatchAction] {
        guard reading.level != .unknown else { return [] }
        let isTooSoon = isTooSoon(reading.at, arm: reading.arm)
        let isCurrent = !isTooSoon && last.map { reading.at > $0.at } ?? true
        let actions = judged(reading, isCurrent: isCurrent)
        if last.map({ reading.at >= $0.at }) ?? true { last = reading }
        return actions + (isTooSoon ? [.tooSoon] : [])
    }

    /// The last reading was judged anew, because something was reported or measured that joins its rule. It can raise
    /// the level; it is not a second measurement, so it neither confirms nor steps down.
    public mutating func rejudged(_ reading: WatchReading) -> [WatchAction] {
        guard reading.level != .unknown else { return [] }
        return judged(reading, isCurrent: false)
    }

    private mutating func judged(_ reading: WatchReading, isCurrent: Bool) -> [WatchAction] {
        let (next, actions) =
            switch state {
            case .normal: raised(to: reading, over: nil)
            case .suspect(let suspect): suspected(suspect, reading, isCurrent)
            case .confirmed(let confirmed): standing(confirmed, reading, isCurrent)
            }
        state = next
        return actions
    }

    /// Time passed.
    public mutating func timePassed(to time: SessionTime) -> [WatchAction] {
        switch state {
        case .normal: return []
        case .suspect(var suspect):
            let actions = suspect.recheck.timePassed(to: time, level: suspect.level)
            state = .suspect(suspect)
            return actions
        case .confirmed(var confirmed):
            let actions = confirmed.recheck.timePassed(to: time, level: confirmed.level)
            state = .confirmed(confirmed)
            return actions
        }
    }
}

// MARK: - What can be read

extension Watch {
    /// What stands; `nil` while the parameter is normal on this side.
    public var condition: WatchCondition? {
        switch state {
        case .normal: nil
        case .suspect(let suspect):
            WatchCondition(
                level: suspect.level, isConfirmed: false, confirmedLevel: suspect.confirmed?.level,
                recheck: suspect.recheck, highSince: suspect.confirmed?.highSince)
        case .confirmed(let confirmed):
            WatchCondition(
                level: confirmed.level, isConfirmed: true, confirmedLevel: confirmed.level,
                recheck: confirmed.recheck, highSince: confirmed.highSince)
        }
    }

    /// Whether level 2 or worse has been confirmed for so long that it counts as sustained.
    public func isSustained(at time: SessionTime) -> Bool {
        guard let since = condition?.highSince else { return false }
        return time - since >= rules.sustained
    }

    /// The next instant at which time alone changes this watch; `nil` when none does. A deadline that has passed
    /// unmarked is answered as it stands, so that stepping to it catches up.
    public var nextDeadline: SessionTime? {
        switch state {
        case .normal: nil
        case .suspect(let suspect): suspect.recheck.nextDeadline
        case .confirmed(let confirmed): confirmed.recheck.nextDeadline
        }
    }

    /// Whether a recheck would come sooner after the last reading than a cuff needs.
    func isTooSoon(_ time: SessionTime, arm: String? = nil) -> Bool {
        guard condition != nil, let last, last.arm == arm || last.arm == nil || arm == nil else {
            return false
        }
        return time >= last.at && time - last.at < rules.minimumGap
    }
}

// MARK: - Transitions

extension Watch {
    private typealias Step = (State, [WatchAction])

    /// A reading worse than what stands, or the first one at all.
    private func raised(to reading: WatchReading, over confirmed: Confirmed?) -> Step {
        let peak = higher(confirmed?.peak, reading.systolic)
        switch reading.level {
        case .normal, .unknown: return (.normal, [])
        case .watch, .high:
            let recheck = recheck(reading, reading.level)
            return (
                .suspect(
                    Suspect(level: reading.level, recheck: recheck, peak: peak, confirmed: confirmed)),
                [.suspected(reading.level, recheckDue: recheck.due)]
            )
        case .crisis:
            return (
                .confirmed(
                    Confirmed(
                        level: .crisis, recheck: recheck(reading, .crisis, isFirstCrisis: true), peak: peak,
                        highSince: confirmed?.highSince ?? reading.at)),
                [.confirmed(.crisis)]
            )
        }
    }

    private func suspected(_ suspect: Suspect, _ reading: WatchReading, _ isCurrent: Bool) -> Step {
        if reading.level > suspect.level {
            guard isCurrent else { return raised(to: reading, over: suspect.confirmed) }
            let confirmed = confirm(suspect, reading)
            let (next, actions) = raised(to: reading, over: confirmed)
            return (next, [.confirmed(suspect.level)] + actions)
        }
        guard isCurrent else { return (.suspect(suspect), []) }
        if reading.level == suspect.level {
            return (.confirmed(confirm(suspect, reading)), [.confirmed(suspect.level)])
        }
        if let confirmed = suspect.confirmed {
            let (next, actions) = standing(confirmed, reading, isCurrent)
            return (next, [.steppedDown(confirmed.level)] + actions)
        }
        guard reading.level > .unknown else { return (.normal, [.cleared]) }
        let (next, actions) = raised(to: reading, over: nil)
        return (next, [.steppedDown(reading.level)] + actions)
    }

    private func standing(_ confirmed: Confirmed, _ reading: WatchReading, _ isCurrent: Bool) -> Step {
        if reading.level > confirmed.level {
            // A worse reading breaks the row of readings below.
            var interrupted = confirmed
            interrupted.below = nil
            return raised(to: reading, over: interrupted)
        }
        guard isCurrent else { return (.confirmed(confirmed), []) }
        var next = confirmed
        next.recheck = recheck(reading, confirmed.level)
        if reading.heldLevel < confirmed.level { return below(next, reading) }
        next.below = nil
        next.withoutFall = withoutFall(confirmed, reading)
        next.peak = higher(confirmed.peak, reading.systolic)
        guard next.withoutFall >= 2 else { return (.confirmed(next), []) }
        next.level = .crisis
        next.withoutFall = 0
        next.recheck = recheck(reading, .crisis, isFirstCrisis: true)
        return (.confirmed(next), [.didNotFall, .confirmed(.crisis)])
    }

    /// A reading below the confirmed level: once such readings span the step-down time, the worst of them stands.
    private func below(_ confirmed: Confirmed, _ reading: WatchReading) -> Step {
        var next = confirmed
        next.withoutFall = 0
        guard let run = confirmed.below else {
            next.below = BelowRun(since: reading.at, worst: reading.heldLevel)
            return (.confirmed(next), [])
        }
        let worst = max(run.worst, reading.heldLevel)
        next.below = BelowRun(since: run.since, worst: worst)
        guard reading.at - run.since >= rules.stepDown else { return (.confirmed(next), []) }
        guard worst > .unknown else { return (.normal, [.cleared]) }
        let stepped = Confirmed(
            level: worst, recheck: recheck(reading, worst), peak: reading.systolic,
            highSince: worst >= .high ? confirmed.highSince : nil)
        return (.confirmed(stepped), [.steppedDown(worst)])
    }

    private func confirm(_ suspect: Suspect, _ reading: WatchReading) -> Confirmed {
        Confirmed(
            level: suspect.level, recheck: recheck(reading, suspect.level),
            peak: higher(suspect.peak, reading.systolic),
            highSince: suspect.level >= .high ? suspect.confirmed?.highSince ?? reading.at : nil)
    }

    private func withoutFall(_ confirmed: Confirmed, _ reading: WatchReading) -> Int {
        guard let noFall = rules.noFall, confirmed.level == .high else { return 0 }
        if let peak = confirmed.peak, let systolic = reading.systolic, systolic <= peak &- noFall { return 0 }
        return confirmed.withoutFall + (reading.level == .high ? 1 : 0)
    }

    private func recheck(_ reading: WatchReading, _ level: Level, isFirstCrisis: Bool = false) -> Recheck {
        Recheck(after: reading.at, level: level, isFirstCrisis: isFirstCrisis, rules: rules)
    }

    private func higher(_ left: Int?, _ right: Int?) -> Int? {
        guard let left, let right else { return left ?? right }
        return max(left, right)
    }
}

extension WatchCondition {
    fileprivate init(
        level: Level, isConfirmed: Bool, confirmedLevel: Level?, recheck: Recheck, highSince: SessionTime?
    ) {
        self.init(
            level: level, isConfirmed: isConfirmed, confirmedLevel: confirmedLevel,
            lastReading: recheck.since, recheckDue: recheck.due, isOverdue: recheck.isOverdue,
            isLongOverdue: recheck.isLongOverdue, highSince: highSince)
    }
}
