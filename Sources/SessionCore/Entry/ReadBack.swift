/// Says a typed line in words, with flags and the change from baseline.
struct ReadBack {
    let reading: EntryReading
    let context: EntryContext
    /// A systolic pressure that still waits for its diastolic.
    let half: Int?

    private var values: VitalSet { reading.values }
    private var baseline: Baseline? { context.judgement.baseline }

    /// One segment for the pressure, one for each other value, one for the time.
    var segments: [ReadBackSegment] {
        var result = pressure.map { [$0] } ?? []
        for vital in values.present where vital != .systolic && vital != .diastolic {
            if vital == .meanPressure, values.pressure != nil { continue }
            result.append(segment(vital))
        }
        if values[.oxygenSaturation] == nil, let gas = values.gas {
            result.append(ReadBackSegment(gas.rawValue))
        }
        return result + time
    }

    private var pressure: ReadBackSegment? {
        guard let pressure = values.pressure else {
            guard let systolic = values[.systolic] ?? half else { return nil }
            return ReadBackSegment("\(systolic)/…")
        }
        // Of numbers that are no pressure nothing is computed.
        guard let level = level(.pressure) else {
            return ReadBackSegment("\(pressure.systolic)/\(pressure.diastolic), not judged")
        }
        var parts = [
            "\(pressure.systolic)/\(pressure.diastolic) mean \(values[.meanPressure] ?? pressure.mean)"
        ]
        if let systolic = baseline?.systolic, let diastolic = baseline?.diastolic {
            let rises = [
                pressure.systolic &- systolic.rounded, pressure.diastolic &- diastolic.rounded,
            ]
            let side = rises.allSatisfy { $0 >= 0 } ? "over" : "against"
            parts.append(rises.map(\.signed).joined(separator: "/") + " \(side) baseline")
        } else {
            parts.append("no baseline")
        }
        parts.append(words(level, assessment(.pressure)?.direction))
        return ReadBackSegment(parts.joined(separator: ", "), level: level)
    }

    private func segment(_ vital: Vital) -> ReadBackSegment {
        let value = values[vital] ?? 0
        var text = "\(vital.spokenName) \(vital.figures(value))"
        if vital == .oxygenSaturation || vital == .temperature || vital == .endTidalCO2 {
            text += vital.spokenUnit
        }
        if vital == .oxygenSaturation, let gas = values.gas { text += " on \(gas.rawValue)" }
        guard let parameter = Classifier.parameter(of: vital), let level = level(parameter) else {
            return ReadBackSegment(text)
        }
        if level != .normal { text += ", " + words(level, assessment(parameter)?.direction) }
        return ReadBackSegment(text, level: level)
    }

    private var time: [ReadBackSegment] {
        guard reading.age > .zero else { return [] }
        let fields = CivilTime(reading.measured, utcOffsetMinutes: context.now.utcOffsetMinutes)
        let minutes = reading.age.wholeMinutes
        let ago = minutes > 0 ? "\(minutes) min ago" : "\(reading.age.wholeSeconds) s ago"
        let clock = "\(fields.hour.twoDigits):\(fields.minute.twoDigits)"
        return [ReadBackSegment("at \(clock), \(ago)" + (reading.isLate ? ", late entry" : ""))]
    }

    private func assessment(_ parameter: AlarmParameter) -> Assessment? {
        reading.assessments.first { $0.parameter == parameter }
    }

    private func level(_ parameter: AlarmParameter) -> Level? { assessment(parameter)?.level }

    private func words(_ level: Level, _ direction: Direction?) -> String {
        guard level != .unknown else { return "unknown" }
        guard let number = level.number, number > 0 else { return "normal" }
        return "\(direction == .low ? "low" : "high"), level \(number)"
    }
}

extension Int {
    /// With its sign: `+10`, `−6`, `±0`.
    fileprivate var signed: String { self == 0 ? "±0" : self > 0 ? "+\(self)" : "−\(magnitude)" }
}
