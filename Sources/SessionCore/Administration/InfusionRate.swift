extension InfusionRate {
    /// The rate in mg/min, whichever way it was read off the pump; `nil` when it is incomplete or no rate at all.
    public var amountPerMinute: Double? { refusal == nil ? amount : nil }

    /// What keeps this from being a rate; `nil` when it is one.
    public var refusal: Refusal? {
        guard let amount else {
            return Refusal("A rate needs mL/h together with mg/mL, or mg/min.")
        }
        guard amount.isFinite, amount > 0 else {
            return Refusal("A rate is more than zero; a pump that stands still is paused or ended.")
        }
        if let fromVolume, let milligramsPerMinute, abs(fromVolume - milligramsPerMinute) > fromVolume / 50 {
            return Refusal(
                "\(fixed(fromVolume, 2)) mg/min follows from mL/h and mg/mL, but \(fixed(milligramsPerMinute, 2)) "
                    + "mg/min was given: give one of them.")
        }
        return nil
    }

    private var fromVolume: Double? {
        guard let millilitresPerHour, let milligramsPerMillilitre else { return nil }
        return millilitresPerHour * milligramsPerMillilitre / 60
    }

    private var amount: Double? { fromVolume ?? milligramsPerMinute }
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

extension Span {
    /// The span as `4:59`, minutes and whole seconds, for sentences in which the seconds decide.
    var minutesAndSeconds: String {
        let seconds = wholeSeconds
        let rest = String(abs(seconds % 60))
        return (seconds < 0 ? "-" : "") + "\(abs(seconds / 60)):" + (rest.count < 2 ? "0" : "") + rest
    }
}
