/// A plot of numbers over a horizontal axis: spans from low to high or single values, a shaded band, limit lines,
/// gaps and the line of the present. Units are the caller's; the plot only needs whole numbers. It draws what fits,
/// at any size.
public struct TrendPlot: Equatable, Sendable {
    /// What was found at one place.
    public enum Value: Equatable, Sendable {
        /// From a low to a high number, drawn as an upright bar.
        case span(low: Int, high: Int)
        /// One number, drawn as a mark.
        case single(Int)
        /// Nothing was found; drawn as a question mark at the foot, unlike a zero.
        case absent
    }

    /// One value at one place.
    public struct Sample: Equatable, Sendable {
        /// The place on the horizontal axis.
        public var x: Int
        /// What was found there.
        public var value: Value
        /// How it is drawn.
        public var role: Role
        /// Who wins where two samples fall on one column: the higher rank, and between equals the later.
        public var rank: Int

        /// A sample from its place, value, role and rank.
        public init(x: Int, value: Value, role: Role = .text, rank: Int = 0) {
            self.x = x
            self.value = value
            self.role = role
            self.rank = rank
        }
    }

    /// Samples that belong together.
    public struct Series: Equatable, Sendable {
        /// The samples, in any order of place.
        public var samples: [Sample]
        /// The sign of single values; nil for a filled circle.
        public var sign: Character?

        /// A series from its samples and the sign of its single values.
        public init(_ samples: [Sample], sign: Character? = nil) {
            self.samples = samples
            self.sign = sign
        }
    }

    /// A line across the plot.
    public struct Limit: Equatable, Sendable {
        /// Where it is on the upright axis.
        public var value: Int
        /// How it is drawn.
        public var role: Role

        /// A limit line from its value and role.
        public init(_ value: Int, role: Role = .limit) {
            self.value = value
            self.role = role
        }
    }

    /// A text below the horizontal axis.
    public struct Label: Equatable, Sendable {
        /// The place under which it starts.
        public var x: Int
        /// The text, drawn whole or not at all.
        public var text: String

        /// A label from its place and text.
        public init(x: Int, text: String) {
            self.x = x
            self.text = text
        }
    }

    /// The first and the last place of the horizontal axis.
    public var xRange: ClosedRange<Int>
    /// The lowest and the highest number of the upright axis; nil to fit everything that is drawn.
    public var yRange: ClosedRange<Int>?
    /// What is plotted; later series are drawn over earlier ones.
    public var series: [Series]
    /// Shaded ranges of the upright axis.
    public var bands: [ClosedRange<Int>]
    /// Lines across the plot.
    public var limits: [Limit]
    /// Parts of the horizontal axis about which nothing is known; neither band nor line is drawn there.
    public var gaps: [ClosedRange<Int>]
    /// The present; nil for none.
    public var now: Int?
    /// Texts below the horizontal axis, the more important first.
    public var labels: [Label]

    /// A plot over this horizontal axis with nothing on it yet.
    public init(
        xRange: ClosedRange<Int>, yRange: ClosedRange<Int>? = nil, series: [Series] = [],
        bands: [ClosedRange<Int>] = [], limits: [Limit] = [], gaps: [ClosedRange<Int>] = [], now: Int? = nil,
        labels: [Label] = []
    ) {
        self.xRange = xRange
        self.yRange = yRange
        self.series = series
        self.bands = bands
        self.limits = limits
        self.gaps = gaps
        self.now = now
        self.labels = labels
    }

    /// The range of the upright axis: what was asked for, or tens around everything that is drawn.
    var verticalRange: ClosedRange<Int> {
        if let yRange { return yRange }
        var values = limits.map(\.value) + bands.flatMap { [$0.lowerBound, $0.upperBound] }
        for sample in series.flatMap(\.samples) where xRange.contains(sample.x) {
            switch sample.value {
            case .span(let low, let high): values += [low, high]
            case .single(let value): values.append(value)
            case .absent: break
            }
        }
        guard let low = values.min(), let high = values.max() else { return 0...10 }
        let limit = Int.max / 4
        let floor = low.clamped(to: -limit...limit)
        let ceiling = high.clamped(to: -limit...limit)
        let below = ((floor % 10) + 10) % 10
        let above = (10 - ((ceiling % 10) + 10) % 10) % 10
        let bottom = floor - below
        return bottom...max(ceiling + above, bottom + 10)
    }
}
