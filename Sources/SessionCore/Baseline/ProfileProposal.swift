/// Which observation profile the protocol proposes, and why. What is not known counts as yes, because older age,
/// hypertension, a higher dose and first sessions came with bigger rises in pressure (Riva-Posse 2018; Yale 2024, 2342
/// infusions); the selection itself is an Ebbtide default, unpublished.
public struct ProfileProposal: Hashable, Sendable {
    /// The proposed profile.
    public var profile: ObservationProfile
    /// Every reason for intensive observation, in words; empty when standard is proposed.
    public var reasons: [String]

    /// The proposal for a plan under its protocol. `ages` are the ages that the birth year allows; `baseline` is
    /// what is known of the patient's pressure, `nil` at opening.
    public init(plan: SessionOpened, careProtocol: CareProtocol, ages: ClosedRange<Int>, baseline: Baseline?)
    {
        let rules = careProtocol.intensive
        var reasons: [String] = []
        func ask(_ answer: Answer, _ what: String) {
            switch answer {
            case .yes: reasons.append(what)
            case .unknown: reasons.append("not known whether " + what)
            case .no: break
            }
        }
        ask(plan.firstSession, "first session")
        ask(plan.patient.treatedHypertension, "treated hypertension")
        ask(plan.stimulantOrMAOI, "stimulant or MAO inhibitor within \(rules.stimulantHours) h")
        ask(
            plan.earlierPeak,
            "an earlier session peaked at \(rules.earlierPeak.systolic)/\(rules.earlierPeak.diastolic) or more"
        )
        if ages.upperBound >= rules.ageYears {
            reasons.append("age \(ages.lowerBound) or \(ages.upperBound), from \(rules.ageYears)")
        }
        if let limit = rules.doseAbove {
            let dose = DoseCheck.amount(
                plan.plannedMilligrams, weightKg: plan.patient.weightKg, unit: careProtocol.dose.unit)
            if DoseCheck.exceeds(dose, limit) {
                let unit = careProtocol.dose.unit.rawValue
                reasons.append("dose \(fixed(dose, 2)) \(unit), above \(fixed(limit, 2))")
            }
        }
        if let mean = baseline?.systolic, mean.sum >= rules.systolic &* mean.count {
            reasons.append("baseline \(mean.rounded) systolic, from \(rules.systolic)")
        }
        if let mean = baseline?.diastolic, mean.sum >= rules.diastolic &* mean.count {
            reasons.append("baseline \(mean.rounded) diastolic, from \(rules.diastolic)")
        }
        self.reasons = reasons
        profile = reasons.isEmpty ? .standard : .intensive
    }

    /// Why another profile than `current` is proposed; `nil` when `current` is the proposed one.
    public func reasonToChange(from current: ObservationProfile) -> String? {
        guard profile != current else { return nil }
        switch profile {
        case .intensive: return "intensive observation is proposed: " + reasons.joined(separator: "; ")
        case .standard: return "standard observation is proposed: nothing asks for intensive"
        }
    }
}
