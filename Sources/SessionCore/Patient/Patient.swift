/// Yes, no, or nobody knows. Unknown never counts as no.
public enum Answer: String, Codable, Sendable, CaseIterable {
    case yes
    case no
    case unknown
}

/// Sex as recorded for dosing and reference values.
public enum Sex: String, Codable, Sendable, CaseIterable {
    case female
    case male
    case other
    case unknown
}

/// Who is treated, as far as the rules of a session need to know.
public struct Patient: Hashable, Codable, Sendable {
    /// What the ward calls the patient on this record (initials, a number); free text.
    public var label: String
    /// Year of birth; with it alone an age is known only to within a year.
    public var birthYear: Int
    /// Body weight in kilograms, 25-300.
    public var weightKg: Double
    /// Sex as recorded.
    public var sex: Sex
    /// Whether hypertension is known and treated.
    public var treatedHypertension: Answer

    /// Makes a patient.
    public init(
        label: String, birthYear: Int, weightKg: Double, sex: Sex = .unknown,
        treatedHypertension: Answer = .unknown
    ) {
        self.label = label
        self.birthYear = birthYear
        self.weightKg = weightKg
        self.sex = sex
        self.treatedHypertension = treatedHypertension
    }

    /// The ages in whole years that the patient may have in calendar year `year`: before or after this year's birthday.
    public func ages(inYear year: Int) -> ClosedRange<Int> {
        let older = year &- birthYear
        return (older == .min ? older : older - 1)...older
    }
}

/// How the drug is given.
public enum Route: String, Codable, Sendable, CaseIterable {
    /// Racemic ketamine as an intravenous infusion.
    case infusion = "iv"
    /// Racemic ketamine as an intramuscular injection.
    case injection = "im"
    /// Racemic ketamine as a nasal spray.
    case nasalRacemic = "in-racemic"
    /// Esketamine from nasal devices of 28 mg.
    case esketamine

    /// The route in words.
    public var title: String {
        switch self {
        case .infusion: "IV infusion"
        case .injection: "IM injection"
        case .nasalRacemic: "intranasal racemic"
        case .esketamine: "intranasal esketamine"
        }
    }

    /// What one dose of a course is called.
    public var doseWord: String {
        switch self {
        case .infusion: "dose"
        case .injection: "injection"
        case .nasalRacemic: "spray"
        case .esketamine: "device"
        }
    }

    /// Whether the drug comes as sprays or devices with a rest between them.
    public var isNasal: Bool { self == .nasalRacemic || self == .esketamine }
}

/// How closely a patient is watched.
public enum ObservationProfile: String, Codable, Sendable, CaseIterable {
    case standard
    case intensive
}
