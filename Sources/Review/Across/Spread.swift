import SessionCore

/// How measured times are spread: an exact count for each whole second up to a day, so that medians over any number of
/// sessions take no more memory than that. Longer times count as a day.
public struct Spread: Hashable, Sendable {
    /// The longest time that is told apart, in seconds.
    public static let most = 86_400
    private var counts: [Int: Int] = [:]
    /// How many times were added.
    public private(set) var count = 0

    /// An empty spread.
    public init() {}

    /// Adds one time, in whole seconds rounded down.
    public mutating func add(_ span: Span) {
        counts[Int(min(max(0, span.wholeSeconds), Int64(Spread.most))), default: 0] += 1
        count += 1
    }

    /// The smallest time that at least `percent` of all do not exceed (nearest rank); `nil` when there are none.
    public func quantile(percent: Int) -> Span? {
        guard count > 0 else { return nil }
        let rank = max(1, (count &* min(max(percent, 0), 100) &+ 99) / 100)
        var seen = 0
        for second in counts.keys.sorted() {
            seen += counts[second] ?? 0
            if seen >= rank { return .seconds(second) }
        }
        return nil
    }

    /// The middle time; of an even number the lower one.
    public var median: Span? { quantile(percent: 50) }

    /// The longest time.
    public var longest: Span? { counts.keys.max().map { .seconds($0) } }
}
