import SessionCore

/// How a simulated patient really is at one instant: what no instrument shows and no trainee sees.
public struct PatientState: Hashable, Sendable {
    /// Systolic pressure, mmHg.
    public var systolic = 0.0
    /// Diastolic pressure, mmHg.
    public var diastolic = 0.0
    /// Heart rate, per minute.
    public var heartRate = 0.0
    /// Oxygen saturation, %.
    public var oxygenSaturation = 0.0
    /// Breaths per minute.
    public var respiratoryRate = 0.0
    /// Temperature, °C.
    public var temperature = 36.8
    /// Alertness 5-0 (MOAA/S).
    public var alertness = 5.0
    /// Agitation −5…+4 (RASS).
    public var agitation = 0.0
    /// Orientation 0-4.
    public var orientation = 4.0
    /// Felt intensity 0-10.
    public var intensity = 0.0
    /// Distress 0-10.
    public var distress = 0.0
    /// Nausea 0-3.
    public var nausea = 0.0
    /// What the patient breathes.
    public var gas = BreathingGas.air

    /// Mean arterial pressure, mmHg.
    public var meanPressure: Double { diastolic + (systolic - diastolic) / 3 }

    /// The true value of a vital in its clinical unit (temperature in °C); `nil` for what the model does not know.
    public subscript(_ vital: Vital) -> Double? {
        switch vital {
        case .systolic: systolic
        case .diastolic: diastolic
        case .meanPressure: meanPressure
        case .heartRate: heartRate
        case .oxygenSaturation: oxygenSaturation
        case .respiratoryRate: respiratoryRate
        case .temperature: temperature
        case .alertness: alertness
        case .agitation: agitation
        case .orientation: orientation
        case .intensity: intensity
        case .distress: distress
        case .nausea: nausea
        case .endTidalCO2: nil
        }
    }

    /// Changes one vital; mean pressure and carbon dioxide cannot be changed by themselves.
    mutating func change(_ vital: Vital, _ change: (Double) -> Double) {
        switch vital {
        case .systolic: systolic = change(systolic)
        case .diastolic: diastolic = change(diastolic)
        case .heartRate: heartRate = change(heartRate)
        case .oxygenSaturation: oxygenSaturation = change(oxygenSaturation)
        case .respiratoryRate: respiratoryRate = change(respiratoryRate)
        case .temperature: temperature = change(temperature)
        case .alertness: alertness = change(alertness)
        case .agitation: agitation = change(agitation)
        case .orientation: orientation = change(orientation)
        case .intensity: intensity = change(intensity)
        case .distress: distress = change(distress)
        case .nausea: nausea = change(nausea)
        case .meanPressure, .endTidalCO2: break
        }
    }

    /// Keeps every value where a living body can be; scales become whole steps where they are observed in steps.
    mutating func settle() {
        systolic = clamped(systolic, 45, 280)
        diastolic = clamped(diastolic, 22, systolic - 18)
        heartRate = clamped(heartRate, 0, 230)
        oxygenSaturation = clamped(oxygenSaturation, 40, 100)
        respiratoryRate = clamped(respiratoryRate, 0, 50)
        temperature = clamped(temperature, 32, 42)
        alertness = clamped(alertness, 0, 5).rounded()
        agitation = clamped(agitation, -5, 4).rounded()
        orientation = clamped(orientation, 0, 4).rounded()
        intensity = clamped(intensity, 0, 10)
        distress = clamped(distress, 0, 10)
        nausea = clamped(nausea, 0, 3)
    }
}
