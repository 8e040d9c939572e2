import SessionCore
import Terminal

/// The only clock of the program. A practice script may stop it and move it on by hand; nothing else can.
struct ConsoleClock {
    private let bootIdentifier = SystemClock.bootIdentifier
    /// The instant that a script has set; `nil` while the machine's clocks run.
    private var held: Moment?
    private var lastSleep: Int64?
    private var lastDrift: Int64?

    /// The present instant.
    var now: Moment { held ?? machine }

    private var machine: Moment {
        let wall = SystemClock.wallMilliseconds
        return Moment(
            wall: WallTime(milliseconds: wall),
            boot: bootIdentifier.map { BootReading(id: $0, milliseconds: SystemClock.bootMilliseconds) },
            utcOffsetMinutes: SystemClock.utcOffsetSeconds(atWallMilliseconds: wall) / 60)
    }

    /// Stops the clock at the present instant.
    mutating func hold() { held = now }

    /// Moves the stopped clock by `span`, both wall and boot.
    mutating func pass(_ span: Span) {
        var moment = now
        moment.wall = moment.wall.advanced(byMilliseconds: span.milliseconds)
        moment.boot?.milliseconds += span.milliseconds
        held = moment
    }

    /// How long the machine slept since the last call, when that was more than two seconds.
    mutating func sleptSince() -> Span? {
        let slept = SystemClock.bootMilliseconds - SystemClock.awakeMilliseconds
        defer { lastSleep = slept }
        guard let lastSleep, slept - lastSleep > 2000 else { return nil }
        return Span(milliseconds: slept - lastSleep)
    }

    /// How far the wall clock stepped against the boot clock since the last call, when that was more than two seconds.
    mutating func steppedSince() -> Span? {
        let drift = SystemClock.wallMilliseconds - SystemClock.bootMilliseconds
        defer { lastDrift = drift }
        guard let lastDrift, abs(drift - lastDrift) > 2000 else { return nil }
        return Span(milliseconds: drift - lastDrift)
    }
}
