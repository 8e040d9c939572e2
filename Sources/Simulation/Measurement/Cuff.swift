import SessionCore

/// One inflation of the cuff: it takes its time and may fail.
public struct CuffCycle: Hashable, Codable, Sendable {
    /// When it began to inflate, seconds on the patient's time line.
    public var began: Int
    /// When it has its answer, 25 to 45 s later.
    public var ready: Int
}

/// What a cuff shows when it is ready.
public enum CuffOutcome: Hashable, Sendable {
    /// A pressure, mmHg, and a pulse, per minute.
    case reading(BloodPressure, heartRate: Int)
    /// No reading: the arm moved. It has to be started again.
    case motion
}

/// How far a cuff is off. A device may be off by 5 mmHg in the mean with an SD of 8 (ISO 81060-2 as tabulated in
/// PMC6431352); within that the numbers are Ebbtide defaults, unpublished: together with the spread between people
/// they give the SD of ΔSBP that Yale (2024) reported.
enum CuffError {
    /// Bias of one session, SD, mmHg, for systolic and diastolic alike.
    static let bias = 3.0
    /// Noise of one reading, SD, mmHg.
    static let systolicNoise = 5.0
    static let diastolicNoise = 4.0
    /// Chance that a reading fails while distress is 7 or more, or the patient is restless.
    static let failure = 0.03
    /// Seconds that an inflation takes.
    static let duration = 25...45
}

extension SimulatedPatient {
    /// What noise is drawn by.
    private enum Draw: UInt64 {
        case cuffBias = 200
        case cuffDuration
        case cuffNoise
        case cuffFailure
    }

    /// The cuff begins to inflate now.
    public func cuffStarted() -> CuffCycle {
        var chance = SeededChance.of(Draw.cuffDuration.rawValue, UInt64(now), seed: seed)
        let bounds = CuffError.duration
        return CuffCycle(began: now, ready: now + Int.random(in: bounds, using: &chance))
    }

    /// What the cuff shows at the end of a cycle. The pressure is the true one of that moment, off by this session's
    /// bias and this reading's noise; the same cycle always shows the same. `state` is how the patient is at that moment,
    /// with what the scenario makes of it.
    public func outcome(of cycle: CuffCycle, in state: PatientState) -> CuffOutcome {
        var chance = SeededChance.of(
            Draw.cuffFailure.rawValue, UInt64(bitPattern: Int64(cycle.began)), seed: seed)
        let isMoving = state.distress >= 7 || state.agitation >= 1
        if isMoving, chance.happens(CuffError.failure) { return .motion }
        return .reading(
            measured(state, occasion: cycle.began), heartRate: pulse(state, occasion: cycle.began))
    }

    /// The pressure as the cuff measures it: bias, noise, whole mmHg. Noise that would make an impossible pair of it
    /// (a pulse pressure that no true pressure has) is drawn again, so that such a pair in training is always a
    /// lesson.
    func measured(_ state: PatientState, occasion: Int) -> BloodPressure {
        var chance = SeededChance.of(Draw.cuffBias.rawValue, seed: seed)
        let bias = (chance.normal(deviation: CuffError.bias), chance.normal(deviation: CuffError.bias))
        chance = .of(Draw.cuffNoise.rawValue, UInt64(bitPattern: Int64(occasion)), seed: seed)
        var reading = BloodPressure(systolic: 0, diastolic: 0)
        for _ in 0..<8 {
            let systolic = state.systolic + bias.0 + chance.normal(deviation: CuffError.systolicNoise)
            let diastolic = state.diastolic + bias.1 + chance.normal(deviation: CuffError.diastolicNoise)
            reading = BloodPressure(
                systolic: Int(clamped(systolic, 40, 300).rounded()),
                diastolic: Int(clamped(diastolic, 20, 200).rounded()))
            if SimulatedPatient.isPlausiblePair(reading) { return reading }
        }
        return BloodPressure(
            systolic: Int(state.systolic.rounded()), diastolic: Int(state.diastolic.rounded()))
    }

    /// A pulse pressure of 20 to 100 mmHg and at least a quarter of systolic pressure (Ebbtide default, unpublished).
    static func isPlausiblePair(_ reading: BloodPressure) -> Bool {
        (20...100).contains(reading.pulsePressure) && reading.pulsePressure * 4 >= reading.systolic
    }
}
