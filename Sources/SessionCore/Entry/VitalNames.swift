extension Vital {
    /// What a nurse calls it.
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

    /// The unit as it follows a number; empty for scores and rates.
    var spokenUnit: String {
        switch self {
        case .systolic, .diastolic, .meanPressure, .endTidalCO2: " mmHg"
        case .oxygenSaturation: " %"
        case .temperature: " °C"
        case .heartRate, .respiratoryRate: "/min"
        case .alertness, .agitation, .orientation, .intensity, .distress, .nausea: ""
        }
    }

    /// A value of this vital as it is written: temperature with its decimal, agitation above zero with its sign.
    func written(_ value: Int) -> String {
        switch self {
        case .temperature: value.inTenths
        case .agitation where value > 0: "+\(value)"
        default: String(value)
        }
    }
}
