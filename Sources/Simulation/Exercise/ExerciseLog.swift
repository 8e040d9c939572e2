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
    }

    /// A step and when it came.
    public struct TimedStep: Hashable, Codable, Sendable {
        /// On the session's own time line.
        public var at: SessionTime
        /// What came.
        public var step: Step
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
    /// The attempt that this one goes on from; `nil` for one from the beginning.
    public var parent: Parent?
    /// What came from outside, in order.
    public var steps: [TimedStep] = []
    /// What happened in the room: what scoring needs beside the facts.
    public var room: RoomRecord

    /// The comments that an instructor pinned, in order.
    public var comments: [(at: SessionTime, text: String)] {
        steps.compactMap { step in
            guard case .instructor(let message) = step.step, !message.comment.isEmpty else { return nil }
            return (step.at, message.comment)
        }
    }
}
