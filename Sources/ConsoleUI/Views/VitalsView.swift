import Canvas
import SessionCore

extension SessionView {
    /// The vitals of the grid, row by row.
    private static let grid: [[Vital]] = [
        [.heartRate, .alertness, .intensity],
        [.oxygenSaturation, .agitation, .distress],
        [.respiratoryRate, .orientation, .nausea],
        [.temperature, .endTidalCO2, .meanPressure],
    ]

    private static let table: [Vital] = [
        .heartRate, .oxygenSaturation, .respiratoryRate, .alertness, .agitation, .orientation, .intensity,
        .distress, .nausea, .temperature, .endTidalCO2, .meanPressure,
    ]

    /// The last value of each vital with its flag, change and age.
    func drawVitals(on surface: inout Surface) {
        guard claim(layout.vitals, "vitals", on: &surface) else { return }
        switch layout.tier {
        case .wide: drawTable(on: &surface)
        case .standard: drawGrid(on: &surface)
        case .small: drawLines(on: &surface)
        }
    }

    private func drawTable(on surface: inout Surface) {
        let shown = SessionView.table.filter { SessionView.isAlwaysShown($0) || picture.latest[$0] != nil }
        for (index, vital) in shown.enumerated() where index < layout.vitals.rows {
            let line = layout.vitals.row(index)
            let parts = line.splitLeft(13)
            surface.put(vital.fullName, at: line.origin, role: .dim, clip: parts.left)
            guard let value = picture.latest[vital] else {
                surface.put("    -", at: parts.rest.origin, role: .dim, clip: parts.rest)
                continue
            }
            let role = value.isStale ? Role.stale : value.level.role
            let field = parts.rest.splitLeft(6)
            surface.putRight(
                vital.figures(value.value) + (value.isUnconfirmed ? "?" : " "), in: field.left, role: role)
            surface.draw(tableFields(vital, value, role), in: field.rest)
        }
    }

    private func tableFields(_ vital: Vital, _ value: LatestValue, _ role: Role) -> [Field] {
        let unit = vital == .oxygenSaturation ? vital.unit + gasText : vital.unit
        let blank = value.isUnconfirmed ? " " : ""
        let padded = blank + unit + String(repeating: " ", count: max(0, 6 - unit.utf8.count))
        var fields = [Field(padded, .dim, rank: 5)]
        if value.level > .unknown {
            fields.append(Field(value.level.tag, role, rank: 0, gap: 1))
            fields.append(Field(value.level.words(value.direction), role, rank: 4, gap: 1))
        }
        if value.level == .unknown { fields.append(Field("level unknown", .dim, rank: 6, gap: 1)) }
        if value.isUnconfirmed { fields.append(Field("unconfirmed", .notice, rank: 7, gap: 1)) }
        if value.isStale { fields.append(Field("stale", .stale, rank: 1, gap: 1, isRight: true)) }
        if let change = value.change, Self.hasBaseline(vital) {
            fields.append(Field(vital.writtenChange(change), .text, rank: 3, gap: 1, isRight: true))
        }
        let age = TimeText.age(picture.now - value.at)
        let aligned = String(repeating: " ", count: max(0, 4 - age.utf8.count)) + age
        fields.append(Field(aligned, value.isStale ? .stale : .dim, rank: 2, gap: 1, isRight: true))
        return fields
    }

    private func drawGrid(on surface: inout Surface) {
        let first = max(26, layout.vitals.columns * 26 / 80)
        let other = (layout.vitals.columns - first - 4) / 2
        for (index, vitals) in SessionView.grid.enumerated() where index < layout.vitals.rows {
            var rest = layout.vitals.row(index)
            for (place, vital) in vitals.enumerated() {
                let parts = rest.splitLeft(place == 0 ? first : other)
                drawCell(vital, in: parts.left, isFirst: place == 0, on: &surface)
                rest = parts.rest.splitLeft(2).rest
            }
        }
    }

