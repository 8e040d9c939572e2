import SessionCore

/// Follows alarms from announcement to acknowledgement.
struct AcknowledgementBook {
    /// One announcement that waits for somebody.
    struct Announcement {
        var since: SessionTime
        var level: Level
        var priority: Priority
        var facts: [Int]
    }

    let source: ReviewSource
    private(set) var items: [ReviewItem] = []
    private var open: [AlarmKey: Announcement] = [:]
    /// What an acknowledgement covers: this level and priority and everything milder.
    private var covered: [AlarmKey: (level: Level, priority: Priority)] = [:]

    init(source: ReviewSource) { self.source = source }

    mutating func take(_ change: AlarmChange, at time: SessionTime, fact: Int?) {
        switch change.what {
        case .acknowledged:
            if let announcement = open[change.key] {
                close(change.key, fact: fact, as: outcome(of: announcement, at: time))
            }
            covered[change.key] = (change.level, change.priority)
        case .switchedOff:
            close(change.key, fact: fact, as: .notApplicable("switched off with a reason"))
            covered[change.key] = (change.level, change.priority)
        case .cleared:
            close(change.key, fact: nil, as: .notApplicable("its condition ended"))
            covered[change.key] = nil
        case .steppedDown:
            if let seen = covered[change.key] {
                covered[change.key] = (min(seen.level, change.level), min(seen.priority, change.priority))
            }
        case .raised, .confirmed, .worsened, .overdue, .escalated, .reannounced, .switchedOn, .latched:
            announce(change, at: time, fact: fact)
        }
    }

    private mutating func announce(_ change: AlarmChange, at time: SessionTime, fact: Int?) {
        if var standing = open[change.key] {
            if change.priority >= .medium, standing.priority < .medium {
                standing.since = time
                standing.facts = fact.map { [$0] } ?? standing.facts
            }
            standing.level = max(standing.level, change.level)
            standing.priority = max(standing.priority, change.priority)
            open[change.key] = standing
            return
        }
        if let seen = covered[change.key], change.what != .reannounced, change.level <= seen.level,
            change.priority <= seen.priority
        {
            return
        }
        covered[change.key] = nil
        open[change.key] = Announcement(
            since: time, level: change.level, priority: change.priority,
            facts: [fact].compactMap(\.self))
    }

    private func outcome(of announcement: Announcement, at time: SessionTime) -> Outcome {
        let passed = time - announcement.since
        guard let limit = limit(announcement.priority) else { return .inTime(passed) }
        return passed <= limit ? .inTime(passed) : .late(passed)
    }

    /// How soon somebody has to acknowledge; `nil` where nobody has to.
    private func limit(_ priority: Priority) -> Span? {
        let rules = source.careProtocol.alarms
        return switch priority {
        case .low: nil
        case .medium: .seconds(rules.unacknowledgedMediumSeconds)
        case .high: .seconds(rules.unacknowledgedHighSeconds)
        }
    }

    private mutating func close(_ key: AlarmKey, fact: Int?, as outcome: Outcome) {
        guard let announcement = open.removeValue(forKey: key) else { return }
        items.append(item(key, announcement, outcome, [fact].compactMap(\.self)))
    }

    private func item(
        _ key: AlarmKey, _ announcement: Announcement, _ outcome: Outcome, _ facts: [Int]
    ) -> ReviewItem {
        ReviewItem(
            kind: .acknowledgement, at: announcement.since, nurse: source.nurse(at: announcement.since),
            title: key.words, level: announcement.level, outcome: outcome, behind: announcement.facts + facts)
    }

    /// What nobody acknowledged by the end.
    mutating func finish() {
        for (key, announcement) in open {
            let outcome: Outcome
            if let limit = limit(announcement.priority) {
                let isOwed = source.end - announcement.since > limit
                let reason = source.isOver ? "the session ended before it was due" : "not due yet"
                outcome = isOwed ? .missed : .notApplicable(reason)
            } else {
                outcome = .notApplicable("low priority asks for no acknowledgement")
            }
            items.append(item(key, announcement, outcome, []))
        }
        open = [:]
        items.sort { ($0.at, $0.title) < ($1.at, $1.title) }
    }
}

extension ReviewSource {
    /// Every alarm change in order.
    var alarmChanges: [(at: SessionTime, fact: Int?, change: AlarmChange)] {
        transitions.compactMap { transition in
            guard case .alarm(let change) = transition.event else { return nil }
            return (transition.at, transition.fact, change)
        }
    }

    /// Announced alarms and when each was acknowledged.
    var acknowledgements: [ReviewItem] {
        var book = AcknowledgementBook(source: self)
        for (at, fact, change) in alarmChanges { book.take(change, at: at, fact: fact) }
        book.finish()
        return book.items
    }
}

extension AlarmKey {
    /// The condition in words: `BP high`, `checkpoint T0+20`.
    var words: String {
        [parameter.title, direction?.rawValue, item].compactMap(\.self).joined(separator: " ")
    }
}
