/// Something that happens to the drug's way into the patient.
public enum DoseEvent: Hashable, Codable, Sendable {
    /// An injection into a vein, mg, all at once.
    case bolus(milligrams: Double)
    /// An injection into muscle, mg.
    case injection(milligrams: Double)
    /// One device or spray in the nose, mg.
    case spray(milligrams: Double)
    /// The pump starts, mg/min, and stands still by itself once `milligrams` are delivered (`nil`: it runs on).
    case infusionStarted(milligramsPerMinute: Double, milligrams: Double?)
    /// The pump runs at another rate from now on, or will when it runs again; 0 is a pump that runs and gives
    /// nothing.
    case rateChanged(milligramsPerMinute: Double)
    /// The pump pauses.
    case infusionPaused
    /// The paused pump runs again at its rate.
    case infusionResumed
    /// The pump is stopped for good.
    case infusionStopped
    /// The line is blocked: the pump stands still whatever its state.
    case lineOccluded
    /// The line is free again: a pump that ran goes on where it stood; what was not given is not made up for.
    case lineCleared
}

/// A dose event and when it happened, whole seconds on the patient's own time line.
public struct TimedDose: Hashable, Codable, Sendable {
    /// Seconds.
    public var second: Int
    /// What happened.
    public var event: DoseEvent

    /// Makes a timed dose event.
    public init(at second: Int, _ event: DoseEvent) {
        self.second = second
        self.event = event
    }
}
