import Testing

@testable import SessionCore

@Suite("Whether the effects have subsided")
struct EffectsTests {
    static let calm: [Vital: Int] = [
        .oxygenSaturation: 97, .alertness: 5, .agitation: 0, .orientation: 4, .intensity: 1, .distress: 3,
    ]

    private func calmReading(
        _ minutes: Int, _ change: [Vital: Int?] = [:], _ pressure: (Int, Int) = (124, 78),
        level: Level = .normal
    ) -> TimedReading {
        var values = Self.calm
        for (vital, value) in change { values[vital] = value }
        return reading(minutes, at: minute(minutes), pressure.0, pressure.1, values, level: level)
    }

    private func effects(
        _ readings: [TimedReading], baseline known: Baseline? = baseline(124, 78), at now: Int = 200,
        end: Int? = 0
    ) -> Effects {
        Effects(
            readings: readings, since: minute(0), end: end.map { minute($0) }, baseline: known,
            rules: TestProtocols.subsidence, at: minute(now))
    }

    @Test(
        "while the drug is being given nothing subsides, and the strongest effect is remembered all the same")
    func notBeforeTheEnd() {
        let readings = [calmReading(10), calmReading(25), calmReading(41), calmReading(55)]
        #expect(effects(readings, end: nil).picture.firstGoodAt == nil)
        #expect(effects(readings, end: nil).picture.peakIntensity != nil)
        #expect(effects(readings, end: 40).picture.subsidedAt == minute(55))
        #expect(effects(readings, end: 45).picture.firstGoodAt == minute(55))
    }

    @Test(
        "two good assessments 10 minutes apart, to the minute",
        arguments: [(9, nil), (10, 70), (11, 71)] as [(Int, Int?)])
    func apart(minutes: Int, expected: Int?) {
        let picture = effects([calmReading(60), calmReading(60 + minutes)]).picture
        #expect(picture.subsidedAt == expected.map { minute($0) })
        #expect(picture.firstGoodAt == (expected == nil ? minute(60) : nil))
    }

