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
        var question = question
        let counted = question.readings.filter { reading in
            reading.at <= now && question.start.map { reading.at >= $0 } ?? true
        }
        question.readings = Chunked(counted.sorted(by: TimedReading.isEarlier))
        var kept = KeptSchedule()
        kept.update(question, at: now)
        self.init(kept, question: question, at: now)
    }

    /// The kept plan as it stands at `now`.
    init(_ kept: KeptSchedule, question: ScheduleQuestion, at now: SessionTime) {
        checkpoints = [Self.baselineItem(question, at: now)] + kept.pictures(at: now)
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

    /// How the baseline readings stand: done when they make a baseline.
    static func baselineState(_ question: ScheduleQuestion, at now: SessionTime) -> CheckpointState {
        if question.baseline?.isComplete ?? false { return .done }
        if end(ofBaseline: question, at: now) != nil { return .couldNotDo }
        return question.start == nil ? .due : .missed
    }

    private static func end(ofBaseline question: ScheduleQuestion, at now: SessionTime) -> CouldNotDo? {
        question.couldNotDo.first { $0.checkpoint == baselineName && $0.at <= now }
    }

    private static func baselineItem(_ question: ScheduleQuestion, at now: SessionTime) -> CheckpointPicture {
        let due = question.start ?? question.baseline?.measured ?? now
        let missing: [Vital] = Filling.asked(effects: false).filter { question.baseline?.means[$0] == nil }
        let used = question.baseline?.readings ?? []
        let state = baselineState(question, at: now)
        return CheckpointPicture(
            name: baselineName, due: due, opens: due - .minutes(question.baselineMinutes), closes: due,
            missedAt: due, state: state, isMandatory: true, hasEffects: false, missing: missing,
            readings: used, level: question.baselineLevel,
            reason: state == .couldNotDo ? end(ofBaseline: question, at: now)?.reason : nil)
    }
}
