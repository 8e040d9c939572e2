/// What makes an alarm's condition true.
enum AlarmCause: Hashable {
    /// A watch stands above normal.
    case watch(WatchCondition)
    /// A red-flag symptom stands.
    case symptom
    /// A checkpoint is late, or was missed although it is mandatory.
    case checkpoint(isMissed: Bool)
    /// An emergency is open and nobody has arrived.
    case emergency

    /// The level of the condition; a checkpoint without a value is unknown.
    var level: Level {
        switch self {
        case .watch(let condition): condition.level
        case .symptom, .emergency: .crisis
        case .checkpoint: .unknown
        }
    }

    /// The worst level that is confirmed; `nil` while none is.
    var confirmedLevel: Level? {
        switch self {
        case .watch(let condition): condition.confirmedLevel
        case .symptom, .emergency: .crisis
        case .checkpoint: nil
        }
    }

    /// What the watch says, when it is one.
    var watch: WatchCondition? {
        if case .watch(let condition) = self { condition } else { nil }
    }
}

/// What is drawn and rung for an occurrence.
enum AlarmSignal: Hashable {
    /// Nobody has acknowledged it since this time.
    case announced(since: SessionTime, isFullBar: Bool)
    /// Acknowledged at this time, for this level and priority and everything milder.
    case acknowledged(by: String, at: SessionTime, level: Level, priority: Priority)

    /// Whether it was acknowledged.
    var isAcknowledged: Bool {
        if case .acknowledged = self { true } else { false }
    }
}

/// One occurrence of an alarm, from raised to cleared.
struct AlarmOccurrence: Hashable {
    let key: AlarmKey
    /// What makes it true; `nil` when the condition is over and the signal is latched.
    var cause: AlarmCause?
    var raised: SessionTime
    var signal: AlarmSignal
    /// The worst level since it was last acknowledged.
    var worst: Level
    /// The highest priority since it was last acknowledged, which stays until it is.
    var latched: Priority?
    /// Whether level 2 or worse was ever confirmed.
    var wasConfirmed = false
    /// Whether the prescriber was told since it was raised.
    var isPrescriberTold = false
    /// Whether the prescriber was not told in time.
    var isNotificationLate = false
    /// Until when it is switched off.
    var offUntil: SessionTime?
    /// The reading that it is about: `BP 186/112`.
    var subject: String
    /// How bad that was by itself; `nil` where it is no reading.
    var subjectLevel: Level?
    /// A later reading that is milder than what stands.
    var milder: String?

    /// The level that stands, or the worst there was.
    var level: Level { cause?.level ?? worst }

    /// The priority that the condition has by itself; `nil` when it is over.
    var conditionPriority: Priority? {
        switch cause {
        case nil: nil
        case .symptom, .emergency: .high
        case .checkpoint(let isMissed): isMissed ? .medium : .low
        case .watch(let condition):
            switch condition.level {
            case .crisis: .high
            case .high: condition.isLongOverdue || isNotificationLate ? .high : .medium
            case .watch, .unknown, .normal:
                condition.isOverdue && offUntil == nil ? .medium : .low
            }
        }
    }

    /// The priority now: the condition's, or a higher one that nobody has acknowledged yet.
    var priority: Priority { max(conditionPriority ?? .low, latched ?? .low) }

    /// A change of this occurrence.
    func change(_ what: AlarmChange.What, level: Level? = nil) -> AlarmChange {
        AlarmChange(key: key, what: what, level: level ?? self.level, priority: priority)
    }
}

// MARK: - Deadlines

extension AlarmOccurrence {
    /// When a confirmed level 2 of which the prescriber was not told becomes high; `nil` when that cannot happen.
    func notificationDeadline(_ rules: AlarmRules) -> SessionTime? {
        isNotificationLate ? nil : notificationDue(rules)
    }

    /// When the prescriber is to be told of a confirmed level 2 at the latest; `nil` once that was done, or is not owed.
    func notificationDue(_ rules: AlarmRules) -> SessionTime? {
        guard !isPrescriberTold, let since = cause?.watch?.highSince else { return nil }
        return since + .seconds(rules.notifyWithinSeconds)
    }

    /// When it grows to a full bar; `nil` when it is acknowledged, switched off, low, or full already.
    func fullBarDeadline(_ rules: AlarmRules) -> SessionTime? {
        guard case .announced(let since, false) = signal, offUntil == nil else { return nil }
        switch priority {
        case .low: return nil
        case .medium: return since + .seconds(rules.unacknowledgedMediumSeconds)
        case .high: return since + .seconds(rules.unacknowledgedHighSeconds)
        }
    }

    /// When an acknowledgement lapses for want of a newer reading, or an emergency is called out again.
    func reminderDeadline(_ rules: AlarmRules) -> SessionTime? {
        guard case .acknowledged(_, let at, _, _) = signal, offUntil == nil else { return nil }
        switch cause {
        case .watch(let condition):
            return max(at, condition.lastReading) + .seconds(rules.acknowledgedReminderSeconds)
        case .symptom: return at + .seconds(rules.acknowledgedReminderSeconds)
        case .emergency: return at + .seconds(rules.emergencyRepeatSeconds)
        case .checkpoint, nil: return nil
        }
    }
}

