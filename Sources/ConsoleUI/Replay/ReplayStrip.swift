import Canvas
import Review
import SessionCore

/// What stands on the screen beside the session while it is replayed: how time passes, with whose eyes one looks, where
/// in the record, and the alarms over all of it.
public struct ReplayStrip: Hashable, Sendable {
    /// With whose eyes the session is looked at.
    public var knowledge: Knowledge
    /// Whether time passes.
    public var isPlaying: Bool
    /// Whether the last instant is shown.
    public var isAtEnd: Bool
    /// How many seconds of the session pass in one.
    public var speed: Int
    /// Whether a stretch in which nothing happens is passed over.
    public var skipsIdle: Bool
    /// The first instant of the record.
    public var start: SessionTime
    /// The last one.
    public var end: SessionTime
    /// The one that is shown.
    public var time: SessionTime
    /// How many facts were folded for it.
    public var count: Int
    /// The worst open alarm over the record.
    public var track: AlarmTrack
    /// The moments that comments are pinned to.
    public var comments: [SessionTime]
    /// The clock on the wall where the replay is watched; `nil` where nobody watches, as in a file.
    public var clock: String?
    /// The session as it stands now, when it is still running.
    public var live: LiveLine?
}

/// The worst alarm of a session that runs on while its past is looked at.
public struct LiveLine: Hashable, Sendable {
    /// The clock now.
    public var clock: String
    /// The worst open alarm; `nil` when none is open.
    public var worst: AlarmPicture?
    /// How many more are open.
    public var more: Int
    /// Whether the alarm's flash is in its inverse half.
    public var isInverse: Bool
}

extension SessionView {
    /// Columns of the alarm track and the scrub bar, at the right of the two lowest lines; 0 where there is no room.
    var scrubColumns: Int {
        guard scene.replay != nil, layout.bar.columns >= 60 else { return 0 }
        return layout.bar.columns * 9 / 20
    }

    /// How the replay stands, in the line that is typed into elsewhere, with the alarm track at its right.
    func drawReplay(_ strip: ReplayStrip, in line: Rect, on surface: inout Surface) {
        // What is said in passing is read whole: it takes the place of the track while it stands.
        let (text, track) = line.splitRight(scene.notice == nil ? scrubColumns : 0)
        let right = String(surface.glyphs.marks.right)
        let speed = " " + String(strip.speed) + "x"
        let state =
            strip.isPlaying
            ? right + " playing" + speed
            : !strip.isAtEnd ? "paused" + speed : strip.live == nil ? "at the end" + speed : "following"
        var fields = [Field(state, .strong, rank: 0)]
        let isWide = layout.tier == .wide
        let knowledge =
            strip.knowledge == .asKnownThen
            ? (isWide ? "as known then" : "known then") : isWide ? "as corrected now" : "corrected"
        fields.append(Field(knowledge, .replay, rank: 1))
        // The clock of now stays where what is said leaves it room.
        if let clock = strip.clock { fields.append(Field("now " + clock, .text, rank: isWide ? 2 : 4)) }
        if let notice = scene.notice {
            fields.append(Field(notice.text, notice.role, rank: 3, shortens: true))
        } else if strip.skipsIdle {
            fields.append(Field("idle skipped", .dim, rank: 5))
        }
        surface.draw(fields, in: text.splitRight(track.isEmpty ? 0 : 2).rest)
        drawTrack(strip, in: track, on: &surface)
    }

    private func drawTrack(_ strip: ReplayStrip, in line: Rect, on surface: inout Surface) {
        let levels = surface.glyphs.eighths
        for cell in 0..<line.columns {
            let from = strip.time(ofCell: cell, of: line.columns)
            let worst = strip.track.worst(from: from, to: strip.time(ofCell: cell + 1, of: line.columns))
            let (sign, role): (Character, Role) =
                switch worst {
                case nil: (surface.glyphs.marks.dot, .dim)
                case .low: (levels[2], .notice)
                case .medium: (levels[5], .warning)
                case .high: (levels[8], .critical)
                }
            let place = Point(column: line.left + cell, row: line.top)
            surface.put(String(sign), at: place, role: role, clip: line)
        }
    }

    /// Where in the record the replay stands.
    func drawScrubBar(on surface: inout Surface) {
        guard let strip = scene.replay, scrubColumns > 0 else { return }
        let line = layout.bar.splitRight(scrubColumns).right
        surface.hline(at: line.origin, columns: line.columns)
        for time in strip.comments {
            let place = Point(column: line.left + strip.cell(of: time, of: line.columns), row: line.top)
            surface.put(String(surface.glyphs.marks.diamond), at: place, role: .notice, clip: line)
        }
        let cell = strip.cell(of: strip.time, of: line.columns)
        let place = Point(column: line.left + cell, row: line.top)
        surface.put(String(surface.glyphs.marks.filled), at: place, role: .accent, clip: line)
    }

    /// The worst alarm of now, while the past is looked at.
    func drawLive(on surface: inout Surface) {
        guard let live = scene.replay?.live, claim(layout.live, "live", on: &surface) else { return }
        var fields = [Field("NOW " + live.clock, .live, rank: 1)]
        guard let worst = live.worst else {
            fields.append(Field("no open alarm", .dim, rank: 2))
            return surface.draw(fields, in: layout.live)
        }
        let isOpen = worst.acknowledgedBy == nil
        let role: Role =
            switch worst.priority {
            case .low: .notice
            case .medium: isOpen && live.isInverse ? .warningFlash : .warning
            case .high: isOpen && live.isInverse ? .criticalFlash : .critical
            }
        fields.append(Field(worst.priority.tag, role, rank: 0, gap: 1))
        fields.append(Field(worst.sentence, role, rank: 2, gap: 1, shortens: true))
        fields.append(Field(worst.nextAction, .strong, rank: 4, shortens: true))
        if isOpen { fields.append(Field("NOT ACKNOWLEDGED", role, rank: 3, isRight: true)) }
        if live.more > 0 { fields.append(Field("and \(live.more) more", .strong, rank: 5, isRight: true)) }
        surface.draw(fields, in: layout.live)
    }
}

extension ReplayStrip {
    /// The instant at which a cell of the bar begins.
    func time(ofCell cell: Int, of cells: Int) -> SessionTime {
        let length = max(1, (end - start).milliseconds)
        return start + Span(milliseconds: length / Int64(max(1, cells)) &* Int64(cell))
    }

    /// The cell of the bar in which an instant lies.
    func cell(of time: SessionTime, of cells: Int) -> Int {
        let length = max(1, (end - start).milliseconds)
        let share = Double((time - start).milliseconds) / Double(length)
        return min(max(0, Int(share * Double(cells - 1) + 0.5)), max(0, cells - 1))
    }
}
