import Testing

@testable import SessionCore

@Suite("What may be typed: refused, questioned, accepted")
struct PlausibilityTests {
    private let plausibility = Plausibility(rules: TestProtocols.entry)

    private func check(_ values: VitalSet, after earlier: VitalSet? = nil, minutes: Int64 = 10)
        -> PlausibilityReport
    {
        let before = earlier.map { [EarlierReading(values: $0, at: .at(0))] } ?? []
        return plausibility.check(values, earlier: before, at: .at(minutes))
    }

    @Test("outside its bounds no value is filed, and at them it is", arguments: TestProtocols.all)
    func bounds(careProtocol: CareProtocol) {
        let rules = careProtocol.entry
        for vital in Vital.allCases {
            guard let field = rules.fields[vital.rawValue] else {
                Issue.record("no field for \(vital)")
                continue
            }
            func isRefused(_ value: Int) -> Bool {
                !Plausibility(rules: rules).check(VitalSet([vital: value]), at: .at(0)).refused.isEmpty
            }
            #expect(isRefused(field.minimum - 1))
            #expect(!isRefused(field.minimum))
            #expect(!isRefused(field.minimum + 1))
            #expect(!isRefused(field.maximum - 1))
            #expect(!isRefused(field.maximum))
            #expect(isRefused(field.maximum + 1))
        }
    }

    @Test("questions begin one unit beyond their limits")
    func questions() {
        for vital in Vital.allCases {
            guard let field = TestProtocols.entry.fields[vital.rawValue] else { continue }
            func isQuestioned(_ value: Int) -> Bool { check(VitalSet([vital: value])).isUnconfirmed }
            if let limit = field.confirmBelow {
                #expect(isQuestioned(limit - 1))
                #expect(!isQuestioned(limit))
            }
            if let limit = field.confirmAbove {
                #expect(!isQuestioned(limit))
                #expect(isQuestioned(limit + 1))
            }
        }
    }

    @Test("a change is questioned against a reading of at most 15 minutes before")
    func changes() {
        func isQuestioned(_ vital: Vital, _ from: Int, _ to: Int, minutes: Int64 = 10) -> Bool {
            check(VitalSet([vital: to]), after: VitalSet([vital: from]), minutes: minutes).isUnconfirmed
        }
        #expect(!isQuestioned(.systolic, 120, 160))
        #expect(isQuestioned(.systolic, 120, 161))
        #expect(!isQuestioned(.diastolic, 80, 105))
        #expect(isQuestioned(.diastolic, 80, 106))
        #expect(!isQuestioned(.heartRate, 70, 110))
        #expect(isQuestioned(.heartRate, 70, 111))
        #expect(!isQuestioned(.oxygenSaturation, 98, 94))
        #expect(isQuestioned(.oxygenSaturation, 98, 93))
        #expect(!isQuestioned(.oxygenSaturation, 93, 98))
        #expect(!isQuestioned(.alertness, 5, 4))
        #expect(isQuestioned(.alertness, 5, 3))
        #expect(isQuestioned(.systolic, 120, 161, minutes: 15))
        #expect(!isQuestioned(.systolic, 120, 161, minutes: 16))
    }

    @Test("systolic lies above diastolic, and the pulse pressure is neither narrow nor wide")
    func pulsePressure() {
        #expect(!check(Ward.pressure(80, 80)).refused.isEmpty)
        #expect(check(Ward.pressure(81, 80)).refused.isEmpty)
        #expect(check(Ward.pressure(80, 61)).isUnconfirmed)
        #expect(!check(Ward.pressure(80, 60)).isUnconfirmed)
        #expect(!check(Ward.pressure(170, 70)).isUnconfirmed)
        #expect(check(Ward.pressure(171, 70)).isUnconfirmed)
        #expect(!check(Ward.pressure(120, 90)).isUnconfirmed)  // 30 of 120 is exactly 25 %.
        #expect(check(Ward.pressure(120, 91)).isUnconfirmed)
    }

