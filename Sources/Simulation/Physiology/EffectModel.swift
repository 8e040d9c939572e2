import SessionCore

/// From the levels of the drug to what a nurse can see. No concentration-to-pressure model with usable numbers was
/// ever published; this one was fitted for Ebbtide to published summaries (Vankawala 2021, Yale 2024, Zheng's 741
/// infusions) and is an Ebbtide default, unpublished, in every constant.
public enum EffectModel {
    /// Largest rise of mean arterial pressure, mmHg.
    static let largestRise = 18.0
    /// Driving force of half that rise, ng/mL of S-ketamine.
    static let halfRiseDrive = 62.0
    /// Shares of the rise of mean pressure by which systolic and diastolic rise, from 12.61 : 8.49 mmHg (Vankawala
    /// 2021).
    static let systolicShare = 1.28
    static let diastolicShare = 0.86
    /// Felt intensity, points of 10 for each ng/mL of driving force.
    static let feltPerDrive = 0.07
    /// Anxiety, points of 10 for each ng/mL: below 22 % of its scale at 200 ng/mL of racemic drug (Bowdle 1998).
    static let anxietyPerDrive = 0.03
    /// Share of habituation that takes away from what is felt of nasal esketamine; see ``felt(_:route:)``.
    static let habituationShare = 0.55
    /// Driving force that sedation is counted by, ng/mL: near the peak of a typical esketamine session, the mean of
    /// 56 and 84 mg.
    static let sedationDrive = 67.0

    /// Rise of mean arterial pressure in a typical patient, mmHg: 18·E^1.5 / (62^1.5 + E^1.5).
    static func meanRise(drive: Double) -> Double {
        let force = drive * drive.squareRoot()
        let half = halfRiseDrive * halfRiseDrive.squareRoot()
        return largestRise * force / (half + force)
    }

    /// Rise of the pulse, per minute: 28·E / (400 + E).
    static func pulseRise(drive: Double) -> Double { 28 * drive / (400 + drive) }

    /// How strongly a typical patient feels the drug, 0-10.
    ///
    /// Felt intensity is a scale of Ebbtide's own. By 0.07·E alone a typical patient would still feel 84 mg of nasal
    /// esketamine at 1.9 after 120 min, although dissociation is gone by about 90 min (Janssen medical information on
    /// dissociation, 2024). For esketamine alone a second, later habituation is therefore taken away from what is
    /// felt: it follows tolerance with a half-time of 60 min, by a share of 0.55. Plasma, pressure, pulse and
    /// sedation are not touched.
    static func felt(_ levels: DrugLevels, route: Route) -> Double {
        let used = route == .esketamine ? habituationShare * levels.habituation : 0
        return min(10, feltPerDrive * max(0, levels.drive - used))
    }

    /// Alertness 5-0 (MOAA/S) of a patient whose susceptibility to sedation is `susceptibility` (1 is typical): at
    /// the peak of an esketamine session 55 % are below 5, 10 % at 3 or below and 0.3 % at 0 (Spravato label tables
    /// 2021; company page on sedation, 2025). What lies between is an Ebbtide default, unpublished.
    static func alertness(drive: Double, susceptibility: Double) -> Int {
        let depth = susceptibility * drive / sedationDrive
        return 5 - sedationSteps.filter { depth >= $0 }.count
    }

    /// Spread of the susceptibility to sedation: SD of its logarithm.
    static let sedationSpread = 0.6
    /// The same together with the spread of the driving force that 56 and 84 mg make in different bodies.
    private static let depthSpread = 0.71

    /// Depths from which alertness is 4, 3, 2, 1, 0: those that 55, 10, 3, 1 and 0.3 % of patients reach at the peak,
    /// as quantiles of the normal distribution.
    private static let sedationSteps = [-0.1257, 1.2816, 1.8808, 2.3263, 2.7478]
        .map { Elementary.exponential($0 * depthSpread) }

    /// How far the saturation on air lies below the patient's own, %, when so few breaths are left: nothing from 6 a minute
    /// on, some 29 without any (Ebbtide default, unpublished; the direction is general knowledge).
    static func desaturation(breaths: Double) -> Double {
        let missing = max(0, 6 - max(0, breaths))
        return 0.8 * missing * missing
    }

    /// How many of person, place, time and situation a patient knows, 0-4, who feels the drug at `felt` (Ebbtide
    /// default, unpublished).
    static func orientation(felt: Double, alertness: Int) -> Int {
        let lost = [4.5, 6, 7.5, 9].filter { felt >= $0 }.count
        return alertness <= 2 ? 0 : 4 - lost
    }

    /// Agitation −5…+4 as it follows from alertness and distress (Ebbtide default, unpublished).
    static func agitation(alertness: Int, distress: Double) -> Int {
        if alertness <= 3 { return [-5, -5, -4, -3][max(0, alertness)] }
        if distress >= 9 { return 2 }
        if distress >= 6.5 { return 1 }
        return alertness == 4 ? -1 : 0
    }

    /// What distress above 5 adds to pressure and pulse: systolic and diastolic mmHg and beats per minute for each
    /// point (Ebbtide default, unpublished).
    static func arousal(distress: Double) -> (systolic: Double, diastolic: Double, pulse: Double) {
        let points = max(0, distress - 5)
        return (4 * points, 2 * points, 7 * points)
    }
}
