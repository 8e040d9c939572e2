import Canvas
import SessionCore

extension FactBody {
    /// Whether a person entered it about the patient, so that a person can correct it.
    var isCorrectable: Bool {
        switch self {
        case .amended, .alarmAcknowledged, .alarmSwitchedOff, .clockChanged, .clockSet, .timeConfirmed,
            .consoleClosed, .consoleResumed, .sessionClosed:
            false
        default: true
        }
    }

    /// Whether one text can be typed in its place.
    var isRetypable: Bool {
        switch self {
        case .noteWritten, .administrationStarted, .rateChanged, .doseGiven, .pumpFigureNoted,
            .infusionPaused,
            .couldNotMeasure, .actionTaken:
            true
        default: false
        }
    }

    /// What must be typed in place of it.
    var typedForm: String {
        switch self {
        case .administrationStarted(let fact): fact.rate == nil ? "mg" : InfusionRate.typedForm
        case .rateChanged: InfusionRate.typedForm
        case .doseGiven, .pumpFigureNoted: "mg"
        default: "a text"
        }
    }

    /// The same fact with what was typed in place of what stood there; `nil` when the text does not fit, or when
    /// there is nothing to type again.
    func retyped(as text: String) -> FactBody? {
        let numbers = TypedAmount(text).numbers
        switch self {
        case .noteWritten: return .noteWritten(NoteWritten(text: text))
        case .administrationStarted(var fact):
            if fact.rate != nil {
                guard let rate = InfusionRate(typed: text) else { return nil }
                fact.rate = rate
            } else {
                guard numbers.count == 1, numbers[0] > 0 else { return nil }
                fact.milligrams = numbers[0]
            }
            return .administrationStarted(fact)
        case .rateChanged(var fact):
            guard let rate = InfusionRate(typed: text) else { return nil }
            fact.rate = rate
            return .rateChanged(fact)
        case .doseGiven(var fact):
            guard numbers.count == 1, numbers[0] > 0 else { return nil }
            fact.milligrams = numbers[0]
            return .doseGiven(fact)
        case .pumpFigureNoted:
            return numbers.count == 1 ? .pumpFigureNoted(PumpFigureNoted(milligrams: numbers[0])) : nil
        case .infusionPaused: return .infusionPaused(Reasoned(reason: text))
        case .couldNotMeasure(var fact):
            fact.reason = text
            return .couldNotMeasure(fact)
        case .actionTaken(var fact):
            fact.detail = text
            return .actionTaken(fact)
        default: return nil
        }
    }
}
