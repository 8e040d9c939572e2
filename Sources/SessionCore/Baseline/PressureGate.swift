/// The gate's rules on blood pressure and symptoms: PRE-CRISIS, PRE-STOP, PRE-HOLD and PRE-LOW. Means are compared as
/// exact fractions.
struct PressureGate {
    let rules: GateRules
    let question: GateQuestion

    var findings: [GateFinding] {
        var findings: [GateFinding] = []
        if !question.redFlags.isEmpty {
            let sentence = "red-flag symptom: " + question.redFlags.joined(separator: ", ")
            findings.append(GateFinding(rule: "PRE-CRISIS", outcome: .noGo, sentence: sentence))
        }
        if let baseline = question.book.baseline, let systolic = baseline.systolic,
            let diastolic = baseline.diastolic
        {
            let kind = baseline.isComplete ? "baseline" : "pressure"
            let high = high(systolic, diastolic, kind: kind, isBackedByPair: baseline.isComplete)
            findings += [high, low(baseline, kind: kind)].compactMap { $0 }
            if baseline.isUnstable {
                // Said beside whatever else is said; it asks for nothing by itself.
                findings.append(GateFinding(rule: "BASELINE", outcome: .ok, sentence: unstable))
            }
        }
        // A newer reading that has no partner yet is never hidden behind an older pair.
        if let pressure = question.book.later?.values.pressure,
            let systolic = ExactMean([pressure.systolic]), let diastolic = ExactMean([pressure.diastolic]),
            let finding = high(systolic, diastolic, kind: "the newest pressure", isBackedByPair: false)
        {
            findings.append(finding)
        }
        return findings
    }

    private var unstable: String {
        "the baseline is unstable: its last two readings differ by more than \(rules.baselineSpread) mmHg systolic"
    }

    /// With one possible age under the limit the stricter rule holds.
    private var systolicMaximum: Int {
        question.ages.lowerBound >= rules.olderFromYears ? rules.systolicMaximumOlder : rules.systolicMaximum
    }

    private func high(
        _ systolic: ExactMean, _ diastolic: ExactMean, kind: String, isBackedByPair: Bool
    ) -> GateFinding? {
        func reaches(_ pair: PressurePair) -> Bool {
            systolic.sum >= pair.systolic &* systolic.count
                || diastolic.sum >= pair.diastolic &* diastolic.count
        }
        let text = "\(kind) \(systolic.halves)/\(diastolic.halves)"
        func finding(_ rule: String, _ outcome: GateOutcome, from pair: PressurePair) -> GateFinding {
            let limit = "from \(pair.systolic) systolic or \(pair.diastolic) diastolic"
            guard isBackedByPair else {
                let sentence = "\(text): \(outcome.rawValue) \(limit) when it is confirmed; measure again"
                return GateFinding(rule: rule, outcome: .hold, sentence: sentence)
            }
            return GateFinding(
                rule: rule, outcome: outcome, sentence: "\(text): \(outcome.rawValue) \(limit)")
        }
        if reaches(rules.noGo) { return finding("PRE-CRISIS", .noGo, from: rules.noGo) }
        if reaches(rules.stop) { return finding("PRE-STOP", .stop, from: rules.stop) }
        guard
            systolic.sum > systolicMaximum &* systolic.count
                || diastolic.sum > rules.diastolicMaximum &* diastolic.count
        else { return nil }
        let again = isBackedByPair ? "" : "; measure again"
        let sentence = "\(text) is above \(systolicMaximum)/\(rules.diastolicMaximum)\(again)"
        return GateFinding(rule: "PRE-HOLD", outcome: .hold, sentence: sentence)
    }

    private func low(_ baseline: Baseline, kind: String) -> GateFinding? {
        guard let systolic = baseline.systolic, let triple = baseline.tripleMean else { return nil }
        if systolic.sum < rules.systolicMinimum &* systolic.count {
            let sentence = "\(kind) \(systolic.halves) systolic is below \(rules.systolicMinimum)"
            return GateFinding(rule: "PRE-LOW", outcome: .hold, sentence: sentence)
        }
        if triple.sum < 3 &* rules.meanMinimum &* triple.count {
            let mean = fixed(Double(triple.sum) / Double(3 &* triple.count), 1)
            let sentence = "\(kind) mean pressure \(mean) is below \(rules.meanMinimum)"
            return GateFinding(rule: "PRE-LOW", outcome: .hold, sentence: sentence)
        }
        return nil
    }
}
