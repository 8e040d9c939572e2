/// A published figure beside the one that this run came to.
public struct CohortRow: Hashable, Sendable {
    /// Name of the row; several lines may share one.
    public var name: String
    /// The publication.
    public var source: String
    /// What was measured, with its unit.
    public var what: String
    /// The figure as published.
    public var published: String
    /// The figure of this run.
    public var computed: Double
    /// Where it has to lie.
    public var accepted: ClosedRange<Double>

    /// Whether it lies there.
    public var passes: Bool { accepted.contains(computed) }

    init(
        _ name: String, _ source: String, _ what: String, published: String, _ computed: Double,
        _ accepted: ClosedRange<Double>
    ) {
        self.name = name
        self.source = source
        self.what = what
        self.published = published
        self.computed = computed
        self.accepted = accepted
    }

    /// A figure that has to be met within a share of itself.
    static func near(
        _ name: String, _ source: String, _ what: String, _ published: Double, _ computed: Double,
        within share: Double
    ) -> CohortRow {
        CohortRow(
            name, source, what, published: published.written(1), computed,
            published * (1 - share)...published * (1 + share))
    }
}

extension Double {
    /// The number with a fixed count of decimals, rounded half away from zero; a dash when it is none.
    public func written(_ decimals: Int) -> String {
        let places = Swift.min(Swift.max(decimals, 0), 6)
        let scale = (0..<places).reduce(1.0) { product, _ in product * 10 }
        let scaled = (self * scale).rounded()
        guard scaled.isFinite, abs(scaled) < 1e15 else { return "-" }
        let digits = String(Int64(abs(scaled)))
        let padded = String(repeating: "0", count: Swift.max(0, places + 1 - digits.count)) + digits
        let sign = scaled < 0 ? "-" : ""
        guard places > 0 else { return sign + padded }
        return sign + padded.dropLast(places) + "." + padded.suffix(places)
    }
}
