/// Which reading serves which checkpoint.
struct Filling: Sendable {
    private let stretches: [Stretch]
    /// The earliest opening among each stretch and all that follow it.
    private let opensFrom: [SessionTime]
    /// Stretches before this one are over for every reading that is still to come.
    private var firstOpen = 0
    /// The readings of each checkpoint, in order.
    private var readings: [[TimedReading]]
    /// When each checkpoint was first answered for its pressure.
    private var answers: [SessionTime?]
    private var ends: [CouldNotDo?]
    private var hasEnds = false

    init(stretches: [Stretch]) {
        self.stretches = stretches
        var opensFrom = stretches.map(\.opens)
        for index in opensFrom.indices.dropLast().reversed() {
            opensFrom[index] = min(opensFrom[index], opensFrom[index + 1])
        }
        self.opensFrom = opensFrom
        readings = stretches.map { _ in [] }
        answers = stretches.map { _ in nil }
        ends = stretches.map { _ in nil }
    }

    /// The values that a checkpoint asks for, in screen order.
    static func asked(effects: Bool) -> [Vital] { effects ? askedWithEffects : askedAlways }

    private static let askedAlways: [Vital] = [
        .systolic, .diastolic, .heartRate, .oxygenSaturation, .respiratoryRate, .alertness,
    ]
    private static let askedWithEffects = askedAlways + [.intensity, .distress]

    /// Places one reading, which is no earlier than those placed before. Values accumulate. Where a window of its own
    /// reaches into the next one, a reading serves the earlier checkpoint as long as that has no pressure.
    mutating func place(_ reading: TimedReading) {
        while firstOpen < stretches.count, stretches[firstOpen].missedAt <= reading.at { firstOpen += 1 }
        var chosen: Int?
        for index in firstOpen..<stretches.count {
            if opensFrom[index] > reading.at { break }
            guard stretches[index].contains(reading.at) else { continue }
            chosen = index
            if answers[index] == nil { break }
        }
        guard let chosen else { return }
        readings[chosen].append(reading)
        if answers[chosen] == nil, reading.answersPressure { answers[chosen] = reading.at }
    }

    /// A reason belongs to the checkpoint that it names; when a pause or a correction has moved the plan since and
    /// the name is gone, to the one in whose time it was filed. Nothing ends before it is asked for.
    mutating func end(with reasons: [CouldNotDo]) {
        if reasons.isEmpty, !hasEnds { return }
        hasEnds = !reasons.isEmpty
        for index in ends.indices { ends[index] = nil }
        for reason in reasons {
            let named = stretches.firstIndex { $0.time.name == reason.checkpoint }
            let index = named ?? stretches.firstIndex { $0.contains(reason.at) }
            if let index, reason.at >= stretches[index].opens { ends[index] = reason }
        }
    }

    func pictures(at now: SessionTime) -> [CheckpointPicture] {
        stretches.indices.map { picture($0, at: now) }
    }

    /// How each checkpoint stands at `now`.
    func states(at now: SessionTime) -> [CheckpointState] {
        stretches.indices.map { state($0, at: now) }
    }

    /// The first instant after `now` at which a checkpoint changes its state by time alone.
    func nextDeadline(after now: SessionTime) -> SessionTime? {
        var next: SessionTime?
        func consider(_ time: SessionTime) {
            if time > now { next = min(next ?? time, time) }
        }
        for index in stretches.indices where answers[index] == nil && ends[index] == nil {
            consider(stretches[index].opens)
            consider(stretches[index].closes + Schedule.instant)
            consider(stretches[index].missedAt)
        }
        return next
    }

    private func state(_ index: Int, at now: SessionTime) -> CheckpointState {
        if answers[index] != nil { return .done }
        if ends[index] != nil { return .couldNotDo }
        if now >= stretches[index].missedAt { return .missed }
        if now > stretches[index].closes { return .late }
        return now >= stretches[index].opens ? .due : .planned
    }

    private func picture(_ index: Int, at now: SessionTime) -> CheckpointPicture {
        let stretch = stretches[index]
        let filled = readings[index]
        let answer = answers[index]
        let state = state(index, at: now)
        return CheckpointPicture(
            name: stretch.time.name, due: stretch.time.due, opens: stretch.opens, closes: stretch.closes,
            missedAt: stretch.missedAt, state: state, isMandatory: stretch.time.mandatory,
            hasEffects: stretch.time.effects, missing: missing(filled, effects: stretch.time.effects),
            readings: filled.map(\.sequence),
            level: answer == nil ? .unknown : filled.map(\.level).max() ?? .unknown,
            lateBy: answer.flatMap { $0 > stretch.closes ? $0 - stretch.time.due : nil },
            reason: state == .couldNotDo ? ends[index]?.reason : nil)
    }

    private func missing(_ filled: [TimedReading], effects: Bool) -> [Vital] {
        let isAnswered = filled.contains(where: \.isUnobtainable)
        return Self.asked(effects: effects).filter { vital in
            if isAnswered && (vital == .systolic || vital == .diastolic) { return false }
            return !filled.contains { $0.values.has(vital) }
        }
    }
}
