extension TrendPlot {
    /// Draws the plot into a rectangle. The upright axis with its numbers is left out below 12 columns, the labels
    /// below 4 rows.
    public func draw(on surface: inout Surface, in rect: Rect) {
        guard !rect.isEmpty else { return }
        let vertical = verticalRange
        let hasLabels = rect.rows >= 4 && !labels.isEmpty
        let (upper, foot) = rect.splitBottom(hasLabels ? 1 : 0)
        let numbers = max("\(vertical.lowerBound)".count, "\(vertical.upperBound)".count)
        let (axis, field) = upper.splitLeft(rect.columns >= 12 ? numbers + 1 : 0)
        guard !field.isEmpty else { return }
        let drawing = Drawing(
            plot: self, field: field, x: Scale(range: xRange, cells: field.columns),
            y: Scale(range: vertical, cells: field.rows))
        drawing.bands(on: &surface)
        drawing.limits(on: &surface)
        drawing.now(on: &surface)
        for series in series { drawing.samples(of: series, on: &surface) }
        if !axis.isEmpty { drawing.axis(on: &surface, in: axis) }
        if hasLabels {
            let line = Rect(column: field.left, row: foot.top, columns: field.columns, rows: 1)
            LabelLine.draw(labels, scale: drawing.x, on: &surface, in: line)
        }
    }

    /// A plot with the scales that belong to one rectangle.
    private struct Drawing {
        let plot: TrendPlot
        let field: Rect
        let x: Scale
        let y: Scale

        func row(_ value: Int) -> Int? { y.cell(value).map { field.bottom - 1 - $0 } }

        func nearestRow(_ value: Int) -> Int { field.bottom - 1 - (y.nearestCell(value) ?? 0) }

        /// The columns outside of every gap, as runs from the left.
        var known: [Range<Int>] {
            let gaps = plot.gaps.compactMap { gap -> ClosedRange<Int>? in
                guard gap.upperBound >= x.range.lowerBound, gap.lowerBound <= x.range.upperBound,
                    let first = x.nearestCell(gap.lowerBound), let last = x.nearestCell(gap.upperBound)
                else { return nil }
                return first...last
            }
            var runs: [Range<Int>] = []
            var start = 0
            for gap in gaps.sorted(by: { $0.lowerBound < $1.lowerBound }) {
                if gap.lowerBound > start { runs.append(start..<gap.lowerBound) }
                start = max(start, gap.upperBound + 1)
            }
            return start < field.columns ? runs + [start..<field.columns] : runs
        }

        /// Fills the known columns of some rows with one sign.
        private func fill(
            _ rows: ClosedRange<Int>, with sign: Character, role: Role, on surface: inout Surface
        ) {
            for run in known {
                let rect = Rect(
                    column: field.left + run.lowerBound, row: rows.lowerBound, columns: run.count,
                    rows: rows.count)
                surface.fill(rect.intersection(field), with: sign, role: role)
            }
        }

        func bands(on surface: inout Surface) {
            for band in plot.bands where band.overlaps(y.range) {
                let rows = nearestRow(band.upperBound)...nearestRow(band.lowerBound)
                fill(rows, with: surface.glyphs.lines.shade, role: .band, on: &surface)
            }
        }

        func limits(on surface: inout Surface) {
            for limit in plot.limits {
                guard let row = row(limit.value) else { continue }
                fill(row...row, with: surface.glyphs.lines.horizontal, role: limit.role, on: &surface)
            }
        }

        func now(on surface: inout Surface) {
            guard let now = plot.now, let column = x.cell(now) else { return }
            let sign = String(surface.glyphs.lines.broken)
            for row in field.top..<field.bottom {
                put(sign, column: column, row: row, role: .accent, on: &surface)
            }
        }

        func samples(of series: Series, on surface: inout Surface) {
            var winners: [Int: Sample] = [:]
            for sample in series.samples {
                guard let column = x.cell(sample.x) else { continue }
                if let other = winners[column],
                    (other.rank, other.x) > (sample.rank, sample.x)
                {
                    continue
                }
                winners[column] = sample
            }
            let sign = String(series.sign ?? surface.glyphs.marks.filled)
            for (column, sample) in winners { draw(sample, sign: sign, column: column, on: &surface) }
        }

        private func draw(_ sample: Sample, sign: String, column: Int, on surface: inout Surface) {
            switch sample.value {
            case .absent: put("?", column: column, row: field.bottom - 1, role: .stale, on: &surface)
            case .single(let value):
                put(sign, column: column, row: nearestRow(value), role: sample.role, on: &surface)
            case .span(let low, let high):
                let top = nearestRow(max(low, high))
                let bottom = nearestRow(min(low, high))
                let bar = surface.glyphs.lines.bar
                for row in top...bottom {
                    let part = top == bottom ? 3 : row == top ? 0 : row == bottom ? 2 : 1
                    put(String(bar[part]), column: column, row: row, role: sample.role, on: &surface)
                }
            }
        }

        /// The upright axis: the numbers of the limit lines first, then round numbers where a row is free.
        func axis(on surface: inout Surface, in axis: Rect) {
            let (numbers, line) = axis.splitRight(1)
            surface.vline(at: line.origin, rows: line.rows)
            var taken: Set<Int> = []
            let ticks = y.ticks(everyCells: 2).map { Limit($0, role: .dim) }
            for tick in plot.limits + ticks {
                guard let row = row(tick.value), taken.insert(row).inserted else { continue }
                surface.putRight(
                    "\(tick.value)",
                    in: Rect(column: numbers.left, row: row, columns: numbers.columns, rows: 1),
                    role: tick.role)
            }
        }

        private func put(_ sign: String, column: Int, row: Int, role: Role, on surface: inout Surface) {
            surface.put(sign, at: Point(column: field.left + column, row: row), role: role, clip: field)
        }
    }
}
