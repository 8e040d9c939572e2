import SessionCore

/// What every session of a virtual trial is given.
struct Regimen: Hashable, Sendable {
    /// In words.
    var name: String
    /// How it is given.
    var route: Route
    /// mg for each kg, or mg for nasal sprays.
    var dose: Double

    /// 0.5 mg/kg over 40 min.
    static let infusion = Regimen(name: "0.5 mg/kg over 40 min", route: .infusion, dose: 0.5)
    /// 0.5 mg/kg into muscle.
    static let injection = Regimen(name: "0.5 mg/kg into muscle", route: .injection, dose: 0.5)
    /// 50 mg of racemic drug in the nose, at once.
    static let spray = Regimen(name: "50 mg racemic in the nose", route: .nasalRacemic, dose: 50)

    /// So many devices of 28 mg, 5 min apart.
    static func devices(_ count: Int) -> Regimen {
        Regimen(name: "\(28 * count) mg esketamine", route: .esketamine, dose: Double(28 * count))
    }

    /// What is done to give it to a body of a weight, from second 0 on.
    func doses(weightKg: Double) -> [TimedDose] {
        let milligrams = dose * weightKg
        switch route {
        case .infusion:
            return [
                TimedDose(
                    at: 0, .infusionStarted(milligramsPerMinute: milligrams / 40, milligrams: milligrams))
            ]
        case .injection: return [TimedDose(at: 0, .injection(milligrams: milligrams))]
        case .nasalRacemic: return [TimedDose(at: 0, .spray(milligrams: dose))]
        case .esketamine:
            return (0..<Int(dose / 28)).map { TimedDose(at: $0 * 300, .spray(milligrams: 28)) }
        }
    }

    /// Gives it to a patient, the first of it at `start`.
    func give(to patient: inout SimulatedPatient, from start: Int) {
        for dose in doses(weightKg: patient.who.weightKg) {
            patient.advance(to: start + dose.second)
            patient.happened(dose.event)
        }
    }
}
