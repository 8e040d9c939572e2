/// Where a session stands on its way, from the first reading to the signature.
///
///     preDose ◀──waited too long── ready ──T0──▶ administering ◀──▶ paused
///       │  ▲                        ▲ │                │               │
///       │  └─ fresh pair owed       │ └─hold─┐         │Te             │ended
///       ├──────────ok───────────────┤        ▼         ▼               │
///       └──hold, stop, no-go──────▶ held ──ok┘    monitoring ◀─────────┘
///                                                   │     ▲
///                                            falling│     │rebound, further dose
///                                                   ▼     │
///                                              subsiding ─┤
///                                       subsided│         │
///                                               ▼         │
///                                       dischargeAssessment ──home──▶ discharged ──signed──▶ closed
///
/// From T0 on the patient can leave against advice or be transferred at any time; before T0 the session can be
/// cancelled; an unfinished one can be abandoned. All of these end in a signature. T0 is possible from every phase
/// before it: what has happened is filed, with the rule that it went against.
public struct PhaseMachine: Hashable, Sendable {
    enum State: Hashable, Sendable {
        /// Baseline readings are taken; after waiting too long a fresh pair counts from `freshFrom`.
        case preDose(freshFrom: SessionTime?)
        /// The gate holds, stops or says no.
        case held(Hold)
        /// The gate is open since then.
        case ready(since: SessionTime)
        /// The drug is being given.
        case administering
        /// The infusion stands still.
        case paused
        /// Everything was given.
        case monitoring
        /// Effects are falling.
        case subsiding
        /// Effects have subsided.
        case dischargeAssessment
        /// Nothing is watched any more; only the signature is owed.
        case over(Ending)
        /// Signed.
        case closed
    }

    /// How a session that is over has ended.
    enum Ending: Hashable, Sendable {
        case discharged
        case leftAgainstAdvice
        case transferred
        case cancelled
        case abandoned
    }

    private(set) var state: State = .preDose(freshFrom: nil)
    let timers: TimerRules

    static let nothingGiven = "Nothing was given yet."
    static let allGiven = "Everything is given already."
    static let signed = "The record is signed: corrections alone are possible."

    /// A session that was just opened under these timers.
    public init(timers: TimerRules) { self.timers = timers }

    mutating func move(to next: State, _ more: [PhaseAction] = []) -> [PhaseAction] {
        let before = phase
        state = next
        return (before == phase ? [] : [.moved(from: before, to: phase)]) + more
    }

    // MARK: Before the first dose

    /// The gate gave its answer. It is silent after T0.
    public mutating func gateAnswered(
        _ outcome: GateOutcome, judged: SessionTime?, at time: SessionTime
    ) -> [PhaseAction] {
        switch state {
        case .preDose, .ready:
            switch outcome {
            case .ok:
                if case .ready = state { return [] }
                return move(to: .ready(since: time))
            case .incomplete:
                if case .preDose = state { return [] }
                return move(to: .preDose(freshFrom: nil))
            case .hold where judged == nil:
                // A single reading that is out of range asks for the second one, not for a rest.
                if case .preDose = state { return [] }
                return move(to: .preDose(freshFrom: nil))
            case .hold, .stop, .noGo:
                return move(to: .held(Hold(began: time, roundBegan: time, judged: judged, worst: outcome)))
            }
        case .held(let hold):
            guard outcome >= .hold else {
                return outcome == .ok ? move(to: .ready(since: time)) : []
            }
            return move(to: .held(hold.judged(judged, outcome: outcome, at: time)))
        case .administering, .paused, .monitoring, .subsiding, .dischargeAssessment, .over, .closed:
            return []
        }
    }

    /// T0. It is taken from every phase before it.
    public mutating func administrationStarted(gate: [String]) -> [PhaseAction] {
        switch state {
        case .ready: return move(to: .administering)
        case .preDose, .held:
            let reasons = gate.isEmpty ? "" : ": " + gate.joined(separator: "; ")
            return move(
                to: .administering, [.deviation("started although the gate did not say ok\(reasons)")])
        case .administering, .paused, .monitoring, .subsiding, .dischargeAssessment:
            return .refused("Administration has started already: correct its time instead.")
        case .over(let ending): return .refused("\(ending.sentence): a new dose is a new session.")
        case .closed: return .refused(Self.signed)
        }
    }

