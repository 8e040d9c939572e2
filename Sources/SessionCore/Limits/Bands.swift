extension UpperLimits {
    /// Whether the protocol states no limit at all.
    var isEmpty: Bool { watch == nil && high == nil && crisis == nil }

    /// The worst band that `value` has reached, as a finding; empty when it has reached none.
    func findings(_ value: Int, rule: String, inTenths: Bool = false) -> [Finding] {
        let bands: [(Level, Int?)] = [(.crisis, crisis), (.high, high), (.watch, watch)]
        for case (let level, let limit?) in bands where value >= limit {
            return [
                Finding(rule: rule, level: level, words: "≥ \(inTenths ? limit.inTenths : String(limit))")
            ]
        }
        return []
    }
}

extension LowerLimits {
    /// Whether the protocol states no limit at all.
    var isEmpty: Bool { watch == nil && high == nil && crisis == nil }

    /// The worst band that `value` has fallen to, as a finding; empty when it has fallen to none.
    func findings(_ value: Int, rule: String, unit: String = "", inTenths: Bool = false) -> [Finding] {
        let bands: [(Level, Int?)] = [(.crisis, crisis), (.high, high), (.watch, watch)]
        for case (let level, let limit?) in bands where value <= limit {
            let number = inTenths ? limit.inTenths : String(limit)
            return [Finding(rule: rule, level: level, words: "≤ \(number)\(unit)")]
        }
        return []
    }

    /// The same bands moved together so that the mildest begins just below `lower`; unchanged without it.
    func shifted(toBeginBelow lower: Int?) -> LowerLimits {
        guard let lower, let first = watch ?? high ?? crisis else { return self }
        let shift = lower &- 1 &- first
        return LowerLimits(
            watch: watch.map { $0 &+ shift }, high: high.map { $0 &+ shift },
            crisis: crisis.map { $0 &+ shift })
    }
}