// MARK: - Picture

extension AlarmOccurrence {
    /// The occurrence as a screen shows it.
    func picture(in scene: AlarmScene) -> AlarmPicture {
        var acknowledgedBy: String?
        var isFullBar = false
        switch signal {
        case .acknowledged(let by, _, _, _): acknowledgedBy = by
        case .announced(_, let full): isFullBar = full
        }
        return AlarmPicture(
            key: key, level: level, priority: priority,
            isConfirmed: cause.map { $0.confirmedLevel == $0.level } ?? wasConfirmed, isLatched: cause == nil,
            raised: raised, acknowledgedBy: acknowledgedBy, recheckDue: cause?.watch?.recheckDue,
            isOverdue: isOverdue, isFullBar: isFullBar, switchedOffUntil: offUntil,
            sentence: sentence, nextAction: nextAction(scene))
    }

    private var isOverdue: Bool {
        switch cause {
        case .watch(let condition): condition.isOverdue
        case .checkpoint: true
        case .symptom, .emergency, nil: false
        }
    }

    /// Level 3 stands by a single reading, also by one whose typing is in doubt: it is never called confirmed.
    private func confirmation(of condition: WatchCondition) -> String {
        if condition.level == .crisis { return "" }
        return condition.isConfirmed ? ", confirmed" : ", not yet confirmed"
    }

    private var sentence: String {
        switch cause {
        case nil: subject + levelWords + ", over" + later
        case .watch(let condition): subject + levelWords + confirmation(of: condition) + later
        case .symptom, .emergency: subject
        case .checkpoint(let isMissed): subject + (isMissed ? " missed" : " late")
        }
    }

    /// The level that stands, behind that of the reading where it is another one: readings that do not fall make it worse
    /// than each of them, and milder ones step it down. A checkpoint has none.
    private var levelWords: String {
        guard let number = level.number else { return "" }
        guard let own = subjectLevel?.number, own != number else { return " level \(number)" }
        return " level \(own), stands at level \(number)"
    }

    private var later: String { milder.map { "; now \($0)" } ?? "" }

    private func owesNotice(_ condition: WatchCondition) -> Bool {
        condition.confirmedLevel == .high && !isPrescriberTold
    }

    private func nextAction(_ scene: AlarmScene) -> String {
        switch cause {
        case nil: return "acknowledge"
        case .symptom: return crisisAction(scene, callsHelp: true)
        case .emergency:
            return scene.emergency?.called == nil
                ? crisisAction(scene, callsHelp: true) : "call emergency help again"
        case .checkpoint(let isMissed): return isMissed ? "file the values or a reason" : "file the values"
        case .watch(let condition):
            if condition.level == .crisis {
                let action = crisisAction(scene, callsHelp: key == AlarmKey(.pressure, .low))
                return condition.isOverdue ? action + ", measure now" : action
            }
            let measure = condition.isOverdue ? "measure now" : "measure again"
            if key == AlarmKey(.pressure, .low) { return lowAction(condition, scene) + measure }
            guard owesNotice(condition) else { return measure }
            return condition.isOverdue ? "notify prescriber, measure now" : "notify prescriber"
        }
    }

    /// What a low pressure asks for before it is measured again: legs up, and from level 2 on the drug and the prescriber.
    private func lowAction(_ condition: WatchCondition, _ scene: AlarmScene) -> String {
        var steps: [String] = []
        if condition.level == .high {
            if scene.drug == .running { steps.append("pause the drug") }
            if !isPrescriberTold { steps.append("notify prescriber") }
        }
        steps.append("lay flat, legs up")
        return steps.joined(separator: ", ") + ", "
    }

    /// What a level 3 asks for and nobody has filed yet: whoever was given nothing, or nothing any more, needs no pump
    /// stopped, and whoever stands at the bedside is not called there.
    private func crisisAction(_ scene: AlarmScene, callsHelp: Bool) -> String {
        var steps: [String] = []
        switch scene.drug {
        case .notStarted: steps.append("do not start the drug")
        case .running, .paused: steps.append("stop the drug")
        case .ended: break
        }
        if scene.emergency?.prescriberAtBedside == nil { steps.append("prescriber to bedside") }
        if callsHelp, scene.emergency?.called == nil { steps.append("call emergency help") }
        return steps.isEmpty ? "stay with the patient" : steps.joined(separator: ", ")
    }
}

/// What else is known while alarms stand, on which it depends what is to be done next.
struct AlarmScene {
    /// How far the drug is.
    var drug: AdministrationPicture.Stage
    /// What was done in the emergency so far; `nil` where there is none.
    var emergency: EmergencyPicture?
}
