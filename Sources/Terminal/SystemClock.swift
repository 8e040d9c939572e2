import CTerminal

/// The clocks of the machine. Only the rim may ask them; everything inside is told the time.
public enum SystemClock {
    /// Milliseconds since the machine started, suspended time included; never set, never goes back.
    public static var bootMilliseconds: Int64 { ct_boot_milliseconds() }

    /// Milliseconds since the machine started, suspended time left out.
    public static var awakeMilliseconds: Int64 { ct_awake_milliseconds() }

    /// Milliseconds since 1970-01-01 00:00 UTC, as far as somebody has set the clock right.
    public static var wallMilliseconds: Int64 { ct_wall_milliseconds() }

    /// How far local time is ahead of UTC at an instant of the wall clock, in seconds.
    public static func utcOffsetSeconds(atWallMilliseconds instant: Int64) -> Int {
        Int(ct_utc_offset(instant))
    }

    /// The name of this start of the machine, 36 characters; nil when the system does not say. Two readings of the
    /// boot clock compare only when it is the same.
    public static var bootIdentifier: String? {
        var name = [CChar](repeating: 0, count: 37)
        guard ct_boot_identifier(&name) else { return nil }
        return String(decoding: name.prefix(36).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
