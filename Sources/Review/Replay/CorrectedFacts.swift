import SessionCore

/// The facts of a session as they would stand had everything been entered rightly and at once: each with the body and
/// the time that the last correction gave it, without the corrections themselves and without what they struck, in the
/// order in which things happened. They are numbered anew, and what names another fact by its number is told the new
/// one.
struct CorrectedFacts {
    /// The facts, numbered from 1, each with the instant at which it happened.
    private(set) var facts: [(fact: Fact, at: SessionTime)] = []
    /// The number that each had in the record.
    private(set) var numbers: [Int] = []

    /// Takes the facts of a session as they stand.
    init(_ session: Session, clock: ReplayClock) {
        let standing = CorrectedFacts.standing(in: session)
        numbers = standing.map(\.fact.sequence)
        var renumbered: [Int: Int] = [:]
        for (index, entry) in standing.enumerated() { renumbered[entry.fact.sequence] = index + 1 }
        for (index, entry) in standing.enumerated() {
            guard let body = entry.body else { continue }
            let moment = clock.moment(at: entry.at)
            var fact = entry.fact
            fact.sequence = index + 1
            fact.body = body.renumbered(renumbered)
            fact.measured = moment.wall
            fact.entered = moment.wall
            fact.elapsed = entry.at
            fact.boot = moment.boot
            facts.append((fact, entry.at))
        }
    }

    /// What stands, in the order in which it happened. A correction is part of what it corrected.
    private static func standing(in session: Session) -> [StandingEntry] {
        session.standingEntries
            .map { entry in
                guard entry.fact.sequence == 1 else { return entry }
                // A session begins when it was opened, also when it was typed from paper later.
                var opening = entry
                opening.at = .zero
                return opening
            }
            .filter { entry in
                if case .amended? = entry.body { return false }
                return entry.body != nil
            }
            .sorted { ($0.at, $0.fact.sequence) < ($1.at, $1.fact.sequence) }
    }
}

extension FactBody {
    /// The body with the numbers of other facts exchanged for their new ones; a number that is gone becomes 0.
    fileprivate func renumbered(_ numbers: [Int: Int]) -> FactBody {
        switch self {
        case .readingConfirmed(var confirmed):
            confirmed.target = numbers[confirmed.target] ?? 0
            return .readingConfirmed(confirmed)
        case .symptomResolved(var resolved):
            resolved.target = numbers[resolved.target] ?? 0
            return .symptomResolved(resolved)
        case .alarmAcknowledged(var seen):
            seen.alarm = seen.alarm.renumbered(numbers)
            return .alarmAcknowledged(seen)
        case .alarmSwitchedOff(var off):
            off.alarm = off.alarm.renumbered(numbers)
            return .alarmSwitchedOff(off)
        default:
            return self
        }
    }
}

extension AlarmKey {
    /// The alarm of a symptom is named after the fact that reported it.
    func renumbered(_ numbers: [Int: Int]) -> AlarmKey {
        guard parameter == .symptom, let number = item.flatMap({ Int($0) }) else { return self }
        return AlarmKey(parameter, direction, item: String(numbers[number] ?? 0))
    }
}
