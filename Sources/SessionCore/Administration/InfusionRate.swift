extension InfusionRate {
    /// The rate in mg/min, whichever way it was read off the pump; `nil` when it is incomplete or no rate at all.
    public var amountPerMinute: Double? { refusal == nil ? amount : nil }

    /// What keeps this from being a rate; `nil` when it is one.
    public var refusal: Refusal? {
        guard let amount else {
            return Refusal("A rate needs mL/h together with mg/mL, or mg/min.")
        }
        let parts = [millilitresPerHour, milligramsPerMillilitre, milligramsPerMinute].compactMap(\.self)
        guard parts.allSatisfy({ $0 > 0 }) else {
            return Refusal("A rate is more than zero; a pump that stands still is paused or ended.")
        }
        guard amount <= InfusionRate.most else {
            return Refusal("A rate is at most \(fixed(InfusionRate.most, 0)) mg/min.")
        }
        if let fromVolume, let milligramsPerMinute, abs(fromVolume - milligramsPerMinute) > fromVolume / 50 {
            return Refusal(
                "\(fixed(fromVolume, 2)) mg/min follows from mL/h and mg/mL, but \(fixed(milligramsPerMinute, 2)) "
                    + "mg/min was given: give one of them.")
        }
        return nil
    }

    /// The fastest rate that can be meant, mg/min (Ebbtide default, unpublished).
    private static let most = 1000.0

    private var fromVolume: Double? {
        guard let millilitresPerHour, let milligramsPerMillilitre else { return nil }
        return millilitresPerHour * milligramsPerMillilitre / 60
    }

    private var amount: Double? { fromVolume ?? milligramsPerMinute }
}
