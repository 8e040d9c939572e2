/// A planned or given dose against the protocol's range, in words. It judges and never refuses a dose that is possible:
/// outside the range it is typed twice, far outside it takes a reason.
public struct DoseCheck: Hashable, Sendable {
    /// How the dose lies to the range, milder first.
    public enum Verdict: String, Sendable, CaseIterable {
        /// Inside the protocol's range.
        case inside
        /// Outside: it is typed twice.
        case outside
        /// So far above the maximum that it takes a written reason.
        case farOutside
        /// Not a dose at all: zero, negative or not a number.
        case impossible
    }

    /// How the dose lies to the range.
    public var verdict: Verdict
    /// The dose in mg and mg/kg and what is wrong with it, one sentence each.
    public var sentences: [String]

    /// Checks `milligrams` for a patient of `weightKg` under a protocol.
    public init(milligrams: Double, weightKg: Double, careProtocol: CareProtocol) {
        let rules = careProtocol.dose
        guard milligrams.isFinite, milligrams > 0, weightKg.isFinite, weightKg > 0 else {
            verdict = .impossible
            sentences = ["A dose is more than 0 mg and a weight more than 0 kg."]
            return
        }
        let dose = DoseCheck.amount(milligrams, weightKg: weightKg, unit: rules.unit)
        let unit = rules.unit.rawValue
        let range = "\(fixed(rules.minimum, 2))-\(fixed(rules.maximum, 2)) \(unit)"
        var sentences = ["\(fixed(milligrams, 1)) mg is \(fixed(milligrams / weightKg, 2)) mg/kg"]
        var verdict = Verdict.inside
        if DoseCheck.exceeds(dose, rules.maximum * rules.reasonAboveFactor) {
            verdict = .farOutside
            sentences.append(
                "more than \(fixed(rules.reasonAboveFactor, 1)) times the maximum of \(range): give a reason")
        } else if DoseCheck.exceeds(dose, rules.maximum) {
            verdict = .outside
            sentences.append("above the protocol's range of \(range): type it again")
        } else if DoseCheck.exceeds(rules.minimum, dose) {
            verdict = .outside
            sentences.append("below the protocol's range of \(range): type it again")
        }
        if careProtocol.route == .esketamine, let device = rules.deviceMilligrams, device > 0 {
            let devices = (milligrams / device).rounded()
            if devices < 1 || abs(devices * device - milligrams) > 0.001 {
                verdict = verdict == .farOutside ? .farOutside : .outside
                let choices = DoseCheck.devices(device, upTo: rules.maximum)
                sentences.append("devices hold \(fixed(device, 0)) mg: \(choices) mg are possible")
            }
        }
        self.verdict = verdict
        self.sentences = sentences
    }

    private static func devices(_ device: Double, upTo maximum: Double) -> String {
        let most = (maximum / device).rounded(.down)
        let count = most.isFinite ? Int(min(20, max(1, most))) : 1
        return (1...count).map { fixed(Double($0) * device, 0) }.joined(separator: ", ")
    }

    /// A dose in the unit of a range.
    static func amount(_ milligrams: Double, weightKg: Double, unit: DoseRules.Unit) -> Double {
        switch unit {
        case .milligrams: milligrams
        case .milligramsPerKilogram: weightKg > 0 ? milligrams / weightKg : .infinity
        }
    }

    /// The largest amount of drug that can be meant, mg (Ebbtide default, unpublished): what is larger was never given.
    public static let most = 5_000.0

    /// Why an amount is none that was given or planned; `nil` when it is one.
    static func refusal(of milligrams: Double, _ what: String) -> Refusal? {
        guard !(milligrams > 0 && milligrams <= most) else { return nil }
        return Refusal("\(what) is more than 0 mg and at most \(fixed(most, 0)) mg.")
    }

    /// Above a limit by more than the last bits of a division.
    static func exceeds(_ value: Double, _ limit: Double) -> Bool { value > limit * (1 + 1e-9) }

    /// Whether a rate gives the planned dose in the planned time: a sentence when it is more than a tenth off (an
    /// Ebbtide default, unpublished) or is no rate at all; `nil` when it fits or nothing is planned.
    public static func rateSentence(
        _ rate: InfusionRate, plannedMilligrams: Double, plannedMinutes: Int?
    ) -> String? {
        if let refusal = rate.refusal { return refusal.sentence }
        guard let perMinute = rate.amountPerMinute, let plannedMinutes, plannedMinutes > 0,
            plannedMilligrams > 0
        else { return nil }
        let given = perMinute * Double(plannedMinutes)
        guard abs(given - plannedMilligrams) > plannedMilligrams / 10 else { return nil }
        return "\(fixed(perMinute, 2)) mg/min for \(plannedMinutes) min gives \(fixed(given, 1)) mg, "
            + "but \(fixed(plannedMilligrams, 1)) mg is planned"
    }

    /// Planned minutes of an infusion against the protocol's range; `nil` when inside or nothing is infused.
    public static func durationSentence(minutes: Int, rules: DoseRules) -> String? {
        guard let range = rules.infusionMinutes, minutes < range.minimum || minutes > range.maximum else {
            return nil
        }
        return "\(minutes) min is outside the protocol's \(range.minimum)-\(range.maximum) min: type it again"
    }
}
