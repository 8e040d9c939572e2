import SessionCore

/// Who a simulated patient is. What is left out of the traits is drawn from the stated distributions.
public struct PatientDescription: Hashable, Sendable {
    /// Age in whole years, 18-95.
    public var age: Int
    /// Sex.
    public var sex: Sex
    /// Weight, kg, 25-300.
    public var weightKg: Double
    /// Whether hypertension is known and treated.
    public var hypertension: Bool
    /// Whether the patient ate or drank although asked not to: nausea is likelier.
    public var brokeFast: Bool
    /// Whether the hands are cold: the saturation probe loses its signal more often.
    public var coldHands: Bool
    /// How strongly pressure answers where the patient is treated, a factor: 1 as in the pooled trials (Vankawala
    /// 2021), 1.27 as at Yale (2024, older and more hypertensive patients), 0.6 as in Zheng's 741 infusions.
    public var siteFactor: Double
    /// Whether esketamine's way through the body is drawn as well, or typical (`false`).
    public var drawsBody: Bool
    /// Traits that are given instead of drawn.
    public var traits: GivenTraits

    /// Describes a patient; values outside their range are brought into it.
    public init(
        age: Int = 40, sex: Sex = .unknown, weightKg: Double = 70, hypertension: Bool = false,
        brokeFast: Bool = false, coldHands: Bool = false, siteFactor: Double = 1, drawsBody: Bool = true,
        traits: GivenTraits = GivenTraits()
    ) {
        self.age = min(max(age, 18), 95)
        self.sex = sex
        self.weightKg = weightKg.isFinite ? min(max(weightKg, 25), 300) : 70
        self.hypertension = hypertension
        self.brokeFast = brokeFast
        self.coldHands = coldHands
        self.siteFactor = siteFactor.isFinite ? min(max(siteFactor, 0), 5) : 1
        self.drawsBody = drawsBody
        self.traits = traits
    }

    /// The typical patient of the reference tables: 40 years, 70 kg, every trait at its typical value, no white coat,
    /// 120/76 mmHg at rest.
    public static let typical = PatientDescription(drawsBody: false, traits: .typical)
}

/// Traits that a scenario fixes; `nil` is drawn. Meanings, units and distributions are those of ``PatientTraits``.
public struct GivenTraits: Hashable, Codable, Sendable {
    /// Resting systolic pressure, mmHg.
    public var systolic: Double?
    /// Resting diastolic pressure, mmHg.
    public var diastolic: Double?
    /// Resting heart rate, per minute.
    public var heartRate: Double?
    /// Saturation on air, %.
    public var oxygenSaturation: Double?
    /// Resting breaths per minute.
    public var respiratoryRate: Double?
    /// Rise of systolic pressure on arrival, mmHg.
    public var whiteCoat: Double?
    /// How strongly pressure answers, a factor.
    public var pressureResponse: Double?
    /// How strongly the drug is felt, a factor.
    public var feltResponse: Double?
    /// Susceptibility to sedation, a factor.
    public var sedation: Double?
    /// Anxiety, points.
    public var anxiety: Double?
    /// Nausea at its worst, 0-3.
    public var nausea: Double?
    /// Minutes from the first dose until nausea begins.
    public var nauseaOnsetMinutes: Double?
    /// Whether the patient vomits once.
    public var vomits: Bool?

    /// No trait given: all are drawn.
    public init() {}

    /// Every trait at its typical value.
    public static var typical: GivenTraits {
        var traits = GivenTraits()
        traits.systolic = 120
        traits.diastolic = 76
        traits.heartRate = 72
        traits.oxygenSaturation = 98
        traits.respiratoryRate = 14
        traits.whiteCoat = 0
        traits.pressureResponse = 1
        traits.feltResponse = 1
        traits.sedation = 1
        traits.anxiety = 0
        traits.nausea = 0
        traits.nauseaOnsetMinutes = 40
        traits.vomits = false
        return traits
    }
}
