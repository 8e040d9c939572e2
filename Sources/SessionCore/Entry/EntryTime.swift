/// When something is said to have happened, as it is typed.
public enum EntryTime: Hashable, Sendable {
    /// This long before the instant of typing.
    case ago(Span)
    /// At this time of the ward's day.
    case clock(hour: Int, minute: Int)

    /// Reads `-3m`, `-90s`, `@14:05` or `@1405`, in lower case; where nothing else can be meant `14:05`, `-3` and `-3min` too.
    /// `nil` for anything else.
    public init?(typed word: some StringProtocol) {
        if word.first == "-" {
            let digits = word.dropFirst().prefix(while: \.isEntryDigit)
            let unit = word.dropFirst(1 + digits.count)
            guard let number = TypedNumber(Substring(digits)), ["", "m", "min", "s"].contains(unit) else {
                return nil
            }
            // A longer time ago is refused anyway: no session was open then.
            let count = min(number.whole, 100_000)
            self = .ago(unit == "s" ? .seconds(count) : .minutes(count))
            return
        }
        let clock = word.first == "@" ? Substring(word.dropFirst()) : Substring(word)
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        let digits = parts.joined()
        guard digits.allSatisfy(\.isEntryDigit), digits.count == 3 || digits.count == 4,
            let number = Int(digits),
            parts.count == 1 || (parts.count == 2 && parts[1].count == 2)
        else { return nil }
        let (hour, minute) = (number / 100, number % 100)
        guard hour < 24, minute < 60 else { return nil }
        self = .clock(hour: hour, minute: minute)
    }

    /// The last time before a moment that is meant: a clock time that has not come today was yesterday's.
    public func last(before moment: Moment) -> WallTime {
        switch self {
        case .ago(let span): return moment.wall.advanced(byMilliseconds: 0 &- span.milliseconds)
        case .clock(let hour, let minute):
            let today = EntryTime.clock(hour, minute, moment)
            return today <= moment.wall ? today : today.advanced(byMilliseconds: -86_400_000)
        }
    }

    /// The same inside of a session that was opened then; `nil` when it lies before. `14:05` means the whole minute, of
    /// which the session may have seen only the end.
    public func last(before moment: Moment, since opened: WallTime) -> WallTime? {
        let time = last(before: moment)
        let slack: Int64 = if case .clock = self { 59_999 } else { 0 }
        return time.advanced(byMilliseconds: slack) >= opened ? max(time, opened) : nil
    }

    /// The wall time that is meant. A clock time after now was yesterday's if the session was open then; nothing lies
    /// after now or before the session was opened.
    func measured(in context: EntryContext) -> Result<WallTime, Refusal> {
        if let measured = last(before: context.now, since: context.opened) { return .success(measured) }
        if case .clock(let hour, let minute) = self,
            EntryTime.clock(hour, minute, context.now) > context.now.wall
        {
            return .failure(
                Refusal("\(written) lies after now: a value is filed when it has been measured"))
        }
        return .failure(Refusal("\(written) lies before the session was opened"))
    }

    private static func clock(_ hour: Int, _ minute: Int, _ now: Moment) -> WallTime {
        var fields = CivilTime(now.wall, utcOffsetMinutes: now.utcOffsetMinutes)
        (fields.hour, fields.minute, fields.second, fields.millisecond) = (hour, minute, 0, 0)
        return fields.wallTime(utcOffsetMinutes: now.utcOffsetMinutes)
    }

    private var written: String {
        switch self {
        case .ago(let span):
            span.milliseconds % 60_000 == 0 ? "-\(span.wholeMinutes)m" : "-\(span.wholeSeconds)s"
        case .clock(let hour, let minute): "\(hour):" + (minute < 10 ? "0\(minute)" : "\(minute)")
        }
    }
}
