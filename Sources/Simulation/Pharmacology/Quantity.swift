/// What the model of a drug keeps count of at one instant. All of them change at rates that are sums of the others,
/// so that one matrix moves a whole patient on.
enum Quantity: Int, CaseIterable {
    /// Drug in the muscle or on the nasal lining, not yet taken up, mg.
    case depot
    /// Drug swallowed and past the gut wall, not yet taken up, mg.
    case swallowed
    /// Drug in blood and what mixes with it at once, mg.
    case central
    /// Drug in tissue, mg.
    case peripheral
    /// Drug in tissue that is slow to fill and to empty, mg.
    case deepPeripheral
    /// Drug in the liver, mg.
    case liver
    /// Metabolite in blood, mg of the drug it came from.
    case metabolite
    /// Metabolite in tissue, mg of the drug it came from.
    case metaboliteTissue
    /// Drug that has left or never gets in, mg.
    case gone
    /// Concentration of the active form at the place of its effect, ng/mL.
    case effectSite
    /// Acute tolerance, ng/mL: follows the effect site.
    case tolerance
    /// Getting used to the feeling, ng/mL: follows the tolerance.
    case habituation
    /// Area under the plasma concentration so far, ng·min/mL.
    case area
    /// What runs into the vein now, mg/min.
    case veinRate
    /// What reaches the gut now, mg/min.
    case gutRate

    /// Whether it is an amount of drug; these sum up to what was given.
    var isAmount: Bool { rawValue <= Quantity.gone.rawValue }
}

/// Drug that goes from one place to another at a rate proportional to what is there.
struct Flow: Hashable, Sendable {
    var source: Quantity
    var target: Quantity
    /// Share of the source that goes each minute.
    var perMinute: Double

    init(_ source: Quantity, _ target: Quantity, _ perMinute: Double) {
        self.source = source
        self.target = target
        self.perMinute = perMinute
    }
}

/// How a dose gets to the blood.
public enum Absorption: Hashable, Sendable {
    /// Into the vein.
    case intravenous
    /// A share of the dose from one depot, at a rate proportional to what is left there; the rest never gets in.
    case depot(share: Double, perMinute: Double)
    /// Partly through the nasal lining, the rest swallowed.
    case nasal(NasalUptake)
}

/// How a nasal device of esketamine is taken up (Perez-Ruixo 2021).
public struct NasalUptake: Hashable, Sendable {
    /// Share of the first device's dose that the nasal lining takes up.
    public var share: Double
    /// Factor on the share for the second and each later device.
    public var laterFactor: Double
    /// Rate of uptake through the nasal lining, per minute.
    public var perMinute: Double
    /// Over how many minutes the swallowed part reaches the gut.
    public var swallowingMinutes: Double
    /// Rate of uptake from the gut, per minute.
    public var gutPerMinute: Double
    /// Share of the swallowed part that gets through the gut wall.
    public var gutShare: Double

    /// The share that the lining takes up of device number `index` (from 0). When it is known how many devices there
    /// will be, all take the mean share, as the published equations have it.
    func share(ofDevice index: Int, of planned: Int?) -> Double {
        guard let planned, planned > 0 else { return index == 0 ? share : share * laterFactor }
        return share * (1 + laterFactor * Double(planned - 1)) / Double(planned)
    }
}
