import SessionCore

/// What may be done for the patient at the bedside, and only when somebody does it. The names are those of the care
/// protocol's actions where there is one. Sizes and times are Ebbtide defaults, unpublished; directions are general
/// knowledge. Ebbtide never proposes a drug or a dose, so none of these knows one.
public enum Remedy: String, Codable, Sendable, CaseIterable {
    /// A calm voice, grounding. Works the better the sooner.
    case reassured
    /// Talking with the patient, the same.
    case talked
    /// Less light and noise.
    case quiet
    /// Flat, legs up.
    case position
    /// Oxygen by mask.
    case oxygen
    /// Airway held open: jaw thrust, on the side.
    case airway
    /// Breathing supported: bag and mask, CPAP.
    case ventilation
    /// Name called, shoulder shaken.
    case stimulation
    /// Suction of the airway.
    case suction
    /// Fluids into the vein.
    case fluids
    /// A drug that lowers pressure.
    case antihypertensive
    /// A drug against nausea.
    case antiemetic
    /// A sedating drug that is no benzodiazepine.
    case sedative
    /// A benzodiazepine.
    case benzodiazepine

    /// What it does to a patient who is in this state and has been in distress for so many minutes.
    func influences(on state: PatientState, distressedMinutes: Double) -> [Influence] {
        switch self {
        case .reassured, .talked: calming(state, distressedMinutes, share: 0.6)
        case .quiet: calming(state, distressedMinutes, share: 0.25)
        case .position: state.systolic < 100 ? Remedy.legsUp : []
        case .fluids:
            [
                Influence(.systolic, .by(8), onsetSeconds: 600, lastingSeconds: 2400, fadingSeconds: 1200),
                Influence(.diastolic, .by(4), onsetSeconds: 600, lastingSeconds: 2400, fadingSeconds: 1200),
            ]
        case .airway:
            [
                Influence(
                    .oxygenSaturation, .by(3), onsetSeconds: 45, lastingSeconds: 300, fadingSeconds: 60),
                Influence(.respiratoryRate, .by(2), onsetSeconds: 30, lastingSeconds: 300, fadingSeconds: 60),
            ]
        case .ventilation:
            [
                Influence(
                    .oxygenSaturation, .to(97), onsetSeconds: 60, lastingSeconds: 300, fadingSeconds: 120),
                Influence(
                    .respiratoryRate, .to(12), onsetSeconds: 15, lastingSeconds: 300, fadingSeconds: 60),
            ]
        case .stimulation:
            [
                Influence(.alertness, .by(1), onsetSeconds: 5, lastingSeconds: 60, fadingSeconds: 60),
                Influence(.respiratoryRate, .by(3), onsetSeconds: 5, lastingSeconds: 60, fadingSeconds: 60),
            ]
        case .antihypertensive: Remedy.lowering
        case .antiemetic:
            [Influence(.nausea, .by(-2), onsetSeconds: 900, lastingSeconds: 14_400, fadingSeconds: 3600)]
        case .sedative: Remedy.sedating(distress: -4, alertness: -1, breaths: -1, minutes: 40)
        case .benzodiazepine: Remedy.sedating(distress: -6, alertness: -1, breaths: -2, minutes: 120)
        case .oxygen, .suction: []
        }
    }

    /// De-escalation takes a share of the distress away: most when it comes at once, little after a quarter of an
    /// hour.
    private func calming(_ state: PatientState, _ minutes: Double, share: Double) -> [Influence] {
        let effect = share * (0.2 + 0.8 * Elementary.exponential(-minutes / 6))
        return [
            Influence(
                .distress, .by(-effect * state.distress), onsetSeconds: 120, lastingSeconds: 1800,
                fadingSeconds: 900)
        ]
    }

    private static let legsUp = [
        Influence(.systolic, .by(14), onsetSeconds: 120, lastingSeconds: 900, fadingSeconds: 600),
        Influence(.diastolic, .by(8), onsetSeconds: 120, lastingSeconds: 900, fadingSeconds: 600),
        Influence(.heartRate, .by(8), onsetSeconds: 180, lastingSeconds: 900, fadingSeconds: 600),
    ]

    private static let lowering = [
        Influence(.systolic, .by(-22), onsetSeconds: 480, lastingSeconds: 5400, fadingSeconds: 3600),
        Influence(.diastolic, .by(-12), onsetSeconds: 480, lastingSeconds: 5400, fadingSeconds: 3600),
        Influence(.heartRate, .by(-6), onsetSeconds: 480, lastingSeconds: 5400, fadingSeconds: 3600),
    ]

    private static func sedating(
        distress: Double, alertness: Double, breaths: Double, minutes: Int
    ) -> [Influence] {
        [(Vital.distress, distress), (.alertness, alertness), (.respiratoryRate, breaths)].map {
            vital, amount in
            Influence(
                vital, .by(amount), onsetSeconds: 180, lastingSeconds: minutes * 60,
                fadingSeconds: minutes * 30)
        }
    }
}
