/// Moves the quantities of a drug model on in time: Runge-Kutta of fourth order with a fixed step.
///
/// All rates of the models are linear, so that one step of Runge-Kutta is one matrix and `n` steps are its n-th
/// power: any time is reached by a few products with the powers of two that are kept here. The result at a time does
/// not depend on where one stopped on the way.
struct StepMatrix: Hashable, Sendable {
    /// Length of one step, seconds.
    let stepSeconds: Double
    /// The quantities that the model uses, in the order of rows and columns.
    let quantities: [Quantity]
    /// Row by row, the matrix of 2⁰, 2¹, 2², … steps.
    private let powers: [[Double]]

    /// Doublings that are kept: 2²⁰ seconds are twelve days.
    private static let doublings = 20
    /// The longest stretch that is asked for, seconds (a year): by then nothing is left of any drug.
    private static let longest = 31_536_000

    /// The steps of a model whose effect follows it as ``EffectSite`` says.
    init(model: DrugModel, stepSeconds: Double = 1) {
        self.stepSeconds = stepSeconds
        let rates = RateMatrix(model: model)
        quantities = rates.quantities
        let count = quantities.count
        let step = rates.values.map { $0 * stepSeconds / 60 }
        // I + hA + (hA)²/2 + (hA)³/6 + (hA)⁴/24 is what the four stages of Runge-Kutta come to.
        var sum = RateMatrix.identity(count)
        for order in stride(from: 4.0, through: 1, by: -1) {
            sum = RateMatrix.product(step, sum, count).map { $0 / order }
            for row in 0..<count { sum[row * count + row] += 1 }
        }
        var kept = [sum]
        for _ in 0..<StepMatrix.doublings {
            let last = kept[kept.count - 1]
            kept.append(RateMatrix.product(last, last, count))
        }
        powers = kept
    }

    /// The place of a quantity in the state, `nil` when the model has none.
    func place(_ quantity: Quantity) -> Int? { quantities.firstIndex(of: quantity) }

    /// `state` after `seconds`; what is not a whole number of steps is rounded to one.
    func advanced(_ state: [Double], seconds: Int) -> [Double] {
        var left = Int((Double(min(max(0, seconds), StepMatrix.longest)) / stepSeconds).rounded())
        var state = state
        var next = state
        let last = powers.count - 1
        while left >> last > 0 {
            multiply(powers[last], state, into: &next)
            swap(&state, &next)
            left -= 1 << last
        }
        var place = 0
        while left > 0 {
            if left & 1 == 1 {
                multiply(powers[place], state, into: &next)
                swap(&state, &next)
            }
            left >>= 1
            place += 1
        }
        return state
    }

    private func multiply(_ matrix: [Double], _ vector: [Double], into result: inout [Double]) {
        let count = vector.count
        var row = 0
        var index = 0
        while row < count {
            var sum = 0.0
            var column = 0
            while column < count {
                sum += matrix[index] * vector[column]
                column += 1
                index += 1
            }
            result[row] = sum
            row += 1
        }
    }
}

/// The rates of change of all quantities of a model, per minute.
struct RateMatrix {
    /// The quantities that the model uses.
    let quantities: [Quantity]
    /// Row by row: how fast the row's quantity changes for each unit of the column's.
    private(set) var values: [Double]

    init(model: DrugModel) {
        let moved = Set(model.flows.flatMap { [$0.source, $0.target] })
        let always: Set<Quantity> = [
            .central, .gone, .effectSite, .tolerance, .habituation, .area, .veinRate,
        ]
        var used = moved.union(always)
        if used.contains(.swallowed) { used.insert(.gutRate) }
        quantities = Quantity.allCases.filter(used.contains)
        values = Array(repeating: 0, count: quantities.count * quantities.count)
        for flow in model.flows {
            add(-flow.perMinute, to: flow.source, from: flow.source)
            add(flow.perMinute, to: flow.target, from: flow.source)
        }
        add(1, to: .central, from: .veinRate)
        add(1, to: .swallowed, from: .gutRate)
        add(model.concentrationPerMilligram, to: .area, from: .central)
        let active = model.concentrationPerMilligram * model.activeShare
        follow(.effectSite, .central, gain: active, halfTime: EffectSite.halfTimeMinutes)
        follow(.tolerance, .effectSite, gain: 1, halfTime: EffectSite.toleranceHalfTimeMinutes)
        follow(.habituation, .tolerance, gain: 1, halfTime: EffectSite.habituationHalfTimeMinutes)
    }

    private mutating func follow(_ follower: Quantity, _ source: Quantity, gain: Double, halfTime: Double) {
        let rate = Elementary.logarithmOfTwo / halfTime
        add(rate * gain, to: follower, from: source)
        add(-rate, to: follower, from: follower)
    }

    private mutating func add(_ rate: Double, to target: Quantity, from source: Quantity) {
        guard let row = quantities.firstIndex(of: target), let column = quantities.firstIndex(of: source)
        else { return }
        values[row * quantities.count + column] += rate
    }

    /// The matrix that changes nothing.
    static func identity(_ count: Int) -> [Double] {
        (0..<count * count).map { $0 / count == $0 % count ? 1 : 0 }
    }

    /// The product of two square matrices, row by row.
    static func product(_ left: [Double], _ right: [Double], _ count: Int) -> [Double] {
        var result = Array(repeating: 0.0, count: count * count)
        var row = 0
        while row < count {
            var inner = 0
            while inner < count {
                let factor = left[row * count + inner]
                var column = factor == 0 ? count : 0
                while column < count {
                    result[row * count + column] += factor * right[inner * count + column]
                    column += 1
                }
                inner += 1
            }
            row += 1
        }
        return result
    }
}
