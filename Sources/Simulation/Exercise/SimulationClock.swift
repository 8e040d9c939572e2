import SessionCore

/// How fast an exercise runs against the clock on the wall, and whether it stands still. The three clocks of a practice
/// session are the session's own time line, this simulation clock, which drives it, and the replay cursor, which only looks
/// back. To stop this clock is not to pause the infusion: the pump, the patient and the trainee all stand still with it.
public struct SimulationClock: Hashable, Sendable {
    /// The speeds that can be chosen: simulated seconds for each real one.
    public static let speeds = 1...60

    /// Simulated seconds for each real one, 1-60.
    public private(set) var speed = 1
    /// Whether simulated time stands still.
    public private(set) var isStopped = false
    /// Where the simulation stands, on the session's own time line.
    public private(set) var now: SessionTime

    /// Starts at a point of the session's own time line.
    public init(at now: SessionTime) { self.now = now }

    /// Real time passed, milliseconds; answers with where the simulation stands then.
    @discardableResult
    public mutating func realTimePassed(milliseconds: Int64) -> SessionTime {
        guard !isStopped, milliseconds > 0 else { return now }
        now = now + Span(milliseconds: min(milliseconds, 3_600_000) &* Int64(speed))
        return now
    }

    /// Chooses a speed; one out of range is brought into it.
    public mutating func runs(at speed: Int) {
        self.speed = min(max(speed, SimulationClock.speeds.lowerBound), SimulationClock.speeds.upperBound)
    }

    /// Simulated time stands still.
    public mutating func stops() { isStopped = true }

    /// Simulated time runs again.
    public mutating func goesOn() { isStopped = false }

    /// Jumps forward: a minute, or to what is due next. An earlier time changes nothing.
    public mutating func jumps(to time: SessionTime) { now = max(now, time) }
}
