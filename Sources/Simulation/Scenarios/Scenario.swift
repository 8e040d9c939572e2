import SessionCore

/// A teaching scenario: a patient, a setting, what will happen, and what is expected of the trainee. Read from a text
/// file; everything that an exercise does follows from it, from a seed and from what the trainee does.
public struct Scenario: Hashable, Codable, Sendable {
    /// Short name, `[a-z0-9-]`, as its file is called.
    public var name: String
    /// Counts up with every change, so that two attempts can be compared.
    public var version: Int
    /// One line for people.
    public var title: String
    /// 1 for a first practice, 2 for a nurse who knows the console, 3 for an emergency.
    public var difficulty: Int
    /// What the trainee is told when taking over.
    public var handover: String
    /// The session that is planned.
    public var setting: ScenarioSetting
    /// Who is treated.
    public var patient: ScenarioPatient
    /// Where the exercise begins.
    public var begins: ScenarioStart
    /// Minutes after taking over at which the exercise ends by itself, 1-360.
    public var lastsMinutes: Int
    /// What happens.
    public var events: [ScenarioEvent]
    /// What is added to the patient's own physiology, openly.
    public var influences: [ScriptedInfluence]
    /// What is expected, and what must not happen.
    public var rubric: Rubric
    /// Help for a trainee who asks for it.
    public var hints: [ScenarioHint]
    /// Questions for the talk afterwards.
    public var questions: [String]
}

/// The session that a scenario plans.
public struct ScenarioSetting: Hashable, Codable, Sendable {
    /// The care protocol, by name.
    public var careProtocol: String
    /// Planned dose, mg.
    public var milligrams: Double
    /// Planned minutes of an infusion; absent for the other routes.
    public var minutes: Int?
    /// Concentration in the syringe, mg/mL; absent where nothing is infused.
    public var milligramsPerMillilitre: Double?
    /// How closely the patient is watched.
    public var profile: ObservationProfile
    /// Whether this is the patient's first session.
    public var firstSession: Answer
    /// Whether a stimulant or MAO inhibitor was taken, as far as the record knows.
    public var stimulantOrMAOI: Answer
    /// Whether an earlier session peaked high.
    public var earlierPeak: Answer

    enum CodingKeys: String, CodingKey {
        case careProtocol = "protocol"
        case milligrams
        case minutes
        case milligramsPerMillilitre
        case profile
        case firstSession
        case stimulantOrMAOI
        case earlierPeak
    }
}

/// The patient of a scenario: fixed by the author, not drawn, so that the course is the one that is taught.
public struct ScenarioPatient: Hashable, Codable, Sendable {
    /// What the ward calls the patient.
    public var label: String
    /// Age in whole years, 18-95.
    public var age: Int
    /// Sex as recorded.
    public var sex: Sex
    /// Body weight, kg.
    public var weightKg: Double
    /// Whether hypertension is known and treated.
    public var treatedHypertension: Answer
    /// Systolic pressure at rest, mmHg.
    public var systolic: Int
    /// Diastolic pressure at rest, mmHg.
    public var diastolic: Int
    /// Heart rate at rest, per minute.
    public var heartRate: Int
    /// Saturation on air at rest, %.
    public var saturation: Int
    /// Breaths per minute at rest.
    public var respiratoryRate: Int
    /// How strongly the pressure answers the drug: 1 is the mean of the published trials (Vankawala 2021).
    public var pressureFactor: Double
    /// How strongly the effect is felt: 1 is typical (Ebbtide default, unpublished).
    public var intensityFactor: Double?
    /// How readily the drug makes drowsy: 1 is typical, half that leaves a patient alert (Ebbtide default, unpublished); a
    /// half when absent.
    public var sedationFactor: Double?
    /// Whether the finger is cold, so that the probe loses its signal until it is put elsewhere.
    public var coldHand: Bool?
}

/// Where an exercise begins.
public struct ScenarioStart: Hashable, Codable, Sendable {
    /// Minutes from T0 as planned: negative for a patient who has just arrived, otherwise a colleague has kept the record
    /// until then and hands over.
    public var minute: Int
    /// Minute after T0 until which the colleague kept the record; until the handover when absent.
    public var recordKeptUntil: Int?
    /// Entries of the colleague that differ from what the monitor showed.
    public var wrongEntries: [WrongEntryMade]?
}

/// A value that a colleague typed wrongly before handing over.
public struct WrongEntryMade: Hashable, Codable, Sendable {
    /// Minute after T0 of the reading.
    public var minute: Int
    /// Systolic pressure as typed, mmHg.
    public var systolic: Int
}

/// Help for a trainee who asks for it; the first one whose trigger has fired and which is not yet met is given.
public struct ScenarioHint: Hashable, Codable, Sendable {
    /// From when it is given.
    public var after: Trigger
    /// It is not given any more when this has happened.
    public var unless: [FactPattern]?
    /// What it says.
    public var text: String
}
