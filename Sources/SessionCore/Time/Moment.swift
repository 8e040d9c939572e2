/// A time of day as the wall clock showed it: milliseconds since 1970-01-01T00:00:00Z. A label, never a stopwatch.
public struct WallTime: Hashable, Comparable, Sendable {
    /// Milliseconds since the Unix epoch, UTC.
    public var milliseconds: Int64

    /// Makes a wall time from milliseconds since the Unix epoch, UTC.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Earlier wall time first.
    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    /// This time moved by `milliseconds` (may be negative).
    public func advanced(byMilliseconds milliseconds: Int64) -> WallTime {
        WallTime(milliseconds: self.milliseconds &+ milliseconds)
    }
}

/// A point on the session's own time line: milliseconds since the session was opened, counted on the boot clock, so
/// that neither a clock step nor midnight nor a suspended laptop moves it. Negative before the session was opened.
public struct SessionTime: Hashable, Comparable, Sendable, Codable {
    /// Milliseconds since the session was opened.
    public var milliseconds: Int64

    /// The opening of the session.
    public static let zero = SessionTime(milliseconds: 0)

    /// Makes a session time from milliseconds since the session was opened.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Makes a session time from whole seconds since the session was opened.
    public init(seconds: Int64) { self.milliseconds = seconds &* 1000 }

    /// Makes a session time from whole minutes since the session was opened.
    public init(minutes: Int64) { self.milliseconds = minutes &* 60_000 }

    /// Reads the bare number of milliseconds.
    public init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes the bare number of milliseconds.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    /// Earlier first.
    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    /// This time moved forward (or back) by `span`.
    public static func + (time: Self, span: Span) -> Self {
        SessionTime(milliseconds: time.milliseconds &+ span.milliseconds)
    }

    /// This time moved back by `span`.
    public static func - (time: Self, span: Span) -> Self {
        SessionTime(milliseconds: time.milliseconds &- span.milliseconds)
    }

    /// The span from `earlier` to this time; negative when this time is the earlier one.
    public static func - (time: Self, earlier: Self) -> Span {
        Span(milliseconds: time.milliseconds &- earlier.milliseconds)
    }
}

/// A length of time in milliseconds. Named so that a bare number can never be taken for minutes or seconds.
public struct Span: Hashable, Comparable, Sendable {
    /// The length in milliseconds; may be negative.
    public var milliseconds: Int64

    /// Makes a span of milliseconds.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// A span of whole seconds.
    public static func seconds(_ seconds: Int) -> Span { Span(milliseconds: Int64(seconds) &* 1000) }

    /// A span of whole minutes.
    public static func minutes(_ minutes: Int) -> Span { Span(milliseconds: Int64(minutes) &* 60_000) }

    /// Nothing.
    public static let zero = Span(milliseconds: 0)

    /// Whole seconds in the span, rounded towards negative infinity.
    public var wholeSeconds: Int64 {
        milliseconds.flooredQuotient(by: 1000)
    }

    /// Whole minutes in the span, rounded towards negative infinity.
    public var wholeMinutes: Int64 {
        milliseconds.flooredQuotient(by: 60_000)
    }

    /// The span in minutes, with its fraction.
    public var minutes: Double { Double(milliseconds) / 60_000 }

    /// Shorter first.
    public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    /// Both spans one after the other.
    public static func + (left: Self, right: Self) -> Self {
        Span(milliseconds: left.milliseconds &+ right.milliseconds)
    }

    /// What is left of `left` after `right`.
    public static func - (left: Self, right: Self) -> Self {
        Span(milliseconds: left.milliseconds &- right.milliseconds)
    }

    /// The span repeated `factor` times.
    public static func * (span: Self, factor: Int64) -> Self {
        Span(milliseconds: span.milliseconds &* factor)
    }
}

extension Span {
    /// Reads `90s`, `5m`, `1h` or `1h30m`, at most a million of each unit; `nil` for anything else.
    public init?(typed text: some StringProtocol) {
        let units: [Character: Int64] = ["h": 3_600_000, "m": 60_000, "s": 1000]
        var total: Int64 = 0
        var digits = ""
        for character in text {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            guard let unit = units[character], digits.utf8.count <= 7, let count = Int64(digits),
                count <= 1_000_000
            else { return nil }
            total += count * unit
            digits = ""
        }
        guard digits.isEmpty, !text.isEmpty else { return nil }
        self.init(milliseconds: total)
    }
}

/// One reading of the boot clock, which runs on while the machine is suspended and starts anew at each boot.
public struct BootReading: Hashable, Sendable, Codable {
    /// Names the boot that the reading belongs to.
    public var id: String
    /// Milliseconds since that boot.
    public var milliseconds: Int64

    /// The name that an exercise gives its clock in place of a machine's boot: what bears it was practised.
    public static let simulation = "simulation"

    /// Makes a reading of the boot clock.
    public init(id: String, milliseconds: Int64) {
        self.id = id
        self.milliseconds = milliseconds
    }

    enum CodingKeys: String, CodingKey {
        case id
        case milliseconds = "ms"
    }
}

/// One instant as all clocks showed it. Everything that happens in the program is stamped with one of these; nothing
/// below the rim ever reads a clock.
public struct Moment: Hashable, Sendable {
    /// What the wall clock showed.
    public var wall: WallTime
    /// What the boot clock showed; `nil` for times that no running console saw (paper, import).
    public var boot: BootReading?
    /// Minutes that local time is ahead of UTC at this instant, for display alone.
    public var utcOffsetMinutes: Int

    /// Makes an instant.
    public init(wall: WallTime, boot: BootReading?, utcOffsetMinutes: Int = 0) {
        self.wall = wall
        self.boot = boot
        self.utcOffsetMinutes = utcOffsetMinutes
    }
}
