// What people do at the board: acknowledge, switch off, tell the prescriber. Each has its refusal, so that a key can be
// answered before a fact is made; a fact that was filed all the same is met without effect.

extension AlarmBoard {
    /// Why an alarm cannot be acknowledged at `level`; `nil` when it can.
    public func refusalToAcknowledge(_ key: AlarmKey, level: Level) -> Refusal? {
        guard let occurrence = occurrences[key] else { return Refusal("no such alarm is open") }
        guard !occurrence.signal.isAcknowledged else { return Refusal("this alarm is acknowledged already") }
        guard level >= occurrence.level else {
            let now = occurrence.level.number ?? 0
            return Refusal("the alarm is at level \(now) now; acknowledge it as it stands")
        }
        return nil
    }

    /// A nurse has seen an alarm at the level that was shown. A level that is worse by now is not covered.
    public mutating func acknowledged(
        _ key: AlarmKey, level: Level, by nurse: String, at time: SessionTime
    ) -> [AlarmChange] {
        guard refusalToAcknowledge(key, level: level) == nil, var occurrence = occurrences[key] else {
            return []
        }
        let seen = occurrence.change(.acknowledged)
        guard occurrence.cause != nil else {
            occurrences[key] = nil
            return [seen, AlarmChange(key: key, what: .cleared, level: .normal, priority: seen.priority)]
        }
        occurrence.latched = nil
        occurrence.worst = occurrence.level
        occurrence.signal = .acknowledged(
            by: nurse, at: time, level: occurrence.level, priority: occurrence.priority)
        occurrences[key] = occurrence
        return [seen]
    }

    /// Why an alarm cannot be switched off; `nil` when it can. Only level 1 can be, for a reason.
    public func refusalToSwitchOff(_ key: AlarmKey, reason: String) -> Refusal? {
        guard let occurrence = occurrences[key], occurrence.cause != nil else {
            return Refusal("no such alarm is open")
        }
        guard occurrence.level == .watch else {
            return Refusal("only a level-1 alarm can be switched off; acknowledge this one")
        }
        guard occurrence.worst == .watch else {
            return Refusal("it was worse and nobody acknowledged that; acknowledge it first")
        }
        guard occurrence.offUntil == nil else { return Refusal("this alarm is switched off already") }
        guard !reason.isBlank else {
            return Refusal("switching an alarm off takes a reason")
        }
        return nil
    }

    /// A level-1 alarm was switched off for the protocol's time. It comes back by itself, or with a worse level.
    public mutating func switchedOff(
        _ key: AlarmKey, reason: String, at time: SessionTime
    ) -> [AlarmChange] {
        guard refusalToSwitchOff(key, reason: reason) == nil, var occurrence = occurrences[key] else {
            return []
        }
        let until = time + .minutes(rules.offMinutes)
        offUntil[key] = until
        occurrence.offUntil = until
        occurrence.latched = nil
        occurrence.signal = .announced(since: time, isFullBar: false)
        occurrences[key] = occurrence
        return [occurrence.change(.switchedOff)]
    }

    /// The prescriber was told, or came: this serves every alarm of level 2 or worse that is open now. One that only rises
    /// to it later is news.
    public mutating func prescriberNotified(at time: SessionTime) -> [AlarmChange] {
        stamp(\.prescriberNotified, at: time)
        for (key, occurrence) in occurrences where occurrence.level >= .high {
            occurrences[key]?.isPrescriberTold = true
            occurrences[key]?.isNotificationLate = false
            occurrences[key]?.settleSignal(at: time)
        }
        return []
    }
}
