/// The time of a checkpoint: from the opening of its window until it is missed.
struct Stretch: Hashable {
    var time: PlannedTime
    var opens: SessionTime
    var closes: SessionTime
    var missedAt: SessionTime

    /// The stretches of all checkpoints. The shorter neighbouring interval rules a window; a window closes when the
    /// next one opens; the last checkpoint is missed after one interval. One with a window of its own keeps it whole
    /// and is missed when the next one is due.
    static func all(of times: [PlannedTime], start: SessionTime, windows: [DueWindow]) -> [Stretch] {
        var stretches: [Stretch] = []
        for (index, time) in times.enumerated() {
            let before = time.due - (index > 0 ? times[index - 1].due : start)
            let after = index + 1 < times.count ? times[index + 1].due - time.due : before
            let interval = min(before, after)
            let rule = DueWindow.serving(interval, in: windows)
            let opens = time.due - .minutes(time.window?.before ?? rule.before)
            let closes = time.due + .minutes(time.window?.after ?? rule.after)
            let next = index + 1 < times.count ? times[index + 1].due : time.due + interval
            // The last instant of a window still belongs to it.
            let missed = max(next, time.window == nil ? closes : closes + Schedule.instant)
            stretches.append(Stretch(time: time, opens: opens, closes: closes, missedAt: missed))
        }
        for index in stretches.indices.dropLast() where stretches[index].time.window == nil {
            let next = stretches[index + 1].opens
            stretches[index].missedAt = next
            stretches[index].closes = min(stretches[index].closes, next)
        }
        return stretches
    }

    func contains(_ time: SessionTime) -> Bool { opens <= time && time < missedAt }
}