    @Test("good ones between do not matter, a bad one between begins anew")
    func row() {
        #expect(
            effects([calmReading(60), calmReading(65), calmReading(70)]).picture.subsidedAt == minute(70))
        let broken = effects([
            calmReading(60), calmReading(65, [.intensity: 2]), calmReading(70), calmReading(80),
        ])
        #expect(broken.picture.subsidedAt == minute(80))
    }

    @Test(
        "each criterion from both sides",
        arguments: [
            (.intensity, 1, true), (.intensity, 2, false), (.distress, 3, true), (.distress, 4, false),
            (.alertness, 5, true), (.alertness, 4, false), (.agitation, 0, true), (.agitation, 1, false),
            (.agitation, -1, false), (.orientation, 4, true), (.orientation, 3, false),
            (.oxygenSaturation, 95, true), (.oxygenSaturation, 94, true),
        ] as [(Vital, Int, Bool)])
    func criteria(vital: Vital, value: Int, isGood: Bool) {
        let failing = effects([calmReading(60, [vital: value])]).picture.failing
        #expect(failing.isEmpty == isGood, "\(failing)")
    }

    @Test("a later reading completes an assessment, but not when by it the effect is strong again")
    func lending() {
        let orientationLater: [Vital: Int?] = [.intensity: nil, .distress: nil]
        let completed = effects([
            calmReading(60), calmReading(71, [.orientation: nil]), calmReading(74, orientationLater),
        ])
        #expect(completed.picture.subsidedAt == minute(74))
        let strongAgain = effects([
            calmReading(60), calmReading(71, [.orientation: nil]), calmReading(74, [.intensity: 3]),
        ])
        #expect(strongAgain.picture.subsidedAt == nil)
        let lost = effects([
            calmReading(60), calmReading(71, [.oxygenSaturation: nil]), calmReading(74, [.orientation: 3]),
        ])
        #expect(lost.picture.subsidedAt == nil, "the patient is not oriented when the row would be complete")
    }

    @Test("saturation at baseline: 93 within 2 of 95, not of 96")
    func saturation() {
        let low = [calmReading(60, [.oxygenSaturation: 93])]
        #expect(effects(low, baseline: baseline(124, 78, saturation: 95)).picture.failing.isEmpty)
        #expect(
            effects(low, baseline: baseline(124, 78, saturation: 96)).picture.failing == [
                "SpO2 93, at least 94 or within 2 of baseline 96"
            ])
    }

    @Test("pressure of level 0 and within 20 % of baseline mean, exactly")
    func pressure() {
        // Baseline 120/90: mean 100; 20 % are 80 and 120.
        let known = baseline(120, 90)
        func failing(_ systolic: Int, _ diastolic: Int, _ level: Level = .normal) -> [String] {
            effects([calmReading(60, [:], (systolic, diastolic), level: level)], baseline: known).picture
                .failing
        }
        #expect(failing(140, 110).isEmpty)
        #expect(failing(141, 110) == ["mean pressure 120 is not within 20 % of baseline 100"])
        #expect(failing(100, 70).isEmpty)
        #expect(failing(99, 70).count == 1)
        #expect(failing(130, 90, .watch) == ["BP 130/90 is level 1"])
        #expect(failing(130, 90, .unknown) == ["BP 130/90, level not known"])
    }

    @Test("what nobody measured fails by name, and so does a missing baseline")
    func missing() {
        let alone = effects([reading(60, at: minute(60), nil, nil, [.intensity: 0])]).picture.failing
        #expect(
            alone == [
                "distress is not recorded", "alertness is not recorded", "agitation is not recorded",
                "orientation is not recorded", "blood pressure is not recorded", "SpO2 is not recorded",
            ])
        #expect(
            effects([calmReading(60)], baseline: nil).picture.failing == [
                "no baseline to compare BP 124/78 with"
            ])
        #expect(effects([]).picture.failing == ["no effect assessment yet: intensity is not recorded"])
    }

    @Test("values on other lines count within 5 minutes of the intensity, not a second further")
    func lines() {
        func failing(_ seconds: Int) -> [String] {
            var pressure = calmReading(60)
            pressure.values[.intensity] = nil
            pressure.at = minute(60, -seconds)
            return effects([pressure, reading(61, at: minute(60), nil, nil, [.intensity: 1])]).picture.failing
        }
        #expect(failing(300).isEmpty)
        #expect(failing(301).count == 6)
        #expect(failing(-300).isEmpty)
    }

    @Test("the highest intensity and the first time it was reached")
    func peak() {
        let picture = effects(
            [10, 20, 30, 40].map { calmReading($0, [.intensity: [10: 3, 20: 8, 30: 8, 40: 2][$0]]) }
        ).picture
        #expect(picture.peakIntensity == 8)
        #expect(picture.peakAt == minute(20))
    }

    @Test(
        "falling from two assessments at or below half of the highest; rebound when it rises to 4 or more again"
    )
    func trends() {
        func trend(_ intensities: [Int]) -> Effects.Trend {
            effects(
                intensities.enumerated().map { calmReading($0.offset * 10 + 10, [.intensity: $0.element]) }
            ).trend
        }
        #expect(trend([8]) == .lasting)
        #expect(trend([8, 4]) == .lasting)
        #expect(trend([8, 4, 4]) == .falling)
        #expect(trend([8, 5, 4]) == .lasting)
        #expect(trend([10, 5, 5]) == .falling)
        #expect(trend([8, 4, 3, 3]) == .falling)
        #expect(trend([8, 3, 3, 4]) == .rebound)
        #expect(trend([6, 3, 2, 3]) == .falling)
        #expect(trend([8, 3, 3, 5, 5]) == .lasting)
        #expect(trend([8, 3, 3, 5, 4, 3]) == .falling)
    }

    @Test("a rebound takes the subsidence back until two good ones follow")
    func takenBack() {
        let readings = [
            calmReading(20, [.intensity: 8]), calmReading(60), calmReading(70),
            calmReading(80, [.intensity: 5]),
        ]
        #expect(effects(readings, at: 79).picture.subsidedAt == minute(70))
        #expect(effects(readings).picture.subsidedAt == nil)
        #expect(effects(readings).lastRebound == minute(80))
        #expect(effects(readings + [calmReading(90), calmReading(100)]).picture.subsidedAt == minute(100))
    }

    @Test("an assessment before a corrected T0 is none of the session's")
    func beforeStart() {
        let moved = Effects(
            readings: [calmReading(10), calmReading(25)], since: minute(15), end: minute(20),
            baseline: baseline(124, 78),
            rules: TestProtocols.subsidence, at: minute(30))
        #expect(moved.picture.subsidedAt == nil)
        #expect(moved.picture.firstGoodAt == minute(25))
    }
}
