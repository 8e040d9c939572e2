/// The blood-pressure rules of a session. Fixed cut-offs of level 2 and the rises of 40/25 mmHg are the ones that the
/// esketamine label counts as notable (FDA label of Spravato, 2019); the rest are Ebbtide defaults, unpublished.
struct PressureJudge {
    let limits: PressureLimits
    let values: VitalSet
    let context: JudgementContext

    /// Both sides; `nil` when the reading holds no pressure at all. With one half missing the level is at least
    /// unknown, and the rules that need only the other half still speak.
    var assessment: Assessment? {
        guard values[.systolic] != nil || values[.diastolic] != nil || values[.meanPressure] != nil else {
            return nil
        }
        let quiet: Level = values.pressure == nil ? .unknown : .normal
        let remark = remark
        return Assessment(
            parameter: .pressure,
            high: SideJudgement(
                value: title, findings: highFindings(slack: .none),
                heldFindings: highFindings(slack: limits.hysteresis), quiet: quiet, remark: remark),
            low: SideJudgement(
                value: title, findings: lowFindings(slack: .none),
                heldFindings: lowFindings(slack: limits.hysteresis), quiet: quiet, remark: remark))
    }

    private var title: String {
        let systolic = values[.systolic].map(String.init) ?? "–"
        return systolic + "/" + (values[.diastolic].map(String.init) ?? "–")
    }

    private var remark: String {
        if values[.systolic] == nil { return "systolic not measured" }
        if values[.diastolic] == nil { return "diastolic not measured" }
        return context.baseline?.tripleMean == nil ? "no baseline" : ""
    }
}

extension PressurePair {
    /// No slack: a threshold counts from its own value on.
    fileprivate static let none = PressurePair(systolic: 0, diastolic: 0)
}

// MARK: - High side

extension PressureJudge {
    /// Every high-side rule that speaks, its thresholds lowered by less than `slack` mmHg.
    private func highFindings(slack: PressurePair) -> [Finding] {
        [
            fixed(
                "systolic", values[.systolic], slack.systolic, crisis: limits.crisis.systolic,
                high: limits.high.systolic, watch: limits.watch.systolic),
            fixed(
                "diastolic", values[.diastolic], slack.diastolic, crisis: limits.crisis.diastolic,
                high: limits.high.diastolic, watch: limits.watch.diastolic),
            symptom(slack),
            rise(
                "systolic", values[.systolic], over: context.baseline?.systolic, slack.systolic,
                watch: limits.watch.riseSystolic, high: limits.high.riseSystolic, slack),
            rise(
                "diastolic", values[.diastolic], over: context.baseline?.diastolic, slack.diastolic,
                watch: limits.watch.riseDiastolic, high: limits.high.riseDiastolic, slack),
            riseOfMean(slack),
        ].compactMap(\.self)
    }

    private func fixed(
        _ name: String, _ value: Int?, _ slack: Int, crisis: Int, high: Int, watch: Int
    ) -> Finding? {
        guard let value else { return nil }
        func finding(_ level: Level, _ limit: Int) -> Finding {
            Finding(rule: name + "-fixed", level: level, words: "\(name) ≥ \(limit)")
        }
        if value.reaches(crisis, slack: slack) { return finding(.crisis, crisis) }
        if value.reaches(high, slack: slack) { return finding(.high, high) }
        return value.reaches(watch, slack: slack) ? finding(.watch, watch) : nil
    }

    private func symptom(_ slack: PressurePair) -> Finding? {
        guard context.hasRedFlag, reaches(limits.withSymptom, slack) else { return nil }
        let pair = limits.withSymptom
        return Finding(
            rule: "symptom", level: .crisis,
            words: "≥ \(pair.systolic)/\(pair.diastolic) with a red-flag symptom")
    }

    private func rise(
        _ name: String, _ value: Int?, over baseline: ExactMean?, _ slack: Int,
        watch: Int, high: Int, _ gateSlack: PressurePair
    ) -> Finding? {
        guard let value, let baseline else { return nil }
        func isRisen(_ rise: Int) -> Bool {
            baseline.scaledRise(of: value).reaches(rise &* baseline.count, slack: slack &* baseline.count)
        }
        guard
            let level = relativeLevel(watch: isRisen(watch), high: isRisen(high), gateSlack)
        else { return nil }
        return Finding(
            rule: "rise-" + name, level: level,
            words: "\(name) rise \(value &- baseline.rounded) over baseline \(baseline.rounded)")
    }

