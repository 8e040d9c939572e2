import SessionCore
import Simulation

extension ScenarioCheck {
    private var moments: Set<String> { Set(scenario.events.map(\.name)) }

    /// Events have names of their own, and say something or do something.
    func checkEvents() {
        var taken: Set<String> = []
        for (index, event) in scenario.events.enumerated() {
            let key = YamlSource.path("events", element: index + 1)
            fresh("\(key).name", event.name, in: &taken)
            trigger("\(key).when", event.when, inRoom: true)
            patterns("\(key).unless", event.unless)
            known("\(key).unless", event.unless)
            if event.when.moment == event.name {
                findings.report("\(key).when.moment", "An event cannot wait for itself.")
            }
            if let says = event.says { text("\(key).says", says, most: 300) }
            if (event.says == nil) != (event.speaker == nil) {
                findings.report(key, "speaker and says belong together: write both or neither.")
            }
            if event.pump != nil, careProtocol?.route != .infusion {
                findings.report("\(key).pump", "Only an infusion has a pump.")
            }
            check(orders: event, key)
        }
    }

    private func check(orders event: ScenarioEvent, _ key: String) {
        guard let orders = event.orders else { return }
        if event.speaker != .prescriber {
            findings.report("\(key).orders", "Only the prescriber orders; write speaker: prescriber.")
        }
        guard let careProtocol else { return }
        check(codes: orders, among: careProtocol.actions.map(\.code), "\(key).orders")
    }

    /// Influences have names of their own, curves that run forward and reliefs that can come.
    func checkInfluences() {
        var taken: Set<String> = []
        for (index, influence) in scenario.influences.enumerated() {
            let key = YamlSource.path("influences", element: index + 1)
            fresh("\(key).name", influence.name, in: &taken)
            text("\(key).reason", influence.reason, most: 200)
            if let complaint = influence.complaint { text("\(key).complaint", complaint, most: 300) }
            trigger("\(key).when", influence.when, inRoom: true)
            curve("\(key).curve", influence.curve)
            for (place, relief) in (influence.relief ?? []).enumerated() {
                check(relief, YamlSource.path("\(key).relief", element: place + 1))
            }
        }
    }

    private func curve(_ key: String, _ points: [InfluencePoint]) {
        if points.isEmpty { findings.report(key, "A curve must have at least one point.") }
        for (index, point) in points.enumerated() {
            let place = YamlSource.path(key, element: index + 1)
            number("\(place).minute", point.minute, in: 0...360)
            if index > 0, point.minute <= points[index - 1].minute {
                findings.report("\(place).minute", "Minutes must rise from one point to the next.")
            }
            for vital in Vital.allCases {
                let name = vital == .oxygenSaturation ? "saturation" : vital.rawValue
                number("\(place).\(name)", point[vital], in: -150...150)
            }
        }
    }

    private func check(_ relief: Relief, _ key: String) {
        required("\(key).by", relief.by)
        known("\(key).by", relief.by)
        number("\(key).share", relief.share, in: 0...1)
        number("\(key).lateShare", relief.lateShare, in: 0...1)
        number("\(key).seconds", relief.seconds, in: 0...7200)
        number("\(key).lateAfter", relief.lateAfter, in: 0...7200)
        if (relief.lateAfter == nil) != (relief.lateShare == nil) {
            findings.report(key, "lateAfter and lateShare belong together: write both or neither.")
        }
        if let needs = relief.needs, !moments.contains(needs) {
            findings.report("\(key).needs", "There is no event \(needs).")
        }
    }

    /// A trigger says one thing that it waits for, and that thing exists.
    func trigger(_ key: String, _ trigger: Trigger, inRoom: Bool = false) {
        let anchors = trigger.anchors
        if anchors.count != 1 {
            findings.report(
                key,
                "Exactly one of takenOver, start, end, moment, after and physiology must be said; here are "
                    + "\(anchors.count).")
        }
        for (name, seconds) in [
            ("takenOver", trigger.takenOver), ("start", trigger.start), ("end", trigger.end),
            ("plus", trigger.plus),
        ] { number("\(key).\(name)", seconds, in: 0...21_600) }
        number("\(key).times", trigger.times, in: 1...20)
        reachable(key, trigger)
        if let moment = trigger.moment, !moments.contains(moment) {
            findings.report("\(key).moment", "There is no event \(moment).")
        }
        if let after = trigger.after {
            required("\(key).after", after)
            if inRoom { known("\(key).after", after) }
        }
        if let bound = trigger.physiology {
            check(bound, "\(key).physiology")
            if !inRoom {
                findings.report(
                    "\(key).physiology",
                    "Only events and influences watch the patient; make an event and wait for its moment.")
            }
        }
    }

