/// A checkpoint of the plan before its window is known.
struct PlannedTime: Hashable {
    var name: String
    var due: SessionTime
    var effects = false
    var mandatory = false
    var window: CheckpointWindow?
}

/// The due times of a session: the protocol's table laid on T0 and Te.
struct TimeTable {
    let question: ScheduleQuestion
    let start: SessionTime
    let now: SessionTime
    /// The checkpoints of an infusion that runs beyond its planned end, up to the first that is still to come.
    private let overrun: [PlannedTime]

    /// Lays the table as it is at `now` on T0.
    init(question: ScheduleQuestion, start: SessionTime, now: SessionTime) {
        self.question = question
        self.start = start
        self.now = now
        let planned = question.plannedEnd ?? question.usualEnd(from: start) ?? start
        let isOverrunning = question.route == .infusion && question.end == nil && now >= planned
        overrun = isOverrunning ? question.grid(from: start, after: planned, through: now) : []
    }

    /// A plain checkpoint this close to the one at the end of an infusion is the same visit to the patient
    /// (Ebbtide default, unpublished).
    static let sameVisit = Span.minutes(3)
    /// No session needs more; a mistyped time must not fill the memory.
    static let most = 400

    /// All checkpoints after T0 in order, without what follows beyond the table. What an earlier profile asked for by
    /// the time it was given up stays asked; a later one adds nothing to the past.
    var times: [PlannedTime] {
        var all: [PlannedTime] = []
        var from = start
        for earlier in question.earlierProfiles where earlier.until > start {
            var asked = question
            asked.profile = earlier.profile
            asked.earlierProfiles = []
            all += TimeTable(question: asked, start: start, now: now).times
                .filter { $0.due > from && $0.due <= earlier.until }
            from = earlier.until
        }
        all += (question.route == .infusion ? infusionTimes : doseTimes).filter {
            $0.due > from || from == start
        }
        return Array(merged(all).prefix(Self.most))
    }

    /// What follows beyond the table, one more than is shown, so that the last one shown knows its neighbour.
    func continued(after last: PlannedTime, count: Int) -> [PlannedTime] {
        let every = Span.minutes(question.rules.continueEvery)
        guard every > .zero else { return [] }
        var following: [PlannedTime] = []
        var due = last.due + every
        while following.count + count < Self.most, following.last.map({ $0.due <= now + every }) ?? true {
            following.append(PlannedTime(name: name(of: due), due: due))
            due = due + every
        }
        return following
    }

    /// The first instant after `now` at which the table is another by time alone: a supplement comes, the planned end of
    /// an infusion or the next checkpoint beyond it is reached, or what was laid beyond the table no longer reaches far
    /// enough. Nobody need notice it: what comes then becomes due by itself.
    func holdsBefore(following: [PlannedTime]) -> SessionTime? {
        var ends = question.supplements
        if question.route == .infusion, question.end == nil { ends.append(plannedEnd) }
        ends += overrun.suffix(1).map(\.due)
        ends += following.suffix(1).map { $0.due - .minutes(question.rules.continueEvery) }
        return ends.filter { $0 > now }.min()
    }

    /// A name counts from T0, and from Te for what comes after an infusion.
    private func name(of due: SessionTime) -> String {
        if question.route == .infusion, due > afterAnchor {
            return "Te+\((due - afterAnchor).wholeMinutes)"
        }
        return "T0+\((due - start).wholeMinutes)"
    }

    /// In order of the due times; two at the same instant are one with the marks of both.
    private func merged(_ times: [PlannedTime]) -> [PlannedTime] {
        var merged: [PlannedTime] = []
        for time in times.sorted(by: { $0.due < $1.due }) {
            guard let last = merged.last, last.due == time.due else {
                merged.append(time)
                continue
            }
            merged[merged.count - 1].effects = last.effects || time.effects
            merged[merged.count - 1].mandatory = last.mandatory || time.mandatory
            merged[merged.count - 1].window = last.window ?? time.window
        }
        return merged
    }

    private func planned(_ entry: PlannedCheckpoint, at due: SessionTime, named: String? = nil) -> PlannedTime
    {
        PlannedTime(
            name: named ?? name(of: due), due: due, effects: entry.effects ?? false,
            mandatory: entry.mandatory ?? false, window: entry.window)
    }

    private func plain(_ due: SessionTime) -> PlannedTime { PlannedTime(name: name(of: due), due: due) }
}

// MARK: - Injections, devices and sprays

extension TimeTable {
    /// The table counted from T0, and begun anew by every supplemental injection.
    private var doseTimes: [PlannedTime] {
        question.supplements.filter { $0 <= now && $0 > start }.sorted().reduce(table(from: start)) {
            times, restart in
            times.filter { $0.due <= restart } + table(from: restart)
        }
    }

    private func table(from anchor: SessionTime) -> [PlannedTime] {
        let standard = question.rules.standard.map { planned($0, at: anchor + .minutes($0.at)) }
        guard question.profile == .intensive else { return standard }
        let last = standard.map(\.due).max() ?? anchor
        let marked = standard.filter { $0.effects || $0.mandatory }
        let bands = bandTimes(
            from: anchor, after: anchor, through: last,
            boundary: { band in
                band.until.map { anchor + .minutes($0) }
            })
        return bands.map(plain) + marked
    }

