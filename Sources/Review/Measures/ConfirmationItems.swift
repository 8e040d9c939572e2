import SessionCore

/// Follows flags from the reading that raised them to the recheck that backed them or did not.
struct ConfirmationBook {
    /// A flag that waits for its recheck.
    private struct Flagged {
        var level: Level
        var at: SessionTime
        var fact: Int?
    }

    let source: ReviewSource
    private(set) var items: [ReviewItem] = []
    private var waiting: [AlarmKey: [Flagged]] = [:]
    private var confirmed: [AlarmKey: Level] = [:]

    init(source: ReviewSource) { self.source = source }

    mutating func take(_ change: AlarmChange, at time: SessionTime, fact: Int?) {
        guard change.key.parameter.isWatched else { return }
        let key = change.key
        switch change.what {
        case .raised, .worsened:
            waiting[key, default: []].append(Flagged(level: change.level, at: time, fact: fact))
        case .confirmed:
            confirmed[key] = max(confirmed[key] ?? .normal, change.level)
            settle(key, at: time, fact: fact) { flag in
                guard flag.level <= change.level else { return nil }
                return flag.level == .crisis
                    ? .notApplicable("level 3 stands by a single reading") : .confirmed(time - flag.at)
            }
        case .steppedDown:
            settle(key, at: time, fact: fact) { $0.level > change.level ? .notConfirmed(time - $0.at) : nil }
            let stands = min(confirmed[key] ?? .normal, change.level)
            confirmed[key] = stands
            if change.level >= .watch, stands < change.level, waiting[key]?.isEmpty ?? true {
                waiting[key] = [Flagged(level: change.level, at: time, fact: fact)]
            }
        case .cleared, .latched:
            settle(key, at: time, fact: fact) { .notConfirmed(time - $0.at) }
            confirmed[key] = nil
        case .overdue, .escalated, .acknowledged, .reannounced, .switchedOff, .switchedOn: break
        }
    }

    private mutating func settle(
        _ key: AlarmKey, at time: SessionTime, fact: Int?, _ outcome: (Flagged) -> Outcome?
    ) {
        var left: [Flagged] = []
        for flag in waiting[key] ?? [] {
            if let outcome = outcome(flag) {
                append(flag, key, outcome, fact: fact)
            } else {
                left.append(flag)
            }
        }
        waiting[key] = left
    }

    private mutating func append(_ flag: Flagged, _ key: AlarmKey, _ outcome: Outcome, fact: Int?) {
        var behind = [flag.fact].compactMap(\.self)
        if let fact, fact != flag.fact { behind.append(fact) }
        items.append(
            ReviewItem(
                kind: .confirmation, at: flag.at, nurse: source.nurse(at: flag.at), title: key.words,
                level: flag.level, outcome: outcome, behind: behind))
    }

    /// What was never measured again.
    mutating func finish() {
        for (key, flags) in waiting {
            for flag in flags { append(flag, key, .notApplicable("never measured again"), fact: nil) }
        }
        waiting = [:]
        items.sort {
            ($0.at, $0.title, $0.level ?? .normal) < ($1.at, $1.title, $1.level ?? .normal)
        }
    }
}

extension ReviewSource {
    /// Flags and whether a recheck backed them.
    var confirmations: [ReviewItem] {
        var book = ConfirmationBook(source: self)
        for (at, fact, change) in alarmChanges { book.take(change, at: at, fact: fact) }
        book.finish()
        return book.items
    }
}
