/// What the fold must know after an event of the session.
public enum PhaseAction: Hashable, Sendable {
    /// The session moved on.
    case moved(from: Phase, to: Phase)
    /// The event went against the protocol: which rule, in words.
    case deviation(String)
    /// The event is not possible here and is not taken.
    case refused(Refusal)
}

extension PhaseAction: MachineAction {
    var deviation: String? { if case .deviation(let sentence) = self { sentence } else { nil } }

    var refusal: Refusal? { if case .refused(let refusal) = self { refusal } else { nil } }
}

/// Something that moves a session on.
public enum PhaseEvent: Hashable, Sendable {
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
