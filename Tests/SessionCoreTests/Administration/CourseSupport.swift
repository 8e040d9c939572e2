@testable import SessionCore

/// Short hand for the tests of a session's course: minutes on the session's time line and plain readings.
func minute(_ minutes: Int, _ seconds: Int = 0) -> SessionTime {
    SessionTime(seconds: Int64(minutes * 60 + seconds))
}

/// A reading with the given values; its pressure is judged normal unless said otherwise.
func reading(
    _ sequence: Int, at time: SessionTime, _ systolic: Int? = nil, _ diastolic: Int? = nil,
    _ others: [Vital: Int] = [:], gas: BreathingGas? = nil, level: Level = .normal
) -> TimedReading {
    var values = VitalSet(others, gas: gas)
    values[.systolic] = systolic
    values[.diastolic] = diastolic
    return TimedReading(
        sequence: sequence, at: time, values: values, level: level,
        pressureLevel: systolic == nil ? .unknown : level)
}

/// A complete baseline of the given pressure, HR 70 and SpO2 97.
func baseline(_ systolic: Int, _ diastolic: Int, saturation: Int = 97) -> Baseline {
    let others: [Vital: Int] = [.heartRate: 70, .oxygenSaturation: saturation]
    let book = BaselineBook(
        readings: [
            reading(1, at: minute(-10), systolic, diastolic, others),
            reading(2, at: minute(-8), systolic, diastolic, others),
        ], gate: TestProtocols.gate, timers: TestProtocols.infusion.timers)
    return book.baseline
        ?? Baseline(readings: [], measured: minute(0), means: [:], isComplete: false, isUnstable: false)
}

/// The plan of a session under one of the default protocols.
func opened(
    _ careProtocol: CareProtocol, milligrams: Double = 40, minutes: Int? = nil, weightKg: Double = 80,
    profile: ObservationProfile = .standard
) -> SessionOpened {
    SessionOpened(
        patient: Patient(label: "A", birthYear: 1980, weightKg: weightKg, treatedHypertension: .no),
        route: careProtocol.route, plannedMilligrams: milligrams, plannedMinutes: minutes, profile: profile,
        firstSession: .no, stimulantOrMAOI: .no, earlierPeak: .no,
        protocolReference: .named(careProtocol.name))
}

/// An administration under one of the default protocols, before anything is given.
func administration(
    _ careProtocol: CareProtocol, milligrams: Double = 40, minutes: Int? = nil, weightKg: Double = 80
) -> Administration {
    let plan = opened(careProtocol, milligrams: milligrams, minutes: minutes, weightKg: weightKg)
    return Administration(plan: AdministrationPlan(plan, careProtocol: careProtocol))
}

/// A pump that gives `perMinute` mg/min.
func pump(_ perMinute: Double) -> InfusionRate { InfusionRate(milligramsPerMinute: perMinute) }

/// A cell of a table written by hand, without the spaces around it.
func trimmed(_ cell: Substring) -> String {
    String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
}
