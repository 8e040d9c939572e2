/// A number of milligrams or a rate, with at most that many decimals and no idle zeros: `18.4`, `35`. What cannot be
/// written (not a number, or beyond 10^12) is `?`.
public func figures(_ value: Double, decimals: Int = 2) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "?" }
    var text = fixed(value, decimals)
    guard text.contains(".") else { return text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
}

/// A number with a fixed count of decimals, rounded half away from zero, for sentences. What cannot be written (not a
/// number, or beyond 10^15) is a dash.
func fixed(_ value: Double, _ decimals: Int) -> String {
    let scale = [1.0, 10, 100, 1000][min(max(decimals, 0), 3)]
    let scaled = (value * scale).rounded()
    guard scaled.isFinite, abs(scaled) < 1e15 else { return "–" }
    let whole = Int64(abs(scaled))
    let factor = Int64(scale)
    let sign = scaled < 0 ? "-" : ""
    guard factor > 1 else { return sign + String(whole) }
    let fraction = String(whole % factor)
    let zeros = String(repeating: "0", count: max(0, String(factor).count - 1 - fraction.count))
    return sign + String(whole / factor) + "." + zeros + fraction
}

extension Int {
    /// A number of tenths as a decimal: 368 is `36.8`.
    var inTenths: String {
        let magnitude = self.magnitude
        return (self < 0 ? "-" : "") + "\(magnitude / 10).\(magnitude % 10)"
    }
}

extension Span {
    /// The span as `4 min 59 s`, for sentences in which the seconds decide; `21 min` where they are none.
    var minutesAndSeconds: String {
        let (minutes, seconds) = (wholeSeconds / 60, wholeSeconds % 60)
        if minutes == 0 { return "\(seconds) s" }
        return seconds == 0 ? "\(minutes) min" : "\(minutes) min \(abs(seconds)) s"
    }
}

extension Int {
    /// With a leading zero below ten.
    var twoDigits: String { (0..<10).contains(self) ? "0\(self)" : String(self) }
}
