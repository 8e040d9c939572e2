/// What one body does with esketamine: the population model of nasal esketamine and noresketamine of Perez-Ruixo 2021
/// (820 people, 13 studies). Rates are per hour and volumes in litres, as published.
public struct EsketamineBody: Hashable, Sendable {
    /// Share of the first device that the nasal lining takes up.
    public var nasalShare = 0.54
    /// Factor on that share for later devices.
    public var laterDeviceFactor = 0.62
    /// Uptake through the nasal lining, per hour.
    public var nasalRate = 2.93
    /// Duration in which the swallowed part reaches the gut, hours.
    public var swallowingHours = 0.53
    /// Uptake from the gut, per hour.
    public var gutRate = 1.45
    /// Share of the swallowed part that gets through the gut wall.
    public var gutShare = 0.64
    /// Central volume, L.
    public var centralVolume = 192.0
    /// Exchange with the first tissue, L/h.
    public var tissueFlow = 84.3
    /// Volume of the first tissue, L.
    public var tissueVolume = 143.0
    /// Exchange with the second, deep tissue, L/h.
    public var deepFlow = 37.6
    /// Volume of the second, deep tissue, L.
    public var deepVolume = 417.0
    /// Blood flow through the liver up to 60 years, L/h.
    public var liverFlow = 151.0
    /// Volume of the liver, L.
    public var liverVolume = 101.0
    /// Elimination in the liver by other ways, per hour.
    public var eliminationRate = 1.11
    /// Turning into noresketamine in the liver, per hour.
    public var metabolismRate = 2.77
    /// Volume of noresketamine, L.
    public var metaboliteVolume = 70.0
    /// Clearance of noresketamine, L/h.
    public var metaboliteClearance = 38.0
    /// Exchange of noresketamine with tissue, L/h.
    public var metaboliteTissueFlow = 26.1
    /// Volume of noresketamine's tissue, L.
    public var metaboliteTissueVolume = 115.0

    /// The typical body of an age: beyond 60 years the liver's blood flow falls by 2.19 L/h each year.
    public init(age: Int = 40) {
        liverFlow = max(151 - 2.19 * Double(max(0, age - 60)), 50)
    }

    /// A body drawn from the published spread between people: coefficients of variation of 61.5 % (nasal rate), 27.5
    /// (central volume), 49.3 (tissue volume), 23.2 (liver flow), 34.6 (liver volume), 120 (elimination), 31.6 and
    /// 25.4 (noresketamine's volume and clearance), and an SD of 0.708 of the nasal share on the logit scale.
    public init(age: Int, drawnFrom chance: inout SeededChance) {
        self.init(age: age)
        nasalRate = chance.logNormal(median: nasalRate, variation: 0.615)
        centralVolume = chance.logNormal(median: centralVolume, variation: 0.275)
        tissueVolume = chance.logNormal(median: tissueVolume, variation: 0.493)
        liverFlow = chance.logNormal(median: liverFlow, variation: 0.232)
        liverVolume = chance.logNormal(median: liverVolume, variation: 0.346)
        eliminationRate = chance.logNormal(median: eliminationRate, variation: 1.2)
        metaboliteVolume = chance.logNormal(median: metaboliteVolume, variation: 0.316)
        metaboliteClearance = chance.logNormal(median: metaboliteClearance, variation: 0.254)
        let odds = nasalShare / (1 - nasalShare) * Elementary.exponential(chance.normal(deviation: 0.708))
        nasalShare = odds / (1 + odds)
    }
}

extension DrugModel {
    /// Esketamine and noresketamine in one body (Perez-Ruixo 2021, in the form in which every mg is accounted for).
    public static func esketamine(_ body: EsketamineBody, absorption: Absorption? = nil) -> DrugModel {
        func perMinute(_ flow: Double, _ volume: Double) -> Double { flow / volume / 60 }
        let nasal = NasalUptake(
            share: body.nasalShare, laterFactor: body.laterDeviceFactor, perMinute: body.nasalRate / 60,
            swallowingMinutes: body.swallowingHours * 60, gutPerMinute: body.gutRate / 60,
            gutShare: body.gutShare)
        return DrugModel(
            source: "Perez-Ruixo 2021", absorption: absorption ?? .nasal(nasal),
            centralVolume: body.centralVolume,
            metaboliteVolume: body.metaboliteVolume, activeShare: 1,
            flows: [
                Flow(.central, .peripheral, perMinute(body.tissueFlow, body.centralVolume)),
                Flow(.peripheral, .central, perMinute(body.tissueFlow, body.tissueVolume)),
                Flow(.central, .deepPeripheral, perMinute(body.deepFlow, body.centralVolume)),
                Flow(.deepPeripheral, .central, perMinute(body.deepFlow, body.deepVolume)),
                Flow(.central, .liver, perMinute(body.liverFlow, body.centralVolume)),
                Flow(.liver, .central, perMinute(body.liverFlow, body.liverVolume)),
                Flow(.liver, .gone, body.eliminationRate / 60),
                Flow(.liver, .metabolite, body.metabolismRate / 60),
                Flow(.metabolite, .gone, perMinute(body.metaboliteClearance, body.metaboliteVolume)),
                Flow(
                    .metabolite, .metaboliteTissue,
                    perMinute(body.metaboliteTissueFlow, body.metaboliteVolume)),
                Flow(
                    .metaboliteTissue, .metabolite,
                    perMinute(body.metaboliteTissueFlow, body.metaboliteTissueVolume)),
            ])
    }
}
