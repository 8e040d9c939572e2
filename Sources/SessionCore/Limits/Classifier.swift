/// Judges the values of a reading by a care protocol's session limits: a pure function of protocol, values and
/// context. Worst first: the level of a parameter is the maximum over every rule that applies to it. Comparisons are
/// made on whole numbers and exact fractions; nothing is rounded before it is compared.
public struct Classifier: Sendable {
    /// The protocol whose limits are used.
    public let careProtocol: CareProtocol

    /// Makes a classifier for a protocol.
    public init(_ careProtocol: CareProtocol) { self.careProtocol = careProtocol }

    /// One assessment for each parameter that has a value, in screen order.
    public func assess(_ values: VitalSet, in context: JudgementContext) -> [Assessment] {
        let values = values.bounded
        let parameters = ParameterJudge(limits: careProtocol.parameters, values: values, context: context)
        let pressure = PressureJudge(limits: careProtocol.pressure, values: values, context: context)
        return [
            pressure.assessment, parameters.heartRate, parameters.oxygenSaturation,
            parameters.respiratoryRate, parameters.temperature, parameters.endTidalCO2, parameters.alertness,
            parameters.distress,
        ].compactMap(\.self)
    }

    /// What a symptom says by itself, without a reading: apnoea is level 3 of breathing, harm to self or others is
    /// level 3 of distress (Ebbtide default, unpublished). `nil` for the symptoms that only join other rules.
    public func assess(_ symptom: SymptomMeaning) -> Assessment? {
        switch symptom {
        case .apnoea: .crisis(.respiratoryRate, .low, rule: "apnoea", words: "no breath")
        case .harm: .crisis(.distress, .high, rule: "distress-harm", words: "harm to self or others")
        case .collapse, .vomiting: nil
        }
    }

    /// How bad a symptom is by itself, for its mark among the entries: a red flag and what is level 3 by itself are
    /// level 3, a collapse is worth a look (Ebbtide default, unpublished).
    func level(of symptom: SymptomItem) -> Level {
        if symptom.redFlag { return .crisis }
        if symptom.meaning == .collapse { return .watch }
        return symptom.meaning.flatMap(assess)?.level ?? .normal
    }

    /// "No pulse or pressure obtainable" is level 3 on the low side (Ebbtide default, unpublished).
    public var notObtainable: Assessment {
        .crisis(.pressure, .low, rule: "not-obtainable", words: "no pulse or pressure obtainable")
    }

    /// The parameter that a vital is judged as; `nil` for what has no limits of its own.
    public static func parameter(of vital: Vital) -> AlarmParameter? {
        switch vital {
        case .systolic, .diastolic, .meanPressure: .pressure
        case .heartRate: .heartRate
        case .oxygenSaturation: .oxygenSaturation
        case .respiratoryRate: .respiratoryRate
        case .temperature: .temperature
        case .endTidalCO2: .endTidalCO2
        case .alertness: .alertness
        case .distress: .distress
        case .agitation, .orientation, .intensity, .nausea: nil
        }
    }
}

extension Assessment {
    /// Level 3 on one side by one rule; the other side was not measured.
    fileprivate static func crisis(
        _ parameter: AlarmParameter, _ direction: Direction, rule: String, words: String
    ) -> Assessment {
        let crisis = SideJudgement(
            level: .crisis, heldLevel: .crisis, rules: [rule], sentence: words)
        let silent = SideJudgement(level: .unknown, heldLevel: .unknown, rules: [], sentence: words)
        return Assessment(
            parameter: parameter, high: direction == .high ? crisis : silent,
            low: direction == .low ? crisis : silent)
    }
}
