import SessionCore

extension Moment {
    /// How long ago `earlier` was: on the boot clock while both belong to one boot, else on the wall clock.
    func since(_ earlier: Moment) -> Span {
        if let boot, let before = earlier.boot, boot.id == before.id {
            return Span(milliseconds: boot.milliseconds &- before.milliseconds)
        }
        return Span(milliseconds: wall.milliseconds &- earlier.wall.milliseconds)
    }

    /// Milliseconds that only ever grow while the machine runs, for what flashes.
    var running: Int64 { boot?.milliseconds ?? wall.milliseconds }
}

/// An hour and a minute, as on a clock: `14:05`.
func clockWords(_ time: WallTime, utcOffsetMinutes: Int) -> String {
    let civil = CivilTime(time, utcOffsetMinutes: utcOffsetMinutes)
    return twoDigits(civil.hour) + ":" + twoDigits(civil.minute)
}

/// A day with an hour and a minute: `2026-03-01 14:05`.
func dayWords(_ time: WallTime, utcOffsetMinutes: Int) -> String {
    let civil = CivilTime(time, utcOffsetMinutes: utcOffsetMinutes)
    return "\(civil.year)-" + twoDigits(civil.month) + "-" + twoDigits(civil.day) + " "
        + clockWords(time, utcOffsetMinutes: utcOffsetMinutes)
}

/// A length of time in words: `40 s`, `12 min`, `3 h 05 min`, `2 d 4 h`.
func spanWords(_ span: Span) -> String {
    let seconds = max(0, span.wholeSeconds)
    let minutes = seconds / 60
    switch seconds {
    case ..<60: return "\(seconds) s"
    case ..<3600: return "\(minutes) min"
    case ..<86_400: return "\(minutes / 60) h \(twoDigits(Int(minutes % 60))) min"
    default: return "\(minutes / 1440) d \(minutes / 60 % 24) h"
    }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
