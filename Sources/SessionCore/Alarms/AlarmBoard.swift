/// The alarms of a session. A condition is true or not; an occurrence lasts from raised to cleared; a signal is what is
/// drawn and rung now. The board is told of conditions and of what people did, and answers with what changed. Mapping
/// of levels to priorities, latching and escalation are Ebbtide defaults, unpublished, after the structure of
/// IEC 60601-1-8.
///
///     (nothing) ──condition true──▶ announced ──acknowledged──▶ acknowledged
///         ▲                         │  │   ▲                      │   │
///         │                         │  │   └─ worse level, higher priority, or too long without a newer reading
///         │   condition over, low   │  │                              │
///         ├─────────────────────────┘  └─ condition over,             │ condition over
///         │                               medium or high ─▶ latched   │
///         └─────────────────────────────── acknowledged ◀──────┘──────┘
public struct AlarmBoard: Hashable, Sendable {
    /// The numbers that the board runs by.
    public let rules: AlarmRules
    /// The open emergency with its stamps; `nil` when there is none.
    public internal(set) var emergency: EmergencyPicture?
    var occurrences: [AlarmKey: AlarmOccurrence] = [:]
    /// Until when a condition is switched off, whether it stands at the moment or not.
    var offUntil: [AlarmKey: SessionTime] = [:]

    /// An empty board.
    public init(rules: AlarmRules) { self.rules = rules }

    /// Whether it changes anything here that a condition is over; mostly nothing stands at all.
    func isConcerned(by key: AlarmKey) -> Bool { emergency != nil || occurrences[key] != nil }

    /// A watch stands where it is told, or is over (`nil`). `reading` says in words what was measured last
    /// (`BP 186/112`) and how bad that was; `nil` when time alone moved the watch.
    public mutating func conditionChanged(
        _ key: AlarmKey, to condition: WatchCondition?, reading: (words: String, level: Level)? = nil,
        at time: SessionTime
    ) -> [AlarmChange] {
        let wasCrisis = occurrences[key]?.cause?.confirmedLevel == .crisis
        var changes = update(key, to: condition.map(AlarmCause.watch), subject: reading?.words, at: time)
        note(reading, of: key)
        if condition?.confirmedLevel == .crisis, !wasCrisis || reading?.level == .crisis {
            changes += emergencyFound(trigger: occurrences[key]?.subject ?? "", at: time)
        }
        return changes + emergencyReviewed()
    }

    /// A red-flag symptom was reported: high by itself until it is resolved. `item` tells it from the others.
    public mutating func symptomReported(
        item: String, title: String, at time: SessionTime
    ) -> [AlarmChange] {
        update(AlarmKey(.symptom, item: item), to: .symptom, subject: title, at: time)
            + emergencyFound(trigger: title, at: time)
    }

    /// A red-flag symptom is gone.
    public mutating func symptomResolved(item: String, at time: SessionTime) -> [AlarmChange] {
        update(AlarmKey(.symptom, item: item), to: nil, subject: nil, at: time)
            + emergencyReviewed()
    }

    /// A checkpoint changed its state: late is low, a missed mandatory one is medium, anything else is no alarm.
    /// Nothing is, while emergency help is called.
    public mutating func checkpointChanged(
        _ name: String, to state: CheckpointState, isMandatory: Bool, at time: SessionTime
    ) -> [AlarmChange] {
        let cause: AlarmCause? =
            switch state {
            case .late: isHelpCalled ? nil : .checkpoint(isMissed: false)
            case .missed: isMandatory && !isHelpCalled ? .checkpoint(isMissed: true) : nil
            case .planned, .due, .done, .couldNotDo: nil
            }
        return update(
            AlarmKey(.checkpoint, item: name), to: cause, subject: "checkpoint \(name)", at: time)
    }

    /// Open occurrences, worst first: by priority, then the patient's before a checkpoint's, then those that nobody has
    /// acknowledged, then by level, then the oldest. `drug` is how far its administration is: it decides what is to be done next.
    public func open(drug: AdministrationPicture.Stage = .running) -> [AlarmPicture] {
        let scene = AlarmScene(drug: drug, emergency: emergency)
        return occurrences.values.map { $0.picture(in: scene) }.sorted { left, right in
            if left.priority != right.priority { return left.priority > right.priority }
            let (leftIsPlan, rightIsPlan) = (
                left.key.parameter == .checkpoint, right.key.parameter == .checkpoint
            )
            if leftIsPlan != rightIsPlan { return rightIsPlan }
            let leftSeen = left.acknowledgedBy != nil || left.switchedOffUntil != nil
            let rightSeen = right.acknowledgedBy != nil || right.switchedOffUntil != nil
            if leftSeen != rightSeen { return rightSeen }
            if left.level != right.level { return left.level > right.level }
            if left.raised != right.raised { return left.raised < right.raised }
            return left.key.sortName < right.key.sortName
        }
    }
}

// MARK: - One occurrence

extension AlarmBoard {
    /// Moves one occurrence to what its condition is now.
    mutating func update(
        _ key: AlarmKey, to cause: AlarmCause?, subject: String?, at time: SessionTime
    ) -> [AlarmChange] {
        switch (occurrences[key], cause) {
        case (nil, nil): []
        case (nil, let cause?): raise(key, cause, subject: subject ?? "", over: nil, at: time)
        case (let old?, let cause?) where old.cause == nil:
            raise(key, cause, subject: subject ?? old.subject, over: old, at: time)
        case (let old?, let cause?): move(old, to: cause, at: time)
        case (let old?, nil): old.cause == nil ? [] : end(old)
        }
    }

