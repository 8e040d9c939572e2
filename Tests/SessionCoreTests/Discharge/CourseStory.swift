@testable import SessionCore

/// A session drawn on a scale of one character for five minutes, from T0.
///
/// `given`: `*` the start, `d` a further device or spray, `T` the end of the infusion, `v` vomiting, `z` a benzodiazepine,
/// `s` another sedating drug. `entered`: a digit is a full, calm reading with that intensity, `A` a discharge assessment
/// with every question answered yes, `n` one with the escort not there, `B` reading and assessment, `H` a reading of
/// level 2. What comes out: the phase (`a` administering, `m` monitoring, `s` subsiding, `D` discharge assessment) and
/// the way out (`r` ready, `1` first assessment holds, `L` may leave).
struct CourseStory {
    let careProtocol: CareProtocol
    let milligrams: Double
    private var given: Administration
    private var machine: PhaseMachine
    private var record: DischargeRecord
    private(set) var phases = ""
    private(set) var way = ""

    init(_ careProtocol: CareProtocol, milligrams: Double, given doses: String, entered: String) {
        self.careProtocol = careProtocol
        self.milligrams = milligrams
        given = administration(
            careProtocol, milligrams: milligrams, minutes: careProtocol.route == .infusion ? 40 : nil)
        machine = PhaseMachine(timers: careProtocol.timers)
        record = DischargeRecord(route: careProtocol.route, baseline: baseline(124, 78))
        _ = machine.happened(.gateAnswered(.ok, judged: minute(-8)), at: minute(-8))
        let doses = Array(doses)
        for (index, letter) in entered.enumerated() {
            let time = minute(index * 5)
            if index < doses.count { dosed(doses[index], at: time) }
            took(letter, at: time, sequence: index + 10)
            judge(at: time)
        }
    }

    private mutating func dosed(_ letter: Character, at time: SessionTime) {
        var actions: [AdministrationAction] = []
        switch letter {
        case "*": actions = given.started(AdministrationStarted(), at: time)
        case "d":
            actions = given.doseGiven(
                DoseGiven(milligrams: careProtocol.dose.deviceMilligrams ?? 10), at: time)
        case "T": actions = given.ended(InfusionEnded(stoppedEarly: "as told"), at: time)
        case "v": record.vomited.append(time)
        case "z": record.sedatives.append(SedativeDose(at: time, isBenzodiazepine: true))
        case "s": record.sedatives.append(SedativeDose(at: time, isBenzodiazepine: false))
        default: break
        }
        for action in actions {
            if case .began = action { _ = machine.happened(.administrationStarted(gate: []), at: time) }
            if case .ended = action { _ = machine.happened(.administrationEnded, at: time) }
        }
    }

    private mutating func took(_ letter: Character, at time: SessionTime, sequence: Int) {
        let intensity = letter == "B" || letter == "H" ? 0 : letter.wholeNumberValue
        if let intensity {
            let calm: [Vital: Int] = [
                .heartRate: 72, .oxygenSaturation: 98, .respiratoryRate: 14, .alertness: 5, .agitation: 0,
                .orientation: 4, .intensity: intensity, .distress: 1, .nausea: 0,
            ]
            let isHigh = letter == "H"
            record.readings.append(
                reading(
                    sequence, at: time, isHigh ? 182 : 128, isHigh ? 100 : 80, calm,
                    level: isHigh ? .high : .normal))
        }
        guard letter == "A" || letter == "B" || letter == "n" else { return }
        var answers: [DischargeQuestion: Answer] = [:]
        for question in DischargeQuestion.allCases { answers[question] = .yes }
        if letter == "n" { answers[.escort] = .no }
        record.assessments.append(
            TimedAssessment(at: time, assessment: DischargeAssessed(answers: answers, by: "AB")))
        _ = machine.happened(.dischargeAssessed, at: time)
    }

    private mutating func judge(at time: SessionTime) {
        let effects = Effects(
            readings: record.readings, since: given.start, end: given.end, baseline: record.baseline,
            rules: careProtocol.subsidence, at: time)
        let hasSubsided = effects.picture.subsidedAt != nil
        _ = machine.happened(.effectsAssessed(effects.trend, hasSubsided: hasSubsided), at: time)
        record.lastDose = given.lastDose
        record.lastRebound = effects.lastRebound
        let picture = Discharge(record, rules: careProtocol.discharge).picture(at: time)
        phases += machine.phase == .dischargeAssessment ? "D" : String(machine.phase.rawValue.prefix(1))
        way +=
            picture.mayLeaveAt != nil
            ? "L" : picture.firstAssessmentAt != nil ? "1" : picture.readyAt != nil ? "r" : "."
    }
}
