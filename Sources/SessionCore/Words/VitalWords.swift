extension Vital {
    /// What the ward calls it, as short as a column allows.
    public var shortTitle: String {
        switch self {
        case .systolic: "SBP"
        case .diastolic: "DBP"
        case .meanPressure: "MAP"
        case .heartRate: "HR"
        case .oxygenSaturation: "SpO2"
        case .respiratoryRate: "RR"
        case .temperature: "Temp"
        case .endTidalCO2: "EtCO2"
        case .alertness: "Alert"
        case .agitation: "Agit"
        case .orientation: "Orient"
        case .intensity: "Intens"
        case .distress: "Distress"
        case .nausea: "Nausea"
        }
    }

    /// What it is, in full.
    public var title: String {
        switch self {
        case .systolic: "systolic pressure"
        case .diastolic: "diastolic pressure"
        case .meanPressure: "mean pressure"
        case .heartRate: "heart rate"
        case .oxygenSaturation: "oxygen saturation"
        case .respiratoryRate: "breathing rate"
        case .temperature: "temperature"
        case .endTidalCO2: "end-tidal CO2"
        case .alertness: "alertness"
        case .agitation: "agitation"
        case .orientation: "orientation"
        case .intensity: "intensity"
        case .distress: "distress"
        case .nausea: "nausea"
        }
    }

    /// What a nurse calls it when she reads it back.
    var spokenName: String {
        switch self {
        case .systolic: "systolic"
        case .diastolic: "diastolic"
        case .meanPressure: "mean pressure"
        case .heartRate: "pulse"
        case .oxygenSaturation: "SpO2"
        case .respiratoryRate: "breathing"
        case .temperature: "temperature"
        case .endTidalCO2: "EtCO2"
        case .alertness: "alertness"
        case .agitation: "agitation"
        case .orientation: "orientation"
        case .intensity: "intensity"
        case .distress: "distress"
        case .nausea: "nausea"
        }
    }

    /// Its unit as it stands behind a value; empty for a scale.
    public var unit: String {
        switch self {
        case .systolic, .diastolic, .meanPressure, .endTidalCO2: "mmHg"
        case .heartRate, .respiratoryRate: "/min"
        case .oxygenSaturation: "%"
        case .temperature: "°C"
        case .alertness: "of 5"
        case .orientation: "of 4"
        case .intensity, .distress: "of 10"
        case .nausea: "of 3"
        case .agitation: ""
        }
    }

    /// The unit as it follows a number in a sentence; empty for scores.
    var spokenUnit: String {
        switch self {
        case .systolic, .diastolic, .meanPressure, .endTidalCO2, .oxygenSaturation, .temperature: " " + unit
        case .heartRate, .respiratoryRate: unit
        case .alertness, .agitation, .orientation, .intensity, .distress, .nausea: ""
        }
    }

    /// A value of this vital in figures, with sign or decimal where it has one.
    public func figures(_ value: Int) -> String {
        switch self {
        case .temperature: value.inTenths
        case .agitation where value > 0: "+\(value)"
        default: String(value)
        }
    }
}

extension VitalSet {
    /// All values in one line: `BP 132/84  HR 78  SpO2 98 air`.
    public var words: String {
        var parts: [String] = []
        if let pressure {
            parts.append("BP \(pressure.systolic)/\(pressure.diastolic)")
        } else {
            if let systolic = self[.systolic] { parts.append("BP \(systolic)/?") }
            if let diastolic = self[.diastolic] { parts.append("BP ?/\(diastolic)") }
        }
        for vital in present where vital != .systolic && vital != .diastolic {
            guard let value = self[vital] else { continue }
            var part = vital.shortTitle + " " + vital.figures(value)
            if vital == .oxygenSaturation, let gas { part += " " + gas.rawValue }
            parts.append(part)
        }
        if self[.oxygenSaturation] == nil, let gas { parts.append("on " + gas.rawValue) }
        return parts.joined(separator: "  ")
    }
}
