/// An infusion pump, told of what happens to it, answering with the rates that reach the vein.
///
/// ```
///            started                 paused
///   idle ─────────────▶ running ─────────────▶ paused
///     ▲                  │   ▲                   │
///     │  delivered or    │   └───────────────────┘
///     └──── stopped ─────┘         resumed
/// ```
/// A blocked line lies across all of them: nothing flows, whatever the state, until it is cleared.
struct Pump: Hashable, Sendable {
    private enum State: Hashable {
        case idle
        case running
        case paused
    }

    private var state = State.idle
    private var isOccluded = false
    private var perMinute = 0.0
    private var remaining: Double?
    private var since = 0
    /// What has run into the vein, mg.
    private(set) var delivered = 0.0

    /// mg/min that reach the vein now.
    var flow: Double { state == .running && !isOccluded ? perMinute : 0 }

    /// What is left to deliver, mg; `nil` without a volume to be infused.
    var left: Double? { remaining }

    /// Time passed up to `second`; answers with the changes of flow meanwhile (the pump that reached its end).
    mutating func timePassed(to second: Int) -> [(second: Int, perMinute: Double)] {
        defer { since = max(since, second) }
        guard second > since, flow > 0 else { return [] }
        let perSecond = flow / 60
        guard let left = remaining, left < perSecond * Double(second - since) else {
            delivered += perSecond * Double(second - since)
            if let left = remaining { remaining = max(0, left - perSecond * Double(second - since)) }
            return []
        }
        let whole = Int((left / perSecond).rounded(.down))
        let rest = max(0, left - Double(whole) * perSecond)
        delivered += left
        remaining = 0
        state = .idle
        return [(since + whole, rest * 60), (since + whole + 1, 0)]
    }

    /// Something happened to the pump; what makes no sense in its state changes nothing.
    mutating func happened(_ event: DoseEvent) {
        switch event {
        case .infusionStarted(let rate, let milligrams):
            perMinute = rate.isFinite ? max(0, rate) : 0
            remaining = milligrams.map { $0.isFinite ? max(0, $0) : 0 }
            state = .running
        case .rateChanged(let rate): perMinute = rate.isFinite ? max(0, rate) : 0
        case .infusionPaused: if state == .running { state = .paused }
        case .infusionResumed: if state == .paused { state = .running }
        case .infusionStopped: state = .idle
        case .lineOccluded: isOccluded = true
        case .lineCleared: isOccluded = false
        case .bolus, .injection, .spray: break
        }
    }
}
