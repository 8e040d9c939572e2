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