    private func drawCell(_ vital: Vital, in cell: Rect, isFirst: Bool, on surface: inout Surface) {
        let label = cell.splitLeft(isFirst ? 5 : 9)
        let value = picture.latest[vital]
        guard value != nil || Self.isAlwaysShown(vital) else { return }
        surface.put(vital.shortName, at: cell.origin, role: .dim, clip: label.left)
        guard let value else {
            surface.put(isFirst ? "  -" : " -", at: label.rest.origin, role: .dim, clip: label.rest)
            return
        }
        let role = value.isStale ? Role.stale : value.level.role
        let number = label.rest.splitLeft(isFirst ? 3 : 2)
        let written = vital.figures(value.value)
        var rest = number.rest
        if written.utf8.count > number.left.columns {
            // A value wider than its column (a temperature, a large pressure) begins there and moves the rest.
            let wide = label.rest.splitLeft(written.utf8.count)
            surface.put(written, at: wide.left.origin, role: role, clip: wide.left)
            rest = wide.rest
        } else {
            surface.putRight(written, in: number.left, role: role)
        }
        if value.isUnconfirmed { surface.put("?", at: rest.origin, role: role, clip: rest) }
        // The mark of something unconfirmed takes the blank that stands after a value: it needs one of its own.
        let mark = rest.splitLeft(value.isUnconfirmed ? 2 : 1)
        surface.draw(cellFields(vital, value, role), in: mark.rest)
    }

    private func cellFields(_ vital: Vital, _ value: LatestValue, _ role: Role) -> [Field] {
        var fields: [Field] = []
        if vital == .oxygenSaturation { fields.append(Field(gasText.trimmed, .dim, rank: 1)) }
        if value.level > .unknown { fields.append(Field(value.level.tag, role, rank: 0, gap: 1)) }
        if value.isStale { fields.append(Field("stale", .stale, rank: 0, gap: 1, isRight: true)) }
        if let change = value.change, Self.hasBaseline(vital), !value.isStale {
            fields.append(Field(vital.writtenChange(change), .text, rank: 3, gap: 1, isRight: true))
        }
        let age = TimeText.age(picture.now - value.at)
        let aligned = String(repeating: " ", count: max(0, 3 - age.utf8.count)) + age
        fields.append(Field(aligned, value.isStale ? .stale : .dim, rank: 2, gap: 1, isRight: true))
        return fields
    }

    /// Small screens: what was measured, one after the other, over the lines there are.
    private func drawLines(on surface: inout Surface) {
        var line = 0
        var column = layout.vitals.left
        for vital in SessionView.table {
            guard let value = picture.latest[vital] else { continue }
            var text = vital.shortName + " " + vital.figures(value.value)
            if value.isUnconfirmed { text += "?" }
            if vital == .oxygenSaturation { text += gasText }
            if value.level > .unknown { text += " " + value.level.tag }
            if value.isStale { text += " stale" }
            let age = " " + TimeText.age(picture.now - value.at)
            let width = text.utf8.count + age.utf8.count
            if column + width > layout.vitals.right, column > layout.vitals.left {
                line += 1
                column = layout.vitals.left
            }
            guard line < layout.vitals.rows else { return }
            guard column + width <= layout.vitals.right else { continue }
            let row = layout.vitals.row(line)
            let role = value.isStale ? Role.stale : value.level.role
            column += surface.put(text, at: Point(column: column, row: row.top), role: role, clip: row)
            column += surface.put(age, at: Point(column: column, row: row.top), role: .dim, clip: row) + 2
        }
    }

    private var gasText: String {
        switch picture.gas {
        case .air: " air"
        case .oxygen: " O2"
        case nil: ""
        }
    }

    private static func isAlwaysShown(_ vital: Vital) -> Bool {
        vital != .temperature && vital != .endTidalCO2 && vital != .meanPressure
    }

    /// Whether a change against the time before the dose says anything.
    private static func hasBaseline(_ vital: Vital) -> Bool {
        switch vital {
        case .heartRate, .oxygenSaturation, .respiratoryRate, .temperature, .endTidalCO2, .meanPressure,
            .systolic, .diastolic:
            true
        case .alertness, .agitation, .orientation, .intensity, .distress, .nausea: false
        }
    }
}

extension String {
    /// Without a leading space.
    fileprivate var trimmed: String { hasPrefix(" ") ? String(dropFirst()) : self }
}
