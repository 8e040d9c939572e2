import Canvas
import SessionCore

/// A record without a person in front of it: the same screens, drawn for a file. What they show depends on the record and
/// the place in it alone; no clock of the machine stands on them.
public struct ReplayFilm: Sendable {
    private var replay: Replay
    private var background = SessionBackground()
    private var moment = Moment(wall: WallTime(milliseconds: 0), boot: nil)

    /// Begins at the place at which the record stands.
    public init(_ record: RecordedSession) { replay = Replay(record, origin: .program, at: moment) }

    /// Plays on at this speed, 1 to 600; with `skipsIdle` without the stretches in which nothing happens.
    public mutating func play(speed: Int, skipsIdle: Bool) {
        replay.control { playback, cursor in
            playback.take(speed: speed)
            if playback.skipsIdle != skipsIdle { playback.toggleIdle() }
            if !playback.isPlaying { playback.toggle(&cursor) }
        }
    }

    /// Whether the film runs: it stops on the last instant of the record.
    public var isRunning: Bool { replay.playback.isPlaying }

    /// Lets time pass for somebody who watches.
    public mutating func pass(_ span: Span) {
        moment.wall = moment.wall.advanced(byMilliseconds: span.milliseconds)
        replay.timePassed(to: moment)
    }

    /// Draws what is shown now.
    public mutating func draw(into surface: inout Surface) {
        _ = drawSession(
            replay.scene(glyphs: surface.glyphs, strip: replay.strip()), into: &surface, over: &background)
    }
}
