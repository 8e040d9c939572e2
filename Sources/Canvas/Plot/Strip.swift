/// A horizontal axis of one line with marks on it, and a line of labels below where there is room for two.
public struct Strip: Equatable, Sendable {
    /// A sign at one place.
    public struct Mark: Equatable, Sendable {
        /// The place on the axis.
        public var x: Int
        /// The sign, of one column.
        public var sign: Character
        /// How it is drawn.
        public var role: Role
        /// Who wins where two marks fall on one column: the higher rank, and between equals the later place.
        public var rank: Int

        /// A mark from its place, sign, role and rank.
        public init(x: Int, sign: Character, role: Role = .text, rank: Int = 0) {
            self.x = x
            self.sign = sign
            self.role = role
            self.rank = rank
        }
    }

    /// The first and the last place of the axis.
    public var range: ClosedRange<Int>
    /// The marks, in any order.
    public var marks: [Mark]
    /// The present; nil for none. It is drawn under the marks.
    public var now: Int?
    /// Texts below the axis, the more important first.
    public var labels: [TrendPlot.Label]

    /// An axis with its marks.
    public init(range: ClosedRange<Int>, marks: [Mark] = [], now: Int? = nil, labels: [TrendPlot.Label] = [])
    {
        self.range = range
        self.marks = marks
        self.now = now
        self.labels = labels
    }

    /// Draws the axis into the first row of a rectangle and the labels into the second.
    public func draw(on surface: inout Surface, in rect: Rect) {
        guard !rect.isEmpty else { return }
        let (axis, below) = rect.splitTop(1)
        let scale = Scale(range: range, cells: rect.columns)
        surface.hline(at: axis.origin, columns: axis.columns)
        if let now, let column = scale.cell(now) {
            let point = Point(column: axis.left + column, row: axis.top)
            surface.put(String(surface.glyphs.lines.vertical), at: point, role: .accent, clip: axis)
        }
        for mark in marks.sorted(by: { ($0.rank, $0.x) < ($1.rank, $1.x) }) {
            guard let column = scale.cell(mark.x) else { continue }
            surface.fill(
                Rect(column: axis.left + column, row: axis.top, columns: 1, rows: 1).intersection(axis),
                with: mark.sign, role: mark.role)
        }
        if !below.isEmpty { LabelLine.draw(labels, scale: scale, on: &surface, in: below.row(0)) }
    }
}

/// Texts below an axis: each whole, at its place or moved left to end at the edge, and never touching another.
enum LabelLine {
    static func draw(_ labels: [TrendPlot.Label], scale: Scale, on surface: inout Surface, in line: Rect) {
        guard !line.isEmpty else { return }
        var taken: [Range<Int>] = []
        for label in labels {
            let columns = Printable(label.text, form: surface.glyphs.form).columns
            guard columns > 0, columns <= line.columns, let column = scale.cell(label.x) else { continue }
            let start = min(column, line.columns - columns)
            let room = start - 1..<start + columns + 1
            guard !taken.contains(where: { $0.overlaps(room) }) else { continue }
            taken.append(start..<start + columns)
            surface.put(
                label.text, at: Point(column: line.left + start, row: line.top), role: .dim, clip: line)
        }
    }
}
