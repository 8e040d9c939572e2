import SessionCore

/// Times and spans in the words of every screen.
enum TimeText {
    /// Two digits.
    static func two(_ number: Int) -> String { number < 10 ? "0" + String(number) : String(number) }

    /// Wall time of a session time: `14:05`.
    static func minute(_ time: SessionTime, in picture: Picture) -> String {
        let fields = CivilTime(picture.wallTime(of: time), utcOffsetMinutes: picture.utcOffsetMinutes)
        return two(fields.hour) + ":" + two(fields.minute)
    }

    /// The clock now: `14:05:09`.
    static func clock(_ picture: Picture) -> String {
        let fields = CivilTime(picture.wall, utcOffsetMinutes: picture.utcOffsetMinutes)
        return two(fields.hour) + ":" + two(fields.minute) + ":" + two(fields.second)
    }

    /// A length of time counted in seconds: `0:41`, `12:05`, `1:02:09`; in days from two days on.
    static func counted(_ span: Span) -> String {
        let seconds = Int(max(0, span.wholeSeconds))
        if seconds >= 172_800 { return String(seconds / 86_400) + " days" }
        if seconds >= 3600 { return elapsed(span) }
        return String(seconds / 60) + ":" + two(seconds % 60)
    }

    /// A length of time with hours: `0:23:41`.
    static func elapsed(_ span: Span) -> String {
        let seconds = Int(max(0, span.wholeSeconds))
        return String(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60)
    }

    /// When something is due, in words: `in 5:12`, `now`, `overdue by 0:41`.
    static func due(_ time: SessionTime, at now: SessionTime) -> String {
        // Rounded up, so that the count reaches zero when the instant is reached and not a second before.
        let left = Span(milliseconds: (time - now).milliseconds &+ 999)
        if left.wholeSeconds > 0 { return "in " + counted(left) }
        let over = now - time
        return over.wholeSeconds == 0 ? "now" : "overdue by " + counted(over)
    }

    /// The same by the minute until the last minute, for what is not next: a screen on which everything ticks tells
    /// nobody what is next, and costs a slow line more than a clock.
    static func dueByMinute(_ time: SessionTime, at now: SessionTime) -> String {
        let left = time - now
        if left > .minutes(1) { return "in " + minutes((left.milliseconds + 59_999) / 60_000) }
        if left.milliseconds <= -60_000 { return "overdue by " + minutes(left.milliseconds / -60_000) }
        return due(time, at: now)
    }

    /// So many minutes; in hours from two on, in days from two on.
    private static func minutes(_ count: Int64) -> String {
        if count < 120 { return String(count) + " min" }
        return count < 2880 ? String(count / 60) + " h" : String(count / 1440) + " days"
    }

    /// How old a value is, short: `40s`, `12m`, `2h05`.
    static func age(_ span: Span) -> String {
        let seconds = Int(max(0, span.wholeSeconds))
        if seconds < 60 { return String(seconds) + "s" }
        if seconds < 6000 { return String(seconds / 60) + "m" }
        if seconds < 360_000 { return String(seconds / 3600) + "h" + two(seconds / 60 % 60) }
        return String(seconds / 86_400) + "d"
    }

    /// How old a value is, in words: `40 s ago`, `12 min ago`, `2 h 05 ago`.
    static func ago(_ span: Span) -> String {
        let seconds = Int(max(0, span.wholeSeconds))
        if seconds < 60 { return String(seconds) + " s ago" }
        if seconds < 6000 { return String(seconds / 60) + " min ago" }
        if seconds < 360_000 { return String(seconds / 3600) + " h " + two(seconds / 60 % 60) + " ago" }
        return String(seconds / 86_400) + " days ago"
    }

    /// A number with its sign: `+12`, `-3`, `+0`.
    static func signed(_ number: Int) -> String { number < 0 ? String(number) : "+" + String(number) }
}
