/// What happened: one case per kind of fact, each with a stable name on the wire.
public indirect enum FactBody: Hashable, Sendable {
    case sessionOpened(SessionOpened)
    case profileChosen(ProfileChosen)
    case attested(Attested)
    case reading(Reading)
    case notObtainable(NotObtainable)
    case couldNotMeasure(CouldNotMeasure)
    case readingConfirmed(ReadingConfirmed)
    case proceedOrdered(ProceedOrdered)
    case administrationStarted(AdministrationStarted)
    case rateChanged(RateChanged)
    case infusionPaused(Reasoned)
    case infusionResumed(InfusionResumed)
    case infusionEnded(InfusionEnded)
    case doseGiven(DoseGiven)
    case pumpFigureNoted(PumpFigureNoted)
    case symptomReported(SymptomReported)
    case symptomResolved(SymptomResolved)
    case actionTaken(ActionTaken)
    case noteWritten(NoteWritten)
    case alarmAcknowledged(AlarmAcknowledged)
    case alarmSwitchedOff(AlarmSwitchedOff)
    case nurseChanged(NurseChanged)
    case amended(Amended)
    case dischargeAssessed(DischargeAssessed)
    case patientLeft(PatientLeft)
    case sessionCancelled(Reasoned)
    case sessionAbandoned(Reasoned)
    case sessionClosed(SessionClosed)
    case clockChanged(ClockChanged)
    case clockSet(ClockSet)
    case timeConfirmed(TimeConfirmed)
    case consoleClosed(Reasoned)
    case consoleResumed(ConsoleResumed)
}

extension FactBody {
    /// The payload together with its kind.
    private var parts: (kind: FactKind, payload: any Codable & Sendable) {
        switch self {
        case .sessionOpened(let payload): (.sessionOpened, payload)
        case .profileChosen(let payload): (.profileChosen, payload)
        case .attested(let payload): (.attested, payload)
        case .reading(let payload): (.reading, payload)
        case .notObtainable(let payload): (.notObtainable, payload)
        case .couldNotMeasure(let payload): (.couldNotMeasure, payload)
        case .readingConfirmed(let payload): (.readingConfirmed, payload)
        case .proceedOrdered(let payload): (.proceedOrdered, payload)
        case .administrationStarted(let payload): (.administrationStarted, payload)
        case .rateChanged(let payload): (.rateChanged, payload)
        case .infusionPaused(let payload): (.infusionPaused, payload)
        case .infusionResumed(let payload): (.infusionResumed, payload)
        case .infusionEnded(let payload): (.infusionEnded, payload)
        case .doseGiven(let payload): (.doseGiven, payload)
        case .pumpFigureNoted(let payload): (.pumpFigureNoted, payload)
        case .symptomReported(let payload): (.symptomReported, payload)
        case .symptomResolved(let payload): (.symptomResolved, payload)
        case .actionTaken(let payload): (.actionTaken, payload)
        case .noteWritten(let payload): (.noteWritten, payload)
        case .alarmAcknowledged(let payload): (.alarmAcknowledged, payload)
        case .alarmSwitchedOff(let payload): (.alarmSwitchedOff, payload)
        case .nurseChanged(let payload): (.nurseChanged, payload)
        case .amended(let payload): (.amended, payload)
        case .dischargeAssessed(let payload): (.dischargeAssessed, payload)
        case .patientLeft(let payload): (.patientLeft, payload)
        case .sessionCancelled(let payload): (.sessionCancelled, payload)
        case .sessionAbandoned(let payload): (.sessionAbandoned, payload)
        case .sessionClosed(let payload): (.sessionClosed, payload)
        case .clockChanged(let payload): (.clockChanged, payload)
        case .clockSet(let payload): (.clockSet, payload)
        case .timeConfirmed(let payload): (.timeConfirmed, payload)
        case .consoleClosed(let payload): (.consoleClosed, payload)
        case .consoleResumed(let payload): (.consoleResumed, payload)
        }
    }

    /// The kind of fact.
    public var kind: FactKind { parts.kind }

    /// Reads the body of a fact of the given kind; an unknown kind is an error that names it.
    public init<Keys: CodingKey>(
        kind: String, from container: KeyedDecodingContainer<Keys>, forKey key: Keys
    ) throws {
        func payload<Payload: Decodable>(_: Payload.Type = Payload.self) throws -> Payload {
            try container.decode(Payload.self, forKey: key)
        }
        guard let known = FactKind(rawValue: kind) else {
            let place = container.codingPath + [Keys(stringValue: "kind") ?? key]
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: place, debugDescription: "no such kind of fact: \(kind)"))
        }
        switch known {
        case .sessionOpened: self = .sessionOpened(try payload())
        case .profileChosen: self = .profileChosen(try payload())
        case .attested: self = .attested(try payload())
        case .reading: self = .reading(try payload())
        case .notObtainable: self = .notObtainable(try payload())
        case .couldNotMeasure: self = .couldNotMeasure(try payload())
        case .readingConfirmed: self = .readingConfirmed(try payload())
        case .proceedOrdered: self = .proceedOrdered(try payload())
        case .administrationStarted: self = .administrationStarted(try payload())
        case .rateChanged: self = .rateChanged(try payload())
        case .infusionPaused: self = .infusionPaused(try payload())
        case .infusionResumed: self = .infusionResumed(try payload())
        case .infusionEnded: self = .infusionEnded(try payload())
        case .doseGiven: self = .doseGiven(try payload())
        case .pumpFigureNoted: self = .pumpFigureNoted(try payload())
        case .symptomReported: self = .symptomReported(try payload())
        case .symptomResolved: self = .symptomResolved(try payload())
        case .actionTaken: self = .actionTaken(try payload())
        case .noteWritten: self = .noteWritten(try payload())
        case .alarmAcknowledged: self = .alarmAcknowledged(try payload())
        case .alarmSwitchedOff: self = .alarmSwitchedOff(try payload())
        case .nurseChanged: self = .nurseChanged(try payload())
        case .amended: self = .amended(try payload())
        case .dischargeAssessed: self = .dischargeAssessed(try payload())
        case .patientLeft: self = .patientLeft(try payload())
        case .sessionCancelled: self = .sessionCancelled(try payload())
        case .sessionAbandoned: self = .sessionAbandoned(try payload())
        case .sessionClosed: self = .sessionClosed(try payload())
        case .clockChanged: self = .clockChanged(try payload())
        case .clockSet: self = .clockSet(try payload())
        case .timeConfirmed: self = .timeConfirmed(try payload())
        case .consoleClosed: self = .consoleClosed(try payload())
        case .consoleResumed: self = .consoleResumed(try payload())
        }
    }

    /// Writes the payload under `key`; the kind is written by the caller.
    public func encode<Keys: CodingKey>(
        to container: inout KeyedEncodingContainer<Keys>, forKey key: Keys
    ) throws {
        try container.encode(parts.payload, forKey: key)
    }
}

extension FactBody: Codable {
    private enum CodingKeys: String, CodingKey {
        case kind
        case body
    }

    /// Reads `{"kind": …, "body": {…}}`, as it stands inside an amendment.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            kind: try container.decode(String.self, forKey: .kind), from: container, forKey: .body)
    }

    /// Writes `{"kind": …, "body": {…}}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try encode(to: &container, forKey: .body)
    }
}
