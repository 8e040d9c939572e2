import SessionCore

/// One change that an instructor makes to a running exercise.
public enum InstructorChange: Hashable, Codable, Sendable {
    /// Adds so much to a vital, in its unit, within so many seconds, until the end or until it is taken back by another.
    case move(vital: Vital, by: Double, seconds: Int)
    /// A voice in the room.
    case say(speaker: Speaker, text: String)
    /// An event of the scenario happens now, whatever it waits for: its words, and what waits for it.
    case event(name: String)
    /// One of the scenario's influences on the patient begins now, whatever it waits for.
    case influence(name: String)
    /// What becomes of the pump.
    case pump(PumpMishap)
}

/// What an instructor staged and sent as one: all of it happens at one instant. The comment is pinned to that instant for
/// the debrief; the trainee never sees it.
public struct InstructorMessage: Hashable, Codable, Sendable {
    /// The changes, in order.
    public var changes: [InstructorChange]
    /// What the instructor pinned to the instant; empty for none.
    public var comment: String
    /// Its number in the inbox of its exercise, from 1, by which it is taken once and never again; `nil` for one that did
    /// not come through an inbox.
    public var number: Int?

    /// Makes a message.
    public init(changes: [InstructorChange] = [], comment: String = "", number: Int? = nil) {
        self.changes = changes
        self.comment = comment
        self.number = number
    }
}

extension InstructorMessage {
    /// Whether the instructor speaks as the prescriber, who may order what the script does not.
    var isPrescriberHeard: Bool {
        changes.contains { if case .say(.prescriber, _) = $0 { true } else { false } }
    }
}

extension ExerciseLog {
    /// The number of the last message that was taken from the inbox; 0 before the first.
    public var lastTaken: Int {
        for step in steps.reversed() {
            if case .instructor(let message) = step.step, let number = message.number { return number }
        }
        return 0
    }
}
