import Testing

@testable import SessionCore

/// One unit below, at and above every pressure threshold of every default protocol. Where a rule is tried alone, the
/// other values are chosen so that no other rule speaks.
@Suite("Blood-pressure thresholds, from both sides")
struct PressureThresholdTests {
    @Test("a fixed systolic limit speaks from its own value on", arguments: TestProtocols.all)
    func systolic(careProtocol: CareProtocol) {
        let limits = careProtocol.pressure
        let steps: [(Int, Level, Level)] = [
            (limits.watch.systolic, .normal, .watch), (limits.high.systolic, .watch, .high),
            (limits.crisis.systolic, .high, .crisis),
        ]
        for (limit, below, from) in steps {
            #expect(high(limit - 1, 85, careProtocol) == below)
            #expect(high(limit, 85, careProtocol) == from)
            #expect(high(limit + 1, 85, careProtocol) == from)
        }
    }

    @Test("a fixed diastolic limit speaks from its own value on", arguments: TestProtocols.all)
    func diastolic(careProtocol: CareProtocol) {
        let limits = careProtocol.pressure
        let steps: [(Int, Level, Level)] = [
            (limits.watch.diastolic, .normal, .watch), (limits.high.diastolic, .watch, .high),
            (limits.crisis.diastolic, .high, .crisis),
        ]
        for (limit, below, from) in steps {
            #expect(high(150, limit - 1, careProtocol) == below)
            #expect(high(150, limit, careProtocol) == from)
            #expect(high(150, limit + 1, careProtocol) == from)
        }
    }

    @Test("a rise over baseline speaks from its own value on, and level 2 needs 140 systolic or 90 diastolic")
    func rises() {
        // 118/72 has room for every rise below the fixed limits.
        let context = JudgementContext(baseline: Ward.baseline((118, 80), (118, 80)))
        #expect(high(147, 80, context: context) == .normal)
        #expect(high(148, 80, context: context) == .watch)
        #expect(high(149, 80, context: context) == .watch)
        #expect(high(157, 80, context: context) == .watch)
        #expect(high(158, 80, context: context) == .high)
        #expect(high(159, 80, context: context) == .high)

        // A low baseline: the same rise of 40 stays at level 1 below 140 systolic.
        let low = JudgementContext(baseline: Ward.baseline((99, 80), (99, 80)))
        #expect(high(139, 80, context: low) == .watch)
        #expect(high(140, 80, context: low) == .high)
        #expect(high(141, 80, context: low) == .high)
    }

    @Test("a diastolic rise speaks from its own value on, and level 2 needs 90 diastolic or 140 systolic")
    func diastolicRises() {
        let context = JudgementContext(baseline: Ward.baseline((130, 70), (130, 70)))
        #expect(high(110, 89, context: context) == .normal)
        #expect(high(110, 90, context: context) == .watch)
        #expect(high(110, 91, context: context) == .watch)
        #expect(high(110, 94, context: context) == .watch)
        #expect(high(110, 95, context: context) == .high)
        #expect(high(110, 96, context: context) == .high)
        let low = JudgementContext(baseline: Ward.baseline((130, 64), (130, 64)))
        #expect(high(110, 89, context: low) == .watch)
        #expect(high(110, 90, context: low) == .high)
    }

    @Test("a rise is compared with the exact mean of the baseline readings, never a rounded one")
    func exactRise() {
        // Baseline 118.5: a rise of 30 begins at 148.5, so at 149 and not at 148.
        let context = JudgementContext(baseline: Ward.baseline((118, 80), (119, 80)))
        #expect(high(148, 80, context: context) == .normal)
        #expect(high(149, 80, context: context) == .watch)
    }

    @Test("a mean pressure 20 % over baseline is level 1, 30 % is level 2, to the third of a mmHg")
    func riseOfMean() {
        // Baseline 120/90: three means are 300. 20 % more is 360, 30 % more is 390.
        let context = JudgementContext(baseline: Ward.baseline((120, 90), (120, 90)))
        // 359: the mean rule is silent, and 109 ≥ 100 speaks.
        #expect(high(141, 109, context: context) == .watch)
        #expect(rules(141, 109, context) == ["diastolic-fixed"])
        #expect(rules(142, 109, context) == ["diastolic-fixed", "rise-mean"])  // 360 exactly.
        #expect(rules(143, 109, context) == ["diastolic-fixed", "rise-mean"])
        #expect(rules(171, 109, context) == ["rise-systolic"])  // 389; the rise of 51 is level 2 by itself.
        #expect(rules(172, 109, context) == ["rise-systolic", "rise-mean"])  // 390 exactly.
        // A baseline of two different readings: 301/2 means; 20 % more is 180.6 of 2 readings, so 361.2 of 3.
        let uneven = JudgementContext(baseline: Ward.baseline((120, 90), (122, 90)))
        #expect(!rules(143, 109, uneven).contains("rise-mean"))  // 361 < 361.2
        #expect(rules(144, 109, uneven).contains("rise-mean"))  // 362
    }

    @Test("with a red-flag symptom 160/100 is level 3", arguments: TestProtocols.all)
    func symptom(careProtocol: CareProtocol) {
        let context = JudgementContext(hasRedFlag: true)
        let pair = careProtocol.pressure.withSymptom
        #expect(high(pair.systolic - 1, 85, careProtocol, context: context) == .normal)
        #expect(high(pair.systolic, 85, careProtocol, context: context) == .crisis)
        #expect(high(pair.systolic + 1, 85, careProtocol, context: context) == .crisis)
        #expect(high(150, pair.diastolic - 1, careProtocol, context: context) == .normal)
        #expect(high(150, pair.diastolic, careProtocol, context: context) == .crisis)
    }

    @Test("on the way down a pressure less than 5/3 mmHg under a limit still counts as at it")
    func hysteresis() {
        func held(_ systolic: Int, _ diastolic: Int, _ context: JudgementContext = JudgementContext())
            -> Level?
        {
            Ward.judge(Ward.pressure(systolic, diastolic), context)?.high.heldLevel
        }
        for (limit, level, below) in [
            (160, Level.watch, Level.normal), (180, .high, .watch), (200, .crisis, .high),
        ] {
            #expect(held(limit - 1, 85) == level)
            #expect(held(limit - 4, 85) == level)
            #expect(held(limit - 5, 85) == below)
        }
        for (limit, level, below) in [
            (100, Level.watch, Level.normal), (110, .high, .watch), (120, .crisis, .high),
        ] {
            #expect(held(150, limit - 2) == level)
            #expect(held(150, limit - 3) == below)
        }
        let context = JudgementContext(baseline: Ward.baseline((118, 80), (118, 80)))
        #expect(held(144, 80, context) == .watch)  // rise 26 of 30
        #expect(held(143, 80, context) == .normal)  // rise 25
        // The mean-pressure rules have none: 20 % over 300 thirds is 360, and 359 is no longer at it.
        let mean = JudgementContext(baseline: Ward.baseline((130, 85), (130, 85)))
        #expect(held(152, 104, mean) == .watch)
        #expect(held(151, 96, mean) == .normal)
    }

    private func high(
        _ systolic: Int, _ diastolic: Int, _ careProtocol: CareProtocol = TestProtocols.infusion,
        context: JudgementContext = JudgementContext()
    ) -> Level? {
        Ward.judge(Ward.pressure(systolic, diastolic), context, by: careProtocol)?.high.level
    }

    private func rules(_ systolic: Int, _ diastolic: Int, _ context: JudgementContext) -> [String] {
        Ward.judge(Ward.pressure(systolic, diastolic), context)?.high.rules ?? []
    }
}
