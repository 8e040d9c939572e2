@testable import SessionCore

/// Short ways to write a session's values in tests.
enum Ward {
    /// A baseline of one or more pressures, with other vitals at will.
    static func baseline(_ pressures: (Int, Int)..., others: [Vital: [Int]] = [:]) -> Baseline {
        baseline(pressures, others: others)
    }

    /// The same from a list.
    static func baseline(_ pressures: [(Int, Int)], others: [Vital: [Int]] = [:]) -> Baseline {
        var means: [Vital: ExactMean] = [:]
        means[.systolic] = ExactMean(pressures.map(\.0))
        means[.diastolic] = ExactMean(pressures.map(\.1))
        for (vital, values) in others { means[vital] = ExactMean(values) }
        return Baseline(
            readings: Array(pressures.indices), measured: SessionTime(minutes: -1), means: means,
            isComplete: pressures.count > 1, isUnstable: false)
    }

    static func pressure(_ systolic: Int, _ diastolic: Int, pulse: Int? = nil) -> VitalSet {
        var values = VitalSet([.systolic: systolic, .diastolic: diastolic])
        values[.heartRate] = pulse
        return values
    }

    /// The only assessment of a set that touches one parameter.
    static func judge(
        _ values: VitalSet, _ context: JudgementContext = JudgementContext(),
        by careProtocol: CareProtocol = TestProtocols.infusion, parameter: AlarmParameter = .pressure
    ) -> Assessment? {
        Classifier(careProtocol).assess(values, in: context).first { $0.parameter == parameter }
    }
}

extension SessionTime {
    /// Minutes and seconds since the session was opened.
    static func at(_ minutes: Int64, _ seconds: Int64 = 0) -> SessionTime {
        SessionTime(seconds: minutes * 60 + seconds)
    }
}

/// A small generator whose seed is printed by the tests that use it, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let mixed = (state ^ (state >> 29)) &* 0xbf58_476d_1ce4_e5b9
        return mixed ^ (mixed >> 32)
    }
}
