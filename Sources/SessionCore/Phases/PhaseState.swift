extension PhaseMachine {
    /// Where the session stands.
    public var phase: Phase { state.phase }

    /// The hold, while the session is held.
    public var hold: Hold? {
        if case .held(let hold) = state { return hold }
        return nil
    }

    /// The instant from which readings count towards a fresh pair; `nil` when all do.
    public var freshFrom: SessionTime? {
        switch state {
        case .preDose(let freshFrom): freshFrom
        // A symptom alone, or readings that were never complete, ask for no rest.
        case .held(let hold): hold.judged == nil ? nil : hold.restEnds(timers)
        case .ready, .administering, .paused, .monitoring, .subsiding, .dischargeAssessment, .over, .closed:
            nil
        }
    }

    /// The first instant after `now` at which time alone moves the session or changes what it asks for.
    public func nextDeadline(after now: SessionTime) -> SessionTime? {
        let deadlines: [SessionTime] =
            switch state {
            case .ready(let since): [since + .minutes(timers.readyMinutes)]
            case .held(let hold):
                [hold.restEnds(timers), hold.ends(timers) + Schedule.instant]
            case .preDose, .administering, .paused, .monitoring, .subsiding, .dischargeAssessment, .over,
                .closed:
                []
            }
        return deadlines.filter { $0 > now }.min()
    }
}

extension PhaseMachine.State {
    var phase: Phase {
        switch self {
        case .preDose: .preDose
        case .held: .held
        case .ready: .ready
        case .administering: .administering
        case .paused: .paused
        case .monitoring: .monitoring
        case .subsiding: .subsiding
        case .dischargeAssessment: .dischargeAssessment
        case .over(let ending): ending.phase
        case .closed: .closed
        }
    }
}

extension PhaseMachine.Ending {
    var phase: Phase {
        switch self {
        case .discharged: .discharged
        case .leftAgainstAdvice: .leftAgainstAdvice
        case .transferred: .transferred
        case .cancelled: .cancelled
        case .abandoned: .abandoned
        }
    }

    var sentence: String {
        switch self {
        case .discharged: "The patient was discharged"
        case .leftAgainstAdvice: "The patient left against advice"
        case .transferred: "The patient was transferred"
        case .cancelled: "The session was cancelled"
        case .abandoned: "The session was abandoned"
        }
    }
}

extension Hold {
    /// The hold after the gate answered again: a new pair that is still out of range begins another round.
    func judged(_ pair: SessionTime?, outcome: GateOutcome, at time: SessionTime) -> Hold {
        var hold = self
        hold.worst = max(worst, outcome)
        guard let pair, pair > (judged ?? began) || judged == nil else { return hold }
        hold.judged = pair
        if judged != nil {
            hold.round += 1
            hold.roundBegan = time
        }
        return hold
    }
}
