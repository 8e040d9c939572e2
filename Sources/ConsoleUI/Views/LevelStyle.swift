import Canvas
import SessionCore

extension Level {
    /// The tag that carries the level without colour; empty when there is nothing to flag.
    var tag: String {
        switch self {
        case .normal, .unknown: ""
        case .watch: "!"
        case .high: "!!"
        case .crisis: "!!!"
        }
    }

    /// How a value of this level is drawn.
    var role: Role {
        switch self {
        case .normal: .strong
        case .unknown: .text
        case .watch: .notice
        case .high: .warning
        case .crisis: .critical
        }
    }

    /// The level in words: `normal`, `level 2 high`.
    func words(_ direction: Direction?) -> String {
        switch self {
        case .normal: return "normal"
        case .unknown: return "level unknown"
        case .watch, .high, .crisis:
            let base = "level " + String(number ?? 0)
            return direction.map { base + " " + $0.rawValue } ?? base
        }
    }
}

extension Vital {
    /// What the vital is called where there is little room.
    var shortName: String {
        switch self {
        case .systolic: "SBP"
        case .diastolic: "DBP"
        case .meanPressure: "MAP"
        case .heartRate: "HR"
        case .oxygenSaturation: "SpO2"
        case .respiratoryRate: "RR"
        case .temperature: "T"
        case .endTidalCO2: "EtCO2"
        case .alertness: "alertness"
        case .agitation: "agitation"
        case .orientation: "oriented"
        case .intensity: "intensity"
        case .distress: "distress"
        case .nausea: "nausea"
        }
    }

    /// What the vital is called in full.
    var fullName: String {
        switch self {
        case .meanPressure: "MAP, device"
        case .heartRate: "heart rate"
        case .respiratoryRate: "breathing"
        case .temperature: "temperature"
        case .orientation: "orientation"
        default: shortName
        }
    }

    /// A change of this vital as it is written.
    func writtenChange(_ change: Int) -> String {
        guard self == .temperature else { return TimeText.signed(change) }
        return (change < 0 ? "" : "+") + figures(change)
    }
}
