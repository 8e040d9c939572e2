import SessionCore

/// Where the simulation of a running exercise stood at an instant, and how it runs on from there, so that a second console
/// knows where it stands now. The trainee's console keeps one whenever its clock is started, stopped, sped up or moved.
public struct ExerciseClock: Hashable, Codable, Sendable {
    /// Where the simulation stood, on the session's own time line.
    public var at: SessionTime
    /// What the wall clock showed then, milliseconds since the Unix epoch.
    public var wallMilliseconds: Int64
    /// What the boot clock showed then.
    public var boot: BootReading?
    /// Simulated seconds for each real one, 1-60.
    public var speed: Int
    /// Whether simulated time stands still.
    public var isStopped: Bool

    /// A simulation that stood at `at` at that instant.
    public init(at: SessionTime, moment: Moment, speed: Int, isStopped: Bool) {
        self.at = at
        wallMilliseconds = moment.wall.milliseconds
        boot = moment.boot
        self.speed = speed
        self.isStopped = isStopped
    }

    /// Where the simulation stands at `moment`, when nobody has touched its clock since.
    public func now(_ moment: Moment) -> SessionTime {
        guard !isStopped else { return at }
        let then = Moment(wall: WallTime(milliseconds: wallMilliseconds), boot: boot)
        let passed = min(max(0, moment.since(then).milliseconds), 86_400_000)
        return at + Span(milliseconds: passed) * Int64(min(max(1, speed), 60))
    }

    /// Whether this is what became of an earlier clock that nobody has touched since.
    func goesOn(from earlier: ExerciseClock) -> Bool {
        let moment = Moment(wall: WallTime(milliseconds: wallMilliseconds), boot: boot)
        let difference = at - earlier.now(moment)
        return speed == earlier.speed && isStopped == earlier.isStopped
            && difference.milliseconds.magnitude < 500
    }
}
