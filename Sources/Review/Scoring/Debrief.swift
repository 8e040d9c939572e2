import SessionCore

/// What trainee and supervisor talk over after an attempt, or a supervisor reads after a real session: the raw facts first,
/// then the score.
public struct Debrief: Sendable {
    /// The session.
    public var session: SessionID
    /// Real or practised.
    public var mode: SessionMode
    /// When the trainee took over.
    public var tookOver: SessionTime
    /// T0; `nil` before administration.
    public var start: SessionTime?
    /// Up to when the session was looked at.
    public var end: SessionTime
    /// What happened, corrections applied, in order of the measured times.
    public var timeline: Timeline
    /// What was counted.
    public var counts: DebriefCounts
    /// How soon changes were noticed and answered.
    public var responses: [Response]
    /// Alarms that were acknowledged while nothing was done about them.
    public var idleAcknowledgements: [IdleAcknowledgement]
    /// Checkpoints that came late or not at all.
    public var checkpoints: [CheckpointPicture]
    /// When each entry of the trainee, or of a real session, was entered, by its sequence.
    public var entered: [Int: SessionTime]
    /// The score.
    public var score: Score

    /// The moment from which the attempt goes on from an earlier one; `nil` for one from the beginning. What was done or
    /// left undone by then is the earlier attempt's: it stands in the timeline and is not scored here.
    public var goingOnFrom: SessionTime?

    /// Looks back on a session. `room` is what happened in a simulated room beside it, empty for a real session.
    public init(
        session: Session, room: RoomRecord = RoomRecord(), rubric: Rubric, goingOnFrom: SessionTime? = nil
    ) {
        let scorer = Scorer(session: session, room: room, rubric: rubric, goingOnFrom: goingOnFrom)
        self.goingOnFrom = goingOnFrom
        self.session = session.id
        mode = session.mode
        tookOver = room.tookOver
        start = scorer.happenings.start
        end = scorer.happenings.end
        timeline = scorer.picture.timeline
        entered = session.times.mapValues(\.entered).filter { $0.value >= room.tookOver }
        score = scorer.score()
        counts = DebriefCounts(of: scorer)
        responses = Response.all(in: scorer)
        idleAcknowledgements = IdleAcknowledgement.all(in: scorer)
        checkpoints = scorer.picture.checkpoints.filter { checkpoint in
            checkpoint.closes >= room.tookOver
                && ([.late, .missed, .couldNotDo].contains(checkpoint.state) || checkpoint.lateBy != nil)
        }
    }
}

extension Debrief {
    /// Marks what ends before its time: what would have come after that nobody knows, so that it passes nothing.
    public mutating func leftUnfinished(
        _ title: String = "The record ends before the session does: it is judged up to its last entry alone"
    ) {
        guard !score.isEmpty else { return }
        let last = entered.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
        score.criticalMisses.append(
            ScoredMiss(name: "unfinished", title: title, at: end, evidence: [last].compactMap(\.self)))
    }
}

/// What can be counted without judging.
public struct DebriefCounts: Hashable, Codable, Sendable {
    /// Facts that the trainee filed.
    public var facts: Int
    /// Readings.
    public var readings: Int
    /// Corrections.
    public var corrections: Int
    /// Entries filed late.
    public var lateEntries: Int
    /// Alarms raised, checkpoints aside.
    public var alarms: Int
    /// Notes, and notes attached to an alarm or a symptom.
    public var notes: Int
    /// Words in them.
    public var noteWords: Int
    /// Notes that name a number: a pressure, a dose, a time.
    public var notesWithNumbers: Int

    init(of scorer: Scorer) {
        let times = scorer.session.times
        let own = scorer.session.facts.filter {
            (times[$0.sequence]?.entered ?? scorer.room.tookOver) >= scorer.room.tookOver
        }
        let written = own.compactMap { DebriefCounts.words(of: $0.body) }
        facts = own.count
        readings = own.count { if case .reading = $0.body { true } else { false } }
        corrections = own.count { if case .amended = $0.body { true } else { false } }
        lateEntries = own.count { $0.source == .late }
        alarms = scorer.happenings.all.count { $0.what == .concluded(.alarmRaised) }
        notes = written.count
        noteWords = written.reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count }
        notesWithNumbers = written.count { $0.contains(where: \.isNumber) }
    }

    private static func words(of body: FactBody) -> String? {
        let text: String
        switch body {
        case .noteWritten(let note): text = note.text
        case .alarmAcknowledged(let seen): text = seen.note
        case .symptomReported(let report): text = report.note
        default: return nil
        }
        return text.isBlank ? nil : text
    }
}
