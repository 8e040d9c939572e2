/// The wall clock stepped against the boot clock.
public struct ClockChanged: Hashable, Codable, Sendable {
    /// How far the wall clock moved beyond the time that passed, ms.
    public var stepMilliseconds: Int64

    /// Makes the payload from its parts.
    public init(stepMilliseconds: Int64) {
        self.stepMilliseconds = stepMilliseconds
    }
}

/// A script set the clock of a practice session.
public struct ClockSet: Hashable, Codable, Sendable {
    /// The time it was set to.
    public var to: WallTime

    /// Makes the payload from its parts.
    public init(to: WallTime) {
        self.to = to
    }
}

/// After a restart of the machine the nurse confirms that the wall clock is right.
public struct TimeConfirmed: Hashable, Codable, Sendable {
    /// Initials.
    public var by: String

    /// Makes the payload from its parts.
    public init(by: String) {
        self.by = by
    }
}

/// A console took the session up again.
public struct ConsoleResumed: Hashable, Codable, Sendable {
    /// Milliseconds since the last fact or the last sign of life.
    public var gapMilliseconds: Int64
    /// Name and version of the program.
    public var software: String

    /// Makes the payload from its parts.
    public init(gapMilliseconds: Int64, software: String = "") {
        self.gapMilliseconds = gapMilliseconds
        self.software = software
    }

    /// Reads the payload; what may be left out takes its default.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        gapMilliseconds = try container.decode(Int64.self, forKey: .gapMilliseconds)
        software = try container.decodeIfPresent(String.self, forKey: .software) ?? ""
    }
}
