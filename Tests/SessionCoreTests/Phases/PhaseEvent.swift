@testable import SessionCore

/// Something that moves a session on, so that tables can list all of them.
enum PhaseEvent: Hashable {
    /// The gate gave its answer; `judged` is when the pair behind it was measured, `nil` without a complete pair.
    case gateAnswered(GateOutcome, judged: SessionTime?)
    /// T0; the gate's sentences say why it was not open, empty when it was.
    case administrationStarted(gate: [String])
    /// The infusion was paused.
    case infusionPaused
    /// The infusion runs again.
    case infusionResumed
    /// Te: everything is given.
    case administrationEnded
    /// A further dose was given after Te.
    case furtherDoseGiven
    /// Effects were assessed.
    case effectsAssessed(Effects.Trend, hasSubsided: Bool)
    /// Discharge was assessed.
    case dischargeAssessed
    /// The patient went. `obstacles` stand against discharge home, in words; what `stands` was accepted when it was entered.
    case patientLeft(PatientLeft, obstacles: [String], stands: Bool = false)
    /// The session is cancelled before the first dose.
    case cancelled
    /// An unfinished session is given up; `age` is how long ago it was opened.
    case abandoned(reason: String, age: Span)
    /// The record is signed. `obstacles` stand against it, in words; what `stands` was accepted when it was entered.
    case closed(obstacles: [String], stands: Bool = false)
    /// Time went by.
    case timePassed
}

extension PhaseMachine {
    /// Takes an event at its instant; events come in order.
    mutating func happened(_ event: PhaseEvent, at time: SessionTime) -> [PhaseAction] {
        switch event {
        case .gateAnswered(let outcome, let judged): return gateAnswered(outcome, judged: judged, at: time)
        case .administrationStarted(let gate): return administrationStarted(gate: gate)
        case .infusionPaused: return infusionPaused()
        case .infusionResumed: return infusionResumed()
        case .administrationEnded: return administrationEnded()
        case .furtherDoseGiven: return furtherDoseGiven()
        case .effectsAssessed(let trend, let hasSubsided):
            return effectsAssessed(trend, hasSubsided: hasSubsided)
        case .dischargeAssessed: return dischargeAssessed()
        case .patientLeft(let left, let obstacles, let stands):
            return patientLeft(left, obstacles: obstacles, stands: stands)
        case .cancelled: return cancelled()
        case .abandoned(let reason, let age): return abandoned(reason: reason, age: age)
        case .closed(let obstacles, let stands): return closed(obstacles: obstacles, stands: stands)
        case .timePassed: return timePassed(at: time)
        }
    }
}