    /// In the room nobody knows what the rules conclude; only the rubric may wait for that.
    func known(_ key: String, _ patterns: [FactPattern]?) {
        for (index, pattern) in (patterns ?? []).enumerated() where pattern.concluded != nil {
            findings.report(
                YamlSource.path(key, element: index + 1),
                "Conclusions are known to the rubric alone; wait for a fact or a deed here.")
        }
    }

    /// A list of patterns that must not be empty.
    func required(_ key: String, _ patterns: [FactPattern]) {
        if patterns.isEmpty { findings.report(key, "\(last(key)) must name at least one pattern.") }
        self.patterns(key, patterns)
    }

    /// Patterns name one thing each, and what they ask of it can be said of it.
    func patterns(_ key: String, _ patterns: [FactPattern]?) {
        for (index, pattern) in (patterns ?? []).enumerated() {
            let place = YamlSource.path(key, element: index + 1)
            let named = [
                pattern.fact != nil, pattern.deed != nil, pattern.concluded != nil, pattern.moment != nil,
            ].count { $0 }
            if named != 1 {
                findings.report(place, "Exactly one of fact, deed, concluded and moment must be said.")
            }
            if let moment = pattern.moment, !moments.contains(moment) {
                findings.report("\(place).moment", "There is no event named \(moment).")
            }
            misplaced(in: pattern, place)
            check(codesOf: pattern, place)
            for (list, bounds) in [("values", pattern.values), ("was", pattern.was)] {
                for (number, bound) in (bounds ?? []).enumerated() {
                    check(bound, YamlSource.path("\(place).\(list)", element: number + 1))
                }
            }
        }
    }

    /// What is asked of a fact that cannot have it.
    private func misplaced(in pattern: FactPattern, _ place: String) {
        let rules: [(isSaid: Bool, key: String, fact: FactKind, sentence: String)] = [
            (
                pattern.was != nil, ".was", .amended,
                "Only an amendment has something that was; write fact: amended."
            ),
            (
                pattern.milligrams != nil, ".milligrams", .pumpFigureNoted,
                "Only a pump figure has mg; write fact: pumpFigureNoted."
            ),
            (
                pattern.stands != nil, ".stands", .infusionPaused,
                "Only a pause stands; write fact: infusionPaused."
            ),
            (pattern.step != nil, ".step", .attested, "Only an attested fact has a step."),
            (pattern.manners != nil, ".manners", .patientLeft, "Only patientLeft has manners."),
            (pattern.answered != nil, ".answered", .dischargeAssessed, "Only dischargeAssessed has answers."),
            (
                pattern.was == nil && (pattern.has != nil || pattern.values != nil), "", .reading,
                "Only a reading has values; write fact: reading."
            ),
        ]
        for rule in rules where rule.isSaid && pattern.fact != rule.fact {
            findings.report(place + rule.key, rule.sentence)
        }
        if pattern.perMinute != nil, pattern.fact != .rateChanged, pattern.fact != .infusionResumed {
            findings.report(
                place + ".perMinute",
                "Only a rate has mg/min; write fact: rateChanged or fact: infusionResumed.")
        }
        if pattern.denied != nil, pattern.words == nil {
            findings.report(place + ".denied", "Only words can be denied; say which under words.")
        }
    }

    private func check(codesOf pattern: FactPattern, _ key: String) {
        if pattern.meanings != nil, pattern.fact != .actionTaken {
            findings.report("\(key).meanings", "Only an action has a meaning; write fact: actionTaken.")
        }
        guard let codes = pattern.codes, let careProtocol else { return }
        let known: [String]
        switch pattern.fact {
        case .actionTaken: known = careProtocol.actions.map(\.code)
        case .symptomReported: known = careProtocol.symptoms.map(\.code)
        default:
            return findings.report("\(key).codes", "Only actionTaken and symptomReported have codes.")
        }
        check(codes: codes, among: known, "\(key).codes")
    }

    private func check(codes: [String], among known: [String], _ key: String) {
        for code in codes where !known.contains(code) {
            findings.report(
                key,
                "The protocol has no code \(code); it has: \(known.joined(separator: ", ")).")
        }
    }

    private func check(_ bound: VitalBound, _ key: String) {
        if bound.atLeast == nil, bound.atMost == nil {
            findings.report(key, "A bound needs atLeast, atMost or both.")
        }
        if let least = bound.atLeast, let most = bound.atMost, least > most {
            findings.report("\(key).atMost", "atMost must not be less than atLeast, \(least).")
        }
    }
}