    /// The session is cancelled, which is possible before the first dose alone.
    public mutating func cancelled() -> [PhaseAction] {
        switch state {
        case .preDose, .held, .ready: return move(to: .over(.cancelled))
        case .administering, .paused:
            return .refused("The drug was started: stop early instead of cancelling.")
        case .monitoring, .subsiding, .dischargeAssessment:
            return .refused(
                "The drug was given: the patient is discharged, leaves against advice or is transferred.")
        case .over(let ending): return .refused("\(ending.sentence): there is nothing to cancel.")
        case .closed: return .refused(Self.signed)
        }
    }

    /// Time went by: a session that was ready for too long asks for a fresh pair.
    public mutating func timePassed(at time: SessionTime) -> [PhaseAction] {
        switch state {
        case .ready(let since) where time >= since + .minutes(timers.readyMinutes):
            return move(to: .preDose(freshFrom: since + .minutes(timers.readyMinutes)))
        case .ready, .preDose, .held, .administering, .paused, .monitoring, .subsiding, .dischargeAssessment,
            .over,
            .closed:
            return []
        }
    }

    // MARK: From the first dose to the last

    /// The infusion was paused.
    public mutating func infusionPaused() -> [PhaseAction] {
        switch state {
        case .administering: return move(to: .paused)
        case .paused: return .refused("The infusion is paused already.")
        case .preDose, .held, .ready: return .refused(Self.nothingGiven)
        case .monitoring, .subsiding, .dischargeAssessment: return .refused(Self.allGiven)
        case .over(let ending): return .refused("\(ending.sentence): nothing runs.")
        case .closed: return .refused(Self.signed)
        }
    }

    /// The infusion runs again.
    public mutating func infusionResumed() -> [PhaseAction] {
        switch state {
        case .paused: return move(to: .administering)
        case .administering: return .refused("The infusion is not paused.")
        case .preDose, .held, .ready: return .refused(Self.nothingGiven)
        case .monitoring, .subsiding, .dischargeAssessment: return .refused(Self.allGiven)
        case .over(let ending): return .refused("\(ending.sentence): nothing runs.")
        case .closed: return .refused(Self.signed)
        }
    }

    /// Te: everything is given, or the administration was stopped for good.
    public mutating func administrationEnded() -> [PhaseAction] {
        switch state {
        case .administering, .paused: return move(to: .monitoring)
        case .preDose, .held, .ready: return .refused(Self.nothingGiven)
        case .monitoring, .subsiding, .dischargeAssessment: return .refused(Self.allGiven)
        case .over(let ending): return .refused("\(ending.sentence): nothing runs.")
        case .closed: return .refused(Self.signed)
        }
    }

    /// A further dose was given: a device or spray in its turn, or a supplemental injection.
    public mutating func furtherDoseGiven() -> [PhaseAction] {
        switch state {
        case .administering, .paused, .monitoring: return []
        case .subsiding, .dischargeAssessment:
            return move(to: .monitoring, [.deviation("a further dose while effects were subsiding")])
        case .preDose, .held, .ready: return .refused(Self.nothingGiven)
        case .over(let ending): return .refused("\(ending.sentence): a new dose is a new session.")
        case .closed: return .refused(Self.signed)
        }
    }

    // MARK: After the last dose

    /// Effects were assessed. A failing item leaves discharge assessment where it is; only a rebound leaves it.
    public mutating func effectsAssessed(_ trend: Effects.Trend, hasSubsided: Bool) -> [PhaseAction] {
        switch state {
        case .monitoring:
            if hasSubsided { return move(to: .dischargeAssessment) }
            return trend == .falling ? move(to: .subsiding) : []
        case .subsiding:
            if trend == .rebound { return move(to: .monitoring) }
            return hasSubsided ? move(to: .dischargeAssessment) : []
        case .dischargeAssessment:
            return trend == .rebound ? move(to: .monitoring) : []
        case .preDose, .held, .ready, .administering, .paused, .over, .closed:
            return []
        }
    }

    /// Discharge was assessed. Before effects have subsided that is no more than a look ahead.
    public mutating func dischargeAssessed() -> [PhaseAction] {
        switch state {
        case .dischargeAssessment: return []
        case .monitoring, .subsiding:
            return [.deviation("discharge assessed before effects were recorded as subsided")]
        case .administering, .paused:
            return [.deviation("discharge assessed while the drug is being given")]
        case .preDose, .held, .ready: return .refused(Self.nothingGiven)
        case .over(let ending): return .refused("\(ending.sentence): there is nothing to assess.")
        case .closed: return .refused(Self.signed)
        }
    }
}
