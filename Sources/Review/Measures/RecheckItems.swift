import SessionCore

/// How one reading was judged in one parameter.
struct JudgedValue {
    var sequence: Int
    var at: SessionTime
    var level: Level
    var direction: Direction?
}

extension ReviewSource {
    /// The readings of every parameter with their worst level, in order of time. A cuff reading too soon after the one
    /// before and no worse counts as none.
    var judgedValues: [AlarmParameter: [JudgedValue]] {
        var facts: [Int: StandingFact] = [:]
        for fact in standing where fact.isReading { facts[fact.sequence] = fact }
        var result: [AlarmParameter: [JudgedValue]] = [:]
        for transition in transitions {
            guard case .flagged(let flag) = transition.event, let sequence = transition.fact,
                let fact = facts[sequence]
            else { continue }
            var values = result[flag.parameter] ?? []
            if let last = values.last, last.sequence == sequence {
                if flag.level > last.level {
                    values[values.count - 1].level = flag.level
                    values[values.count - 1].direction = flag.direction
                }
            } else if !isTooSoon(fact, after: values.last, level: flag.level, of: flag.parameter, in: facts) {
                values.append(
                    JudgedValue(
                        sequence: sequence, at: transition.at, level: flag.level, direction: flag.direction))
            }
            result[flag.parameter] = values
        }
        return result
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

    /// Readings at level 1 or worse, and when each was measured again.
    var rechecks: [ReviewItem] {
        var overdue: [AlarmParameter: [SessionTime]] = [:]
        for transition in transitions {
            guard case .alarm(let change) = transition.event, change.what == .overdue else { continue }
            overdue[change.key.parameter, default: []].append(transition.at)
        }
        var items: [ReviewItem] = []
        let judged = judgedValues
        for (parameter, times) in overdue {
            items += times.compactMap {
                overdueWithoutReading(parameter, at: $0, among: judged[parameter] ?? [])
            }
        }
        for (parameter, values) in judged {
            var marks = (overdue[parameter] ?? [])[...]
            for (index, value) in values.enumerated() {
                let next = index + 1 < values.count ? values[index + 1] : nil
                marks = marks.drop { $0 <= value.at }
                guard value.level >= .watch else { continue }
                let isOverdue = marks.first.map { mark in next.map { mark <= $0.at } ?? true } ?? false
                items.append(recheck(of: value, parameter, next: next, isOverdue: isOverdue))
            }
        }
        return items.sorted { ($0.at, $0.title) < ($1.at, $1.title) }
    }

    /// A recheck that became overdue although no reading had asked for it: what a symptom made of the last value did.
    private func overdueWithoutReading(
        _ parameter: AlarmParameter, at mark: SessionTime, among values: [JudgedValue]
    ) -> ReviewItem? {
        if let asked = values.last(where: { $0.at <= mark }), asked.level >= .watch { return nil }
        let next = values.first { $0.at > mark }
        return ReviewItem(
            kind: .recheck, at: mark, nurse: nurse(at: mark), title: parameter.title,
            outcome: next.map { .late($0.at - mark) } ?? .missed, behind: [next?.sequence].compactMap(\.self))
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
            level: value.level, outcome: outcome,
            behind: [value.sequence, next?.sequence].compactMap(\.self))
    }
}
