/// How a checkpoint stands.
public enum CheckpointState: String, Codable, Sendable, CaseIterable {
    /// Its window has not opened.
    case planned
    /// Its window is open.
    case due
    /// Its window has closed without a pressure.
    case late
    /// The next one's window has opened, too late to be this one.
    case missed
    /// A pressure was filed in its time.
    case done
    /// Ended with a reason; its level is unknown.
    case couldNotDo = "could-not-do"
}

/// A checkpoint as a screen shows it.
public struct CheckpointPicture: Hashable, Sendable {
    /// Its name on the axis: `T0+20`, `Te+15`.
    public var name: String
    /// When it is due.
    public var due: SessionTime
    /// When its window opens.
    public var opens: SessionTime
    /// When it becomes late.
    public var closes: SessionTime
    /// When it is missed.
    public var missedAt: SessionTime
    /// How it stands.
    public var state: CheckpointState
    /// Whether the session cannot be closed without it (★).
    public var isMandatory: Bool
    /// Whether intensity and distress belong to it (◆).
    public var hasEffects: Bool
    /// What is still missing of the values it asks for, in screen order.
    public var missing: [Vital]
    /// Sequences of the readings that fill it.
    public var readings: [Int]
    /// The worst level among those readings; unknown without a pressure.
    public var level: Level
    /// How late the pressure came; `nil` when it was on time or has not come.
    public var lateBy: Span?
    /// Why it could not be done; `nil` unless it ended so.
    public var reason: String?

    /// Makes the picture of a checkpoint.
    public init(
        name: String, due: SessionTime, opens: SessionTime, closes: SessionTime, missedAt: SessionTime,
        state: CheckpointState, isMandatory: Bool, hasEffects: Bool, missing: [Vital], readings: [Int] = [],
        level: Level = .unknown, lateBy: Span? = nil, reason: String? = nil
    ) {
        self.name = name
        self.due = due
        self.opens = opens
        self.closes = closes
        self.missedAt = missedAt
        self.state = state
        self.isMandatory = isMandatory
        self.hasEffects = hasEffects
        self.missing = missing
        self.readings = readings
        self.level = level
        self.lateBy = lateBy
        self.reason = reason
    }
}
