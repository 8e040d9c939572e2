import Testing

@testable import SessionCore

/// One side of one parameter: values in order and the level that each should have.
struct Band: Sendable {
    let vital: Vital
    let direction: Direction
    let values: [Int]
    let levels: [Int]

    /// Value and expected level of each band.
    static let all: [Band] = [
        Band(
            vital: .heartRate, direction: .low, values: [51, 50, 41, 40, 35, 34, 33, 0],
            levels: [0, 1, 1, 2, 2, 3, 3, 3]),
        Band(
            vital: .respiratoryRate, direction: .low, values: [12, 11, 9, 8, 7, 6, 5, 0],
            levels: [0, 1, 1, 2, 2, 3, 3, 3]),
        Band(
            vital: .respiratoryRate, direction: .high, values: [20, 21, 24, 25, 34, 35, 36],
            levels: [0, 1, 1, 2, 2, 3, 3]),
        Band(
            vital: .temperature, direction: .high, values: [380, 381, 390, 391, 392, 430],
            levels: [0, 1, 1, 2, 2, 2]),
        Band(
            vital: .temperature, direction: .low, values: [361, 360, 351, 350, 349], levels: [0, 1, 1, 2, 2]),
        Band(vital: .endTidalCO2, direction: .high, values: [50, 51, 60, 61, 62], levels: [0, 1, 1, 2, 2]),
        Band(vital: .endTidalCO2, direction: .low, values: [25, 24, 23], levels: [0, 2, 2]),
        Band(vital: .alertness, direction: .low, values: [5, 4, 3, 2, 1, 0], levels: [0, 0, 2, 3, 3, 3]),
        Band(vital: .distress, direction: .high, values: [4, 5, 7, 8, 9, 10], levels: [0, 1, 1, 2, 2, 2]),
    ]
}

@Suite("Thresholds of everything that is not blood pressure, from both sides")
struct ParameterThresholdTests {
    @Test("each band begins at its own value", arguments: Band.all)
    func bands(band: Band) {
        for careProtocol in TestProtocols.all {
            for (value, number) in zip(band.values, band.levels) {
                let assessment = Classifier(careProtocol).assess(
                    VitalSet([band.vital: value]), in: JudgementContext()
                ).first
                #expect(assessment?[band.direction].level.number == number, "\(band.vital.rawValue) \(value)")
            }
        }
    }

    @Test("a heart rate 40 over baseline is level 2, and 131 with a red flag is level 3")
    func heartRate() {
        let context = JudgementContext(
            baseline: Ward.baseline((120, 80), others: [.heartRate: [60, 61]]))
        #expect(level(.heartRate, 100, context) == .normal)
        #expect(level(.heartRate, 101, context) == .high)  // 40.5 over 60.5
        let symptom = JudgementContext(hasRedFlag: true)
        #expect(level(.heartRate, 130, symptom) == .watch)
        #expect(level(.heartRate, 131, symptom) == .crisis)
    }

    @Test("a pulse of 40 with a systolic pressure below 90 is level 3")
    func slowHeart() {
        func judged(_ systolic: Int, _ pulse: Int) -> Level? {
            Ward.judge(Ward.pressure(systolic, 70, pulse: pulse), parameter: .heartRate)?.low.level
        }
        #expect(judged(90, 40) == .high)
        #expect(judged(89, 40) == .crisis)
        #expect(judged(89, 41) == .watch)
        let earlier = JudgementContext(recent: VitalSet([.systolic: 89]))
        #expect(level(.heartRate, 40, earlier) == .crisis)
    }

    @Test("a target range of 88-92 % moves all saturation bands so that level 1 begins at 87 %")
    func saturationTarget() {
        let target = JudgementContext(saturationTarget: SaturationTarget(lower: 88, upper: 92))
        let expected: [(Int, Level)] = [
            (88, .normal), (87, .watch), (85, .watch), (84, .high), (83, .high), (82, .crisis),
        ]
        for (value, expectedLevel) in expected {
            #expect(level(.oxygenSaturation, value, target) == expectedLevel)
        }
    }

    @Test("no breath is level 3, by number, by report or while an apnoea stands")
    func apnoea() {
        #expect(level(.respiratoryRate, 0) == .crisis)
        #expect(level(.respiratoryRate, 14, JudgementContext(hasApnoea: true)) == .crisis)
        #expect(Classifier(TestProtocols.infusion).assess(.apnoea)?.low.level == .crisis)
        #expect(Classifier(TestProtocols.infusion).assess(.harm)?.high.level == .crisis)
        #expect(Classifier(TestProtocols.infusion).assess(.collapse) == nil)
    }

    @Test("an alertness of 4 is level 1 only later than 60 minutes after the end of administration")
    func alertness() {
        func judged(_ minutes: Int) -> Level? {
            level(.alertness, 4, JudgementContext(sinceEnd: .minutes(minutes)))
        }
        #expect(judged(59) == .normal)
        #expect(judged(60) == .normal)
        #expect(level(.alertness, 4, JudgementContext(sinceEnd: .seconds(3601))) == .watch)
        #expect(judged(61) == .watch)
        #expect(level(.alertness, 5, JudgementContext(sinceEnd: .minutes(90))) == .normal)
    }

    @Test("end-tidal carbon dioxide more than 10 over baseline is level 1; distress with harm is level 3")
    func riseAndHarm() {
        let context = JudgementContext(
            baseline: Ward.baseline((120, 80), others: [.endTidalCO2: [35, 36]]))
        #expect(level(.endTidalCO2, 45, context) == .normal)  // 9.5 over 35.5
        #expect(level(.endTidalCO2, 46, context) == .watch)  // 10.5
        #expect(level(.distress, 2, JudgementContext(hasHarm: true)) == .crisis)
        #expect(level(.distress, 2) == .normal)
    }

    @Test("a parameter without any limit is unknown, never normal")
    func withoutLimits() {
        var careProtocol = TestProtocols.infusion
        careProtocol.parameters.distress = UpperLimits()
        careProtocol.parameters.temperatureLow = LowerLimits()
        let values = VitalSet([.distress: 3, .temperature: 368])
        let levels = Classifier(careProtocol).assess(values, in: JudgementContext()).map(\.level)
        #expect(levels == [.unknown, .unknown])
    }

    @Test("flags name the rules that spoke, one flag for each abnormal side, with the numbers in words")
    func flags() {
        let context = JudgementContext(baseline: Ward.baseline((136, 86), (136, 86)))
        let flags = Ward.judge(Ward.pressure(188, 104), context)?.flags ?? []
        #expect(flags.map(\.level) == [.high])
        #expect(flags.first?.rules == ["systolic-fixed", "rise-systolic"])
        #expect(
            flags.first?.sentence == "188/104: systolic ≥ 180 (level 2); systolic rise 52 over baseline 136")
        #expect(Ward.judge(Ward.pressure(120, 80))?.sentence == "120/80: normal; no baseline")
        let both = Ward.judge(Ward.pressure(182, 20), context)?.flags.map(\.direction)
        #expect(both == [.high, .low])
    }

    private func level(
        _ vital: Vital, _ value: Int, _ context: JudgementContext = JudgementContext()
    ) -> Level? {
        Classifier(TestProtocols.infusion).assess(VitalSet([vital: value]), in: context).first?.level
    }
}
