import SessionCore

/// Whose voice is heard in the room.
public enum Speaker: String, Codable, Sendable, CaseIterable {
    case patient
    /// The prescriber, on the telephone or at the bedside.
    case prescriber
    case escort
    case colleague
    /// An alarm, a monitor, a telephone that rings.
    case device
    /// What anybody in the room can see.
    case room
    /// The instructor of the exercise.
    case instructor
}

/// What becomes of the pump.
public enum PumpMishap: String, Codable, Sendable, CaseIterable {
    /// The line is kinked: the pump stands still and says so.
    case occluded
    /// The line is free again.
    case freed
}

/// Something that happens in a scenario: it makes a moment that other parts can wait for.
public struct ScenarioEvent: Hashable, Codable, Sendable {
    /// The moment's name.
    public var name: String
    /// When it happens.
    public var when: Trigger
    /// Nothing happens when one of these came first.
    public var unless: [FactPattern]?
    /// Who is heard or seen.
    public var speaker: Speaker?
    /// What is said or seen.
    public var says: String?
    /// What becomes of the pump.
    public var pump: PumpMishap?
    /// Codes of the actions that the prescriber orders by it: from then on these drugs act, and no others.
    public var orders: [String]?

    /// Makes an event.
    public init(
        name: String, when: Trigger, unless: [FactPattern]? = nil, speaker: Speaker? = nil,
        says: String? = nil, pump: PumpMishap? = nil, orders: [String]? = nil
    ) {
        self.name = name
        self.when = when
        self.unless = unless
        self.speaker = speaker
        self.says = says
        self.pump = pump
        self.orders = orders
    }
}

/// A difference from the patient's own physiology that the scenario scripts openly: a curve of what is added to each vital,
/// and what takes it back.
public struct ScriptedInfluence: Hashable, Codable, Sendable {
    /// Short name, unique in its scenario.
    public var name: String
    /// Why it is scripted; shown to the supervisor, never to the trainee.
    public var reason: String
    /// When it begins.
    public var when: Trigger
    /// What is added, by minutes since it began; straight between two points, constant after the last.
    public var curve: [InfluencePoint]
    /// What takes it back.
    public var relief: [Relief]?
    /// What the patient says when asked for symptoms while at least half of it holds.
    public var complaint: String?

    /// Makes an influence.
    public init(
        name: String, reason: String, when: Trigger, curve: [InfluencePoint], relief: [Relief]? = nil,
        complaint: String? = nil
    ) {
        self.name = name
        self.reason = reason
        self.when = when
        self.curve = curve
        self.relief = relief
        self.complaint = complaint
    }

    /// What is added to a vital so many minutes after the beginning, relief aside; straight from 0 at the beginning to
    /// the first point that names the vital.
    public func addition(to vital: Vital, minutes: Double) -> Double {
        var before: (minute: Double, value: Double) = (0, 0)
        for point in curve {
            guard let value = point[vital] else { continue }
            if point.minute > minutes {
                let length = point.minute - before.minute
                guard length > 0 else { return before.value }
                return before.value + (value - before.value) * max(0, minutes - before.minute) / length
            }
            before = (point.minute, value)
        }
        return before.value
    }
}

/// What an influence adds at one minute; a vital that is not named is not touched.
public struct InfluencePoint: Hashable, Codable, Sendable {
    /// Minutes since the influence began.
    public var minute: Double
    /// Systolic pressure, mmHg.
    public var systolic: Double?
    /// Diastolic pressure, mmHg.
    public var diastolic: Double?
    /// Heart rate, per minute.
    public var heartRate: Double?
    /// Saturation, points of %.
    public var saturation: Double?
    /// Breaths per minute.
    public var respiratoryRate: Double?
    /// Alertness, steps of MOAA/S.
    public var alertness: Double?
    /// Agitation, steps of RASS.
    public var agitation: Double?
    /// Orientation, of four.
    public var orientation: Double?
    /// Intensity, of ten.
    public var intensity: Double?
    /// Distress, of ten.
    public var distress: Double?
    /// Nausea, of three.
    public var nausea: Double?

    /// A point that touches nothing.
    public init(minute: Double) { self.minute = minute }

    /// What is added to a vital; `nil` when it is not touched. Mean pressure, temperature and carbon dioxide never are.
    public subscript(_ vital: Vital) -> Double? {
        get { InfluencePoint.path(vital).flatMap { self[keyPath: $0] } }
        set { if let path = InfluencePoint.path(vital) { self[keyPath: path] = newValue } }
    }

    private static func path(_ vital: Vital) -> WritableKeyPath<InfluencePoint, Double?>? {
        switch vital {
        case .systolic: \.systolic
        case .diastolic: \.diastolic
        case .heartRate: \.heartRate
        case .oxygenSaturation: \.saturation
        case .respiratoryRate: \.respiratoryRate
        case .alertness: \.alertness
        case .agitation: \.agitation
        case .orientation: \.orientation
        case .intensity: \.intensity
        case .distress: \.distress
        case .nausea: \.nausea
        case .meanPressure, .temperature, .endTidalCO2: nil
        }
    }
}

/// What takes an influence back, wholly or in part. De-escalation, oxygen and drugs are all of this shape.
public struct Relief: Hashable, Codable, Sendable {
    /// What must be done.
    public var by: [FactPattern]
    /// A moment that must have come before: a drug works only when it was ordered.
    public var needs: String?
    /// The vitals that it takes back; all when absent.
    public var vitals: [Vital]?
    /// The share that is taken back, 0-1.
    public var share: Double
    /// Seconds until it has worked.
    public var seconds: Int
    /// Done later than this after the beginning, seconds, it works less well; always alike when absent.
    public var lateAfter: Int?
    /// The share that is taken back when it was done late, 0-1.
    public var lateShare: Double?
}
