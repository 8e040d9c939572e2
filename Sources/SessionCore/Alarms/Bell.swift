/// When the bell rings, if it is switched on: in the protocol's bursts while a high alarm is unacknowledged, and for a
/// medium one that is confirmed or overdue; never for a low one.
public enum Bell {
    /// The pattern that the open alarms ask for; `nil` for silence.
    public static func pattern(for alarms: [AlarmPicture], rules: AlarmRules) -> BellPattern? {
        let unseen = alarms.filter { $0.acknowledgedBy == nil && $0.switchedOffUntil == nil }
        if unseen.contains(where: { $0.priority == .high }) { return rules.highBells }
        let isMediumAudible = unseen.contains { alarm in
            alarm.priority == .medium && (alarm.isConfirmed || alarm.isOverdue)
        }
        return isMediumAudible ? rules.mediumBells : nil
    }

    /// How many bells to ring now, given when the last burst rang (`nil` when none has since the silence); 0 for none.
    public static func bellsDue(
        for alarms: [AlarmPicture], rules: AlarmRules, lastBurst: SessionTime?, at time: SessionTime
    ) -> Int {
        guard let pattern = pattern(for: alarms, rules: rules) else { return 0 }
        guard let lastBurst else { return pattern.count }
        return time - lastBurst >= .seconds(pattern.everySeconds) ? pattern.count : 0
    }
}
