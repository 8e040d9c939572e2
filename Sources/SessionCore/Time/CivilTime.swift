/// A wall time taken apart into calendar fields of the proleptic Gregorian calendar.
public struct CivilTime: Hashable, Sendable {
    /// Calendar year.
    public var year: Int
    /// Month 1-12.
    public var month: Int
    /// Day of the month 1-31.
    public var day: Int
    /// Hour 0-23.
    public var hour: Int
    /// Minute 0-59.
    public var minute: Int
    /// Second 0-59.
    public var second: Int
    /// Millisecond 0-999.
    public var millisecond: Int

    /// The calendar fields of `time` in a zone that is `utcOffsetMinutes` ahead of UTC.
    public init(_ time: WallTime, utcOffsetMinutes: Int = 0) {
        let local = time.milliseconds &+ Int64(utcOffsetMinutes) &* 60_000
        let dayNumber = local.flooredQuotient(by: 86_400_000)
        let inDay = Int(local &- dayNumber &* 86_400_000)
        (year, month, day) = CivilTime.date(ofDay: dayNumber)
        hour = inDay / 3_600_000
        minute = inDay / 60_000 % 60
        second = inDay / 1000 % 60
        millisecond = inDay % 1000
    }

    /// The wall time of these fields in a zone that is `utcOffsetMinutes` ahead of UTC.
    public func wallTime(utcOffsetMinutes: Int = 0) -> WallTime {
        let days = CivilTime.dayNumber(year: year, month: month, day: day)
        let inDay = Int64(((hour &* 60 &+ minute) &* 60 &+ second) &* 1000 &+ millisecond)
        return WallTime(milliseconds: days &* 86_400_000 &+ inDay &- Int64(utcOffsetMinutes) &* 60_000)
    }

    /// Days since 1970-01-01 of a calendar date: years are counted from March, so that the leap day comes last.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int64 {
        let shifted = Int64(month <= 2 ? year - 1 : year)
        let era = shifted.flooredQuotient(by: 400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func date(ofDay dayNumber: Int64) -> (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
        let year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
        return (year, month, Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1))
    }
}

extension Int64 {
    /// The quotient rounded towards negative infinity.
    func flooredQuotient(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

extension WallTime: Codable {
    /// Reads `2026-03-01T14:05:00Z`, with up to three decimals of a second and `Z` or an offset such as `+02:00`.
    public init?(iso8601 text: some StringProtocol) {
        var text = String(text)
        guard let time = text.withUTF8({ WallTime(iso8601: $0) }) else { return nil }
        self = time
    }

    private init?(iso8601 bytes: UnsafeBufferPointer<UInt8>) {
        var reader = ISOReader(bytes: bytes)
        guard let fields = reader.date(), let offset = reader.offset(), reader.isAtEnd else { return nil }
        self = fields.wallTime(utcOffsetMinutes: offset)
        let check = CivilTime(self, utcOffsetMinutes: offset)
        // 31 February would silently become March.
        guard check.day == fields.day, check.month == fields.month else { return nil }
    }

    /// The time as `2026-03-01T14:05:00.000Z`.
    public var iso8601: String {
        let fields = CivilTime(self)
        return String(unsafeUninitializedCapacity: 32) { text in
            var length = 0
            func put(_ sign: Unicode.Scalar) {
                text.initializeElement(at: length, to: UInt8(ascii: sign))
                length += 1
            }
            func put(_ number: Int, digits: Int) {
                var divisor = 1
                for _ in 1..<digits { divisor *= 10 }
                while number / divisor > 9 { divisor *= 10 }
                while divisor > 0 {
                    text.initializeElement(at: length, to: UInt8(ascii: "0") + UInt8(number / divisor % 10))
                    length += 1
                    divisor /= 10
                }
            }
            if fields.year < 0 { put("-") }
            put(abs(fields.year), digits: 4)
            for (sign, number) in [
                ("-", fields.month), ("-", fields.day), ("T", fields.hour), (":", fields.minute),
                (":", fields.second),
            ] as [(Unicode.Scalar, Int)] {
                put(sign)
                put(number, digits: 2)
            }
            put(".")
            put(fields.millisecond, digits: 3)
            put("Z")
            return length
        }
    }

    /// Reads the ISO 8601 form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = WallTime(iso8601: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not a time such as 2026-03-01T14:05:00Z: \(text)")
        }
        self = time
    }

    /// Writes the ISO 8601 form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso8601)
    }
}

/// Reads the parts of a time in ISO 8601 one after the other.
private struct ISOReader {
    let bytes: UnsafeBufferPointer<UInt8>
    private var next = 16

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { next == bytes.count }

    private func number(_ from: Int, _ count: Int) -> Int? {
        guard from + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[from..<(from + count)] {
            guard byte >= 48, byte <= 57 else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }

    private func has(_ sign: Unicode.Scalar, _ at: Int) -> Bool {
        at < bytes.count && bytes[at] == UInt8(ascii: sign)
    }

    /// Date and clock; the second and its decimals may be left out.
    mutating func date() -> CivilTime? {
        guard let year = number(0, 4), has("-", 4), let month = number(5, 2), has("-", 7),
            let day = number(8, 2), has("T", 10) || has(" ", 10), let hour = number(11, 2), has(":", 13),
            let minute = number(14, 2), (1...12).contains(month), (1...31).contains(day), hour < 24,
            minute < 60
        else { return nil }
        var fields = CivilTime(WallTime(milliseconds: 0))
        (fields.year, fields.month, fields.day) = (year, month, day)
        (fields.hour, fields.minute, fields.second, fields.millisecond) = (hour, minute, 0, 0)
        guard has(":", next) else { return fields }
        guard let second = number(next + 1, 2), second < 60 else { return nil }
        fields.second = second
        next += 3
        if has(".", next) {
            guard let millisecond = decimals() else { return nil }
            fields.millisecond = millisecond
        }
        return fields
    }

    /// The decimals of a second as milliseconds; what is finer than one is dropped.
    private mutating func decimals() -> Int? {
        var (millisecond, digits) = (0, 0)
        next += 1
        while let digit = number(next, 1) {
            if digits < 3 { millisecond = millisecond * 10 + digit }
            digits += 1
            next += 1
        }
        guard digits > 0 else { return nil }
        for _ in min(digits, 3)..<3 { millisecond *= 10 }
        return millisecond
    }

    /// Minutes ahead of UTC: `Z`, or an offset such as `+02:00`.
    mutating func offset() -> Int? {
        if has("Z", next) {
            next += 1
            return 0
        }
        guard has("+", next) || has("-", next), let hours = number(next + 1, 2), has(":", next + 3),
            let minutes = number(next + 4, 2), hours < 24, minutes < 60
        else { return nil }
        let sign = has("-", next) ? -1 : 1
        next += 6
        return (hours * 60 + minutes) * sign
    }
}
