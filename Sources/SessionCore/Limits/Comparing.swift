extension Int {
    /// Whether this value has reached `threshold`, or lies less than `slack` under it.
    func reaches(_ threshold: Int, slack: Int) -> Bool {
        self >= threshold || (slack > 0 && self > threshold &- slack)
    }
}

extension ExactMean {
    /// Whether `value` lies at least `percent` % above the mean. Never true of a mean that is not positive.
    func isRisen(_ value: Int, percent: Int) -> Bool {
        sum > 0 && 100 &* scaledRise(of: value) >= percent &* sum
    }

    /// Whether `value` lies at least `percent` % below the mean. Never true of a mean that is not positive.
    func isFallen(_ value: Int, percent: Int) -> Bool {
        sum > 0 && 100 &* scaledRise(of: value) <= (0 &- percent) &* sum
    }

    /// How many whole percent `value` lies above the mean, rounded towards zero, for display alone.
    func wholePercent(above value: Int) -> Int {
        sum > 0 ? (100 &* scaledRise(of: value)) / sum : 0
    }
}
