import SessionCore

/// Where a reviewer wants to go, as it is typed.
public enum ReplayJump: Hashable, Sendable {
    /// Forward, or back, from the instant that is shown: `+5m`, `-30s`.
    case by(Span)
    /// So long after the session was opened: `40m`, `1h30m`.
    case sinceOpening(Span)
    /// So long after T0, or before it: `T0+40`, `T0-5`, `T0+1h`.
    case sinceStart(Span)
    /// When the clock showed this: `14:05`, `14:05:30`; in seconds of the day.
    case clock(Int)
    /// The entry of that number: `#12`.
    case fact(Int)
    /// The first instant: `start`.
    case start
    /// The last instant: `end`.
    case end

    /// What can be typed, for a refusal or a hint.
    public static let forms = "40m, +5m, -30s, T0+40, 14:05, #12, start or end"

    /// Reads what was typed.
    ///
    /// - Throws: a ``Refusal`` that says what can be typed.
    public init(_ text: String) throws(Refusal) {
        let typed = String(text.filter { !$0.isWhitespace })
        let lower = typed.lowercased()
        let jump: ReplayJump? =
            switch lower {
            case "start": .start
            case "end": .end
            case "t0": .sinceStart(.zero)
            case _ where lower.hasPrefix("t0+"):
                ReplayJump.span(lower.dropFirst(3), bare: 60).map { .sinceStart($0) }
            case _ where lower.hasPrefix("t0-"):
                ReplayJump.span(lower.dropFirst(3), bare: 60).map { .sinceStart($0 * -1) }
            case _ where lower.hasPrefix("+"): ReplayJump.span(lower.dropFirst(), bare: nil).map { .by($0) }
            case _ where lower.hasPrefix("-"):
                ReplayJump.span(lower.dropFirst(), bare: nil).map { .by($0 * -1) }
            case _ where lower.hasPrefix("#"):
                ReplayJump.number(lower.dropFirst()).map { .fact($0) }
            case _ where lower.contains(":"): ReplayJump.secondOfDay(lower).map { .clock($0) }
            default: ReplayJump.span(lower[...], bare: nil).map { .sinceOpening($0) }
            }
        guard let jump else {
            throw Refusal("\"\(typed.prefix(40))\" is no place to go to; type \(ReplayJump.forms).")
        }
        self = jump
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    /// `90s`, `5m`, `1h`, `1h30m`; a bare number counts so many seconds each, where it may stand alone.
    private static func span(_ text: Substring, bare: Int?) -> Span? {
        if let bare, let count = number(text), count <= 100_000 { return .seconds(count * bare) }
        return Span(typed: text)
    }

    /// The moment on a session's own time line, for a place that counts from the opening or from T0 alone; `nil` for every
    /// other one, and where T0 never came.
    public func time(start: SessionTime?) -> SessionTime? {
        switch self {
        case .sinceOpening(let span): SessionTime.zero + span
        case .sinceStart(let span): start.map { $0 + span }
        case .by, .clock, .fact, .start, .end: nil
        }
    }

    private static func secondOfDay(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count) else { return nil }
        let numbers = parts.compactMap { $0.count <= 2 ? number($0) : nil }
        guard numbers.count == parts.count, numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 })
        else { return nil }
        return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
    }
}

extension ReplayCursor {
    /// The instant that `jump` means, which may lie outside of the record.
    ///
    /// - Throws: a ``Refusal`` for T0 where nothing was given.
    public mutating func instant(of jump: ReplayJump) throws(Refusal) -> SessionTime {
        switch jump {
        case .by(let span): return time + span
        case .sinceOpening(let span): return SessionTime.zero + span
        case .sinceStart(let span):
            guard let began = session.picture(at: clock.moment(at: end)).start else {
                throw Refusal("There is no T0: nothing was given in this session.")
            }
            return began + span
        case .clock(let second): return instant(onClock: second)
        case .fact(let number):
            let before = (time, count)
            defer { (time, count) = before }
            try seek(toFact: number)
            return time
        case .start: return start
        case .end: return end
        }
    }

    /// The instant nearest to the one that is shown at which the ward's clock stood at that second of the day; one
    /// inside of the record where there is one.
    private func instant(onClock second: Int) -> SessionTime {
        let offset = moment.utcOffsetMinutes
        var midnight = CivilTime(moment.wall, utcOffsetMinutes: offset)
        (midnight.hour, midnight.minute, midnight.second, midnight.millisecond) = (0, 0, 0, 0)
        let today = midnight.wallTime(utcOffsetMinutes: offset)
        let candidates = (-7...7).map { day in
            let wall = today.advanced(byMilliseconds: Int64(day * 86_400 + second) * 1000)
            return clock.time(onWall: wall, near: time)
        }
        func rank(_ candidate: SessionTime) -> (Int, Int64) {
            let isInside = candidate >= start && candidate <= end
            return (isInside ? 0 : 1, abs((candidate - time).milliseconds))
        }
        return candidates.min { rank($0) < rank($1) } ?? time
    }

    /// Goes where `jump` says: a duration stops at the ends of the record, every other place has to be in it.
    ///
    /// - Throws: a ``Refusal`` that says from when to when the record reaches.
    public mutating func seek(_ jump: ReplayJump) throws(Refusal) {
        if case .fact(let number) = jump { return try seek(toFact: number) }
        let wanted = try instant(of: jump)
        if case .by = jump { return seek(to: wanted) }
        guard wanted >= start, wanted <= end else {
            throw Refusal(
                "That lies outside of the record, which reaches from \(words(start)) to \(words(end)).")
        }
        seek(to: wanted)
    }

    /// An instant in words: `14:05:09, 0:23:41 after opening`.
    func words(_ time: SessionTime) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let moment = clock.moment(at: time)
        let civil = CivilTime(moment.wall, utcOffsetMinutes: moment.utcOffsetMinutes)
        let seconds = Int(max(0, Span(milliseconds: time.milliseconds).wholeSeconds))
        return "\(two(civil.hour)):\(two(civil.minute)):\(two(civil.second)) ("
            + "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60)) after opening)"
    }
}
