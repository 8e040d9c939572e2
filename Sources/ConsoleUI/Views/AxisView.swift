import Canvas
import SessionCore

extension SessionView {
    /// The stretch of time on every axis, in whole seconds of session time: from the first reading to the last thing
    /// that is planned.
    var axisRange: ClosedRange<Int> {
        var first = picture.start ?? picture.now
        var last = picture.phase.isOver ? (picture.discharge.leftAt ?? first) : picture.now
        if let point = picture.trend.first { first = min(first, point.at) }
        if let point = picture.trend.last { last = max(last, point.at) }
        if let checkpoint = picture.checkpoints.first { first = min(first, checkpoint.due) }
        if let checkpoint = picture.checkpoints.last { last = max(last, checkpoint.due) }
        if let end = picture.administration.plannedEnd { last = max(last, end) }
        let lower = seconds(first) - 120
        return lower...max(lower + 1200, seconds(last) + 120)
    }

    func seconds(_ time: SessionTime) -> Int { Int(time.milliseconds / 1000) }

    /// Where the axis is drawn: on a wide screen under the plot, with the same columns.
    private var axisField: Rect {
        layout.tier == .wide ? layout.axis.splitLeft(4).rest : layout.axis
    }

    /// Planned and done on one axis.
    func drawAxis(on surface: inout Surface) {
        guard claim(layout.axis, "axis", on: &surface) else { return }
        let marks = surface.glyphs.marks
        var strip = Strip(range: axisRange, marks: checkpointMarks(marks) + eventMarks(marks))
        if !picture.phase.isOver { strip.now = seconds(picture.now) }
        strip.labels = axisLabels
        strip.draw(on: &surface, in: axisField)
    }

    private func checkpointMarks(_ signs: GlyphSet.Marks) -> [Strip.Mark] {
        picture.checkpoints.map { checkpoint in
            let (sign, role, rank) = look(checkpoint, signs)
            return Strip.Mark(x: seconds(checkpoint.due), sign: sign, role: role, rank: rank)
        }
    }

    private func look(_ checkpoint: CheckpointPicture, _ signs: GlyphSet.Marks) -> (Character, Role, Int) {
        switch checkpoint.state {
        case .planned: (checkpoint.isMandatory ? signs.star : signs.dot, .text, 3)
        case .due: (signs.open, .accent, 8)
        case .late: (signs.half, .notice, 9)
        case .missed: (signs.cross, .warning, 9)
        case .done: (signs.filled, checkpoint.level > .unknown ? checkpoint.level.role : .good, 4)
        case .couldNotDo: (signs.diamond, .notice, 6)
        }
    }

    private func eventMarks(_ signs: GlyphSet.Marks) -> [Strip.Mark] {
        picture.timeline.marks.compactMap { entry in
            guard !entry.isStruck else { return nil }
            let x = seconds(entry.at)
            switch entry.kind {
            case .dose: return Strip.Mark(x: x, sign: signs.down, role: .accent, rank: 7)
            case .note, .effect, .action: return Strip.Mark(x: x, sign: "n", role: .text, rank: 2)
            case .symptom: return Strip.Mark(x: x, sign: "s", role: entry.level.role, rank: 5)
            case .reading where entry.level > .unknown:
                return Strip.Mark(x: x, sign: "!", role: entry.level.role, rank: 6)
            case .reading: return Strip.Mark(x: x, sign: signs.up, role: .dim, rank: 1)
            case .alarm, .checkpoint, .correction, .phase, .console: return nil
            }
        }
    }

    /// T0 and Te, and every half hour between.
    private var axisLabels: [TrendPlot.Label] {
        guard let start = picture.start else {
            return [TrendPlot.Label(x: seconds(picture.now), text: "now")]
        }
        var labels = [TrendPlot.Label(x: seconds(start), text: "T0")]
        if let end = picture.end { labels.append(TrendPlot.Label(x: seconds(end), text: "Te")) }
        let range = axisRange
        var minute = 30
        while minute <= 600, seconds(start) + minute * 60 <= range.upperBound {
            labels.append(TrendPlot.Label(x: seconds(start) + minute * 60, text: "+" + String(minute)))
            minute += 30
        }
        return labels
    }

    /// What the marks mean.
    func drawLegend(on surface: inout Surface) {
        guard claim(layout.legend, "legend", on: &surface) else { return }
        drawLegend(in: layout.legend, on: &surface)
    }

    /// The legend on one line: the marks that matter most when there is no room for all.
    func drawLegend(in legend: Rect, on surface: inout Surface) {
        let signs = surface.glyphs.marks
        let rows: [(Character, String)] = [
            (signs.filled, "done"), (signs.open, "due"), (signs.half, "late"), (signs.cross, "missed"),
            (signs.diamond, "could not do"), (signs.star, "planned, must"), (signs.dot, "planned"),
            (signs.down, "dose"), ("!", "flag"), ("s", "symptom"), ("n", "note"), (signs.up, "reading"),
        ]
        let line = layout.tier == .wide ? legend.splitLeft(4).rest : legend
        surface.draw(
            rows.enumerated().map { Field(String($1.0) + " " + $1.1, .dim, rank: $0) }, in: line)
    }
}
