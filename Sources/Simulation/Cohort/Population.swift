import SessionCore

/// The people of a virtual trial.
struct Population: Hashable, Sendable {
    /// What the trial is called in the report.
    var name: String
    /// Ages, all alike.
    var ages: ClosedRange<Int>
    /// Share with known and treated hypertension.
    var hypertensiveShare: Double
    /// How strongly pressure answers in the mean of these people, a factor.
    var siteFactor: Double
    /// Weight of everybody, kg; `nil` is drawn by age and sex.
    var weightKg: Double?

    /// As in the pooled trials of infusions (Vankawala 2021). Ages and share of hypertension are Ebbtide defaults,
    /// unpublished.
    static let pooled = Population(
        name: "pooled trials", ages: 18...70, hypertensiveShare: 0.2, siteFactor: 1)
    /// As at Yale (2024): older, more hypertensive, a stronger answer.
    static let yale = Population(name: "Yale-like", ages: 18...80, hypertensiveShare: 0.3, siteFactor: 1.27)
    /// As in Zheng's 741 infusions: a weaker answer.
    static let zheng = Population(name: "Zheng-like", ages: 18...60, hypertensiveShare: 0.1, siteFactor: 0.6)
    /// As in the esketamine programme up to 60 years (Perez-Ruixo 2021, Doherty 2020).
    static let programme = Population(
        name: "esketamine programme", ages: 18...60, hypertensiveShare: 0.15, siteFactor: 1)
    /// As in the esketamine trial from 65 years on (Doherty 2020).
    static let olderProgramme = Population(
        name: "esketamine programme from 65 years", ages: 65...80, hypertensiveShare: 0.3,
        siteFactor: PatientTraits.olderFactor)

    /// Volunteers of 70 kg, for what was published without their weights.
    static let volunteers = Population(
        name: "volunteers of 70 kg", ages: 18...45, hypertensiveShare: 0, siteFactor: 1, weightKg: 70)

    /// The mean of the factor by which age or hypertension strengthens the answer of pressure, in these people. Their
    /// site factor is the mean answer, so that the factor is divided by this.
    var olderMean: Double {
        let older = Double(ages.filter { $0 >= 50 }.count) / Double(ages.count)
        let share = older + (1 - older) * hypertensiveShare
        return 1 + share * (PatientTraits.olderFactor - 1)
    }

    /// Person number `index` of a trial.
    func person(_ index: Int, seed: UInt64, controls: CohortControls, route: Route) -> SimulatedPatient {
        var chance = SeededChance.of(1000, UInt64(index), seed: seed)
        let age = Int.random(in: ages, using: &chance)
        let sex: Sex = chance.happens(0.5) ? .female : .male
        let hypertension = chance.happens(hypertensiveShare)
        let resting = RestingValues.of(age: age, sex: sex, hypertension: hypertension)
        let weight = chance.normal(mean: resting.weight.mean, deviation: resting.weight.deviation)
        let own = chance.next()
        let who = PatientDescription(
            age: age, sex: sex, weightKg: weightKg ?? clamped(weight, 45, 140), hypertension: hypertension,
            siteFactor: siteFactor)
        let traits = PatientTraits(
            who, seed: own, pressureMean: controls.responseFactor / olderMean,
            pressureVariation: controls.responseVariation)
        var model = SimulatedPatient.model(who, route: route, seed: own)
        model = model.absorbing(at: controls.absorptionFactor)
        return SimulatedPatient(who, route: route, seed: own, traits: traits, model: model)
    }
}

/// A number that is wrong on purpose, to see that the rows which depend on it fail.
public enum WrongNumber: String, Codable, Sendable, CaseIterable {
    /// The rate of uptake, a quarter of what it should be.
    case uptake = "ka"
    /// The strength of the answer of pressure, 1.6 times what it should be.
    case response = "k"
    /// The spread of that answer between people, a third of what it should be.
    case spread = "cv"
}

/// The numbers of a trial that a control can make wrong.
struct CohortControls: Hashable, Sendable {
    var absorptionFactor = 1.0
    var responseFactor = 1.0
    var responseVariation = PatientTraits.pressureVariation

    init(_ wrong: WrongNumber? = nil) {
        switch wrong {
        case .uptake: absorptionFactor = 0.25
        case .response: responseFactor = 1.6
        case .spread: responseVariation = PatientTraits.pressureVariation / 3
        case nil: break
        }
    }
}

extension DrugModel {
    /// The same model with every rate of uptake times `factor`.
    func absorbing(at factor: Double) -> DrugModel {
        guard factor != 1 else { return self }
        var changed = flows.filter { $0.source != .depot && $0.source != .swallowed }
        var absorption = absorption
        switch absorption {
        case .intravenous: changed = flows
        case .depot(let share, let rate): absorption = .depot(share: share, perMinute: rate * factor)
        case .nasal(var nasal):
            nasal.perMinute *= factor
            nasal.gutPerMinute *= factor
            absorption = .nasal(nasal)
        }
        return DrugModel(
            source: source, absorption: absorption, centralVolume: centralVolume,
            metaboliteVolume: metaboliteVolume, activeShare: activeShare, flows: changed)
    }
}
