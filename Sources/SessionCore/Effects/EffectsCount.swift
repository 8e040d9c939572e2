extension Course {
    /// From when on effect assessments say something of how the effects subside; `nil` while the drug is being given. After
    /// an injection or a spray that is not before the first checkpoint that asks for them: before, there is nothing to
    /// subside yet.
    var effectsCount: SessionTime? {
        guard let end = administration.end else { return nil }
        guard opened.route != .infusion, let start = administration.start,
            let first = careProtocol.schedule.firstEffects
        else { return end }
        return max(end, start + first)
    }
}

extension ScheduleRules {
    /// From T0 to the opening of the first window in which effects are asked for; `nil` where none is counted from T0.
    fileprivate var firstEffects: Span? {
        let fromStart = standard.filter { ($0.from ?? .start) == .start }.sorted { $0.at < $1.at }
        guard let place = fromStart.firstIndex(where: { $0.effects == true }) else { return nil }
        let first = fromStart[place]
        let before = first.at - (place > 0 ? fromStart[place - 1].at : 0)
        let after = place + 1 < fromStart.count ? fromStart[place + 1].at - first.at : before
        let window = DueWindow.serving(.minutes(min(before, after)), in: windows)
        return .minutes(first.at - (first.window?.before ?? window.before))
    }
}
