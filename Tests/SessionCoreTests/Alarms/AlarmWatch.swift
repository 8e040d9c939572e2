@testable import SessionCore

/// All watches and the alarm board that they drive, wired as a session wires them: readings, symptoms and time go in,
/// judgements and alarm changes come out. One watch stands for each parameter and side.
struct AlarmWatch: Sendable {
    /// The rules.
    let careProtocol: CareProtocol
    /// The alarms; what people do is told to it directly.
    var board: AlarmBoard
    private var watches: [AlarmKey: Watch] = [:]

    /// Nothing has been measured yet.
    init(_ careProtocol: CareProtocol) {
        self.careProtocol = careProtocol
        board = AlarmBoard(rules: careProtocol.alarms)
        for parameter in AlarmParameter.measured {
            for direction in Direction.allCases {
                watches[AlarmKey(parameter, direction)] = Watch(
                    rules: WatchRules(careProtocol, parameter: parameter, direction: direction))
            }
        }
    }

    /// What a reading or a symptom led to.
    struct Outcome: Hashable, Sendable {
        /// One judgement for each parameter that was touched.
        var assessments: [Assessment] = []
        /// What changed on the board.
        var changes: [AlarmChange] = []
        /// The sides whose reading came too soon after the one before to count as a recheck.
        var tooSoon: [AlarmKey] = []
    }

    /// A reading was taken.
    mutating func readingTaken(
        _ values: VitalSet, arm: String? = nil, in context: JudgementContext, at time: SessionTime
    ) -> Outcome {
        let assessments = Classifier(careProtocol).assess(values, in: context)
        return judged(assessments, values, arm: arm, at: time, isRejudged: false)
    }

    /// A reading that was taken before is judged anew, because a symptom was reported or resolved since, or a baseline
    /// corrected. It can raise alarms; it neither confirms nor clears any.
    mutating func rejudged(
        _ values: VitalSet, in context: JudgementContext, at time: SessionTime
    ) -> Outcome {
        let assessments = Classifier(careProtocol).assess(values, in: context)
        return judged(assessments, values, arm: nil, at: time, isRejudged: true)
    }

    /// No pulse or pressure could be obtained.
    mutating func notObtainable(at time: SessionTime) -> Outcome {
        judged([Classifier(careProtocol).notObtainable], VitalSet(), arm: nil, at: time, isRejudged: false)
    }

    /// A symptom was reported. A red flag is an alarm by itself; apnoea and harm act on the parameter that they mean.
    mutating func symptomReported(
        _ symptom: SymptomItem, item: String, at time: SessionTime
    ) -> Outcome {
        var outcome = Outcome()
        if let assessment = symptom.meaning.flatMap(Classifier(careProtocol).assess) {
            outcome = judged([assessment], VitalSet(), arm: nil, at: time, isRejudged: false)
        }
        if symptom.redFlag {
            outcome.changes += board.symptomReported(item: item, title: symptom.title, at: time)
        }
        return outcome
    }

    /// What stands on one side of one parameter; `nil` while it is normal.
    func condition(_ parameter: AlarmParameter, _ direction: Direction) -> WatchCondition? {
        watches[AlarmKey(parameter, direction)]?.condition
    }

    /// The next instant at which time alone changes something; `nil` when none does.
    var nextDeadline: SessionTime? {
        (watches.values.map(\.nextDeadline) + [board.nextDeadline]).compactMap(\.self).min()
    }

    /// Time passed; says what changed, in order. Stepping to each ``nextDeadline`` gives the same as one long step.
    mutating func timePassed(to time: SessionTime) -> [AlarmChange] {
        var changes: [AlarmChange] = []
        while let deadline = nextDeadline, deadline <= time {
            for key in keys {
                guard let actions = watches[key]?.timePassed(to: deadline), !actions.isEmpty else { continue }
                changes += board.conditionChanged(key, to: watches[key]?.condition, at: deadline)
            }
            changes += board.timePassed(to: deadline)
        }
        return changes
    }
}

extension AlarmWatch {
    private var keys: [AlarmKey] {
        AlarmParameter.measured.flatMap { parameter in
            Direction.allCases.map { AlarmKey(parameter, $0) }
        }
    }

    private mutating func judged(
        _ assessments: [Assessment], _ values: VitalSet, arm: String?, at time: SessionTime, isRejudged: Bool
    ) -> Outcome {
        var outcome = Outcome(assessments: assessments)
        for assessment in assessments {
            for direction in Direction.allCases {
                let key = AlarmKey(assessment.parameter, direction)
                let judgement = assessment[direction]
                let reading = WatchReading(judgement, at: time, systolic: values[.systolic], arm: arm)
                let actions =
                    isRejudged ? watches[key]?.rejudged(reading) : watches[key]?.readingTaken(reading)
                if actions?.contains(.tooSoon) == true { outcome.tooSoon.append(key) }
                outcome.changes += board.conditionChanged(
                    key, to: watches[key]?.condition,
                    reading: (values.words(for: assessment.parameter) ?? judgement.sentence, judgement.level),
                    at: time)
            }
        }
        return outcome
    }
}

extension AlarmParameter {
    /// What is watched by measuring it.
    static let measured: [AlarmParameter] = [
        .pressure, .heartRate, .oxygenSaturation, .respiratoryRate, .temperature, .endTidalCO2, .alertness,
        .distress,
    ]
}

extension VitalSet {
    /// The values of one parameter in words: `BP 186/112`; `nil` when there are none.
    func words(for parameter: AlarmParameter) -> String? {
        func labelled(_ label: String, _ vital: Vital, _ unit: String = "") -> String? {
            self[vital].map { "\(label) \($0)\(unit)" }
        }
        switch parameter {
        case .pressure:
            let halves = [self[.systolic], self[.diastolic]]
            guard halves.contains(where: { $0 != nil }) else { return labelled("MAP", .meanPressure) }
            return "BP " + halves.map { $0.map(String.init) ?? "–" }.joined(separator: "/")
        case .heartRate: return labelled("HR", .heartRate)
        case .oxygenSaturation: return labelled("SpO2", .oxygenSaturation, " %")
        case .respiratoryRate: return labelled("RR", .respiratoryRate)
        case .temperature: return self[.temperature].map { "temperature \($0.inTenths) °C" }
        case .endTidalCO2: return labelled("EtCO2", .endTidalCO2)
        case .alertness: return labelled("alertness", .alertness)
        case .distress: return labelled("distress", .distress)
        case .symptom, .checkpoint, .emergency: return nil
        }
    }
}
