/// When a line says that its values were measured.
enum EntryTime: Hashable {
    /// This long before the instant of typing.
    case ago(Span)
    /// At this time of the ward's day.
    case clock(hour: Int, minute: Int)

    /// Reads `-3m`, `-90s`, `@14:05` or `@1405`, in lower case; `nil` for anything else.
    init?(typed word: Substring) {
        if word.first == "-" {
            guard let number = TypedNumber(word.dropFirst().dropLast()), !number.isDecimal else { return nil }
            // A longer time ago is refused anyway: no session was open then.
            let count = min(number.whole, 100_000)
            self = .ago(word.last == "m" ? .minutes(count) : .seconds(count))
            return
        }
        let parts = word.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        let digits = parts.joined()
        guard digits.allSatisfy(\.isEntryDigit), digits.count == 3 || digits.count == 4,
            let number = Int(digits),
            parts.count == 1 || (parts.count == 2 && parts[1].count == 2)
        else { return nil }
        let (hour, minute) = (number / 100, number % 100)
        guard hour < 24, minute < 60 else { return nil }
        self = .clock(hour: hour, minute: minute)
    }

    /// The wall time that is meant. A clock time after now was yesterday's if the session was open then; nothing lies
    /// after now or before the session was opened.
    func measured(in context: EntryContext) -> Result<WallTime, Refusal> {
        let now = context.now.wall
        let measured: WallTime
        switch self {
        case .ago(let span): measured = now.advanced(byMilliseconds: 0 &- span.milliseconds)
        case .clock(let hour, let minute):
            let today = clock(hour, minute, context)
            let yesterday = today.advanced(byMilliseconds: -86_400_000)
            if today <= now {
                measured = today
            } else if isOpen(yesterday, context) {
                measured = yesterday
            } else {
                return .failure(
                    Refusal("\(written) lies after now: a value is filed when it has been measured"))
            }
        }
        guard isOpen(measured, context) else {
            return .failure(
                Refusal("\(written) lies before the session was opened"))
        }
        // `@14:05` means the whole minute, of which the session may have seen only the end.
        return .success(max(measured, context.opened))
    }

    private func isOpen(_ time: WallTime, _ context: EntryContext) -> Bool {
        if case .clock = self { return time.advanced(byMilliseconds: 59_999) >= context.opened }
        return time >= context.opened
    }

    private func clock(_ hour: Int, _ minute: Int, _ context: EntryContext) -> WallTime {
        var fields = CivilTime(context.now.wall, utcOffsetMinutes: context.now.utcOffsetMinutes)
        (fields.hour, fields.minute, fields.second, fields.millisecond) = (hour, minute, 0, 0)
        return fields.wallTime(utcOffsetMinutes: context.now.utcOffsetMinutes)
    }

    private var written: String {
        switch self {
        case .ago(let span):
            span.milliseconds % 60_000 == 0 ? "-\(span.wholeMinutes)m" : "-\(span.wholeSeconds)s"
        case .clock(let hour, let minute): "\(hour):" + (minute < 10 ? "0\(minute)" : "\(minute)")
        }
    }
}