    @Test("a typed mean lies between both pressures and within 15 mmHg of the formula")
    func mean() {
        func report(_ mean: Int) -> PlausibilityReport {
            var values = Ward.pressure(130, 70)  // By the formula exactly 90.
            values[.meanPressure] = mean
            return check(values)
        }
        #expect(!report(69).refused.isEmpty)
        #expect(report(70).refused.isEmpty)
        #expect(report(130).refused.isEmpty)
        #expect(!report(131).refused.isEmpty)
        #expect(report(74).isUnconfirmed)
        #expect(!report(75).isUnconfirmed)
        #expect(!report(105).isUnconfirmed)
        #expect(report(106).isUnconfirmed)
    }

    @Test("a true extreme is questioned and never refused")
    func extremes() {
        for values in [
            VitalSet([.heartRate: 0]), VitalSet([.oxygenSaturation: 0]), VitalSet([.respiratoryRate: 0]),
            Ward.pressure(260, 150), Ward.pressure(60, 30),
        ] {
            #expect(check(values).refused.isEmpty)
            #expect(check(values).isUnconfirmed)
        }
    }

    @Test("the slip that was probably made is offered")
    func suggestions() {
        func offer(_ typed: VitalSet, _ before: VitalSet? = nil) -> VitalSet? {
            check(typed, after: before).suggestions.first?.values
        }
        #expect(offer(Ward.pressure(88, 142)) == Ward.pressure(142, 88))
        #expect(offer(Ward.pressure(80, 80)) == nil)
        let before = Ward.pressure(132, 84, pulse: 78)
        #expect(offer(Ward.pressure(312, 84), before) == VitalSet([.systolic: 132]))  // transposed
        #expect(offer(Ward.pressure(1332, 84), before) == VitalSet([.systolic: 132]))  // doubled
        // dropped
        #expect(offer(VitalSet([.heartRate: 8]), VitalSet([.heartRate: 88])) == VitalSet([.heartRate: 88]))
        #expect(offer(Ward.pressure(32, 20), before)?[.systolic] == 132)
        // 80, 78 and 70 are all one digit away and near: no guess is better than the others.
        #expect(offer(VitalSet([.heartRate: 780]), VitalSet([.heartRate: 78])) == nil)
        #expect(offer(VitalSet([.temperature: 986])) == VitalSet([.temperature: 370]))
        #expect(offer(VitalSet([.temperature: 859])) == nil)
        #expect(offer(VitalSet([.endTidalCO2: 5])) == VitalSet([.endTidalCO2: 38]))
        // A value near the one before is not second-guessed, however questionable it is.
        #expect(offer(Ward.pressure(205, 110), Ward.pressure(202, 110)) == nil)
    }

    @Test("a saturation or a pulse typed as breathing, and a pressure typed as pulse, are asked about")
    func otherFields() {
        func asks(_ values: [Vital: Int]) -> Bool {
            check(VitalSet(values)).questioned.contains { $0.rule == "same-number" }
        }
        #expect(asks([.oxygenSaturation: 98, .respiratoryRate: 98]))
        #expect(asks([.heartRate: 78, .respiratoryRate: 78]))
        #expect(asks([.systolic: 182, .diastolic: 84, .heartRate: 182]))
        #expect(!asks([.systolic: 98, .diastolic: 60, .heartRate: 98]))
        #expect(!asks([.heartRate: 78, .respiratoryRate: 14]))
    }

    @Test("the same number in two fields is asked about when it is questionable anyway")
    func sameNumber() {
        let doubtful = VitalSet([.systolic: 132, .diastolic: 38, .heartRate: 38])
        #expect(check(doubtful).questioned.contains { $0.rule == "same-number" })
        let plain = VitalSet([.heartRate: 98, .oxygenSaturation: 98])
        #expect(!check(plain).questioned.contains { $0.rule == "same-number" })
    }

    @Test("numbers beyond all measure are refused and never trap")
    func huge() {
        for value in [Int.min, Int.max, -1, 1_000_000_000] {
            for vital in Vital.allCases {
                var values = VitalSet([.systolic: Int.max, .diastolic: Int.min])
                values[vital] = value
                #expect(!check(values, after: values).refused.isEmpty || vital == .agitation)
                _ = Classifier(TestProtocols.infusion).assess(
                    values, in: JudgementContext(baseline: Ward.baseline((Int.max, Int.min)), recent: values))
            }
        }
    }
}
