/// One thing that is measured or observed, always a whole number in its unit (temperature in tenths of a degree).
public enum Vital: String, Codable, Sendable, CaseIterable, Comparable {
    /// Systolic blood pressure, mmHg.
    case systolic
    /// Diastolic blood pressure, mmHg.
    case diastolic
    /// Mean arterial pressure as a device measured it, mmHg.
    case meanPressure
    /// Heart rate, beats per minute.
    case heartRate
    /// Peripheral oxygen saturation, %.
    case oxygenSaturation = "spo2"
    /// Breaths per minute; 0 is apnoea.
    case respiratoryRate
    /// Body temperature in tenths of a degree Celsius.
    case temperature
    /// End-tidal carbon dioxide, mmHg.
    case endTidalCO2 = "etco2"
    /// Alertness 5 (answers at once) to 0 (no answer to a painful squeeze), compatible with MOAA/S.
    case alertness
    /// Agitation +4 to −5, compatible with RASS.
    case agitation
    /// Orientation: how many of person, place, time and situation the patient knows, 0-4.
    case orientation
    /// How strong the patient says the drug effect is now, 0-10.
    case intensity
    /// Distress as the patient rates it, 0-10.
    case distress
    /// Nausea 0 none to 3 severe.
    case nausea

    /// In the order of declaration, which is the order on every screen.
    public static func < (left: Self, right: Self) -> Bool { left.place < right.place }

    /// Hashes the place; the library would hash the word.
    public func hash(into hasher: inout Hasher) { hasher.combine(place) }

    /// Its place in the order of declaration, from 0.
    var place: Int {
        switch self {
        case .systolic: 0
        case .diastolic: 1
        case .meanPressure: 2
        case .heartRate: 3
        case .oxygenSaturation: 4
        case .respiratoryRate: 5
        case .temperature: 6
        case .endTidalCO2: 7
        case .alertness: 8
        case .agitation: 9
        case .orientation: 10
        case .intensity: 11
        case .distress: 12
        case .nausea: 13
        }
    }
}

/// What the patient breathes while the saturation is read.
public enum BreathingGas: String, Codable, Sendable, CaseIterable {
    case air
    case oxygen
}

/// The values of one reading. What was not measured is absent; nothing stands for "not measured".
public struct VitalSet: Hashable, Sendable {
    /// One number per vital at its place; 0 where none was measured, which ``measured`` alone tells apart.
    private var numbers = SIMD16<Int64>()
    /// One bit per vital that has a value.
    private var measured: UInt16 = 0

    /// What the patient was breathing; `nil` when nobody said.
    public var gas: BreathingGas?

    /// An empty set, or one with the given values in the units of ``Vital``.
    public init(_ values: [Vital: Int] = [:], gas: BreathingGas? = nil) {
        self.gas = gas
        for (vital, value) in values { self[vital] = value }
    }

    /// The value of one vital in its unit, or `nil` when it was not measured.
    public subscript(_ vital: Vital) -> Int? {
        get { has(vital) ? Int(numbers[vital.place]) : nil }
        set {
            numbers[vital.place] = Int64(newValue ?? 0)
            let bit = UInt16(1) << vital.place
            measured = newValue == nil ? measured & ~bit : measured | bit
        }
    }

    /// Whether one vital was measured.
    public func has(_ vital: Vital) -> Bool { measured & (1 << vital.place) != 0 }

    /// The vitals that have a value, in screen order.
    public var present: [Vital] { Vital.allCases.filter { has($0) } }

    /// Whether nothing was measured.
    public var isEmpty: Bool { measured == 0 }

    /// The same values held within ±1 000 000, so that no sum of them can overflow whatever a log holds.
    var bounded: VitalSet {
        var result = self
        result.numbers.clamp(
            lowerBound: SIMD16(repeating: -1_000_000), upperBound: SIMD16(repeating: 1_000_000))
        return result
    }

    /// The pair of pressures when both were measured.
    public var pressure: BloodPressure? {
        guard let systolic = self[.systolic], let diastolic = self[.diastolic] else { return nil }
        return BloodPressure(systolic: systolic, diastolic: diastolic)
    }
}

extension VitalSet: Codable {
    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// A key that names no vital.
    private struct StrangeKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) {
            if stringValue == "gas" || Vital(rawValue: stringValue) != nil { return nil }
            self.stringValue = stringValue
        }
        init?(intValue: Int) { nil }
    }

    /// Reads an object such as `{"systolic":132,"diastolic":84,"temperature":36.8,"gas":"air"}`; an unknown key or a
    /// value that is not a whole number (temperature: one decimal) is an error.
    public init(from decoder: any Decoder) throws {
        let strange = try decoder.container(keyedBy: StrangeKey.self)
        if let key = strange.allKeys.first {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: strange, debugDescription: "no such vital: \(key.stringValue)")
        }
        let container = try decoder.container(keyedBy: Key.self)
        if container.contains(Key("gas")) {
            gas = try container.decode(BreathingGas.self, forKey: Key("gas"))
        }
        for vital in Vital.allCases {
            let key = Key(vital.rawValue)
            guard container.contains(key) else { continue }
            if vital == .temperature {
                let degrees = try container.decode(Double.self, forKey: key)
                guard degrees.isFinite, abs(degrees) < 1000 else {
                    throw DecodingError.dataCorruptedError(
                        forKey: key, in: container, debugDescription: "not a temperature in °C: \(degrees)")
                }
                self[vital] = Int((degrees * 10).rounded())
            } else {
                self[vital] = try container.decode(Int.self, forKey: key)
            }
        }
    }

    /// Writes one key per measured vital.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for vital in present {
            guard let value = self[vital] else { continue }
            if vital == .temperature {
                try container.encode(Double(value) / 10, forKey: Key(vital.rawValue))
            } else {
                try container.encode(value, forKey: Key(vital.rawValue))
            }
        }
        try container.encodeIfPresent(gas, forKey: Key("gas"))
    }
}
