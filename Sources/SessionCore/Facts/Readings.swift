/// Values measured or observed at one time, filed together.
public struct Reading: Hashable, Codable, Sendable {
    /// What was measured.
    public var values: VitalSet
    /// Where the cuff sat, when said.
    public var arm: String?

    /// Makes the payload from its parts.
    public init(values: VitalSet, arm: String? = nil) {
        self.values = values
        self.arm = arm
    }
}

/// No pulse or pressure could be obtained: level 3 by itself.
public struct NotObtainable: Hashable, Codable, Sendable {
    /// What was found.
    public var note: String

    /// Makes the payload from its parts.
    public init(note: String = "") {
        self.note = note
    }

    /// Reads the payload; what may be left out takes its default.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        note = try container.decodeIfPresent(String.self, forKey: .note) ?? ""
    }
}

/// A checkpoint ends without a value, for a reason; its level is unknown.
public struct CouldNotMeasure: Hashable, Codable, Sendable {
    /// The checkpoint's name, for example `T0+20`.
    public var checkpoint: String
    /// Why nothing could be measured.
    public var reason: String

    /// Makes the payload from its parts.
    public init(checkpoint: String, reason: String) {
        self.checkpoint = checkpoint
        self.reason = reason
    }
}

/// A value that was questioned is confirmed by typing it again.
public struct ReadingConfirmed: Hashable, Codable, Sendable {
    /// Sequence of the reading.
    public var target: Int

    /// Makes the payload from its parts.
    public init(target: Int) {
        self.target = target
    }
}
