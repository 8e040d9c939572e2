/// Doses given one by one: injections, devices, sprays. There is always a first.
struct DoseCourse: Hashable, Sendable {
    private(set) var first: GivenDose
    private(set) var further: [GivenDose] = []

    init(first: GivenDose) { self.first = first }

    var doses: [GivenDose] { [first] + further }
    var last: GivenDose { further.last ?? first }

    func delivered(at time: SessionTime) -> Double {
        doses.filter { $0.at <= time }.reduce(0) { $0 + $1.milligrams }
    }

    /// To the last bits of a sum of sprays.
    func isPlanReached(_ plan: AdministrationPlan) -> Bool {
        doses.reduce(0) { $0 + $1.milligrams } >= plan.milligrams * (1 - 1e-9)
    }

    /// What the first dose is when nobody said: one device or spray, or the whole planned dose.
    static func firstDose(of plan: AdministrationPlan) -> Double {
        guard plan.route.isNasal, let device = plan.dose.deviceMilligrams else { return plan.milligrams }
        return min(device, plan.milligrams)
    }

    /// When the rest after the last device is over; `nil` where the protocol knows none.
    func restEnds(_ plan: AdministrationPlan) -> SessionTime? {
        guard plan.route.isNasal, let rest = plan.dose.restMinutes else { return nil }
        return last.at + .minutes(rest)
    }

    /// What one device went against: it holds so much and no more. A spray's usual amount is no limit.
    static func overfull(_ milligrams: Double, _ plan: AdministrationPlan) -> String? {
        guard plan.route == .esketamine, let device = plan.dose.deviceMilligrams,
            milligrams > device * (1 + 1e-9)
        else { return nil }
        return "\(fixed(milligrams, 1)) mg as one device, which holds \(fixed(device, 1)) mg"
    }

    /// Takes a further dose and says what it went against. `isAfterEnd` when somebody had said that there will be none.
    mutating func given(
        _ given: GivenDose, by dose: DoseGiven, plan: AdministrationPlan, isAfterEnd: Bool
    ) -> [String] {
        var sentences = DoseCourse.overfull(given.milligrams, plan).map { [$0] } ?? []
        if let rest = restEnds(plan), given.at < rest, let minutes = plan.dose.restMinutes {
            let apart = (given.at - last.at).minutesAndSeconds
            sentences.append(
                "\(apart) after the one before; the protocol asks for \(minutes) min of rest")
        }
        if plan.route.isNasal, isPlanReached(plan) {
            sentences.append("a further dose after the planned \(fixed(plan.milligrams, 1)) mg")
        } else if plan.route.isNasal, isAfterEnd {
            sentences.append("a further dose after its end was recorded")
        }
        if plan.route == .injection { sentences += supplement(given, by: dose, plan: plan) }
        further.append(given)
        let total = doses.reduce(0) { $0 + $1.milligrams }
        let amount = DoseCheck.amount(total, weightKg: plan.weightKg, unit: plan.dose.unit)
        let before = DoseCheck.amount(total - given.milligrams, weightKg: plan.weightKg, unit: plan.dose.unit)
        if DoseCheck.exceeds(amount, plan.dose.maximum), !DoseCheck.exceeds(before, plan.dose.maximum) {
            let unit = plan.dose.unit.rawValue
            sentences.append(
                "in all \(fixed(amount, 2)) \(unit), above the protocol's maximum of \(fixed(plan.dose.maximum, 2))"
            )
        }
        let reason = dose.reason.flatMap { $0.isBlank ? nil : " (\($0))" } ?? ""
        return sentences.map { $0 + reason }
    }

    private func supplement(_ given: GivenDose, by dose: DoseGiven, plan: AdministrationPlan) -> [String] {
        var sentences: [String] = []
        if let until = plan.dose.supplementUntilMinutes {
            if given.at >= first.at + .minutes(until) {
                let minutes = (given.at - first.at).wholeMinutes
                sentences.append(
                    "supplemental dose at T0+\(minutes); the protocol allows it before T0+\(until)")
            }
        } else {
            sentences.append("the protocol has no supplemental dose")
        }
        if dose.orderedBy.isBlank { sentences.append("supplemental dose without a prescriber's order") }
        return sentences
    }
}

extension AdministrationStarted {
    /// How long the drug travels through the line before it reaches the patient: dead space by rate. Shown, never
    /// applied; `nil` when it cannot be said.
    public var lineDelay: Span? {
        guard let millilitres = deadSpaceMillilitres, let perHour = rate?.millilitresPerHour, perHour > 0
        else {
            return nil
        }
        let milliseconds = millilitres / perHour * 3_600_000
        guard milliseconds.isFinite, milliseconds >= 0, milliseconds < 1e12 else { return nil }
        return Span(milliseconds: Int64(milliseconds.rounded()))
    }
}