    /// A condition that returns is a new occurrence, yet a priority that nobody acknowledged stays.
    private mutating func raise(
        _ key: AlarmKey, _ cause: AlarmCause, subject: String, over old: AlarmOccurrence?,
        at time: SessionTime
    ) -> [AlarmChange] {
        var new = AlarmOccurrence(
            key: key, cause: cause, raised: time, signal: .announced(since: time, isFullBar: false),
            worst: max(cause.level, old?.worst ?? cause.level), latched: old?.latched, subject: subject)
        if let old { new.signal = old.signal }
        new.wasConfirmed = (cause.confirmedLevel ?? .normal) >= .high
        var changes: [AlarmChange] = []
        if cause.level <= .watch {
            new.offUntil = offUntil[key]
        } else if offUntil.removeValue(forKey: key) != nil {
            changes.append(new.change(.switchedOn))
        }
        new.latch()
        occurrences[key] = new
        changes.append(new.change(.raised))
        if let confirmed = cause.confirmedLevel, cause.watch != nil {
            changes.append(new.change(.confirmed, level: confirmed))
        }
        return changes
    }

    private mutating func move(
        _ old: AlarmOccurrence, to cause: AlarmCause, at time: SessionTime
    ) -> [AlarmChange] {
        var new = old
        new.cause = cause
        new.worst = max(old.worst, cause.level)
        new.wasConfirmed = old.wasConfirmed || (cause.confirmedLevel ?? .normal) >= .high
        var changes: [AlarmChange] = []
        if cause.level > .watch, offUntil.removeValue(forKey: old.key) != nil {
            new.offUntil = nil
            changes.append(new.change(.switchedOn))
        }
        if cause.watch?.highSince == nil { new.isNotificationLate = false }
        new.settleSignal(at: time)
        changes += differences(from: old, to: new)
        if changes.contains(where: { $0.what == .escalated }) { new.fillBar(rules, at: time) }
        occurrences[old.key] = new
        return changes
    }

    private func differences(from old: AlarmOccurrence, to new: AlarmOccurrence) -> [AlarmChange] {
        guard let before = old.cause, let now = new.cause else { return [] }
        var changes: [AlarmChange] = []
        let isNewlyConfirmed = (now.confirmedLevel ?? .normal) > (before.confirmedLevel ?? .normal)
        let confirmed = isNewlyConfirmed ? now.confirmedLevel : nil
        if let confirmed, confirmed < now.level { changes.append(new.change(.confirmed, level: confirmed)) }
        if now.level > before.level { changes.append(new.change(.worsened)) }
        if now.level < before.level { changes.append(new.change(.steppedDown)) }
        if let confirmed, confirmed >= now.level { changes.append(new.change(.confirmed, level: confirmed)) }
        if now.watch?.isOverdue == true, before.watch?.isOverdue == false, now.level >= .watch {
            changes.append(new.change(.overdue))
        }
        if now.watch?.isLongOverdue == true, before.watch?.isLongOverdue == false {
            changes.append(new.change(.escalated))
        }
        if case (.checkpoint(false), .checkpoint(true)) = (before, now) {
            changes.append(new.change(.escalated))
        }
        return changes
    }

    private mutating func end(_ old: AlarmOccurrence) -> [AlarmChange] {
        var new = old
        new.cause = nil
        guard !old.signal.isAcknowledged, old.latched != nil else {
            occurrences[old.key] = nil
            return [AlarmChange(key: old.key, what: .cleared, level: .normal, priority: old.priority)]
        }
        occurrences[old.key] = new
        return [new.change(.latched)]
    }

    /// Keeps the words of the reading that raised the level, and a milder one beside them.
    private mutating func note(_ reading: (words: String, level: Level)?, of key: AlarmKey) {
        guard let reading, reading.level != .unknown, var occurrence = occurrences[key] else { return }
        if let level = occurrence.cause?.level, reading.level >= level {
            occurrence.subject = reading.words
            occurrence.subjectLevel = reading.level
            occurrence.milder = nil
        } else if reading.words != occurrence.subject {
            occurrence.milder = reading.words
        }
        occurrences[key] = occurrence
    }
}

extension AlarmOccurrence {
    /// Remembers a priority that nobody has acknowledged: medium and high stay until somebody does, low does not.
    mutating func latch() {
        guard !signal.isAcknowledged, offUntil == nil, let now = conditionPriority, now >= .medium else {
            return
        }
        latched = max(latched ?? now, now)
    }

    /// What was announced so long ago that its new priority fills a bar escalates once, not once more a moment later.
    mutating func fillBar(_ rules: AlarmRules, at time: SessionTime) {
        guard let deadline = fullBarDeadline(rules), deadline <= time, case .announced(let since, _) = signal
        else { return }
        signal = .announced(since: since, isFullBar: true)
    }

    /// A worse level or a higher priority breaks an acknowledgement; a milder one narrows it to what stands now.
    mutating func settleSignal(at time: SessionTime) {
        if case .acknowledged(let by, let at, let level, let priority) = signal, let cause {
            let now = conditionPriority ?? .low
            if cause.level > level || now > priority {
                signal = .announced(since: time, isFullBar: false)
                worst = cause.level
            } else {
                signal = .acknowledged(
                    by: by, at: at, level: min(level, cause.level), priority: min(priority, now))
            }
        }
        latch()
    }
}

extension AlarmKey {
    /// A last tie-break, so that the order never depends on hashing.
    var sortName: String { parameter.rawValue + (direction?.rawValue ?? "") + (item ?? "") }
}
