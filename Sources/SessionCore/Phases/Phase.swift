/// Where a session stands on its way.
public enum Phase: String, Codable, Sendable, CaseIterable {
    /// Baseline readings and what comes before the first dose.
    case preDose
    /// The gate holds.
    case held
    /// The gate is open; nothing was given yet.
    case ready
    /// The drug is being given.
    case administering
    /// The infusion is paused.
    case paused
    /// Everything was given; effects are watched.
    case monitoring
    /// Effects are falling.
    case subsiding
    /// Effects have subsided; discharge is being assessed.
    case dischargeAssessment
    /// The patient went home; follow-up and signature are owed.
    case discharged
    /// The patient left before the criteria held.
    case leftAgainstAdvice
    /// The patient was handed over.
    case transferred
    /// Ended before the first dose.
    case cancelled
    /// Given up unfinished.
    case abandoned
    /// Signed; amendments alone are possible.
    case closed

    /// The phase in words.
    public var title: String {
        switch self {
        case .preDose: "before dose"
        case .held: "held"
        case .ready: "ready"
        case .administering: "administering"
        case .paused: "paused"
        case .monitoring: "monitoring"
        case .subsiding: "effects subsiding"
        case .dischargeAssessment: "discharge assessment"
        case .discharged: "discharged"
        case .leftAgainstAdvice: "left against advice"
        case .transferred: "transferred"
        case .cancelled: "cancelled"
        case .abandoned: "abandoned"
        case .closed: "closed"
        }
    }

    /// Whether the session is over: the patient has gone, or it was cancelled or given up.
    public var isOver: Bool {
        switch self {
        case .discharged, .leftAgainstAdvice, .transferred, .cancelled, .abandoned, .closed: true
        case .preDose, .held, .ready, .administering, .paused, .monitoring, .subsiding, .dischargeAssessment:
            false
        }
    }
}
