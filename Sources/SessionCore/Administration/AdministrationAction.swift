/// What the fold must know after an event of the administration.
public enum AdministrationAction: Hashable, Sendable {
    /// T0: the drug begins to reach the patient.
    case began(SessionTime)
    /// The pump stands still.
    case paused(SessionTime)
    /// The pump runs again.
    case resumed(SessionTime)
    /// A further dose was given.
    case dosed(GivenDose)
    /// Te is now this instant; it moves when a further dose follows.
    case ended(SessionTime)
    /// The event went against the protocol: which rule, in words with the numbers, and the reason if one was given.
    case deviation(String)
    /// The event contradicts what happened before and is not taken.
    case refused(Refusal)
}

extension AdministrationAction: MachineAction {
    var deviation: String? { if case .deviation(let sentence) = self { sentence } else { nil } }

    var refusal: Refusal? { if case .refused(let refusal) = self { refusal } else { nil } }
}

/// What the administration is measured against.
public struct AdministrationPlan: Hashable, Sendable {
    /// How the drug is given.
    public var route: Route
    /// Planned mg.
    public var milligrams: Double
    /// Planned minutes of an infusion.
    public var minutes: Int?
    /// Body weight, kg.
    public var weightKg: Double
    /// The protocol's dose rules.
    public var dose: DoseRules
    /// Longest pause in minutes before it is a deviation.
    public var pauseMinutes: Int

    /// The plan of a session under its protocol.
    public init(_ opened: SessionOpened, careProtocol: CareProtocol) {
        route = opened.route
        milligrams = opened.plannedMilligrams
        minutes = opened.plannedMinutes
        weightKg = opened.patient.weightKg
        dose = careProtocol.dose
        pauseMinutes = careProtocol.timers.pauseMinutes
    }

    /// Planned length of an infusion: as planned at opening, else the protocol's usual one.
    var span: Span? { (minutes ?? dose.infusionMinutes?.usual).map { .minutes($0) } }

    /// The rate that gives the planned dose in the planned time.
    var plannedRate: Double? {
        guard let span, span > .zero, milligrams.isFinite, milligrams > 0 else { return nil }
        return milligrams / span.minutes
    }
}
