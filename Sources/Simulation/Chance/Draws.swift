extension SeededChance {
    /// The chance of one question about a patient, which no other question disturbs: what is drawn for one label
    /// stays the same whatever else is drawn, and in whatever order.
    public static func of(_ label: UInt64, _ detail: UInt64 = 0, seed: UInt64) -> SeededChance {
        var mixer = SeededChance(seed: seed)
        let first = mixer.next()
        mixer = SeededChance(seed: first ^ (label &* 0xD6E8_FEB8_6659_FD93))
        let second = mixer.next()
        mixer = SeededChance(seed: second ^ (detail &* 0xA076_1D64_78BD_642F))
        return SeededChance(seed: mixer.next())
    }

    /// A number from 0 to below 1, every 53-bit fraction alike.
    public mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number between two bounds, all alike.
    public mutating func uniform(_ bounds: ClosedRange<Double>) -> Double {
        bounds.lowerBound + (bounds.upperBound - bounds.lowerBound) * fraction()
    }

    /// Whether something of this probability happens, 0 never to 1 always.
    public mutating func happens(_ probability: Double) -> Bool { fraction() < probability }

    /// A normally distributed number (polar method, Marsaglia and Bray 1964).
    public mutating func normal(mean: Double = 0, deviation: Double = 1) -> Double {
        while true {
            let x = 2 * fraction() - 1
            let y = 2 * fraction() - 1
            let square = x * x + y * y
            guard square < 1, square > 0 else { continue }
            return mean + deviation * x * (-2 * Elementary.logarithm(square) / square).squareRoot()
        }
    }

    /// A log-normally distributed number of this mean and this coefficient of variation (SD by mean).
    public mutating func logNormal(mean: Double, variation: Double) -> Double {
        let variance = Elementary.logarithm(1 + variation * variation)
        return mean * Elementary.exponential(normal(mean: -variance / 2, deviation: variance.squareRoot()))
    }

    /// A log-normally distributed number of this median, its logarithm spread as a coefficient of variation says.
    public mutating func logNormal(median: Double, variation: Double) -> Double {
        let variance = Elementary.logarithm(1 + variation * variation)
        return median * Elementary.exponential(normal(deviation: variance.squareRoot()))
    }
}
