/// Runge-Kutta as textbooks have it, four stages, over equations that are written out by hand: nothing of it is shared
/// with what it tests.
struct Textbook: Sendable {
    /// The rates of change of a state, in a step that begins at a minute: what flows in is even over a step.
    var rates: @Sendable (_ minute: Double, _ state: [Double]) -> [Double]

    /// The state after `minutes`, in steps of `step` minutes.
    func run(_ start: [Double], minutes: Double, step: Double) -> [Double] {
        var state = start
        let count = Int((minutes / step).rounded())
        for index in 0..<count {
            let now = Double(index) * step
            let first = rates(now, state)
            let second = rates(now, moved(state, first, step / 2))
            let third = rates(now, moved(state, second, step / 2))
            let fourth = rates(now, moved(state, third, step))
            for place in state.indices {
                state[place] +=
                    step / 6 * (first[place] + 2 * second[place] + 2 * third[place] + fourth[place])
            }
        }
        return state
    }

    private func moved(_ state: [Double], _ rates: [Double], _ step: Double) -> [Double] {
        zip(state, rates).map { $0 + step * $1 }
    }

    /// Domino's three compartments of a body of 70 kg under 35 mg over 40 min.
    static let domino = Textbook { minute, state in
        let rate = minute < 40 - 1e-6 ? 35.0 / 40 : 0
        let c = state[0]
        let p = state[1]
        let d = state[2]
        return [
            rate + 0.2470 * p + 0.0146 * d - (0.4381 + 0.5921 + 0.5900) * c, 0.5921 * c - 0.2470 * p,
            0.5900 * c - 0.0146 * d,
        ]
    }

    /// Esketamine and noresketamine after a first device of 28 mg, in hours as published; time in minutes.
    /// The state: n, s, c, p, q, l, m, r.
    static let esketamine = Textbook { minute, x in
        let swallowing = minute < 31.8 - 1e-6 ? 28 * 0.46 * 0.64 / 0.53 : 0
        let intoLiver = 151 * (x[2] / 192 - x[5] / 101)
        let intoTissue = 84.3 * (x[2] / 192 - x[3] / 143)
        let intoDeep = 37.6 * (x[2] / 192 - x[4] / 417)
        let intoMetaboliteTissue = 26.1 * (x[6] / 70 - x[7] / 115)
        return [
            -2.93 * x[0], swallowing - 1.45 * x[1], 2.93 * x[0] - intoTissue - intoDeep - intoLiver,
            intoTissue, intoDeep, 1.45 * x[1] + intoLiver - (1.11 + 2.77) * x[5],
            2.77 * x[5] - 38.0 / 70 * x[6] - intoMetaboliteTissue, intoMetaboliteTissue,
        ].map { $0 / 60 }
    }
}
