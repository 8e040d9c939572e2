import SessionCore
import Simulation

/// A message that an instructor sent, as it stands in the inbox.
public struct SentMessage: Hashable, Sendable {
    /// What was sent; its number is the inbox's.
    public var message: InstructorMessage
    /// When, by the wall clock.
    public var sent: WallTime

    /// Makes a sent message.
    public init(_ message: InstructorMessage, sent: WallTime) {
        self.message = message
        self.sent = sent
    }
}

/// A running exercise as a second console reads it: nothing of it is written there but messages to its inbox.
public struct WatchedExercise: Sendable {
    /// The exercise as it is kept.
    public let attempt: KeptAttempt
    /// The fold of its facts.
    public let session: Session
    /// How its clock stood when it was touched last; `nil` when the trainee's console has not said so.
    public var clock: ExerciseClock?
    /// Whether the trainee's console runs.
    public var isTended: Bool
    /// Everything that was sent, in order.
    public var sent: [SentMessage]

    /// Makes a watched exercise from its parts.
    ///
    /// - Throws: a ``Refusal`` for the first fact that cannot stand.
    public init(
        _ attempt: KeptAttempt, clock: ExerciseClock?, isTended: Bool, sent: [SentMessage]
    ) throws(Refusal) {
        self.attempt = attempt
        session = try attempt.session()
        self.clock = clock
        self.isTended = isTended
        self.sent = sent
    }

    /// What is played.
    var scenario: Scenario { attempt.plan.scenario }

    /// Where the exercise stands at an instant of the machine: never before the last thing that is kept of it, and where
    /// its clock stood last when nobody runs it.
    func now(_ moment: Moment) -> SessionTime {
        let steps = attempt.log.steps
        let last = max(
            steps.last?.at ?? .zero,
            attempt.facts.last?.elapsed ?? .zero)
        guard let clock, isTended, steps.last?.step != .ended else { return last }
        return max(last, clock.now(moment))
    }

    /// The exercise as it stands at a point of its time line: the same patient as the trainee's, played from what came.
    func exercise(at time: SessionTime) -> Exercise {
        Exercise.replayed(
            scenario, careProtocol: attempt.plan.careProtocol, facts: attempt.facts, log: attempt.log,
            until: time)
    }

    /// A point of the exercise's time line as the session's own clock shows it.
    func moment(at time: SessionTime) -> Moment {
        let opening = attempt.facts.first
        var offset = 0
        if case .sessionOpened(let opened) = opening?.body { offset = opened.utcOffsetMinutes }
        let wall = opening?.measured ?? WallTime(milliseconds: 0)
        return Moment(
            wall: wall.advanced(byMilliseconds: time.milliseconds),
            boot: attempt.facts.last?.boot.map { BootReading(id: $0.id, milliseconds: time.milliseconds) },
            utcOffsetMinutes: offset)
    }
}
