/// The next reading of a watch: when it is due and how far it is overdue.
struct Recheck: Hashable {
    /// When the reading was taken that it is counted from.
    var since: SessionTime
    /// When it is due.
    var due: SessionTime
    /// When it becomes overdue.
    var overdueAt: SessionTime
    /// When level 2 has waited for a multiple of its interval; `nil` at the other levels.
    var longOverdueAt: SessionTime?
    /// Whether ``overdueAt`` has passed.
    var isOverdue = false
    /// Whether ``longOverdueAt`` has passed.
    var isLongOverdue = false

    init(after reading: SessionTime, level: Level, isFirstCrisis: Bool, rules: WatchRules) {
        let interval = rules.interval(level, isFirstCrisis: isFirstCrisis)
        since = reading
        due = reading + interval
        overdueAt = due + rules.grace
        longOverdueAt =
            level == .high ? max(reading + interval * Int64(rules.longOverdueFactor), overdueAt) : nil
    }

    /// Marks what has passed by `time`; says what is new, in order.
    mutating func timePassed(to time: SessionTime, level: Level) -> [WatchAction] {
        var actions: [WatchAction] = []
        if !isOverdue, time >= overdueAt {
            isOverdue = true
            actions.append(.overdue(level))
        }
        if let longOverdueAt, !isLongOverdue, time >= longOverdueAt {
            isLongOverdue = true
            actions.append(.longOverdue)
        }
        return actions
    }

    /// When the next mark will be passed; `nil` when none is left.
    var nextDeadline: SessionTime? {
        if !isOverdue { return overdueAt }
        return isLongOverdue ? nil : longOverdueAt
    }
}

/// One reading of this level; the next one confirms it or takes it back.
struct Suspect: Hashable {
    var level: Level
    var recheck: Recheck
    /// Highest systolic pressure since the condition arose.
    var peak: Int?
    /// What stays confirmed underneath; `nil` when nothing was.
    var confirmed: Confirmed?
}

/// Two readings, or one of level 3, back this level.
struct Confirmed: Hashable {
    var level: Level
    var recheck: Recheck
    var peak: Int?
    /// Since when level 2 or worse is confirmed.
    var highSince: SessionTime?
    /// Further level-2 readings in a row that did not fall from the peak.
    var withoutFall = 0
    /// The readings in a row that lay below the level; `nil` when the last one did not.
    var below: BelowRun?
}

/// Readings in a row below the confirmed level.
struct BelowRun: Hashable {
    /// When the first of them was taken.
    var since: SessionTime
    /// The worst level that any of them counts as.
    var worst: Level
}
