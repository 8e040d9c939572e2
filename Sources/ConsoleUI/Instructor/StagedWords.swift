import SessionCore
import Simulation

extension StagedItem {
    /// What it is, in one line of words. `scenario` gives an event its number.
    func words(in scenario: Scenario) -> String {
        switch self {
        case .change(let change): change.words(in: scenario)
        case .comment(let text): "comment for the debrief: “\(text)”"
        }
    }
}

extension InstructorChange {
    /// What it does, in one line of words.
    func words(in scenario: Scenario) -> String {
        switch self {
        case .move(let vital, let amount, let seconds):
            let span = spanWords(.seconds(seconds))
            return
                "\(vital.title) \(amount < 0 ? "-" : "+")\(figures(abs(amount)))\(vital.unitBehind) in \(span)"
        case .say(let speaker, let text): return "\(speaker.rawValue): “\(text)”"
        case .event(let name), .influence(let name):
            let index = scenario.injectable.firstIndex(of: self)
            return "event \(index.map { "\($0 + 1) " } ?? "")\(name)"
        case .pump(.occluded): return "pump: the line is occluded"
        case .pump(.freed): return "pump: the line is free again"
        }
    }
}

extension InstructorMessage {
    /// All of it in words, the changes first.
    func words(in scenario: Scenario) -> String {
        let words = changes.map { $0.words(in: scenario) }
        let said = comment.isEmpty ? [] : ["“\(comment)”"]
        return (words + said).joined(separator: "; ")
    }
}

extension Vital {
    /// The unit as it follows an amount by which the vital moves; empty for scales.
    fileprivate var unitBehind: String {
        switch self {
        case .systolic, .diastolic, .meanPressure, .endTidalCO2, .temperature: " " + unit
        case .oxygenSaturation: " points"
        case .heartRate, .respiratoryRate: unit
        case .alertness, .agitation, .orientation, .intensity, .distress, .nausea: ""
        }
    }
}
