// The emergency card: opened by a confirmed level 3 or a red-flag symptom, stamped with one key each, called out again
// while nobody arrives (Ebbtide default, unpublished).

extension AlarmBoard {
    private static let emergencyKey = AlarmKey(.emergency)

    /// The prescriber stands at the bedside, and so knows.
    public mutating func prescriberAtBedside(at time: SessionTime) -> [AlarmChange] {
        stamp(\.prescriberAtBedside, at: time)
        return prescriberNotified(at: time)
    }

    /// Emergency help was called.
    public mutating func emergencyCalled(at time: SessionTime) -> [AlarmChange] {
        stamp(\.called, at: time)
        return []
    }

    /// Emergency help arrived; it is no longer called for.
    public mutating func emergencyArrived(at time: SessionTime) -> [AlarmChange] {
        stamp(\.arrived, at: time)
        return withdrawCallOut()
    }

    /// Somebody declared the emergency over. What made it one may still stand as an alarm of its own.
    public mutating func emergencyOver() -> [AlarmChange] {
        guard emergency != nil else { return [] }
        emergency = nil
        occurrences[Self.emergencyKey] = nil
        return [AlarmChange(key: Self.emergencyKey, what: .cleared, level: .normal, priority: .high)]
    }

    /// Whether emergency help was called and the emergency is not over: until then no checkpoint is asked for.
    var isHelpCalled: Bool { emergency?.called != nil }

    /// The first time at which something was done counts.
    mutating func stamp(_ what: WritableKeyPath<EmergencyPicture, SessionTime?>, at time: SessionTime) {
        guard var stamped = emergency, stamped[keyPath: what] == nil else { return }
        stamped[keyPath: what] = time
        emergency = stamped
    }

    /// When nobody has arrived for so long that help is called for again.
    var emergencyDeadline: SessionTime? {
        guard let emergency, emergency.arrived == nil, occurrences[Self.emergencyKey] == nil else {
            return nil
        }
        return emergency.since + .seconds(rules.emergencyRepeatSeconds)
    }

    /// Something was found that is an emergency; one that is open already stays as it is.
    mutating func emergencyFound(trigger: String, at time: SessionTime) -> [AlarmChange] {
        guard emergency == nil else { return [] }
        emergency = EmergencyPicture(since: time, trigger: trigger)
        return [AlarmChange(key: Self.emergencyKey, what: .raised, level: .crisis, priority: .high)]
    }

    /// Closes an emergency for which nobody was called once nothing stands behind it any more.
    mutating func emergencyReviewed() -> [AlarmChange] {
        guard let emergency, emergency.called == nil else { return [] }
        let stands = occurrences.contains { key, occurrence in
            key != Self.emergencyKey && occurrence.cause?.confirmedLevel == .crisis
        }
        return stands ? [] : emergencyOver()
    }

    mutating func emergencyCalledOut(at time: SessionTime) -> [AlarmChange] {
        let words = "emergency, nobody has arrived: \(emergency?.trigger ?? "")"
        _ = update(Self.emergencyKey, to: .emergency, subject: words, at: time)
        return [AlarmChange(key: Self.emergencyKey, what: .reannounced, level: .crisis, priority: .high)]
    }

    private mutating func withdrawCallOut() -> [AlarmChange] {
        guard occurrences.removeValue(forKey: Self.emergencyKey) != nil else { return [] }
        return [AlarmChange(key: Self.emergencyKey, what: .steppedDown, level: .crisis, priority: .high)]
    }
}
