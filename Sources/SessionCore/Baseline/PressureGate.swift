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
            findings += [
                high(systolic, diastolic, kind: kind, isBackedByPair: baseline.isComplete),
                baseline.tripleMean.flatMap { low(systolic, $0, kind: kind) },
            ].compactMap(\.self)
            if baseline.isUnstable {
                // Said beside whatever else is said; it asks for nothing by itself.
                findings.append(GateFinding(rule: "BASELINE", outcome: .ok, sentence: unstable))
            }
        }
        return findings + newest
    }

    /// What the newest reading says by itself: one that has no partner yet is never hidden behind an older pair, and one that
    /// differs from its partner is not hidden in a mean when it is low, or would stop the session.
    private var newest: [GateFinding] {
        let book = question.book
        if book.newestAnswer?.isUnobtainable == true {
            let sentence = "no pulse or pressure was obtainable; measure again"
            return [GateFinding(rule: "PRE-LOW", outcome: .hold, sentence: sentence)]
        }
        let isApart = book.later != nil
        guard isApart || book.baseline?.isUnstable ?? false,
            let pressure = book.newestAnswer?.values.pressure,
            let systolic = ExactMean([pressure.systolic]), let diastolic = ExactMean([pressure.diastolic]),
            let triple = ExactMean([pressure.tripleMean])
        else { return [] }
        let kind = "the newest pressure"
        var findings = [high(systolic, diastolic, kind: kind, isBackedByPair: false)].compactMap(\.self)
        if !isApart { findings.removeAll { $0.rule == "PRE-HOLD" } }
        if var tooLow = low(systolic, triple, kind: kind) {
            tooLow.sentence += "; measure again"
            findings.append(tooLow)
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

    private func low(_ systolic: ExactMean, _ triple: ExactMean, kind: String) -> GateFinding? {
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
