import SessionCore

/// What is followed over the minutes of a virtual trial.
public enum CohortMeasure: String, Codable, Sendable, CaseIterable {
    /// Rise of systolic pressure above baseline as the cuff shows it, mmHg.
    case systolicRise
    /// Rise of diastolic pressure above baseline as the cuff shows it, mmHg.
    case diastolicRise
    /// Rise of the pulse above baseline as the monitor shows it, per minute.
    case pulseRise
    /// Rise of systolic pressure without noise, mmHg.
    case trueSystolicRise
    /// Rise of diastolic pressure without noise, mmHg.
    case trueDiastolicRise
    /// Plasma concentration, ng/mL.
    case plasma
    /// Felt intensity, 0-10.
    case intensity
    /// Share of patients below alertness 5.
    case sedated
}

/// What one session of a virtual trial came to.
struct SessionSummary: Sendable {
    var peakPlasma = 0.0
    /// Highest concentration of the metabolite, ng/mL.
    var peakMetabolite = 0.0
    /// Area of the concentration over 24 h, ng·h/mL.
    var dayArea = 0.0
    /// Share of one nasal device that the lining takes up.
    var nasalShare = 0.0
    /// Share of the dose that got in at last.
    var bioavailability = 0.0
    /// The same regimen in the typical body of the patient's age, without the spread between bodies: published tables
    /// of plasma are of that body.
    var typical: PlasmaFigures?
    var largestSystolicRise = 0.0
    var largestDiastolicRise = 0.0
    var highestSystolic = 0
    var highestDiastolic = 0
    var highestMeasuredRise = 0.0
    var lowestAlertness = 5
    var sedationOnset: Int?
    var sedationEnd: Int?
    var isNauseated = false
    var vomits = false
    var intensityAtTwoHours = 0.0
}

/// One arm of a virtual trial: one population under one regimen.
struct Arm: Sendable {
    let population: Population
    let regimen: Regimen
    /// Minutes from the first dose that are looked at.
    static let minutes = Array(stride(from: 0, through: 180, by: 2))
    /// Minutes at which the cuff is used.
    static let cuffMinutes = Array(stride(from: 10, through: 180, by: 10))
    /// Mean and spread at each of ``minutes``, or at each of ``cuffMinutes`` for what the cuff shows.
    private(set) var courses: [CohortMeasure: [Tally]] = [:]
    private(set) var sessions: [SessionSummary] = []
    private let controls: CohortControls
    private var typicalBodies: [DrugModel: PlasmaFigures] = [:]

    /// Seconds between sitting down and the first dose: by then the pressure of arrival is gone.
    private static let arrivalSeconds = 1500
    /// Arms of the same people, each under every regimen.
    static func run(
        _ population: Population, _ regimens: [Regimen], count: Int, seed: UInt64, controls: CohortControls
    ) -> [Arm] {
        var arms = regimens.map { Arm(population, $0, count: count, controls: controls) }
        for index in 0..<count {
            let person = population.person(index, seed: seed, controls: controls, route: regimens[0].route)
            for place in arms.indices {
                var patient = person
                regimens[place].give(to: &patient, from: arrivalSeconds)
                let summary = arms[place].follow(patient)
                arms[place].sessions.append(summary)
            }
        }
        return arms
    }

    private init(_ population: Population, _ regimen: Regimen, count: Int, controls: CohortControls) {
        self.controls = controls
        self.population = population
        self.regimen = regimen
        for measure in CohortMeasure.allCases {
            let isCuff = [.systolicRise, .diastolicRise, .pulseRise].contains(measure)
            courses[measure] = Array(
                repeating: Tally(), count: isCuff ? Arm.cuffMinutes.count : Arm.minutes.count)
        }
        sessions.reserveCapacity(count)
    }

    /// The tallies of a measure with their minutes.
    func course(_ measure: CohortMeasure) -> [(minute: Int, tally: Tally)] {
        let tallies = courses[measure] ?? []
        let minutes = tallies.count == Arm.minutes.count ? Arm.minutes : Arm.cuffMinutes
        return zip(minutes, tallies).map { ($0, $1) }
    }

    /// The mean of a measure at a minute.
    func mean(_ measure: CohortMeasure, at minute: Int) -> Double {
        course(measure).first { $0.minute == minute }?.tally.mean ?? 0
    }

    /// The minute at which the mean of a measure is highest.
    func peakMinute(_ measure: CohortMeasure) -> Int {
        course(measure).max { $0.tally.mean < $1.tally.mean }?.minute ?? 0
    }

    /// The highest mean of a measure.
    func peak(_ measure: CohortMeasure) -> Double { mean(measure, at: peakMinute(measure)) }
}

