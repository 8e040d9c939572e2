extension Course {
    /// From when on effect assessments say something of how the effects subside; `nil` while the drug is being given. After
    /// an injection or a spray that is not before the first checkpoint that asks for them, `firstEffects` after T0: before,
    /// there is nothing to subside yet.
    func effectsCount(from firstEffects: Span?) -> SessionTime? {
        guard let end = administration.end else { return nil }
        guard opened.route != .infusion, let start = administration.start, let firstEffects else {
            return end
        }
        return max(end, start + firstEffects)
    }
}

extension ScheduleRules {
    /// From T0 to the opening of the first window in which effects are asked for; `nil` where none is counted from T0.
    var firstEffects: Span? {
        let fromStart = standard.filter { ($0.from ?? .start) == .start }.map { entry in
            PlannedTime(
                name: "", due: SessionTime(minutes: Int64(entry.at)), effects: entry.effects ?? false,
                window: entry.window)
        }
        let stretches = Stretch.all(of: fromStart.sorted { $0.due < $1.due }, start: .zero, windows: windows)
        return stretches.first(where: \.time.effects).map { $0.opens - .zero }
    }
}
