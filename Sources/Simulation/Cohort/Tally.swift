/// Mean and spread of what was counted, without keeping it.
public struct Tally: Hashable, Sendable {
    /// How many.
    public private(set) var count = 0
    /// Their mean; 0 of none.
    public private(set) var mean = 0.0
    private var squares = 0.0

    /// Counts one more (Welford's way, which does not lose digits).
    mutating func add(_ value: Double) {
        count += 1
        let before = value - mean
        mean += before / Double(count)
        squares += before * (value - mean)
    }

    /// Standard deviation; 0 of fewer than two.
    public var deviation: Double { count > 1 ? (squares / Double(count - 1)).squareRoot() : 0 }
}

extension [Double] {
    /// The median; 0 of none.
    var median: Double {
        guard !isEmpty else { return 0 }
        let ordered = sorted()
        let middle = ordered.count / 2
        return ordered.count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2
    }

    /// Pearson's correlation with another list of the same length; 0 where there is none.
    func correlation(with other: [Double]) -> Double {
        let count = Double(Swift.min(self.count, other.count))
        guard count > 1 else { return 0 }
        let mean = reduce(0, +) / count
        let otherMean = other.reduce(0, +) / count
        var product = 0.0
        var square = 0.0
        var otherSquare = 0.0
        for (left, right) in zip(self, other) {
            product += (left - mean) * (right - otherMean)
            square += (left - mean) * (left - mean)
            otherSquare += (right - otherMean) * (right - otherMean)
        }
        let scale = (square * otherSquare).squareRoot()
        return scale > 0 ? product / scale : 0
    }
}