// MARK: - One session

extension Arm {
    private mutating func follow(_ patient: SimulatedPatient) -> SessionSummary {
        var summary = SessionSummary()
        let start = Arm.arrivalSeconds
        let rest = patient.state(at: start)
        for (place, minute) in Arm.minutes.enumerated() {
            let second = start + minute * 60
            let levels = patient.levels(at: second)
            let state = patient.state(at: second, levels: levels)
            summary.see(state, levels, rest: rest, minute: minute)
            note(.trueSystolicRise, state.systolic - rest.systolic, place)
            note(.trueDiastolicRise, state.diastolic - rest.diastolic, place)
            note(.plasma, levels.plasma, place)
            note(.intensity, state.intensity, place)
            note(.sedated, state.alertness < 5 ? 1 : 0, place)
        }
        measure(patient, &summary)
        if regimen.route == .esketamine {
            summary.bioavailability = bioavailability(patient)
            summary.dayArea = patient.levels(at: start + 86_400).areaHours
            if case .nasal(let nasal) = patient.course.model.absorption { summary.nasalShare = nasal.share }
            summary.typical = typical(age: patient.who.age)
        }
        summary.vomits = patient.vomitsAt != nil
        return summary
    }

    private mutating func note(_ measure: CohortMeasure, _ value: Double, _ place: Int) {
        courses[measure]?[place].add(value)
    }

    /// Baseline is the mean of two readings 3 min apart, as at the bedside.
    private mutating func measure(_ patient: SimulatedPatient, _ summary: inout SessionSummary) {
        let start = Arm.arrivalSeconds
        let before = [start - 240, start - 60].map { patient.reading(at: $0) }
        let base = (
            Double(before[0].systolic + before[1].systolic) / 2,
            Double(before[0].diastolic + before[1].diastolic) / 2,
            Double(before[0].heartRate + before[1].heartRate) / 2
        )
        for (place, minute) in Arm.cuffMinutes.enumerated() {
            let reading = patient.reading(at: start + minute * 60)
            note(.systolicRise, Double(reading.systolic) - base.0, place)
            note(.diastolicRise, Double(reading.diastolic) - base.1, place)
            note(.pulseRise, Double(reading.heartRate) - base.2, place)
            summary.highestSystolic = max(summary.highestSystolic, reading.systolic)
            summary.highestDiastolic = max(summary.highestDiastolic, reading.diastolic)
            summary.highestMeasuredRise = max(summary.highestMeasuredRise, Double(reading.systolic) - base.0)
        }
    }

    /// The share of the dose that gets in, by the area that the same dose into the vein has in the same body.
    private func bioavailability(_ patient: SimulatedPatient) -> Double {
        let fortnight = Arm.arrivalSeconds + 1_209_600
        var vein = patient.course.emptied()
        vein.take(.bolus(milligrams: regimen.dose), at: Arm.arrivalSeconds)
        return patient.levels(at: fortnight).areaHours / max(vein.levels(at: fortnight).areaHours, .ulpOfOne)
    }

    /// Bodies of one age are alike, so that each is computed once.
    private mutating func typical(age: Int) -> PlasmaFigures {
        let model = DrugModel.esketamine(EsketamineBody(age: age)).absorbing(at: controls.absorptionFactor)
        if let known = typicalBodies[model] { return known }
        let figures = PlasmaFigures(regimen, model: model)
        typicalBodies[model] = figures
        return figures
    }
}

extension SimulatedPatient {
    /// Pressure and pulse as a cuff would show them at a time, without the time that it takes.
    fileprivate func reading(at second: Int) -> (systolic: Int, diastolic: Int, heartRate: Int) {
        let state = state(at: second)
        let pressure = measured(state, occasion: second)
        return (pressure.systolic, pressure.diastolic, pulse(state, occasion: second))
    }
}

extension SessionSummary {
    fileprivate mutating func see(
        _ state: PatientState, _ levels: DrugLevels, rest: PatientState, minute: Int
    ) {
        peakPlasma = max(peakPlasma, levels.plasma)
        peakMetabolite = max(peakMetabolite, levels.metabolite ?? 0)
        isNauseated = isNauseated || state.nausea > 0
        largestSystolicRise = max(largestSystolicRise, state.systolic - rest.systolic)
        largestDiastolicRise = max(largestDiastolicRise, state.diastolic - rest.diastolic)
        lowestAlertness = min(lowestAlertness, Int(state.alertness))
        if state.alertness < 5 {
            sedationOnset = sedationOnset ?? minute
            sedationEnd = minute + 2
        }
        if minute == 120 { intensityAtTwoHours = state.intensity }
    }
}
