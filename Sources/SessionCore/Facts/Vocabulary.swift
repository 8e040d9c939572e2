/// A step before the first dose that somebody vouches for.
public enum AttestedStep: String, Codable, Sendable, CaseIterable {
    /// Medical evaluation.
    case medical
    /// Psychiatric assessment.
    case psychiatric
    /// Treatment goals.
    case goals
    /// Pre-session checklist.
    case checklist
    /// Time-out: drug, dose, route, rate, patient and limits read aloud.
    case timeOut
    /// Follow-up booked.
    case followUp
    /// The monitoring form that some routes owe after each session.
    case monitoringForm

    /// The step in words.
    public var title: String {
        switch self {
        case .medical: "medical evaluation"
        case .psychiatric: "psychiatric assessment"
        case .goals: "treatment goals"
        case .checklist: "pre-session checklist"
        case .timeOut: "time-out"
        case .followUp: "follow-up"
        case .monitoringForm: "monitoring form"
        }
    }
}

/// Whether an attested step was done.
public enum AttestedOutcome: String, Codable, Sendable, CaseIterable {
    case done
    case notRecorded
}

/// What the nurse is asked before a patient leaves, because no fact can answer it.
public enum DischargeQuestion: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
    /// Walks unaided.
    case walksUnaided
    /// Has drunk, if desired.
    case fluids
    /// The suicide screen is not moderate or high, or a prescriber cleared it in writing.
    case suicideScreen
    /// The IV line is out and its site checked (infusion alone).
    case lineRemoved
    /// An escort is present; instructions were given in writing.
    case escort
    /// Next contact and integration date are set.
    case nextContact
    /// A prescriber or delegated clinician signs fitness to leave.
    case clinicianSigns
}

/// How a patient left.
public enum LeavingManner: String, Codable, Sendable, CaseIterable {
    /// Home, all criteria met.
    case discharged
    /// Before the criteria held, against advice.
    case againstAdvice
    /// Handed over to emergency care or another ward.
    case transferred
}

/// The care protocol of a session: whole, as every session of ours keeps it, or by name in a log from elsewhere.
public indirect enum ProtocolReference: Hashable, Sendable, Codable {
    /// The protocol itself.
    case whole(CareProtocol)
    /// A protocol of this program or clinic, by name.
    case named(String)

    /// Reads an object or a bare name.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let name = try? container.decode(String.self) {
            self = .named(name)
        } else {
            self = .whole(try container.decode(CareProtocol.self))
        }
    }

    /// Writes the object or the bare name.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .whole(let careProtocol): try container.encode(careProtocol)
        case .named(let name): try container.encode(name)
        }
    }
}
