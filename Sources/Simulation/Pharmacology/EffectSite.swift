/// How the place of the effect follows the plasma (Ebbtide default, unpublished: fitted to published summaries of
/// pressure; no effect-site constant of ketamine was ever measured). Acute tolerance is a device for the observed
/// fall by 90 min; no mechanism is claimed.
enum EffectSite {
    /// Half-time in which the effect site follows the plasma, min.
    static let halfTimeMinutes = 3.0
    /// Half-time in which acute tolerance follows the effect site, min.
    static let toleranceHalfTimeMinutes = 40.0
    /// Half-time in which getting used to the feeling follows tolerance, min; see ``EffectModel/felt(_:route:)``.
    static let habituationHalfTimeMinutes = 60.0
    /// Share of tolerance that takes away from the effect.
    static let toleranceShare = 0.5
}

/// What the drug does in the body at one instant.
public struct DrugLevels: Hashable, Sendable {
    /// Concentration of the given drug in plasma, ng/mL.
    public var plasma = 0.0
    /// Of it S-ketamine, ng/mL.
    public var active = 0.0
    /// Noresketamine in plasma, ng/mL; `nil` when the model has none.
    public var metabolite: Double?
    /// S-ketamine at the effect site, ng/mL.
    public var effectSite = 0.0
    /// Acute tolerance, ng/mL.
    public var tolerance = 0.0
    /// Getting used to the feeling, ng/mL.
    public var habituation = 0.0
    /// Area under the plasma concentration since the first dose, ng·h/mL.
    public var areaHours = 0.0
    /// What was given so far, mg.
    public var given = 0.0
    /// What is in the body or on its way in, as drug or metabolite, mg of drug.
    public var inBody = 0.0
    /// What has left or never gets in, mg of drug.
    public var gone = 0.0

    /// The effect's driving force: effect site less tolerance, ng/mL, never below zero.
    public var drive: Double { max(0, effectSite - EffectSite.toleranceShare * tolerance) }
}
