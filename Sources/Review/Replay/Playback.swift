import SessionCore

/// Plays a record: time passes on it as often faster as it was asked to.
///
/// ```
///            play                     play, at the end: from the start
///  paused ─────────▶ playing ──┐   ┌──────────────────────────────────┐
///    ▲                  │      │   │                                  ▼
///    └──────────────────┘      └──▶ paused on the last frame ──▶ playing
///          pause             end
/// ```
public struct Playback: Hashable, Sendable {
    /// The speeds that there are: so many seconds of the session in one second.
    public static let speeds = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600]

    /// Whether time passes.
    public private(set) var isPlaying = false
    /// How many seconds of the session pass in one.
    public private(set) var speed = 1
    /// Whether a stretch in which nothing happens is passed over.
    public private(set) var skipsIdle = false

    /// Paused, at the speed of the session.
    public init() {}

    /// Starts or stops; at the end it starts from the beginning.
    public mutating func toggle(_ cursor: inout ReplayCursor) {
        isPlaying.toggle()
        if isPlaying, cursor.isAtEnd { cursor.seekToStart() }
    }

    /// Stops.
    public mutating func pause() { isPlaying = false }

    /// Takes the next greater speed; the greatest stays.
    public mutating func faster() { speed = Playback.speeds.first { $0 > speed } ?? speed }

    /// Takes the next smaller speed; the smallest stays.
    public mutating func slower() { speed = Playback.speeds.last { $0 < speed } ?? speed }

    /// Takes a speed, 1 to 600.
    public mutating func take(speed: Int) { self.speed = min(max(1, speed), 600) }

    /// Passes over idle stretches from now on, or no longer.
    public mutating func toggleIdle() { skipsIdle.toggle() }

    /// Time passed for the reviewer. An idle stretch, three seconds of watching or more without an event, is cut to the
    /// last second before the event.
    public mutating func timePassed(_ span: Span, on cursor: inout ReplayCursor) {
        guard isPlaying, span > .zero else { return }
        let second = Span.seconds(speed)
        var wanted = cursor.time + span * Int64(speed)
        if skipsIdle {
            let coming = cursor.nextEvent() ?? cursor.end
            if coming - cursor.time > second * 3 { wanted = max(wanted, coming - second) }
            // Nothing that happens is passed over together with the stretch before it.
            if coming > cursor.time, coming - cursor.time > second * 3 { wanted = min(wanted, coming) }
        }
        cursor.seek(to: wanted)
        if cursor.isAtEnd { isPlaying = false }
    }
}
