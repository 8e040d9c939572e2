import ConsoleUI
import Review
import SessionCore

/// How a session or an exercise was scored, as one line of JSON. Keys that do not apply are left out.
struct ScoreLine: Encodable {
    /// Real or practised.
    var mode: SessionMode
    var session: SessionID
    var scenario: String?
    var version: Int?
    var seed: UInt64?
    var policy: String?
    /// The session and the instant from which the exercise goes on, milliseconds of that session's own time.
    var parent: SessionID?
    var parentFromMs: SessionTime?
    /// `false` also where nothing was called for; `owed` is 0 then.
    var passed: Bool
    var percent: Int
    /// How many actions count: they were called for, and in this attempt.
    var owed: Int
    var starredDone: Int
    var starredOwed: Int
    var reasons: [String]
    /// What happened in the simulated room beside the record.
    var room: RoomRecord?
    var score: Score

    /// The line of a debrief.
    init(_ debrief: Debrief) {
        mode = debrief.mode
        session = debrief.session
        score = debrief.score
        passed = score.isPassed
        percent = score.percent
        owed = score.actions.count(where: \.isOwed)
        starredDone = score.starredDone
        starredOwed = score.starredOwed
        reasons = score.reasons
    }

    /// Adds what is known of an exercise.
    mutating func tell(_ outcome: PracticeOutcome) {
        scenario = outcome.plan.scenario.name
        version = outcome.plan.scenario.version
        seed = outcome.plan.seed
        parent = outcome.log.parent?.session
        parentFromMs = outcome.log.parent?.from
        room = outcome.log.room
    }
}
