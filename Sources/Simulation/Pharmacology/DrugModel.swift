/// Where a drug goes in one body: compartments, flows between them, and how a dose gets in.
public struct DrugModel: Hashable, Sendable {
    /// The publication that the numbers are from.
    public let source: String
    /// How a dose gets in.
    public let absorption: Absorption
    /// Volume of the central compartment, L.
    public let centralVolume: Double
    /// Volume of the metabolite's compartment, L; `nil` when the model has none.
    public let metaboliteVolume: Double?
    /// Share of the drug in plasma that is S-ketamine: half of racemic ketamine, all of esketamine. In volunteers
    /// S-ketamine and not R-ketamine raised cardiac output (Kamp 2021).
    public let activeShare: Double
    /// Flows between the compartments.
    let flows: [Flow]

    init(
        source: String, absorption: Absorption, centralVolume: Double, metaboliteVolume: Double? = nil,
        activeShare: Double, flows: [Flow]
    ) {
        self.source = source
        self.absorption = absorption
        self.centralVolume = centralVolume
        self.metaboliteVolume = metaboliteVolume
        self.activeShare = activeShare
        self.flows = flows + DrugModel.uptake(absorption)
    }

    private static func uptake(_ absorption: Absorption) -> [Flow] {
        switch absorption {
        case .intravenous: []
        case .depot(_, let perMinute): [Flow(.depot, .central, perMinute)]
        case .nasal(let nasal):
            [Flow(.depot, .central, nasal.perMinute), Flow(.swallowed, .liver, nasal.gutPerMinute)]
        }
    }

    /// Plasma concentration in ng/mL of an amount in mg.
    var concentrationPerMilligram: Double { 1000 / centralVolume }
}

extension DrugModel {
    /// Racemic ketamine in two compartments (Clements and Nimmo 1981, venous plasma after a subanaesthetic dose): V1
    /// 1.7522 L/kg, k10 0.0109, k12 0.0186, k21 0.0137 per minute. Chosen for infusion and injection because it comes
    /// closest to the published 185 ng/mL at the end of 0.5 mg/kg over 40 min (Zanos 2018) and falls as smoothly as
    /// the effect is felt to.
    public static func clements(
        weightKg: Double, absorption: Absorption = .intravenous
    ) -> DrugModel {
        DrugModel(
            source: "Clements and Nimmo 1981", absorption: absorption, centralVolume: 1.7522 * weightKg,
            activeShare: 0.5,
            flows: [
                Flow(.central, .gone, 0.0109), Flow(.central, .peripheral, 0.0186),
                Flow(.peripheral, .central, 0.0137),
            ])
    }

    /// Racemic ketamine in three compartments (Domino 1982 and 1984, anaesthetic doses): V1 0.063 L/kg, k10 0.4381,
    /// k12 0.5921, k13 0.5900, k21 0.2470, k31 0.0146 per minute. A second model to test the integrator with; no
    /// patient uses it.
    static func domino(weightKg: Double) -> DrugModel {
        DrugModel(
            source: "Domino 1984", absorption: .intravenous, centralVolume: 0.063 * weightKg,
            activeShare: 0.5,
            flows: [
                Flow(.central, .gone, 0.4381), Flow(.central, .peripheral, 0.5921),
                Flow(.central, .deepPeripheral, 0.5900), Flow(.peripheral, .central, 0.2470),
                Flow(.deepPeripheral, .central, 0.0146),
            ])
    }
}

extension Absorption {
    /// An injection into muscle: 93 % gets in (reviews of adult data), at 0.15 per minute. No rate for adults was
    /// ever published; 0.15 puts the peak at 14 min, within the 5 to 15 min of reviews (Ebbtide default,
    /// unpublished).
    public static let muscle = Absorption.depot(share: 0.93, perMinute: 0.15)

    /// A spray of racemic ketamine: 28 % gets in, at 0.13 per minute, which meets the published peak after 50 mg
    /// (nasal studies tabulated in PMC9118341: 77.6 ng/mL at 16 min); the published share by area, 11 to 17 %, cannot
    /// be met with the same peak by one rate (Ebbtide default, unpublished).
    public static let racemicSpray = Absorption.depot(share: 0.28, perMinute: 0.13)
}
