import SessionCore

/// One change that an instructor makes to a running exercise.
public enum InstructorChange: Hashable, Codable, Sendable {
    /// Adds so much to a vital, in its unit, within so many seconds, until the end or until it is taken back by another.
    case move(vital: Vital, by: Double, seconds: Int)
    /// A voice in the room.
    case say(speaker: Speaker, text: String)
    /// An event of the scenario happens now, whatever it waits for.
    case event(name: String)
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

    /// Makes a message.
    public init(changes: [InstructorChange] = [], comment: String = "") {
        self.changes = changes
        self.comment = comment
    }
}
