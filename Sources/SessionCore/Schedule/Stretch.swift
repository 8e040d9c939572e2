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
            stretches.append(Stretch(time: time, opens: opens, closes: closes, missedAt: max(next, closes)))
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

/// Which reading serves which checkpoint.
struct Filling {
    private let stretches: [Stretch]
    private var readings: [[TimedReading]]
    private var ends: [CouldNotDo?]

    init(stretches: [Stretch]) {
        self.stretches = stretches
        readings = stretches.map { _ in [] }
        ends = stretches.map { _ in nil }
    }

    /// The values that a checkpoint asks for, in screen order.
    static func asked(effects: Bool) -> [Vital] {
        [.systolic, .diastolic, .heartRate, .oxygenSaturation, .respiratoryRate, .alertness]
            + (effects ? [.intensity, .distress] : [])
    }

    /// Values accumulate. Where a window of its own reaches into the next one, a reading serves the earlier
    /// checkpoint as long as that has no pressure.
    mutating func fill(with taken: [TimedReading]) {
        for reading in taken.sorted(by: TimedReading.isEarlier) {
            let fitting = stretches.indices.filter { stretches[$0].contains(reading.at) }
            let unanswered = fitting.first { !readings[$0].contains(where: \.answersPressure) }
            if let index = unanswered ?? fitting.last { readings[index].append(reading) }
        }
    }

    /// A reason belongs to the checkpoint that it names; when a pause or a correction has moved the plan since and
    /// the name is gone, to the one in whose time it was filed.
    mutating func end(with reasons: [CouldNotDo]) {
        for reason in reasons {
            let named = stretches.firstIndex { $0.time.name == reason.checkpoint }
            let index = named ?? stretches.firstIndex { $0.contains(reason.at) }
            if let index { ends[index] = reason }
        }
    }

    func pictures(at now: SessionTime) -> [CheckpointPicture] {
        stretches.indices.map { picture($0, at: now) }
    }

    private func picture(_ index: Int, at now: SessionTime) -> CheckpointPicture {
        let stretch = stretches[index]
        let filled = readings[index]
        let answer = filled.first(where: \.answersPressure)
        let state: CheckpointState
        if answer != nil {
            state = .done
        } else if ends[index] != nil {
            state = .couldNotDo
        } else if now >= stretch.missedAt {
            state = .missed
        } else if now > stretch.closes {
            state = .late
        } else {
            state = now >= stretch.opens ? .due : .planned
        }
        return CheckpointPicture(
            name: stretch.time.name, due: stretch.time.due, opens: stretch.opens, closes: stretch.closes,
            missedAt: stretch.missedAt, state: state, isMandatory: stretch.time.mandatory,
            hasEffects: stretch.time.effects, missing: missing(filled, effects: stretch.time.effects),
            readings: filled.map(\.sequence),
            level: answer == nil ? .unknown : filled.map(\.level).max() ?? .unknown,
            lateBy: answer.flatMap { $0.at > stretch.closes ? $0.at - stretch.time.due : nil },
            reason: state == .couldNotDo ? ends[index]?.reason : nil)
    }

    private func missing(_ filled: [TimedReading], effects: Bool) -> [Vital] {
        let isAnswered = filled.contains(where: \.isUnobtainable)
        return Self.asked(effects: effects).filter { vital in
            if isAnswered && (vital == .systolic || vital == .diastolic) { return false }
            return !filled.contains { $0.values[vital] != nil }
        }
    }
}
