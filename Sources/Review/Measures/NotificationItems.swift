import SessionCore

extension ReviewSource {
    /// When the prescriber was told or came.
    private var tellings: [(at: SessionTime, fact: Int)] {
        var codes: Set<String> = []
        for action in careProtocol.actions
        where action.meaning == .prescriberNotified || action.meaning == .prescriberAtBedside {
            codes.insert(action.code)
        }
        return standing.compactMap { fact in
            guard case .actionTaken(let action) = fact.body, codes.contains(action.code) else { return nil }
            return (fact.at, fact.sequence)
        }.sorted { ($0.at, $0.fact) < ($1.at, $1.fact) }
    }

    /// Alarms of which the prescriber had to be told, and when that was.
    var notifications: [ReviewItem] {
        var raised: [AlarmKey: SessionTime] = [:]
        var isCounted: Set<AlarmKey> = []
        var items: [ReviewItem] = []
        let tellings = tellings
        for (at, fact, change) in alarmChanges {
            let key = change.key
            switch change.what {
            case .raised:
                raised[key] = nil
                isCounted.remove(key)
            case .cleared, .latched: isCounted.remove(key)
            default: break
            }
            // Told of level 1 is not told of level 2.
            if change.level >= .high, raised[key] == nil { raised[key] = at }
            let isOwed =
                key.parameter == .symptom
                ? change.what == .raised
                : key.parameter.isWatched && change.what == .confirmed && change.level >= .high
            guard isOwed, isCounted.insert(key).inserted else { continue }
            let told = tellings.first { $0.at >= raised[key] ?? at }
            items.append(
                ReviewItem(
                    kind: .notification, at: at, nurse: nurse(at: at), title: key.words,
                    level: change.level, outcome: notified(told?.at, after: at),
                    behind: [fact, told?.fact].compactMap(\.self)))
        }
        return items
    }

    private func notified(_ told: SessionTime?, after confirmed: SessionTime) -> Outcome {
        let limit = Span.seconds(careProtocol.alarms.notifyWithinSeconds)
        guard let told else {
            guard end - confirmed <= limit else { return .missed }
            return .notApplicable(isOver ? "the session ended before it was due" : "not due yet")
        }
        let passed = max(.zero, told - confirmed)
        return passed <= limit ? .inTime(passed) : .late(passed)
    }
}

extension AlarmParameter {
    /// Whether readings raise it, so that a recheck can confirm it.
    var isWatched: Bool {
        switch self {
        case .symptom, .checkpoint, .emergency: false
        case .pressure, .heartRate, .oxygenSaturation, .respiratoryRate, .temperature, .endTidalCO2,
            .alertness, .distress:
            true
        }
    }
}
