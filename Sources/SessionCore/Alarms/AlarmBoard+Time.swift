// What time alone does at the board.

extension AlarmBoard {
    /// The next instant at which time alone changes the board; `nil` when none does. A deadline that has passed is
    /// answered as it stands, so that stepping to it catches up.
    public var nextDeadline: SessionTime? {
        var next = emergencyDeadline
        func consider(_ deadline: SessionTime?) {
            if let deadline { next = min(next ?? deadline, deadline) }
        }
        for occurrence in occurrences.values {
            consider(occurrence.notificationDeadline(rules))
            consider(occurrence.fullBarDeadline(rules))
            consider(occurrence.reminderDeadline(rules))
        }
        for deadline in offUntil.values { consider(deadline) }
        return next
    }

    /// Time passed; says what changed, in order.
    public mutating func timePassed(to time: SessionTime) -> [AlarmChange] {
        var changes: [AlarmChange] = []
        while let deadline = nextDeadline, deadline <= time {
            changes += step(to: deadline)
        }
        return changes
    }

    /// Everything whose deadline is `time` or before it. Each step removes or moves its own deadline, so that the
    /// loop above ends.
    private mutating func step(to time: SessionTime) -> [AlarmChange] {
        var changes: [AlarmChange] = []
        for key in offUntil.filter({ $0.value <= time }).keys.sorted(by: { $0.sortName < $1.sortName }) {
            offUntil[key] = nil
            changes += switchedOnAgain(key, at: time)
        }
        if let emergencyDeadline, emergencyDeadline <= time { changes += emergencyCalledOut(at: time) }
        for key in occurrences.keys.sorted(by: { $0.sortName < $1.sortName }) {
            changes += step(key, to: time)
        }
        return changes
    }

    private mutating func step(_ key: AlarmKey, to time: SessionTime) -> [AlarmChange] {
        guard var occurrence = occurrences[key] else { return [] }
        var changes: [AlarmChange] = []
        if let deadline = occurrence.notificationDeadline(rules), deadline <= time {
            let before = occurrence.priority
            occurrence.isNotificationLate = true
            occurrence.settleSignal(at: time)
            if occurrence.priority > before { changes.append(occurrence.change(.escalated)) }
        }
        if let deadline = occurrence.reminderDeadline(rules), deadline <= time {
            occurrence.signal = .announced(since: time, isFullBar: false)
            occurrence.worst = occurrence.level
            occurrence.latch()
            changes.append(occurrence.change(.reannounced))
        }
        if let deadline = occurrence.fullBarDeadline(rules), deadline <= time {
            occurrence.fillBar(rules, at: time)
            if !changes.contains(where: { $0.what == .escalated }) {
                changes.append(occurrence.change(.escalated))
            }
        }
        occurrences[key] = occurrence
        return changes
    }

    private mutating func switchedOnAgain(_ key: AlarmKey, at time: SessionTime) -> [AlarmChange] {
        guard var occurrence = occurrences[key] else { return [] }
        occurrence.offUntil = nil
        occurrence.signal = .announced(since: time, isFullBar: false)
        occurrence.latch()
        occurrences[key] = occurrence
        return [occurrence.change(.switchedOn)]
    }
}
