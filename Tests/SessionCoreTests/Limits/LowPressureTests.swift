import Testing

@testable import SessionCore

@Suite("Low blood pressure")
struct LowPressureTests {
    @Test("systolic 99, 89 and 79 are the highest of levels 1, 2 and 3", arguments: TestProtocols.all)
    func systolic(careProtocol: CareProtocol) {
        // The pulse pressure is narrow so that the mean pressure stays above its own limits.
        let limits = careProtocol.pressure.low
        let steps: [(Int, Level, Level)] = [
            (limits.watchSystolic, .normal, .watch), (limits.highSystolic, .watch, .high),
            (limits.crisisSystolic, .high, .crisis),
        ]
        for (limit, above, from) in steps {
            #expect(low(limit + 1, limit - 9, careProtocol) == above)
            #expect(low(limit, limit - 9, careProtocol) == from)
            #expect(low(limit - 1, limit - 9, careProtocol) == from)
        }
    }

    @Test("a mean below 65 is level 2 and below 55 level 3, to the third of a mmHg")
    func mean() {
        #expect(low(105, 45) == .normal)  // 195 thirds: exactly 65.
        #expect(low(104, 45) == .high)  // 194 thirds.
        #expect(low(103, 46) == .normal)
        #expect(low(105, 30) == .high)  // 165 thirds: exactly 55.
        #expect(low(104, 30) == .crisis)
    }

    @Test("a mean 20 % under baseline is level 1, 30 % level 2, to the third of a mmHg")
    func fall() {
        // Baseline 150/105: 360 thirds. 80 % is 288, 70 % is 252.
        let context = JudgementContext(baseline: Ward.baseline((150, 105), (150, 105)))
        #expect(low(129, 80, context: context) == .normal)  // 289
        #expect(low(128, 80, context: context) == .watch)  // 288
        #expect(low(127, 80, context: context) == .watch)
        #expect(low(113, 70, context: context) == .watch)  // 253
        #expect(low(112, 70, context: context) == .high)  // 252
        #expect(low(111, 70, context: context) == .high)
    }

    @Test("level 2 with fainting or pallor, or with a pulse below 40, is level 3")
    func collapse() {
        let fainted = JudgementContext(hasCollapse: true)
        #expect(low(89, 70, context: fainted) == .crisis)
        #expect(low(90, 70, context: fainted) == .watch)
        #expect(Ward.judge(Ward.pressure(89, 70, pulse: 39))?.low.level == .crisis)
        #expect(Ward.judge(Ward.pressure(89, 70, pulse: 40))?.low.level == .high)
        #expect(Ward.judge(Ward.pressure(90, 70, pulse: 39))?.low.level == .watch)
        let slow = JudgementContext(recent: VitalSet([.heartRate: 39]))
        #expect(low(89, 70, context: slow) == .crisis)
        // A pulse in the reading itself goes before an earlier one.
        #expect(Ward.judge(Ward.pressure(89, 70, pulse: 60), slow)?.low.level == .high)
    }

    @Test("a measured mean counts too when it is lower than the formula's")
    func measuredMean() {
        var values = Ward.pressure(110, 60)
        values[.meanPressure] = 65
        #expect(Ward.judge(values)?.low.level == .normal)
        values[.meanPressure] = 64
        #expect(Ward.judge(values)?.low.level == .high)
        values[.meanPressure] = 54
        #expect(Ward.judge(values)?.low.level == .crisis)
    }

    @Test("no pulse or pressure obtainable is level 3, and a missing half is never normal")
    func missing() {
        let classifier = Classifier(TestProtocols.infusion)
        #expect(classifier.notObtainable.low.level == .crisis)
        #expect(Ward.judge(VitalSet([.systolic: 120]))?.level == .unknown)
        #expect(Ward.judge(VitalSet([.diastolic: 80]))?.level == .unknown)
        #expect(Ward.judge(VitalSet([.meanPressure: 90]))?.level == .unknown)
        #expect(Ward.judge(VitalSet([.systolic: 210]))?.level == .crisis)
        #expect(Ward.judge(VitalSet([.systolic: 85]))?.low.level == .high)
        #expect(Ward.judge(VitalSet([.heartRate: 70])) == nil)
    }

    @Test("on the way up a systolic pressure less than 5 mmHg over a limit still counts as at it")
    func hysteresis() {
        func held(_ systolic: Int) -> Level? { Ward.judge(Ward.pressure(systolic, 75))?.low.heldLevel }
        #expect(held(103) == .watch)
        #expect(held(104) == .normal)
        #expect(held(93) == .high)
        #expect(held(94) == .watch)
        #expect(held(83) == .crisis)
        #expect(held(84) == .high)
        // The mean-pressure rule has none.
        #expect(Ward.judge(Ward.pressure(105, 45))?.low.heldLevel == .normal)
    }

    private func low(
        _ systolic: Int, _ diastolic: Int, _ careProtocol: CareProtocol = TestProtocols.infusion,
        context: JudgementContext = JudgementContext()
    ) -> Level? {
        Ward.judge(Ward.pressure(systolic, diastolic), context, by: careProtocol)?.low.level
    }
}
