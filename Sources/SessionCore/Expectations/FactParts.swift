// The parts of a fact that a pattern asks for, whatever its kind.

extension FactBody {
    /// The protocol's code of an action or a symptom.
    var code: String? {
        switch self {
        case .actionTaken(let action): action.code
        case .symptomReported(let report): report.code
        default: nil
        }
    }

    /// Whether it is a measurement.
    var isReading: Bool { if case .reading = self { true } else { false } }

    /// The rate to which a pump was set, or with which it was resumed.
    var rate: InfusionRate? {
        switch self {
        case .rateChanged(let change): change.rate
        case .infusionResumed(let resumed): resumed.rate
        default: nil
        }
    }

    /// What an acknowledged or switched-off alarm is about.
    var alarm: AlarmParameter? {
        switch self {
        case .alarmAcknowledged(let seen): seen.alarm.parameter
        case .alarmSwitchedOff(let off): off.alarm.parameter
        default: nil
        }
    }

    /// Who ordered it.
    var orderer: String? {
        switch self {
        case .actionTaken(let action): action.orderedBy
        case .rateChanged(let change): change.orderedBy
        case .doseGiven(let dose): dose.orderedBy
        case .proceedOrdered(let order): order.prescriber
        default: nil
        }
    }

    /// Why it was done.
    var reason: String? {
        switch self {
        case .infusionPaused(let reasoned), .sessionCancelled(let reasoned), .sessionAbandoned(let reasoned):
            reasoned.reason
        case .infusionEnded(let ended): ended.stoppedEarly
        case .doseGiven(let dose): dose.reason
        case .amended(let amendment): amendment.reason
        case .couldNotMeasure(let ended): ended.reason
        case .proceedOrdered(let order): order.reason
        case .alarmSwitchedOff(let off): off.reason
        default: nil
        }
    }

    /// Everything that was written in words.
    var freeText: String? {
        switch self {
        case .noteWritten(let note): note.text
        case .actionTaken(let action): "\(action.detail) \(action.orderedBy)"
        case .symptomReported(let report): report.note
        case .alarmAcknowledged(let seen): seen.note
        case .patientLeft(let left): "\(left.detail) \(left.prescriberNotified)"
        case .notObtainable(let found): found.note
        default: reason
        }
    }
}
