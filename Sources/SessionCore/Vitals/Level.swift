/// How bad a value is. Ordered, so that the worst of several rules is their maximum. Unknown is worse than normal:
/// what was not measured, or has no limits, is never taken for normal.
public enum Level: String, Codable, Sendable, CaseIterable, Comparable {
    /// Level 0: no rule applies.
    case normal
    /// Not measured, or no limits to judge it by.
    case unknown
    /// Level 1: measure again soon.
    case watch
    /// Level 2: tell the prescriber when it is confirmed.
    case high
    /// Level 3: act now.
    case crisis

    private var rank: Int {
        switch self {
        case .normal: 0
        case .unknown: 1
        case .watch: 2
        case .high: 3
        case .crisis: 4
        }
    }

    /// The number that clinicians use: 0-3; `nil` for unknown.
    public var number: Int? {
        switch self {
        case .normal: 0
        case .unknown: nil
        case .watch: 1
        case .high: 2
        case .crisis: 3
        }
    }

    /// Milder first.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// What an alarm is about. Each measured one has a watch for either side; symptoms, checkpoints and the emergency have
/// none.
public enum AlarmParameter: String, Codable, Sendable, CaseIterable {
    case pressure
    case heartRate
    case oxygenSaturation = "spo2"
    case respiratoryRate
    case temperature
    case endTidalCO2 = "etco2"
    case alertness
    case distress
    case symptom
    case checkpoint
    case emergency

    /// Hashes the place; the library would hash the word.
    public func hash(into hasher: inout Hasher) { hasher.combine(place) }

    /// Its place in the order of declaration, from 0.
    var place: Int {
        switch self {
        case .pressure: 0
        case .heartRate: 1
        case .oxygenSaturation: 2
        case .respiratoryRate: 3
        case .temperature: 4
        case .endTidalCO2: 5
        case .alertness: 6
        case .distress: 7
        case .symptom: 8
        case .checkpoint: 9
        case .emergency: 10
        }
    }
}

/// Which side of normal a value lies on.
public enum Direction: String, Codable, Sendable, CaseIterable {
    case high
    case low

    /// Hashes the side; the library would hash the word.
    public func hash(into hasher: inout Hasher) { hasher.combine(self == .high) }
}

/// Names an alarm condition: parameter and direction, and for symptoms and checkpoints which one.
public struct AlarmKey: Hashable, Codable, Sendable {
    /// What it is about.
    public var parameter: AlarmParameter
    /// Which side; `nil` where there is none.
    public var direction: Direction?
    /// The symptom's sequence or the checkpoint's name, where several can stand at once.
    public var item: String?

    /// Makes a key.
    public init(_ parameter: AlarmParameter, _ direction: Direction? = nil, item: String? = nil) {
        self.parameter = parameter
        self.direction = direction
        self.item = item
    }

    /// What it is about and on which side: `BP high`.
    public var title: String { parameter.title + (direction.map { " \($0.rawValue)" } ?? "") }
}

/// An answer to something that a person asked and cannot get: what was wrong, where, and what would be right.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// One sentence for a clinician.
    public var sentence: String

    /// Makes a refusal of one sentence.
    public init(_ sentence: String) { self.sentence = sentence }

    /// The sentence.
    public var description: String { sentence }
}
