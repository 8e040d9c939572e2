import Canvas
import SessionCore

extension SessionView {
    /// The pressures over the session with baseline band, limit lines and gaps.
    func drawTrend(on surface: inout Surface) {
        guard layout.trend.rows >= 5, claim(layout.trend, "trend", on: &surface) else { return }
        let range = axisRange
        var plot = TrendPlot(xRange: range)
        plot.series = [TrendPlot.Series(picture.trend.map(sample))]
        if let systolic = picture.baseline?.systolic?.rounded,
            let diastolic = picture.baseline?.diastolic?.rounded, diastolic <= systolic
        {
            plot.bands = [diastolic...systolic]
        }
        let limits = picture.careProtocol.pressure
        plot.limits = [
            TrendPlot.Limit(limits.crisis.systolic), TrendPlot.Limit(limits.high.systolic),
            TrendPlot.Limit(limits.watch.systolic),
        ]
        plot.gaps = picture.gaps.compactMap { gap in
            gap.from <= gap.to ? seconds(gap.from)...seconds(gap.to) : nil
        }
        if !picture.phase.isOver { plot.now = seconds(picture.now) }
        plot.yRange = pressureRange
        plot.draw(on: &surface, in: layout.trend)
    }

    private func sample(_ point: TrendPoint) -> TrendPlot.Sample {
        guard let pressure = point.pressure else {
            return TrendPlot.Sample(x: seconds(point.at), value: .absent, role: .stale, rank: 5)
        }
        let rank = Level.allCases.firstIndex(of: point.level) ?? 0
        return TrendPlot.Sample(
            x: seconds(point.at), value: .span(low: pressure.diastolic, high: pressure.systolic),
            role: point.level.role, rank: rank)
    }

    /// 60-210 mmHg, and as far beyond as was measured.
    private var pressureRange: ClosedRange<Int> {
        var low = 60
        var high = 210
        for pressure in picture.trend.compactMap(\.pressure) {
            low = min(low, pressure.diastolic / 10 * 10)
            high = max(high, (pressure.systolic + 9) / 10 * 10)
        }
        return max(0, low)...min(400, max(high, low + 10))
    }
}
