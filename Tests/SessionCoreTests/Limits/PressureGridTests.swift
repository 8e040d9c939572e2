import Testing

@testable import SessionCore

/// The rules for blood pressure written a second time, straight from their text and with nothing in common with the
/// program: every number stands here, thirds of a mmHg are avoided by comparing `SBP + 2·DBP` with three times a mean.
private struct Oracle {
    var baseline: [(systolic: Int, diastolic: Int)]
    var redFlag = false
    var collapse = false
    var pulse: Int?

    func high(_ s: Int, _ d: Int) -> Int {
        var level = 0
        if s >= 160 || d >= 100 { level = 1 }
        if s >= 180 || d >= 110 { level = 2 }
        let n = baseline.count
        if n > 0 {
            let baseS = baseline.map(\.systolic).reduce(0, +)
            let baseD = baseline.map(\.diastolic).reduce(0, +)
            let baseMean = baseS + 2 * baseD
            let riseS = n * s - baseS
            let riseD = n * d - baseD
            let riseMean = n * (s + 2 * d) - baseMean
            if riseS >= 30 * n || riseD >= 20 * n || 100 * riseMean >= 20 * baseMean { level = max(level, 1) }
            let isBig = riseS >= 40 * n || riseD >= 25 * n || 100 * riseMean >= 30 * baseMean
            if isBig { level = max(level, s >= 140 || d >= 90 ? 2 : 1) }
        }
        if s >= 200 || d >= 120 { level = 3 }
        if redFlag, s >= 160 || d >= 100 { level = 3 }
        return level
    }

    func low(_ s: Int, _ d: Int) -> Int {
        let mean = s + 2 * d
        var level = 0
        if s <= 99 { level = 1 }
        if s < 90 || mean < 3 * 65 { level = 2 }
        let n = baseline.count
        if n > 0 {
            let baseMean = baseline.map { $0.systolic + 2 * $0.diastolic }.reduce(0, +)
            let fall = baseMean - n * mean
            if 100 * fall >= 20 * baseMean { level = max(level, 1) }
            if 100 * fall >= 30 * baseMean { level = max(level, 2) }
        }
        if level == 2, collapse || (pulse ?? 99) < 40 { level = 3 }
        if s < 80 || mean < 3 * 55 { level = 3 }
        return level
    }
}

@Suite("The whole grid of pressures, 0-320 over 0-220")
struct PressureGridTests {
    private static let oracles: [Oracle] = [
        Oracle(baseline: []), Oracle(baseline: [(118, 72), (125, 77)]),
        Oracle(baseline: [(98, 60)], redFlag: true, collapse: true),
        Oracle(baseline: [(150, 100), (151, 99), (152, 99)], pulse: 39),
    ]

    @Test("every pair has exactly the level that the text of the rules gives it", arguments: oracles.indices)
    func grid(index: Int) {
        let oracle = Self.oracles[index]
        var context = JudgementContext(hasRedFlag: oracle.redFlag, hasCollapse: oracle.collapse)
        if !oracle.baseline.isEmpty {
            context.baseline = Ward.baseline(oracle.baseline)
        }
        var holes: [String] = []
        for systolic in 0...320 {
            for diastolic in 0...220 {
                let values = Ward.pressure(systolic, diastolic, pulse: oracle.pulse)
                let judge = PressureJudge(
                    limits: TestProtocols.pressure, values: values, context: context)
                let assessment = judge.assessment
                let found = [assessment?.high.level.number, assessment?.low.level.number]
                let expected = [oracle.high(systolic, diastolic), oracle.low(systolic, diastolic)]
                let held = [assessment?.high.heldLevel, assessment?.low.heldLevel]
                let isHeldMilder = zip(held, [assessment?.high.level, assessment?.low.level])
                    .contains { ($0 ?? .normal) < ($1 ?? .crisis) }
                if found != expected || isHeldMilder {
                    holes.append("\(systolic)/\(diastolic): \(found), by the text \(expected)")
                }
            }
        }
        #expect(holes.isEmpty, "\(holes.count) pairs differ, first \(holes.prefix(3))")
    }
}
