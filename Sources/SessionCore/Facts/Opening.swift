/// A session begins: patient, plan and the care protocol it runs under, whole.
public struct SessionOpened: Hashable, Codable, Sendable {
    /// Who is treated.
    public var patient: Patient
    /// How the drug is given.
    public var route: Route
    /// Planned dose, mg.
    public var plannedMilligrams: Double
    /// Planned minutes of an infusion; `nil` for the other routes.
    public var plannedMinutes: Int?
    /// How closely the patient is watched.
    public var profile: ObservationProfile
    /// Whether this is the patient's first session ever.
    public var firstSession: Answer
    /// Whether a stimulant or an MAO inhibitor was taken within the hours that the protocol asks about.
    public var stimulantOrMAOI: Answer
    /// Whether an earlier session peaked at the pressure that the protocol asks about, or higher.
    public var earlierPeak: Answer
    /// A recorded SpO2 target range, for example 88-92 %.
    public var saturationTarget: SaturationTarget?
    /// Why a dose far outside the protocol's range is planned.
    public var doseReason: String?
    /// Minutes that the ward's local time is ahead of UTC.
    public var utcOffsetMinutes: Int
    /// The care protocol.
    public var protocolReference: ProtocolReference
    /// Name and version of the program that opened the session.
    public var software: String

    /// Makes the payload from its parts.
    public init(
        patient: Patient, route: Route, plannedMilligrams: Double, plannedMinutes: Int? = nil,
        profile: ObservationProfile, firstSession: Answer = .unknown, stimulantOrMAOI: Answer = .unknown,
        earlierPeak: Answer = .unknown, saturationTarget: SaturationTarget? = nil, doseReason: String? = nil,
        utcOffsetMinutes: Int = 0, protocolReference: ProtocolReference, software: String = ""
    ) {
        self.patient = patient
        self.route = route
        self.plannedMilligrams = plannedMilligrams
        self.plannedMinutes = plannedMinutes
        self.profile = profile
        self.firstSession = firstSession
        self.stimulantOrMAOI = stimulantOrMAOI
        self.earlierPeak = earlierPeak
        self.saturationTarget = saturationTarget
        self.doseReason = doseReason
        self.utcOffsetMinutes = utcOffsetMinutes
        self.protocolReference = protocolReference
        self.software = software
    }

    /// Reads the payload; what may be left out takes its default.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        patient = try container.decode(Patient.self, forKey: .patient)
        route = try container.decode(Route.self, forKey: .route)
        plannedMilligrams = try container.decode(Double.self, forKey: .plannedMilligrams)
        plannedMinutes = try container.decodeIfPresent(Int.self, forKey: .plannedMinutes)
        profile = try container.decode(ObservationProfile.self, forKey: .profile)
        firstSession = try container.decodeIfPresent(Answer.self, forKey: .firstSession) ?? .unknown
        stimulantOrMAOI = try container.decodeIfPresent(Answer.self, forKey: .stimulantOrMAOI) ?? .unknown
        earlierPeak = try container.decodeIfPresent(Answer.self, forKey: .earlierPeak) ?? .unknown
        saturationTarget = try container.decodeIfPresent(SaturationTarget.self, forKey: .saturationTarget)
        doseReason = try container.decodeIfPresent(String.self, forKey: .doseReason)
        utcOffsetMinutes = try container.decodeIfPresent(Int.self, forKey: .utcOffsetMinutes) ?? 0
        protocolReference = try container.decode(ProtocolReference.self, forKey: .protocolReference)
        software = try container.decodeIfPresent(String.self, forKey: .software) ?? ""
    }

    enum CodingKeys: String, CodingKey {
        case patient
        case route
        case plannedMilligrams
        case plannedMinutes
        case profile
        case firstSession
        case stimulantOrMAOI
        case earlierPeak
        case saturationTarget
        case doseReason
        case utcOffsetMinutes
        case protocolReference = "protocol"
        case software
    }
}

/// A prescribed range of oxygen saturation, %.
public struct SaturationTarget: Hashable, Codable, Sendable {
    /// Lower end, %.
    public var lower: Int
    /// Upper end, %.
    public var upper: Int

    /// Makes the payload from its parts.
    public init(lower: Int, upper: Int) {
        self.lower = lower
        self.upper = upper
    }
}

/// The observation profile was chosen or changed.
public struct ProfileChosen: Hashable, Codable, Sendable {
    /// The profile from now on.
    public var profile: ObservationProfile
    /// Why.
    public var reason: String

    /// Makes the payload from its parts.
    public init(profile: ObservationProfile, reason: String) {
        self.profile = profile
        self.reason = reason
    }
}

/// Somebody vouches that a step before the first dose was done.
public struct Attested: Hashable, Codable, Sendable {
    /// Which step.
    public var step: AttestedStep
    /// Whether it was done.
    public var outcome: AttestedOutcome
    /// Who did it.
    public var by: String

    /// Makes the payload from its parts.
    public init(step: AttestedStep, outcome: AttestedOutcome, by: String = "") {
        self.step = step
        self.outcome = outcome
        self.by = by
    }

    /// Reads the payload; what may be left out takes its default.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        step = try container.decode(AttestedStep.self, forKey: .step)
        outcome = try container.decode(AttestedOutcome.self, forKey: .outcome)
        by = try container.decodeIfPresent(String.self, forKey: .by) ?? ""
    }
}

/// A prescriber decided to proceed although the gate holds.
public struct ProceedOrdered: Hashable, Codable, Sendable {
    /// The prescriber's name.
    public var prescriber: String
    /// Why.
    public var reason: String

    /// Makes the payload from its parts.
    public init(prescriber: String, reason: String) {
        self.prescriber = prescriber
        self.reason = reason
    }

    /// What an order that lifts a hold has and this one lacks; `nil` when it is complete.
    public var missing: String? {
        if prescriber.isBlank { return "the prescriber's name" }
        return reason.isBlank ? "a reason" : nil
    }
}
