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

    /// A fact and what became of it.
    private struct Entry {
        var fact: Fact
        var body: FactBody?
        var at: SessionTime
    }

    /// Corrects the facts of a record, which are numbered from 1 in the order of entry.
    init(_ record: [Fact], clock: ReplayClock) {
        let standing = CorrectedFacts.standing(record, clock: clock)
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

    private static func standing(_ record: [Fact], clock: ReplayClock) -> [Entry] {
        var entries = record.enumerated().map { index, fact in
            // A session begins when it was opened, also when it was typed from paper later.
            let at = index == 0 ? SessionTime(milliseconds: 0) : clock.measuredTime(of: fact)
            return Entry(fact: fact, body: fact.body, at: at)
        }
        for index in entries.indices {
            guard case .amended(let amendment)? = entries[index].body else { continue }
            entries[index].body = nil
            let target = amendment.target - 1
            guard target >= 0, target < index else { continue }
            entries[target].body = amendment.now
            if let measured = amendment.measured, target > 0 {
                entries[target].at = clock.measuredTime(of: entries[target].fact, measured: measured)
            }
        }
        return entries.filter { $0.body != nil }
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
