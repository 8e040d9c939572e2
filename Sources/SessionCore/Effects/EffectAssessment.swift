/// One effect assessment: an intensity and what was measured around it.
struct EffectAssessment: Sendable {
    /// How far a value may lie from the intensity that it counts with.
    static let span = Span.minutes(5)

    let intensity: Int
    /// When the intensity was asked for.
    let at: SessionTime
    /// When the last value that belongs to it was measured.
    let completeAt: SessionTime
    /// What fails; empty when every criterion is met.
    let failing: [EffectShortfall]

    /// Gathers the values around `reading` out of `readings`, which are in order.
    init(
        intensity: Int, reading: TimedReading, among readings: Chunked<TimedReading>, baseline: Baseline?,
        rules: SubsidenceRules
    ) {
        self.intensity = intensity
        at = reading.at
        let near = TimedReading.measured(
            from: reading.at - Self.span, through: reading.at + Self.span, among: readings)
        var gathered = Gathered(intensity: intensity, reading: reading, near: near, rules: rules)
        failing = gathered.failing(baseline: baseline)
        completeAt = gathered.latest
    }
}

/// A criterion of subsidence that is not met.
enum EffectShortfall: Hashable, Sendable {
    /// A value lies above what is allowed.
    case above(Vital, Int, most: Int)
    /// A value is not the one that is needed.
    case other(Vital, Int, needed: Int)
    /// Nobody measured it.
    case notRecorded(Vital)
    /// The pressure is not level 0.
    case level(BloodPressure, Level)
    /// The mean pressure lies too far from the patient's own.
    case meanPressure(Int, percent: Int, baseline: ExactMean)
    /// There is nothing to compare the pressure with.
    case noBaseline(BloodPressure)
    /// The saturation is too low, and too far below the patient's own where that is known.
    case saturation(Int, least: Int, within: Int?, baseline: ExactMean?)

    /// What fails, in words with the numbers.
    var sentence: String {
        switch self {
        case .above(let vital, let value, let most): "\(vital.title) \(value), at most \(most)"
        case .other(let vital, let value, let needed): "\(vital.title) \(value), needs \(needed)"
        case .notRecorded(.systolic): "blood pressure is not recorded"
        case .notRecorded(.oxygenSaturation): "SpO2 is not recorded"
        case .notRecorded(let vital): "\(vital.title) is not recorded"
        case .level(let pressure, let level):
            "BP \(pressure.systolic)/\(pressure.diastolic)"
                + (level.number.map { " is level \($0)" } ?? ", level not known")
        case .meanPressure(let mean, let percent, let baseline):
            "mean pressure \(mean) is not within \(percent) % of baseline "
                + fixed(Double(baseline.sum) / Double(3 &* max(baseline.count, 1)), 0)
        case .noBaseline(let pressure):
            "no baseline to compare BP \(pressure.systolic)/\(pressure.diastolic) with"
        case .saturation(let value, let least, let within?, let baseline?):
            "SpO2 \(value), at least \(least) or within \(within) of baseline \(baseline.rounded)"
        case .saturation(let value, let least, _, _): "SpO2 \(value), at least \(least)"
        }
    }
}

/// The values that belong together.
private struct Gathered {
    let intensity: Int
    let reading: TimedReading
    let near: Slice<Chunked<TimedReading>>
    let rules: SubsidenceRules
    private(set) var latest: SessionTime

    init(intensity: Int, reading: TimedReading, near: Slice<Chunked<TimedReading>>, rules: SubsidenceRules) {
        self.intensity = intensity
        self.reading = reading
        self.near = near
        self.rules = rules
        latest = reading.at
    }

    /// A later reading by which the effect is strong again, or the patient not awake, calm and oriented, tells of another
    /// state and lends nothing.
    private func lends(_ other: TimedReading) -> Bool {
        guard other.at > reading.at else { return true }
        func isWell(_ vital: Vital, _ holds: (Int) -> Bool) -> Bool { other.values[vital].map(holds) ?? true }
        return isWell(.intensity) { $0 <= rules.intensity } && isWell(.distress) { $0 <= rules.distress }
            && isWell(.alertness) { $0 == rules.alertness } && isWell(.agitation) { $0 == rules.agitation }
            && isWell(.orientation) { $0 == rules.orientation }
    }

    /// The value of the same reading, else the last one near it.
    private mutating func source(where matches: (TimedReading) -> Bool) -> TimedReading? {
        let found = matches(reading) ? reading : near.last { matches($0) && lends($0) }
        if let found { latest = max(latest, found.at) }
        return found
    }

    mutating func failing(baseline: Baseline?) -> [EffectShortfall] {
        let rules = rules
        var failing: [EffectShortfall] = []
        if intensity > rules.intensity {
            failing.append(.above(.intensity, intensity, most: rules.intensity))
        }
        failing += scale(.distress) {
            $0 <= rules.distress ? nil : .above(.distress, $0, most: rules.distress)
        }
        failing += exactly(.alertness, rules.alertness)
        failing += exactly(.agitation, rules.agitation)
        failing += exactly(.orientation, rules.orientation)
        failing += pressure(baseline: baseline)
        failing += scale(.oxygenSaturation) { value in
            if value >= rules.saturation { return nil }
            guard let mean = baseline?.means[.oxygenSaturation] else {
                return .saturation(value, least: rules.saturation, within: nil, baseline: nil)
            }
            return mean.scaledRise(of: value) >= -rules.saturationWithin &* mean.count
                ? nil
                : .saturation(
                    value, least: rules.saturation, within: rules.saturationWithin, baseline: mean)
        }
        return failing
    }

    private mutating func exactly(_ vital: Vital, _ needed: Int) -> [EffectShortfall] {
        scale(vital) { $0 == needed ? nil : .other(vital, $0, needed: needed) }
    }

    private mutating func scale(_ vital: Vital, _ fault: (Int) -> EffectShortfall?) -> [EffectShortfall] {
        guard let value = source(where: { $0.values.has(vital) })?.values[vital] else {
            return [.notRecorded(vital)]
        }
        return fault(value).map { [$0] } ?? []
    }

    private mutating func pressure(baseline: Baseline?) -> [EffectShortfall] {
        guard let source = source(where: { $0.values.pressure != nil }), let pressure = source.values.pressure
        else {
            return [.notRecorded(.systolic)]
        }
        var failing: [EffectShortfall] = []
        if source.pressureLevel != .normal { failing.append(.level(pressure, source.pressureLevel)) }
        guard let mean = baseline?.tripleMean else { return failing + [.noBaseline(pressure)] }
        if !mean.isWithin(rules.meanPercent, of: pressure.tripleMean) {
            failing.append(
                .meanPressure(pressure.mean, percent: rules.meanPercent, baseline: mean))
        }
        return failing
    }
}

extension ExactMean {
    /// Whether `value` lies within so many percent of the mean, ends included.
    func isWithin(_ percent: Int, of value: Int) -> Bool {
        let rise = scaledRise(of: value)
        return (rise < 0 ? 0 &- rise : rise) &* 100 <= percent &* sum
    }
}
