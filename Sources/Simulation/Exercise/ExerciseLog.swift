import SessionCore

/// Everything that is needed besides the facts to tell, score and play an exercise again. To be kept beside the practice
/// session that it belongs to.
public struct ExerciseLog: Hashable, Codable, Sendable {
    /// One thing that came to the exercise from outside, in the order in which it came.
    public enum Step: Hashable, Codable, Sendable {
        /// A fact of the session, by sequence.
        case fact(Int)
        /// Something that the trainee did in the room.
        case deed(RoomDeed)
        /// What an instructor sent.
        case instructor(InstructorMessage)
        /// Simulated time came so far and nothing else happened: from here an exercise is taken up after a crash.
        case reached
        /// The exercise ended.
        case ended
    }

    /// A step and when it came.
    public struct TimedStep: Hashable, Codable, Sendable {
        /// On the session's own time line.
        public var at: SessionTime
        /// What came.
        public var step: Step

        /// Makes a step at a time.
        public init(at: SessionTime, step: Step) {
            self.at = at
            self.step = step
        }
    }

    /// The attempt that this one goes on from.
    public struct Parent: Hashable, Codable, Sendable {
        /// Its session.
        public var session: SessionID
        /// The instant from which it was practised again, on that session's own time line.
        public var from: SessionTime

        /// Makes a parent.
        public init(session: SessionID, from: SessionTime) {
            self.session = session
            self.from = from
        }
    }

    /// The scenario's name.
    public var scenario: String
    /// The scenario's version.
    public var version: Int
    /// The seed.
    public var seed: UInt64
    /// The calendar year of the practice, which turns the scenario's age into a year of birth.
    public var year: Int
    /// The attempt that this one goes on from; `nil` for one from the beginning.
    public var parent: Parent?
    /// What came from outside, in order.
    public var steps: [TimedStep] = []
    /// What happened in the room: what scoring needs beside the facts.
    public var room: RoomRecord

    /// Makes a log as it was kept; the room follows when the exercise is played again.
    public init(
        scenario: String, version: Int, seed: UInt64, year: Int, parent: Parent? = nil,
        steps: [TimedStep] = [], room: RoomRecord = RoomRecord()
    ) {
        self.scenario = scenario
        self.version = version
        self.seed = seed
        self.year = year
        self.parent = parent
        self.steps = steps
        self.room = room
    }

    /// The log of a new exercise that goes on from an instant of this one, which belongs to `session`: what had come by
    /// then, its first `facts` facts among it.
    public func goingOn(from instant: SessionTime, of session: SessionID, facts: Int) -> ExerciseLog {
        var kept = steps.filter { timed in
            switch timed.step {
            case .fact(let sequence): sequence <= facts
            case .deed, .instructor: timed.at <= instant
            case .reached, .ended: false
            }
        }
        for index in kept.indices {
            // A fact reaches the patient a moment after it was entered.
            kept[index].at = min(kept[index].at, instant)
            // The new exercise has an inbox of its own, whose numbers begin anew.
            if case .instructor(var message) = kept[index].step {
                message.number = nil
                kept[index].step = .instructor(message)
            }
        }
        kept.append(TimedStep(at: instant, step: .reached))
        return ExerciseLog(
            scenario: scenario, version: version, seed: seed, year: year,
            parent: Parent(session: session, from: instant), steps: kept)
    }

    /// The comments that an instructor pinned, in order.
    public var comments: [(at: SessionTime, text: String)] {
        messages.filter { !$0.message.comment.isEmpty }.map { ($0.at, $0.message.comment) }
    }

    /// The steps that an instructor sent, in order, as another exercise with another inbox takes them.
    public var sent: [TimedStep] {
        messages.map { sent in
            var message = sent.message
            message.number = nil
            return TimedStep(at: sent.at, step: .instructor(message))
        }
    }

    /// What an instructor sent, in order, each at the instant at which it was taken.
    public var messages: [(at: SessionTime, message: InstructorMessage)] {
        steps.compactMap { step in
            guard case .instructor(let message) = step.step else { return nil }
            return (step.at, message)
        }
    }
}
