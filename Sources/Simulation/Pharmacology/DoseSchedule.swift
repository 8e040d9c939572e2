/// What dose events come to for the compartments: amounts that arrive at once and rates that begin to hold.
struct DoseSchedule {
    /// What changes at one second.
    struct Change {
        var second: Int
        /// mg that arrive at once.
        var amounts: [(Quantity, Double)] = []
        /// mg/min that hold from now on.
        var rates: [(Quantity, Double)] = []
        /// mg given at once.
        var given = 0.0
    }

    /// The swallowed part of a device, which reaches the gut at an even rate.
    struct Swallow: Hashable, Sendable {
        var start: Int
        var end: Int
        /// mg/min.
        var perMinute: Double
    }

    /// In order of time.
    private(set) var changes: [Change] = []
    /// What is swallowed of each device, in order.
    private(set) var swallows: [Swallow] = []

    init(_ doses: [TimedDose], absorption: Absorption, plannedDevices: Int?) {
        var pump = Pump()
        var sprays = 0
        for dose in doses {
            note(pump.timePassed(to: dose.second))
            pump.happened(dose.event)
            var change = Change(second: dose.second, rates: [(.veinRate, pump.flow)])
            let amount = DoseSchedule.amount(dose.event)
            change.given = amount
            switch dose.event {
            case .bolus: change.amounts = [(.central, amount)]
            case .injection, .spray:
                change.amounts = arrival(
                    amount, absorption, at: dose.second, device: sprays, planned: plannedDevices)
                sprays += 1
            default: break
            }
            changes.append(change)
        }
        note(pump.timePassed(to: Int.max / 4))
        addSwallows()
    }

    private static func amount(_ event: DoseEvent) -> Double {
        switch event {
        case .bolus(let milligrams), .injection(let milligrams), .spray(let milligrams):
            milligrams.isFinite ? max(0, milligrams) : 0
        default: 0
        }
    }

    private mutating func note(_ flows: [(second: Int, perMinute: Double)]) {
        changes += flows.map { Change(second: $0.second, rates: [(.veinRate, $0.perMinute)]) }
    }

    private mutating func arrival(
        _ amount: Double, _ absorption: Absorption, at second: Int, device: Int, planned: Int?
    ) -> [(Quantity, Double)] {
        switch absorption {
        case .intravenous: return [(.central, amount)]
        case .depot(let share, _): return [(.depot, amount * share), (.gone, amount * (1 - share))]
        case .nasal(let nasal):
            let taken = amount * nasal.share(ofDevice: device, of: planned)
            let swallowed = (amount - taken) * nasal.gutShare
            let seconds = max(1, Int((nasal.swallowingMinutes * 60).rounded()))
            swallows.append(
                Swallow(start: second, end: second + seconds, perMinute: swallowed / Double(seconds) * 60))
            return [(.depot, taken), (.gone, amount - taken - swallowed)]
        }
    }

    /// The rate into the gut is the sum over the devices that are being swallowed.
    private mutating func addSwallows() {
        for second in Set(swallows.flatMap { [$0.start, $0.end] }).sorted() {
            let rate = swallows.filter { $0.start <= second && second < $0.end }
                .reduce(0) { $0 + $1.perMinute }
            changes.append(Change(second: second, rates: [(.gutRate, rate)]))
        }
        // A stable order: what was noted first stays first.
        changes = changes.enumerated()
            .sorted { ($0.element.second, $0.offset) < ($1.element.second, $1.offset) }
            .map(\.element)
    }
}
