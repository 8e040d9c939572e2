import SessionCore

/// What an exercise began with, as it is kept beside the practice session that was opened for it. With the steps and the
/// facts it is all that is needed to play the exercise again, whatever becomes of the scenario's file.
public struct KeptExercise: Hashable, Sendable {
    /// The exercise from which this one goes on.
    public struct Parent: Hashable, Sendable {
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

    /// The practice session that was opened for it.
    public var session: SessionID
    /// When it was begun, by the machine's clock.
    public var began: WallTime
    /// The scenario's name.
    public var scenario: String
    /// The scenario's version.
    public var version: Int
    /// The whole scenario, as the program writes it, so that a later edit of its file changes no exercise. The care
    /// protocol is not here: the session's first fact has it whole.
    public var text: String
    /// The seed of the simulated patient.
    public var seed: UInt64
    /// The calendar year of the practice, which turns the scenario's age into a year of birth.
    public var year: Int
    /// The exercise from which this one goes on; `nil` for one from the beginning.
    public var parent: Parent?

    /// Makes an exercise from its parts.
    public init(
        session: SessionID, began: WallTime, scenario: String, version: Int, text: String, seed: UInt64,
        year: Int, parent: Parent? = nil
    ) {
        self.session = session
        self.began = began
        self.scenario = scenario
        self.version = version
        self.text = text
        self.seed = seed
        self.year = year
        self.parent = parent
    }
}

/// One thing that came to an exercise from outside, as it is kept.
public struct KeptStep: Hashable, Sendable {
    /// What sort of thing.
    public enum Kind: String, Sendable, CaseIterable {
        /// A fact of the session; the text is its sequence. What it says stands among the facts.
        case fact
        /// Something that was done in the room; the text names it.
        case deed
        /// What an instructor sent, as the program writes it.
        case instructor
        /// Simulated time came so far and nothing else happened; the text is empty.
        case reached
        /// The exercise ended; the text is empty. The session counts as over from then on.
        case ended
    }

    /// Its number in the exercise, from 1.
    public var number: Int
    /// When it came, on the session's own time line.
    public var at: SessionTime
    /// What sort of thing it is.
    public var kind: Kind
    /// What came; see the kinds.
    public var text: String

    /// Makes a step from its parts.
    public init(number: Int, at: SessionTime, kind: Kind, text: String) {
        self.number = number
        self.at = at
        self.kind = kind
        self.text = text
    }
}

/// Steps of one exercise that are kept together, all or none.
public struct StepBatch: Sendable {
    /// The right to write to the session.
    public var lock: SessionLock
    /// The steps; they continue the exercise's numbering. One that is kept already changes nothing.
    public var steps: [KeptStep]

    /// Makes a batch.
    public init(_ steps: [KeptStep], under lock: SessionLock) {
        self.steps = steps
        self.lock = lock
    }
}

/// An exercise in a list.
public struct ExerciseSummary: Hashable, Sendable {
    /// What it began with.
    public var exercise: KeptExercise
    /// Whether it has ended.
    public var isOver: Bool
    /// When its last step came, on the session's own time line; `nil` before the first.
    public var reached: SessionTime?
}
