/// What a pump did: a rate that is constant from one change to the next, so that delivered mg is an exact sum.
struct InfusionCourse: Hashable, Sendable {
    /// A stretch at one rate; a pause is a stretch at none.
    private struct Stretch: Hashable, Sendable {
        var from: SessionTime
        var perMinute: Double
    }

    private var stretches: [Stretch]
    /// The rate that the pump has or returns to, mg/min.
    private(set) var perMinute: Double
    /// Whether the rate was ever changed, so that the planned minutes say nothing any more.
    private var isReset = false
    /// How long the pump has stood still in pauses that are over.
    private var pausedSoFar = Span.zero
    private(set) var pausedSince: SessionTime?
    /// Doses pushed by hand beside the pump, in order.
    private(set) var byHand: [GivenDose] = []
    /// Whether no rate was filed, so that the planned one is assumed.
    let isRateAssumed: Bool

    init(from start: SessionTime, perMinute: Double, isRateAssumed: Bool) {
        stretches = [Stretch(from: start, perMinute: perMinute)]
        self.perMinute = perMinute
        self.isRateAssumed = isRateAssumed
    }

    var start: SessionTime { stretches[0].from }
    var lastChange: SessionTime { stretches[stretches.count - 1].from }

    /// mg delivered until `now`, by the pump, which may have been stopped for good at `end`, and by hand.
    func delivered(at now: SessionTime, end: SessionTime? = nil) -> Double {
        pumped(until: end.map { min($0, now) } ?? now)
            + byHand.filter { $0.at <= now }.reduce(0) { $0 + $1.milligrams }
    }

    private func pumped(until time: SessionTime) -> Double {
        var sum = 0.0
        for (index, stretch) in stretches.enumerated() {
            let end = index + 1 < stretches.count ? min(stretches[index + 1].from, time) : time
            if end > stretch.from { sum += stretch.perMinute * (end - stretch.from).minutes }
        }
        return sum
    }

    mutating func rateChanged(to perMinute: Double, at time: SessionTime) {
        isReset = isReset || perMinute != self.perMinute
        self.perMinute = perMinute
        if pausedSince == nil { stretches.append(Stretch(from: time, perMinute: perMinute)) }
    }

    mutating func pushed(_ dose: GivenDose) { byHand.append(dose) }

    mutating func paused(at time: SessionTime) {
        pausedSince = time
        stretches.append(Stretch(from: time, perMinute: 0))
    }

    mutating func resumed(at time: SessionTime) {
        pausedSoFar = pausedSoFar + pauseLength(at: time)
        pausedSince = nil
        stretches.append(Stretch(from: time, perMinute: perMinute))
    }

    func pauseLength(at time: SessionTime) -> Span { pausedSince.map { time - $0 } ?? .zero }

    /// When the planned dose will be in: the planned time and all pauses while the rate is the planned one (to a
    /// tenth, because pumps round), else from what is left and the rate. A pause that runs on moves it along.
    func plannedEnd(at time: SessionTime, plan: AdministrationPlan) -> SessionTime? {
        let pauses = pausedSoFar + pauseLength(at: time)
        if let span = plan.span, !isReset, byHand.isEmpty, let planned = plan.plannedRate,
            abs(planned - perMinute) <= planned / 10
        {
            return start + span + pauses
        }
        guard plan.milligrams.isFinite, plan.milligrams > 0, perMinute > 0 else { return nil }
        let anchor = pausedSince == nil ? lastChange : max(lastChange, time)
        let given = pumped(until: anchor) + byHand.reduce(0) { $0 + $1.milligrams }
        let left = (plan.milligrams - given) / perMinute * 60_000
        guard left.isFinite, abs(left) < 1e12 else { return nil }
        // Nothing is left: the planned end was reached before the last change and is said to be there.
        return anchor + Span(milliseconds: Int64(max(0, left).rounded()))
    }
}
