import SessionCore

/// How one reading was judged in one parameter.
struct JudgedValue {
    var sequence: Int
    var at: SessionTime
    var level: Level
    var direction: Direction?
    /// The worse of its own level and that of the alarm of the parameter that stood when it had been judged: whatever a
    /// reading says, the alarm that it leaves standing asks for another.
    var owed: Level
}

/// Puts flags and alarms together, in the order in which they were concluded.
private struct JudgedValues {
    private(set) var values: [AlarmParameter: [JudgedValue]] = [:]
    /// The level at which each alarm stands.
    private var standing: [AlarmKey: Level] = [:]

    mutating func take(_ flag: Flag, of sequence: Int, at time: SessionTime) {
        var taken = values[flag.parameter] ?? []
        if let last = taken.last, last.sequence == sequence {
            if flag.level > last.level {
                (taken[taken.count - 1].level, taken[taken.count - 1].direction) = (
                    flag.level, flag.direction
                )
            }
        } else {
            taken.append(
                JudgedValue(
                    sequence: sequence, at: time, level: flag.level, direction: flag.direction,
                    owed: flag.level))
        }
        values[flag.parameter] = taken
        settle(flag.parameter)
    }

    mutating func take(_ change: AlarmChange, fact: Int?) {
        switch change.what {
        case .raised, .confirmed, .worsened, .steppedDown: standing[change.key] = change.level
        case .cleared, .latched: standing[change.key] = nil
        case .overdue, .escalated, .acknowledged, .reannounced, .switchedOff, .switchedOn: return
        }
        if let fact, values[change.key.parameter]?.last?.sequence == fact { settle(change.key.parameter) }
    }

    /// What the last reading of a parameter owes now.
    private mutating func settle(_ parameter: AlarmParameter) {
        guard var last = values[parameter]?.popLast() else { return }
        let alarm = standing.filter { $0.key.parameter == parameter }.values.max() ?? .normal
        last.owed = max(last.level, alarm)
        values[parameter]?.append(last)
    }
}

extension ReviewSource {
    /// The readings of every parameter with their worst level, in order of time. A cuff reading too soon after the one
    /// before and no worse counts as none.
    var judgedValues: [AlarmParameter: [JudgedValue]] {
        var facts: [Int: StandingFact] = [:]
        for fact in standing where fact.isReading { facts[fact.sequence] = fact }
        var judged = JudgedValues()
        for transition in transitions {
            switch transition.event {
            case .alarm(let change): judged.take(change, fact: transition.fact)
            case .flagged(let flag):
                guard let sequence = transition.fact, let fact = facts[sequence] else { continue }
                let last = judged.values[flag.parameter]?.last
                if last?.sequence != sequence,
                    isTooSoon(fact, after: last, level: flag.level, of: flag.parameter, in: facts)
                {
                    continue
                }
                judged.take(flag, of: sequence, at: transition.at)
            default: continue
            }
        }
        return judged.values
    }

    private func isTooSoon(
        _ fact: StandingFact, after last: JudgedValue?, level: Level, of parameter: AlarmParameter,
        in facts: [Int: StandingFact]
    ) -> Bool {
        guard parameter == .pressure, let last, last.level >= .watch, level <= last.level else {
            return false
        }
        let earlier = facts[last.sequence]?.arm
        guard earlier == nil || fact.arm == nil || earlier == fact.arm else { return false }
        return fact.at - last.at < .seconds(careProtocol.recheck.minimumGapSeconds)
    }

    /// Readings that owed another, and when it was taken.
    var rechecks: [ReviewItem] {
        var overdue: [AlarmParameter: [SessionTime]] = [:]
        var asked: [AlarmParameter: [(at: SessionTime, fact: Int)]] = [:]
        for transition in transitions {
            guard case .alarm(let change) = transition.event else { continue }
            let parameter = change.key.parameter
            if change.what == .overdue, overdue[parameter]?.last != transition.at {
                overdue[parameter, default: []].append(transition.at)
            }
            if change.what == .raised || change.what == .worsened, let fact = transition.fact {
                asked[parameter, default: []].append((transition.at, fact))
            }
        }
        var items: [ReviewItem] = []
        let judged = judgedValues
        for (parameter, times) in overdue {
            items += times.compactMap { mark in
                asked[parameter]?.last { $0.at < mark }.flatMap {
                    overdueWithoutReading(parameter, asked: $0, mark: mark, among: judged[parameter] ?? [])
                }
            }
        }
        for (parameter, values) in judged {
            var marks = (overdue[parameter] ?? [])[...]
            for (index, value) in values.enumerated() {
                let next = index + 1 < values.count ? values[index + 1] : nil
                marks = marks.drop { $0 <= value.at }
                guard value.owed >= .watch else { continue }
                // One that was taken in the very instant at which it would have been overdue was in time.
                let isOverdue = marks.first.map { mark in next.map { mark < $0.at } ?? true } ?? false
                items.append(recheck(of: value, parameter, next: next, isOverdue: isOverdue))
            }
        }
        return items.sorted { ($0.at, $0.title) < ($1.at, $1.title) }
    }

    /// A recheck that became overdue although no reading had asked for it: what a symptom made of the last value did.
    private func overdueWithoutReading(
        _ parameter: AlarmParameter, asked: (at: SessionTime, fact: Int), mark: SessionTime,
        among values: [JudgedValue]
    ) -> ReviewItem? {
        if let last = values.last(where: { $0.at < mark }), last.owed >= .watch { return nil }
        let next = values.first { $0.at >= mark }
        if next?.at == mark { return nil }
        return ReviewItem(
            kind: .recheck, at: asked.at, nurse: nurse(at: asked.at), title: parameter.title,
            outcome: next.map { .late($0.at - asked.at) } ?? .missed,
            behind: [asked.fact, next?.sequence].compactMap(\.self))
    }

    private func recheck(
        of value: JudgedValue, _ parameter: AlarmParameter, next: JudgedValue?, isOverdue: Bool
    ) -> ReviewItem {
        let outcome: Outcome
        if let next {
            outcome = isOverdue ? .late(next.at - value.at) : .inTime(next.at - value.at)
        } else if isOverdue {
            outcome = .missed
        } else {
            outcome = .notApplicable(isOver ? "the session ended before it was due" : "not due yet")
        }
        let side = value.direction.map { " \($0.rawValue)" } ?? ""
        return ReviewItem(
            kind: .recheck, at: value.at, nurse: nurse(at: value.at), title: parameter.title + side,
            level: value.owed, outcome: outcome,
            behind: [value.sequence, next?.sequence].compactMap(\.self))
    }
}