    /// The instants of the intensive bands: in each band every multiple of its interval, counted from `anchor`.
    private func bandTimes(
        from anchor: SessionTime, after: SessionTime, through last: SessionTime,
        boundary: (IntervalBand) -> SessionTime?
    ) -> [SessionTime] {
        var times: [SessionTime] = []
        var low = after
        for band in question.rules.intensive where (1...1440).contains(band.every) {
            let high = min(boundary(band) ?? last, last)
            let every = Int64(band.every) &* 60_000
            var multiple = max(1, (low - anchor).milliseconds / every)
            while times.count < Self.most {
                let due = SessionTime(milliseconds: anchor.milliseconds &+ multiple &* every)
                guard due <= high else { break }
                if due > low { times.append(due) }
                multiple &+= 1
            }
            low = max(low, high)
        }
        return times
    }
}

// MARK: - Infusions

extension TimeTable {
    private var usualEnd: SessionTime? { question.usualEnd(from: start) }

    private var plannedEnd: SessionTime { question.plannedEnd ?? usualEnd ?? start }

    /// When the checkpoint at the end is due: at the planned end while the real one lies within its window, so that
    /// half a minute more or less moves nothing; else at the real end.
    private var endDue: SessionTime {
        guard let end = question.end else { return plannedEnd }
        let window = DueWindow.serving(
            .minutes(question.rules.infusionEvery ?? 0), in: question.rules.windows)
        let isNear = end >= plannedEnd - .minutes(window.before) && end <= plannedEnd + .minutes(window.after)
        return isNear ? plannedEnd : end
    }

    /// What the part after the infusion counts from. An infusion that overruns takes it along from checkpoint to
    /// checkpoint, so that nothing of the plan moves while nothing happens.
    private var afterAnchor: SessionTime { question.end ?? overrun.last?.due ?? plannedEnd }

    private func isAtEnd(_ entry: PlannedCheckpoint) -> Bool {
        switch entry.from ?? .start {
        case .start: question.dose.infusionMinutes?.usual == entry.at
        case .end: entry.at == 0
        }
    }

    private var endTime: PlannedTime {
        let entry = question.rules.standard.first(where: isAtEnd)
        let isTable = endDue == usualEnd && entry.map { ($0.from ?? .start) == .start } ?? false
        let name = isTable ? "T0+\((endDue - start).wholeMinutes)" : "Te"
        return PlannedTime(
            name: name, due: endDue, effects: entry?.effects ?? true, mandatory: entry?.mandatory ?? true,
            window: entry?.window)
    }

    private var infusionTimes: [PlannedTime] {
        let during = duringInfusion.filter { time in
            let apart = time.due < endDue ? endDue - time.due : time.due - endDue
            return apart > Self.sameVisit || endDue == usualEnd && question.profile == .standard
        }
        return during + [endTime] + afterInfusion
    }

    /// The table for an infusion of the usual length, else one checkpoint every so many minutes; marks stay where
    /// the table has them.
    private var duringInfusion: [PlannedTime] {
        let entries = question.rules.standard.filter { ($0.from ?? .start) == .start && !isAtEnd($0) }
        let table = entries.map { planned($0, at: start + .minutes($0.at)) }.filter { $0.due < endDue }
        switch question.profile {
        case .intensive:
            let bands = bandTimes(from: start, after: start, through: endDue, boundary: boundary)
            return bands.filter { $0 < endDue }.map(plain) + table.filter { $0.effects || $0.mandatory }
                + overrun
        case .standard where endDue == usualEnd:
            return table + overrun
        case .standard:
            let grid = question.grid(from: start, after: start, through: endDue).filter { $0.due < endDue }
            let marks = Set(grid.map(\.due))
            return grid + table.filter { marks.contains($0.due) || $0.mandatory } + overrun
        }
    }

    private var afterInfusion: [PlannedTime] {
        let anchor = afterAnchor
        let standard = question.rules.standard.filter { $0.from == .end && $0.at > 0 }
            .map { planned($0, at: anchor + .minutes($0.at)) }
        guard question.profile == .intensive else { return standard }
        let last = standard.map(\.due).max() ?? anchor
        let bands = bandTimes(from: anchor, after: anchor, through: last, boundary: boundary)
        return bands.map(plain) + standard.filter { $0.effects || $0.mandatory }
    }

    private func boundary(_ band: IntervalBand) -> SessionTime? {
        band.until.map { ((band.from ?? .start) == .end ? afterAnchor : start) + .minutes($0) }
    }
}

extension ScheduleQuestion {
    /// Where the protocol's usual infusion would end.
    fileprivate func usualEnd(from start: SessionTime) -> SessionTime? {
        dose.infusionMinutes.map { start + .minutes($0.usual) }
    }

    /// Every so many minutes from T0, in the stretch after `low`, up to the first that is later than `high`.
    fileprivate func grid(
        from start: SessionTime, after low: SessionTime, through high: SessionTime
    ) -> [PlannedTime] {
        guard let every = rules.infusionEvery, (1...1440).contains(every) else { return [] }
        let step = Int64(every) &* 60_000
        var multiple = max(1, (low - start).milliseconds / step)
        var times: [PlannedTime] = []
        while times.count < TimeTable.most, times.last.map({ $0.due <= high }) ?? true {
            let due = SessionTime(milliseconds: start.milliseconds &+ multiple &* step)
            if due > low { times.append(PlannedTime(name: "T0+\((due - start).wholeMinutes)", due: due)) }
            multiple &+= 1
        }
        return times
    }
}

extension DueWindow {
    /// The window for an interval: the first that serves it, else the last.
    static func serving(_ interval: Span, in windows: [DueWindow]) -> DueWindow {
        windows.first { interval <= .minutes($0.interval) } ?? windows.last
            ?? DueWindow(interval: 0, before: 0, after: 0)
    }
}
