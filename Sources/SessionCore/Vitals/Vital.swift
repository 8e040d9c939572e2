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
    public static func < (left: Self, right: Self) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// What the patient breathes while the saturation is read.
public enum BreathingGas: String, Codable, Sendable, CaseIterable {
    case air
    case oxygen
}

/// The values of one reading. What was not measured is absent; nothing stands for "not measured".
public struct VitalSet: Hashable, Sendable {
    private var values: [Vital: Int] = [:]

    /// What the patient was breathing; `nil` when nobody said.
    public var gas: BreathingGas?

    /// An empty set, or one with the given values in the units of ``Vital``.
    public init(_ values: [Vital: Int] = [:], gas: BreathingGas? = nil) {
        self.values = values
        self.gas = gas
    }

    /// The value of one vital in its unit, or `nil` when it was not measured.
    public subscript(_ vital: Vital) -> Int? {
        get { values[vital] }
        set { values[vital] = newValue }
    }

    /// The vitals that have a value, in screen order.
    public var present: [Vital] { Vital.allCases.filter { values[$0] != nil } }

    /// Whether nothing was measured.
    public var isEmpty: Bool { values.isEmpty }

    /// The pair of pressures when both were measured.
    public var pressure: BloodPressure? {
        guard let systolic = values[.systolic], let diastolic = values[.diastolic] else { return nil }
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

    /// Reads an object such as `{"systolic":132,"diastolic":84,"temperature":36.8,"gas":"air"}`; an unknown key or a
    /// value that is not a whole number (temperature: one decimal) is an error.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        for key in container.allKeys {
            if key.stringValue == "gas" {
                gas = try container.decode(BreathingGas.self, forKey: key)
                continue
            }
            guard let vital = Vital(rawValue: key.stringValue) else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: container, debugDescription: "no such vital: \(key.stringValue)")
            }
            if vital == .temperature {
                let degrees = try container.decode(Double.self, forKey: key)
                guard degrees.isFinite, abs(degrees) < 1000 else {
                    throw DecodingError.dataCorruptedError(
                        forKey: key, in: container, debugDescription: "not a temperature in °C: \(degrees)")
                }
                values[vital] = Int((degrees * 10).rounded())
            } else {
                values[vital] = try container.decode(Int.self, forKey: key)
            }
        }
    }

    /// Writes one key per measured vital.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        for vital in present {
            guard let value = values[vital] else { continue }
            if vital == .temperature {
                try container.encode(Double(value) / 10, forKey: Key(vital.rawValue))
            } else {
                try container.encode(value, forKey: Key(vital.rawValue))
            }
        }
        try container.encodeIfPresent(gas, forKey: Key("gas"))
    }
}
