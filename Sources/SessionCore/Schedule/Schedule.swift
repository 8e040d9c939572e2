/// The checkpoints of a session and how each stands: a pure function of the protocol, of what was given and when, of
/// the readings and of one instant.
///
/// A checkpoint's window follows from the shorter of its two neighbouring intervals and closes when the next one
/// opens. A pressure makes it done, other values accumulate beside it; a pressure after the window fills it late,
/// until the next one opens. One reading serves at most one checkpoint. The table and its windows are Ebbtide
/// defaults, unpublished, after the published practice of every 10 min during and every 15 min after an infusion
/// (Riva-Posse 2018; Yale 2024); the checkpoints at 40 min and before leaving follow the FDA label of Spravato (2019).
public struct Schedule: Sendable {
    /// The name of the item for the baseline readings.
    public static let baselineName = "baseline"

    /// All items in order of their due times, the baseline first.
    public let checkpoints: [CheckpointPicture]

    /// The plan as it stands at `now`. Once the patient has left, ask for the instant at which that was: what was not
    /// due by then stays planned.
    public init(_ question: ScheduleQuestion, at now: SessionTime) {
        guard let start = question.start else {
            checkpoints = [Self.baselineItem(question, start: nil, at: now)]
            return
        }
        let table = TimeTable(question: question, start: start, now: now)
        var times = table.times
        let tableCount = times.count
        if let last = times.last { times += table.continued(after: last, count: tableCount) }
        if let until = question.until {
            times = Array(times[..<tableCount]) + times[tableCount...].filter { $0.due <= until }
        }
        var stretches = Stretch.all(of: times, start: start, windows: question.rules.windows)
        if question.until == nil, stretches.count > tableCount { stretches.removeLast() }
        var filling = Filling(stretches: stretches)
        filling.fill(with: question.readings.filter { $0.at <= now && $0.at >= start })
        filling.end(with: question.couldNotDo.filter { $0.at <= now })
        checkpoints = [Self.baselineItem(question, start: start, at: now)] + filling.pictures(at: now)
    }

    /// The first instant after `now` at which a checkpoint changes its state by time alone.
    public func nextDeadline(after now: SessionTime) -> SessionTime? {
        checkpoints.lazy.filter {
            $0.state != .done && $0.state != .couldNotDo && $0.name != Self.baselineName
        }
        .flatMap { [$0.opens, $0.closes + Self.instant, $0.missedAt] }.filter { $0 > now }.min()
    }

    /// The checkpoint that a reading measured at `time` counts towards; `nil` when it stands between them.
    public func checkpoint(at time: SessionTime) -> CheckpointPicture? {
        checkpoints.last { $0.name != Self.baselineName && $0.opens <= time && time < $0.missedAt }
    }

    /// What is in the window or late or missed although the session cannot be closed without it, in words.
    public func blankMandatory(at now: SessionTime) -> [String] {
        checkpoints.filter { checkpoint in
            guard checkpoint.isMandatory, checkpoint.due <= now else { return false }
            switch checkpoint.state {
            case .done, .couldNotDo: return false
            case .planned, .due, .late, .missed: return true
            }
        }.map(\.name)
    }

    /// A checkpoint is on time up to and including the end of its window; it is late one instant after.
    static let instant = Span(milliseconds: 1)

    private static func baselineItem(
        _ question: ScheduleQuestion, start: SessionTime?, at now: SessionTime
    ) -> CheckpointPicture {
        let due = start ?? question.baseline?.measured ?? now
        let ended = question.couldNotDo.first { $0.checkpoint == baselineName && $0.at <= now }
        let isComplete = question.baseline?.isComplete ?? false
        let missing: [Vital] = Filling.asked(effects: false).filter { question.baseline?.means[$0] == nil }
        let used = question.baseline?.readings ?? []
        let levels = question.readings.filter { used.contains($0.sequence) }.map(\.level)
        let state: CheckpointState =
            isComplete ? .done : ended != nil ? .couldNotDo : start == nil ? .due : .missed
        return CheckpointPicture(
            name: baselineName, due: due, opens: due - .minutes(question.baselineMinutes), closes: due,
            missedAt: due, state: state, isMandatory: true, hasEffects: false, missing: missing,
            readings: used, level: levels.max() ?? .unknown,
            reason: state == .couldNotDo ? ended?.reason : nil)
    }
}
