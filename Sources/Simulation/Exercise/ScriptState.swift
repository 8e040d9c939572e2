import SessionCore

/// How far the script of a scenario has come: which events have happened, which influences hold, what took them back.
struct ScriptState: Hashable, Sendable {
    /// An influence that has begun.
    struct Running: Hashable, Sendable {
        var influence: ScriptedInfluence
        /// When it began, seconds of the session.
        var began: Int
        /// When each of its reliefs was done, seconds of the session.
        var relieved: [Int?]

        init(_ influence: ScriptedInfluence, began: Int) {
            self.influence = influence
            self.began = began
            relieved = Array(repeating: nil, count: influence.relief?.count ?? 0)
        }

        /// What it adds to a vital now, relief taken off.
        func addition(to vital: Vital, at second: Int) -> Double {
            guard second >= began else { return 0 }
            let full = influence.addition(to: vital, minutes: Double(second - began) / 60)
            return full == 0 ? 0 : full * (1 - min(1, relief(of: vital, at: second)))
        }

        private func relief(of vital: Vital, at second: Int) -> Double {
            var sum = 0.0
            for (relief, done) in zip(influence.relief ?? [], relieved) {
                guard let done, relief.vitals?.contains(vital) ?? true else { continue }
                let start = max(done, began)
                let isLate = relief.lateAfter.map { start - began > $0 } ?? false
                let share = isLate ? relief.lateShare ?? relief.share : relief.share
                sum += share * min(1, Double(max(0, second - start)) / Double(max(1, relief.seconds)))
            }
            return sum
        }

        /// Whether at least half of what it does still holds, judged by its strongest vital.
        func holds(at second: Int) -> Bool {
            Vital.allCases.contains { vital in
                let largest = influence.curve.compactMap { $0[vital].map(abs) }.max() ?? 0
                return largest > 0 && abs(addition(to: vital, at: second)) >= largest / 2
            }
        }
    }

    /// Events that have happened or never will, by name.
    var settled: Set<String> = []
    /// Influences that hold, in the order in which they began.
    var running: [Running] = []
    /// Influences that have not begun, by name.
    var waiting: [ScriptedInfluence]

    init(_ scenario: Scenario) { waiting = scenario.influences }

    /// The patient's state with the script's additions.
    func state(_ state: PatientState, at second: Int) -> PatientState {
        guard !running.isEmpty else { return state }
        var state = state
        for vital in Vital.allCases {
            let sum = running.reduce(0) { $0 + $1.addition(to: vital, at: second) }
            if sum != 0 { state.change(vital) { $0 + sum } }
        }
        state.settle()
        let known = EffectModel.orientation(felt: state.intensity, alertness: Int(state.alertness))
        state.orientation = min(state.orientation, Double(known))
        return state
    }

    /// Notes the reliefs that have been done by now.
    mutating func noteReliefs(in happenings: Happenings) {
        for index in running.indices {
            for (place, relief) in (running[index].influence.relief ?? []).enumerated()
            where running[index].relieved[place] == nil {
                running[index].relieved[place] = ScriptState.second(of: relief, in: happenings)
            }
        }
    }

    /// When a relief was done for the first time, the moment that it needs having come before.
    private static func second(of relief: Relief, in happenings: Happenings) -> Int? {
        var isPossible = relief.needs == nil
        for happening in happenings.all where happening.at >= happenings.tookOver {
            if let needs = relief.needs, happening.what == .moment(needs) { isPossible = true }
            if isPossible, relief.by.match(happening) { return Int(happening.at.wholeSeconds) }
        }
        return nil
    }
}

extension SessionTime {
    /// Whole seconds since the session was opened, rounded down.
    var wholeSeconds: Int64 { Span(milliseconds: milliseconds).wholeSeconds }
}
