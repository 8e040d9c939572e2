/// One effect assessment: an intensity and what was measured around it.
struct EffectAssessment {
    /// How far a value may lie from the intensity that it counts with.
    static let span = Span.minutes(5)

    let intensity: Int
    /// When the intensity was asked for.
    let at: SessionTime
    /// When the last value that belongs to it was measured.
    let completeAt: SessionTime
    /// What fails, in words with the numbers; empty when every criterion is met.
    let failing: [String]

    /// Gathers the values around `reading` out of `readings`, which are in order.
    init(
        intensity: Int, reading: TimedReading, among readings: [TimedReading], baseline: Baseline?,
        rules: SubsidenceRules
    ) {
        self.intensity = intensity
        at = reading.at
        let near = TimedReading.measured(
            from: reading.at - Self.span, through: reading.at + Self.span, among: readings)
        var gathered = Gathered(intensity: intensity, reading: reading, near: near)
        failing = gathered.failing(baseline: baseline, rules: rules)
        completeAt = gathered.latest
    }
}

/// The values that belong together.
private struct Gathered {
    let intensity: Int
    let reading: TimedReading
    let near: ArraySlice<TimedReading>
    private(set) var latest: SessionTime

    init(intensity: Int, reading: TimedReading, near: ArraySlice<TimedReading>) {
        self.intensity = intensity
        self.reading = reading
        self.near = near
        latest = reading.at
    }

    /// The value of the same reading, else the last one near it.
    private mutating func source(where matches: (TimedReading) -> Bool) -> TimedReading? {
        let found = matches(reading) ? reading : near.last(where: matches)
        if let found { latest = max(latest, found.at) }
        return found
    }

    mutating func failing(baseline: Baseline?, rules: SubsidenceRules) -> [String] {
        var failing: [String] = []
        if intensity > rules.intensity {
            failing.append("intensity \(intensity), at most \(rules.intensity)")
        }
        failing += scale(.distress, "distress") { $0 <= rules.distress ? nil : "at most \(rules.distress)" }
        failing += scale(.alertness, "alertness") { $0 == rules.alertness ? nil : "needs \(rules.alertness)" }
        failing += scale(.agitation, "agitation") { $0 == rules.agitation ? nil : "needs \(rules.agitation)" }
        failing += scale(.orientation, "orientation") {
            $0 == rules.orientation ? nil : "needs \(rules.orientation)"
        }
        failing += pressure(baseline: baseline, rules: rules)
        failing += scale(.oxygenSaturation, "SpO2") { value in
            if value >= rules.saturation { return nil }
            guard let mean = baseline?.means[.oxygenSaturation] else { return "at least \(rules.saturation)" }
            return mean.scaledRise(of: value) >= -rules.saturationWithin &* mean.count
                ? nil
                : "at least \(rules.saturation) or within \(rules.saturationWithin) of baseline \(mean.rounded)"
        }
        return failing
    }

    private mutating func scale(_ vital: Vital, _ name: String, _ fault: (Int) -> String?) -> [String] {
        guard let value = source(where: { $0.values[vital] != nil })?.values[vital] else {
            return ["\(name) is not recorded"]
        }
        return fault(value).map { ["\(name) \(value), \($0)"] } ?? []
    }

    private mutating func pressure(baseline: Baseline?, rules: SubsidenceRules) -> [String] {
        guard let source = source(where: { $0.values.pressure != nil }), let pressure = source.values.pressure
        else {
            return ["blood pressure is not recorded"]
        }
        let text = "BP \(pressure.systolic)/\(pressure.diastolic)"
        var failing: [String] = []
        if source.pressureLevel != .normal {
            failing.append(
                text + (source.pressureLevel.number.map { " is level \($0)" } ?? ", level not known"))
        }
        guard let mean = baseline?.tripleMean else {
            return failing + ["no baseline to compare \(text) with"]
        }
        if !mean.isWithin(rules.meanPercent, of: pressure.tripleMean) {
            let base = fixed(Double(mean.sum) / Double(3 &* max(mean.count, 1)), 0)
            failing.append(
                "mean pressure \(pressure.mean) is not within \(rules.meanPercent) % of baseline \(base)")
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