    private func riseOfMean(_ slack: PressurePair) -> Finding? {
        guard let pressure = values.pressure, let baseline = context.baseline?.tripleMean else { return nil }
        guard
            let level = relativeLevel(
                watch: baseline.isRisen(pressure.tripleMean, percent: limits.watch.riseMeanPercent),
                high: baseline.isRisen(pressure.tripleMean, percent: limits.high.riseMeanPercent), slack)
        else { return nil }
        let percent = baseline.wholePercent(above: pressure.tripleMean)
        return Finding(
            rule: "rise-mean", level: level, words: "mean \(pressure.mean) is \(percent) % over baseline")
    }

    /// Relative rules alone reach level 2 only from ``PressureLimits/relativeNeeds`` on.
    private func relativeLevel(watch: Bool, high: Bool, _ slack: PressurePair) -> Level? {
        if high { return reaches(limits.relativeNeeds, slack) ? .high : .watch }
        return watch ? .watch : nil
    }

    private func reaches(_ pair: PressurePair, _ slack: PressurePair) -> Bool {
        (values[.systolic]?.reaches(pair.systolic, slack: slack.systolic) ?? false)
            || (values[.diastolic]?.reaches(pair.diastolic, slack: slack.diastolic) ?? false)
    }
}

// MARK: - Low side

extension PressureJudge {
    /// Every low-side rule that speaks, its systolic thresholds raised by less than `slack` mmHg.
    private func lowFindings(slack: PressurePair) -> [Finding] {
        let alone = [lowSystolic(slack.systolic), lowMean, lowMeasuredMean, fallOfMean].compactMap(\.self)
        guard let worst = alone.map(\.level).max(), worst >= .high else { return alone }
        return alone + collapse
    }

    private func lowSystolic(_ slack: Int) -> Finding? {
        let low = limits.low
        let steps: [(Level, Int)] = [
            (.crisis, low.crisisSystolic), (.high, low.highSystolic), (.watch, low.watchSystolic),
        ]
        guard let value = values[.systolic],
            let (level, limit) = steps.first(where: { (-value).reaches(-$0.1, slack: slack) })
        else { return nil }
        return Finding(rule: "low-systolic", level: level, words: "systolic ≤ \(limit)")
    }

    private var lowMean: Finding? {
        guard let pressure = values.pressure else { return nil }
        return lowMean(rule: "low-mean", words: "mean", pressure.tripleMean)
    }

    /// A device measures the mean directly; its figure may be lower than the formula's and then counts as well.
    private var lowMeasuredMean: Finding? {
        values[.meanPressure].flatMap { lowMean(rule: "low-measured-mean", words: "measured mean", 3 &* $0) }
    }

    private func lowMean(rule: String, words: String, _ triple: Int) -> Finding? {
        let steps: [(Level, Int)] = [
            (.crisis, limits.low.crisisMeanBelow), (.high, limits.low.highMeanBelow),
        ]
        guard let (level, limit) = steps.first(where: { triple < 3 &* $0.1 }) else { return nil }
        return Finding(rule: rule, level: level, words: "\(words) < \(limit)")
    }

    private var fallOfMean: Finding? {
        guard let pressure = values.pressure, let baseline = context.baseline?.tripleMean else { return nil }
        let steps: [(Level, Int)] = [
            (.high, limits.low.highFallPercent), (.watch, limits.low.watchFallPercent),
        ]
        guard
            let (level, _) = steps.first(where: { baseline.isFallen(pressure.tripleMean, percent: $0.1) })
        else { return nil }
        let percent = 0 &- baseline.wholePercent(above: pressure.tripleMean)
        return Finding(
            rule: "fall-mean", level: level, words: "mean \(pressure.mean) is \(percent) % under baseline")
    }

    /// What turns a low pressure of level 2 into level 3.
    private var collapse: [Finding] {
        var findings: [Finding] = []
        if context.hasCollapse {
            findings.append(
                Finding(rule: "collapse", level: .crisis, words: "low pressure with fainting or pallor"))
        }
        let limit = limits.low.crisisHeartRateBelow
        if let rate = values[.heartRate] ?? context.recent[.heartRate], rate < limit {
            findings.append(
                Finding(
                    rule: "low-pressure-slow-heart", level: .crisis,
                    words: "low pressure with pulse \(rate) < \(limit)"))
        }
        return findings
    }
}
