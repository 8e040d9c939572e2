/// A session that the gate holds: rest, measure twice, at most so many rounds and minutes.
public struct Hold: Hashable, Sendable {
    /// When the session was first held.
    public var began: SessionTime
    /// When the present round of rest began.
    public var roundBegan: SessionTime
    /// Which round of rest and measuring this is, from 1.
    public var round: Int
    /// When the pair that was judged last was measured; `nil` when a symptom alone holds.
    public var judged: SessionTime?
    /// The worst that the gate has said since; a stop or no-go stands for the rest of the session.
    public var worst: GateOutcome

    /// Makes a hold.
    public init(
        began: SessionTime, roundBegan: SessionTime, round: Int = 1, judged: SessionTime? = nil,
        worst: GateOutcome = .hold
    ) {
        self.began = began
        self.roundBegan = roundBegan
        self.round = round
        self.judged = judged
        self.worst = worst
    }

    /// When the rest of the present round is over: readings from then on make the fresh pair.
    public func restEnds(_ timers: TimerRules) -> SessionTime {
        roundBegan + .minutes(timers.heldRestMinutes)
    }

    /// When the whole hold has lasted as long as the protocol allows.
    public func ends(_ timers: TimerRules) -> SessionTime { began + .minutes(timers.heldMinutes) }

    /// Why holding on is of no use any more; `nil` while it is.
    public func exhaustion(_ timers: TimerRules, at now: SessionTime) -> String? {
        if round > timers.heldRounds {
            return "held for \(timers.heldRounds) rounds: cancel, or a prescriber orders to proceed"
        }
        if now > ends(timers) {
            return "held for more than \(timers.heldMinutes) min: cancel, or a prescriber orders to proceed"
        }
        return nil
    }
}
