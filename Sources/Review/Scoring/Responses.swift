import SessionCore

/// How soon a change was noticed and answered.
public struct Response: Hashable, Sendable {
    /// What changed: a moment of the scenario by name, or which alarm the rules raised.
    public var change: String
    /// When.
    public var at: SessionTime
    /// From the change to the first look at the patient: a reading, a question, a symptom filed.
    public var detectedAfter: Span?
    /// From the change to the first thing done about it: a call, the pump, a position, a drug.
    public var actedAfter: Span?
    /// Sequences of the facts that show both.
    public var evidence: [Int]

    static func all(in scorer: Scorer) -> [Response] {
        let named = Set(
            scorer.rubric.actions.compactMap(\.after.moment)
                + scorer.rubric.criticalMisses.compactMap { $0.after?.moment })
        var responses: [Response] = []
        var raised = scorer.session.transitions.compactMap(\.raisedAlarm)[...]
        for (index, happening) in scorer.happenings.all.enumerated() {
            switch happening.what {
            case .moment(let name) where named.contains(name):
                responses.append(response(to: name, at: index, in: scorer.happenings))
            case .concluded(.alarmRaised):
                let alarm = raised.popFirst().map { "\($0.title) alarm" } ?? "alarm"
                responses.append(response(to: alarm, at: index, in: scorer.happenings))
            case .fact, .deed, .moment, .concluded: break
            }
        }
        return responses.filter { $0.at >= scorer.room.tookOver }
    }

    private static func response(to change: String, at index: Int, in happenings: Happenings) -> Response {
        let happening = happenings.all[index]
        let after = happenings.all.dropFirst(index + 1)
        let seen = after.first { $0.isLook || $0.isAcknowledgement }
        let done = after.first { $0.isIntervention }
        return Response(
            change: change, at: happening.at, detectedAfter: seen.map { $0.at - happening.at },
            actedAfter: done.map { $0.at - happening.at },
            evidence: [seen, done].compactMap { $0?.sequence })
    }
}

/// An alarm that was acknowledged while nothing was done about it.
public struct IdleAcknowledgement: Hashable, Sendable {
    /// Sequence of the acknowledgement.
    public var sequence: Int
    /// Which alarm.
    public var alarm: AlarmKey
    /// When.
    public var at: SessionTime

    /// How long after the acknowledgement something must be done (Ebbtide default, unpublished).
    public static let within = Span.minutes(5)

    static func all(in scorer: Scorer) -> [IdleAcknowledgement] {
        scorer.happenings.all.enumerated().compactMap { index, happening in
            guard case .fact(.alarmAcknowledged(let seen), _) = happening.what,
                happening.at >= scorer.room.tookOver
            else { return nil }
            let isAnswered = scorer.happenings.all.dropFirst(index + 1).contains {
                $0.at <= happening.at + within && ($0.isLook || $0.isIntervention)
            }
            guard !isAnswered else { return nil }
            return IdleAcknowledgement(sequence: happening.sequence, alarm: seen.alarm, at: happening.at)
        }
    }
}

extension Transition {
    /// The alarm about a measured value or a symptom that was raised; `nil` for everything else.
    fileprivate var raisedAlarm: AlarmKey? {
        guard case .alarm(let change) = event, change.what == .raised,
            ![.checkpoint, .emergency].contains(change.key.parameter)
        else { return nil }
        return change.key
    }
}

extension Happening {
    /// Whether an alarm was acknowledged, and so seen.
    fileprivate var isAcknowledgement: Bool {
        if case .fact(.alarmAcknowledged, _) = what { true } else { false }
    }

    /// Whether somebody looked at or asked the patient, or the pump.
    var isLook: Bool {
        switch what {
        case .fact(.reading, _), .fact(.notObtainable, _), .fact(.symptomReported, _),
            .fact(.pumpFigureNoted, _):
            true
        case .deed(let deed): deed.isLook
        case .fact, .moment, .concluded: false
        }
    }

    /// Whether somebody did something about it.
    var isIntervention: Bool {
        switch what {
        case .fact(.actionTaken, _), .fact(.infusionPaused, _), .fact(.infusionEnded, _),
            .fact(.rateChanged, _), .fact(.sessionCancelled, _), .fact(.patientLeft, _), .fact(.amended, _):
            true
        case .deed(let deed): !deed.isLook && ![.leaveRoom, .followInterruption].contains(deed)
        case .fact, .moment, .concluded: false
        }
    }
}

extension RoomDeed {
    /// Whether it looks or asks and changes nothing.
    var isLook: Bool {
        switch self {
        case .measurePressure, .readOximeter, .reseatProbe, .countBreathing, .checkAlertness, .askFeeling,
            .askSymptoms, .askEffects, .askDrugs, .askSafety, .lookAtPump:
            true
        case .checkLine, .callPrescriber, .callEmergency, .talkToEscort, .layFlat, .turnOnSide, .sitUp,
            .giveOxygen, .stimulate, .supportAirway, .ventilate, .suction, .calmVoice, .reduceStimuli,
            .guardLine, .deferInterruption, .followInterruption, .leaveRoom, .holdDown:
            false
        }
    }
}
