import SessionCore

/// Something that is heard or seen in the simulated room.
public struct Utterance: Hashable, Codable, Sendable {
    /// When, on the session's own time line.
    public var at: SessionTime
    /// Whose voice it is.
    public var speaker: Speaker
    /// The words, or what is seen.
    public var text: String

    /// Makes an utterance.
    public init(at: SessionTime, speaker: Speaker, text: String) {
        self.at = at
        self.speaker = speaker
        self.text = text
    }
}
