/// The course of a drug in one body: a pure function of what was given when, and of the time asked for.
public struct DrugCourse: Hashable, Sendable {
    /// The model.
    public let model: DrugModel
    /// What was given so far, in order.
    public private(set) var doses: [TimedDose] = []
    /// Devices planned in all, when that is known beforehand; see ``NasalUptake``.
    public let plannedDevices: Int?

    private let steps: StepMatrix
    private var stretches: [Stretch]
    private var swallows: [DoseSchedule.Swallow] = []

    /// From `second` on the quantities run on from `state` without anything new.
    private struct Stretch: Hashable {
        var second: Int
        var state: [Double]
        var given: Double
    }

    /// An empty course.
    public init(model: DrugModel, plannedDevices: Int? = nil) {
        self.init(model: model, plannedDevices: plannedDevices, stepSeconds: 1)
    }

    /// The same with another step of the integrator; times are whole multiples of it.
    init(model: DrugModel, plannedDevices: Int? = nil, stepSeconds: Double) {
        self.model = model
        self.plannedDevices = plannedDevices
        steps = StepMatrix(model: model, stepSeconds: stepSeconds)
        stretches = []
    }

    /// A course in the same body before anything was given.
    func emptied() -> DrugCourse {
        var empty = self
        empty.doses = []
        empty.stretches = []
        empty.swallows = []
        return empty
    }

    /// When the first dose was given, `nil` before.
    public var firstDose: Int? {
        doses.first { dose in
            switch dose.event {
            case .bolus, .injection, .spray, .infusionStarted: true
            default: false
            }
        }?.second
    }

    /// Something happened to the drug's way in. A time before the last event's is taken as the last event's.
    public mutating func take(_ event: DoseEvent, at second: Int) {
        doses.append(TimedDose(at: max(second, doses.last?.second ?? second), event))
        let course = DoseSchedule(doses, absorption: model.absorption, plannedDevices: plannedDevices)
        stretches = []
        swallows = course.swallows
        for change in course.changes { add(change) }
    }

    private mutating func add(_ change: DoseSchedule.Change) {
        var last = stretches.last ?? Stretch(second: change.second, state: emptyState, given: 0)
        let seconds = change.second - last.second
        if seconds > 0 {
            last.given += rate(last.state) * Double(seconds) / 60
            last.state = steps.advanced(last.state, seconds: seconds)
            last.second = change.second
        }
        last.given += change.given
        for (quantity, amount) in change.amounts {
            if let place = steps.place(quantity) { last.state[place] += amount }
        }
        for (quantity, rate) in change.rates {
            if let place = steps.place(quantity) { last.state[place] = rate }
        }
        if stretches.last?.second == last.second { stretches.removeLast() }
        stretches.append(last)
    }

    private var emptyState: [Double] { Array(repeating: 0, count: steps.quantities.count) }

    private func rate(_ state: [Double]) -> Double { steps.place(.veinRate).map { state[$0] } ?? 0 }

    /// The levels at a time, any time; all zero before the first dose.
    public func levels(at second: Int) -> DrugLevels {
        guard let stretch = stretches.last(where: { $0.second <= second }) else {
            return levels(emptyState, given: 0, pending: 0)
        }
        let seconds = second &- stretch.second
        let state = steps.advanced(stretch.state, seconds: seconds)
        let given = stretch.given + rate(stretch.state) * Double(seconds) / 60
        return levels(state, given: given, pending: swallowing(at: second))
    }

    /// What of the devices used by `second` is still on its way to the gut then, mg.
    private func swallowing(at second: Int) -> Double {
        swallows.filter { $0.start <= second && second < $0.end }
            .reduce(0) { $0 + $1.perMinute * Double($1.end - second) / 60 }
    }

    private func levels(_ state: [Double], given: Double, pending: Double) -> DrugLevels {
        func value(_ quantity: Quantity) -> Double { steps.place(quantity).map { state[$0] } ?? 0 }
        var levels = DrugLevels()
        levels.plasma = value(.central) * model.concentrationPerMilligram
        levels.active = levels.plasma * model.activeShare
        levels.metabolite = model.metaboliteVolume.map { value(.metabolite) * 1000 / $0 }
        levels.effectSite = value(.effectSite)
        levels.tolerance = value(.tolerance)
        levels.habituation = value(.habituation)
        levels.areaHours = value(.area) / 60
        levels.given = given
        levels.gone = value(.gone)
        levels.inBody = pending
        for quantity in steps.quantities where quantity.isAmount && quantity != .gone {
            levels.inBody += value(quantity)
        }
        return levels
    }
}
