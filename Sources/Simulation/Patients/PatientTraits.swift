import SessionCore

/// What is a patient's own for ever: drawn once from the seed, or given.
public struct PatientTraits: Hashable, Sendable {
    /// Resting systolic pressure, mmHg, by age, sex and hypertension; see ``RestingValues``.
    public var systolic: Double
    /// Resting diastolic pressure, mmHg, correlated with systolic (0.4 in the same survey).
    public var diastolic: Double
    /// Resting heart rate, per minute, by age and sex.
    public var heartRate: Double
    /// Saturation on air, %: mean 97.5, SD 1, from 96 to 99 (Ebbtide default, unpublished).
    public var oxygenSaturation: Double
    /// Resting breaths per minute: mean 15, SD 1.5, from 12 to 18 (Ebbtide default, unpublished).
    public var respiratoryRate: Double
    /// How much higher systolic pressure is on arrival, mmHg: 8 to 16; diastolic half of it. With a time constant of
    /// 4 min it gives the 5 to 10 mmHg between a first and a second reading that are general knowledge.
    public var whiteCoat: Double
    /// How strongly pressure answers the drug, a factor: log-normal, mean 1, CV 0.55, which together with the cuff's
    /// noise gives the SD that Yale (2024) reported; times 1.3 from 50 years on or with hypertension (direction:
    /// Zheng's 741 infusions; size: Ebbtide default, unpublished).
    public var pressureResponse: Double
    /// How strongly the drug is felt, a factor: log-normal, mean 1, CV 0.3 (Ebbtide default, unpublished).
    public var feltResponse: Double
    /// Susceptibility to sedation, a factor; see ``EffectModel``.
    public var sedation: Double
    /// Anxiety, points that come to those of the drug: mean 0, SD 1 (Ebbtide default, unpublished).
    public var anxiety: Double
    /// Nausea at its worst, 0-3, once there is enough drug for it.
    public var nausea: Double
    /// Drug at the effect site from which nausea comes, ng/mL: after 56 and 84 mg of esketamine 28 % have any and 9 %
    /// vomit (safety page of spravatohcp.com); the more drug the more of them, and half as many again who broke their
    /// fast (Ebbtide default, unpublished).
    public var nauseaFrom: Double
    /// Minutes from the first dose until nausea begins: 20 to 60.
    public var nauseaOnsetMinutes: Double
    /// Drug at the effect site from which the patient vomits once, ng/mL; `nil` for who never does.
    public var vomitsFrom: Double?

    /// The spread of the answer of pressure between people, as a coefficient of variation.
    static let pressureVariation = 0.55
    /// Below so much drug at the effect site, ng/mL, nobody is sick.
    private static let nauseaLeast = 15.0
    /// The drug at the effect site, ng/mL, after which the published shares are nauseated: the mean of 56 and 84 mg of
    /// esketamine 20 to 60 min after the first device.
    private static let nauseaDrug = 75.0
    /// Factor on the answer of pressure from 50 years on, or with hypertension.
    static let olderFactor = 1.3
}

extension PatientTraits {
    /// What a trait is drawn by; each has a chance of its own, so that giving one does not change another.
    private enum Draw: UInt64 {
        case pressure = 1
        case pulse
        case breathing
        case whiteCoat
        case response
        case felt
        case sedation
        case anxiety
        case nausea
    }

    /// The traits of a patient: given ones as they are, the rest drawn from `seed`.
    public init(_ who: PatientDescription, seed: UInt64) {
        self.init(who, seed: seed, pressureMean: 1, pressureVariation: PatientTraits.pressureVariation)
    }

    /// With another mean and spread of the answer of pressure, for controls that must fail.
    init(_ who: PatientDescription, seed: UInt64, pressureMean: Double, pressureVariation: Double) {
        func chance(_ draw: Draw) -> SeededChance { .of(draw.rawValue, seed: seed) }
        let given = who.traits
        let resting = RestingValues.of(age: who.age, sex: who.sex, hypertension: who.hypertension)
        var draw = chance(.pressure)
        let (drawnSystolic, drawnDiastolic) = PatientTraits.pressure(resting, &draw)
        systolic = given.systolic ?? drawnSystolic
        diastolic = given.diastolic ?? min(drawnDiastolic, systolic * 0.68, systolic - 35)
        draw = chance(.pulse)
        heartRate =
            given.heartRate
            ?? clamped(draw.normal(mean: resting.pulse.mean, deviation: resting.pulse.deviation), 54, 98)
        draw = chance(.breathing)
        oxygenSaturation =
            given.oxygenSaturation ?? clamped(draw.normal(mean: 97.5, deviation: 1), 96, 99)
        respiratoryRate = given.respiratoryRate ?? clamped(draw.normal(mean: 15, deviation: 1.5), 12, 18)
        draw = chance(.whiteCoat)
        whiteCoat = given.whiteCoat ?? draw.uniform(8...16)
        draw = chance(.response)
        let drawn = draw.logNormal(mean: pressureMean, variation: pressureVariation)
        let older = who.age >= 50 || who.hypertension ? PatientTraits.olderFactor : 1
        pressureResponse = given.pressureResponse ?? drawn * older
        draw = chance(.felt)
        feltResponse = given.feltResponse ?? draw.logNormal(mean: 1, variation: 0.3)
        draw = chance(.sedation)
        sedation =
            given.sedation ?? Elementary.exponential(draw.normal(deviation: EffectModel.sedationSpread))
        draw = chance(.anxiety)
        anxiety = given.anxiety ?? draw.normal()
        draw = chance(.nausea)
        let proneness = draw.fraction() / (who.brokeFast ? 1.5 : 1)
        nauseaOnsetMinutes = given.nauseaOnsetMinutes ?? draw.uniform(20...60)
        let isGiven = given.nausea != nil || given.vomits != nil
        func level(of share: Double) -> Double {
            isGiven ? Self.nauseaLeast : max(Self.nauseaLeast, Self.nauseaDrug * proneness / share)
        }
        nausea = given.nausea ?? draw.uniform(1...2.4)
        nauseaFrom = level(of: 0.28)
        vomitsFrom = given.vomits ?? !isGiven ? level(of: 0.09) : nil
    }

    private static func pressure(_ resting: RestingValues, _ draw: inout SeededChance) -> (Double, Double) {
        let first = draw.normal()
        let second = 0.4 * first + (1 - 0.4 * 0.4).squareRoot() * draw.normal()
        return (
            clamped(resting.systolic.mean + resting.systolic.deviation * first, 96, 148),
            clamped(resting.diastolic.mean + resting.diastolic.deviation * second, 52, 92)
        )
    }
}

/// A value brought between two bounds; what is no number becomes the lower one.
func clamped(_ value: Double, _ lower: Double, _ upper: Double) -> Double {
    value.isNaN ? lower : min(max(value, lower), upper)
}
