import Testing

@testable import SessionCore

/// A question to the gate, as an everyday pair of readings with one thing changed.
struct GateCase {
    var pressures = [(124, 78), (124, 78)]
    var heartRate: Int? = 70
    var saturation: Int? = 97
    var gas: BreathingGas? = .air
    var ages = 40...41
    var redFlags: [String] = []
    var target: SaturationTarget?
    var proceed: SessionTime?
    var hold: Hold?
    var freshFrom: SessionTime?
    var now = minute(5)

    var report: GateReport {
        var others: [Vital: Int] = [:]
        others[.heartRate] = heartRate
        others[.oxygenSaturation] = saturation
        let readings = pressures.enumerated().map { index, pressure in
            reading(index + 1, at: minute(index * 2), pressure.0, pressure.1, others, gas: gas)
        }
        let careProtocol = TestProtocols.infusion
        let book = BaselineBook(
            readings: readings, freshFrom: freshFrom, gate: careProtocol.gate, timers: careProtocol.timers)
        let order = proceed.map {
            TimedOrder(order: ProceedOrdered(prescriber: "Dr B", reason: "known anxious"), at: $0)
        }
        let question = GateQuestion(
            book: book, ages: ages, redFlags: redFlags, saturationTarget: target, proceed: order, hold: hold)
        return PreDoseGate(careProtocol).report(question, at: now)
    }

    /// Outcome and the rules that spoke, worst first.
    var answer: String { ([report.outcome.rawValue] + report.findings.map(\.rule)).joined(separator: " ") }
}

@Suite("The pre-dose gate")
struct GateTests {
    @Test(
        "baseline pressure under 65 years, each limit from both sides",
        arguments: [
            (124, 78, "ok"), (139, 78, "ok"), (140, 78, "ok"), (141, 78, "hold PRE-HOLD"),
            (159, 78, "hold PRE-HOLD"), (160, 78, "stop PRE-STOP"), (161, 78, "stop PRE-STOP"),
            (179, 78, "stop PRE-STOP"), (180, 78, "no-go PRE-CRISIS"), (181, 78, "no-go PRE-CRISIS"),
            (124, 89, "ok"), (124, 90, "ok"), (124, 91, "hold PRE-HOLD"), (124, 99, "hold PRE-HOLD"),
            (124, 100, "stop PRE-STOP"), (124, 101, "stop PRE-STOP"), (124, 109, "stop PRE-STOP"),
            (124, 110, "no-go PRE-CRISIS"), (124, 111, "no-go PRE-CRISIS"),
            (89, 60, "hold PRE-LOW"), (90, 60, "ok"), (91, 60, "ok"),
            (95, 49, "hold PRE-LOW"), (95, 50, "ok"), (95, 51, "ok"),
        ])
    func pressure(systolic: Int, diastolic: Int, expected: String) {
        #expect(GateCase(pressures: [(systolic, diastolic), (systolic, diastolic)]).answer == expected)
    }

    @Test("means are compared as they are: 140.5 is above 140")
    func exactMeans() {
        #expect(GateCase(pressures: [(140, 78), (141, 78)]).answer == "hold PRE-HOLD")
        #expect(
            GateCase(pressures: [(140, 78), (141, 78)]).report.findings[0].sentence
                == "baseline 140.5/78 is above 140/90")
        #expect(GateCase(pressures: [(159, 78), (160, 78)]).answer == "hold PRE-HOLD")
    }

    @Test(
        "150 holds from 65 years on; when one possible age is under 65 the stricter 140 does",
        arguments: [
            (63...64, 145, "hold PRE-HOLD"), (64...65, 145, "hold PRE-HOLD"), (65...66, 145, "ok"),
            (65...66, 149, "ok"), (65...66, 150, "ok"), (65...66, 151, "hold PRE-HOLD"),
        ])
    func age(ages: ClosedRange<Int>, systolic: Int, expected: String) {
        #expect(GateCase(pressures: [(systolic, 80), (systolic, 80)], ages: ages).answer == expected)
    }

    @Test(
        "heart rate from 50 to 110",
        arguments: [
            (49, "hold PRE-HR"), (50, "ok"), (51, "ok"), (109, "ok"), (110, "ok"), (111, "hold PRE-HR"),
        ])
    func heartRate(rate: Int, expected: String) {
        #expect(GateCase(heartRate: rate).answer == expected)
    }

    @Test(
        "saturation from 94 % on air, or from the lower end of a target range",
        arguments: [
            (93, nil, "hold PRE-O2"), (94, nil, "ok"), (95, nil, "ok"),
            (87, 88, "hold PRE-O2"), (88, 88, "ok"), (89, 88, "ok"),
        ] as [(Int, Int?, String)])
    func saturation(value: Int, lower: Int?, expected: String) {
        let target = lower.map { SaturationTarget(lower: $0, upper: 92) }
        #expect(GateCase(saturation: value, target: target).answer == expected)
    }

    @Test("a saturation read on oxygen does not answer for air, and the gate says so")
    func oxygen() {
        let report = GateCase(gas: .oxygen).report
        #expect(report.outcome == .hold)
        #expect(report.findings[0].sentence == "SpO2 97 % was read on oxygen; the limit of 94 % is for air")
        #expect(
            GateCase(saturation: 90, gas: .oxygen, target: SaturationTarget(lower: 88, upper: 92)).answer
                == "ok")
    }

    @Test("what is missing is named and never ok")
    func missing() {
        #expect(GateCase(pressures: []).answer == "incomplete BASELINE")
        #expect(GateCase(pressures: [(124, 78)]).answer == "incomplete BASELINE")
        #expect(GateCase(heartRate: nil).answer == "incomplete PRE-HR")
        #expect(GateCase(saturation: nil).answer == "incomplete PRE-O2")
        #expect(GateCase(heartRate: nil, saturation: nil).answer == "incomplete PRE-HR PRE-O2")
        #expect(GateCase(heartRate: nil).report.findings[0].sentence == "HR is missing")
    }

    @Test("the baseline is too old 20 minutes after its last reading")
    func expiry() {
        #expect(GateCase(now: minute(21, 59)).answer == "ok")
        #expect(GateCase(now: minute(22)).answer == "incomplete BASELINE")
    }

    @Test("a single high reading is a hold with measure again; only the pair makes stop or no-go")
    func single() {
        let report = GateCase(pressures: [(190, 100)]).report
        #expect(report.outcome == .hold)
        #expect(report.findings[0].rule == "PRE-CRISIS")
        #expect(report.findings[0].sentence.hasSuffix("measure again"))
        #expect(report.advice == "measure again, at least 1 min after the last reading")
        #expect(GateCase(pressures: [(190, 100), (186, 100)]).report.outcome == .noGo)
    }

    @Test(
        "a newest pressure that is low holds, with a partner or without, and so does none that could be obtained"
    )
    func newestIsLow() throws {
        // Two readings, then one too late to make a pair with them.
        #expect(
            GateCase(pressures: [(120, 76), (122, 76), (122, 76), (84, 50)], now: minute(7)).answer
                == "hold PRE-LOW BASELINE")
        #expect(
            GateCase(pressures: [(120, 76), (122, 76), (122, 76), (112, 50)], now: minute(7)).answer == "ok")
        var bedside = try Bedside()
        for at in [0.0, 2] { try bedside.measure(120, 76, [.heartRate: 70, .oxygenSaturation: 97], at: at) }
        #expect(bedside.picture(at: 3).gate.outcome == .ok)
        try bedside.file(.notObtainable(NotObtainable()), at: 4)
        #expect(bedside.picture(at: 4).gate.outcome == .hold)
        try bedside.measure(84, 50, at: 12)
        #expect(bedside.picture(at: 12).gate.findings.contains { $0.rule == "PRE-LOW" })
    }

    @Test("a newest pressure that would stop the session is not hidden in the mean with the one before it")
    func newestWouldStop() {
        #expect(GateCase(pressures: [(95, 60), (95, 60), (184, 76)]).answer == "hold PRE-CRISIS BASELINE")
        #expect(GateCase(pressures: [(110, 70), (112, 70), (165, 76)]).answer == "hold PRE-STOP BASELINE")
        #expect(GateCase(pressures: [(110, 70), (112, 70), (150, 76)]).answer == "ok BASELINE")
        #expect(
            GateCase(pressures: [(95, 60), (184, 76), (118, 70), (120, 70)], now: minute(7)).answer == "ok")
    }

    @Test("a newest pulse or saturation of level 2 is not hidden in the mean of the last two")
    func newestPulse() throws {
        func outcome(_ first: [Vital: Int], _ second: [Vital: Int]) throws -> [String] {
            var bedside = try Bedside()
            try bedside.measure(120, 76, first, at: 0)
            try bedside.measure(120, 76, second, at: 2)
            let gate = bedside.picture(at: 3).gate
            return [gate.outcome.rawValue] + gate.findings.prefix(1).map(\.rule)
        }
        let well: [Vital: Int] = [.heartRate: 80, .oxygenSaturation: 98]
        #expect(try outcome(well, [.heartRate: 38, .oxygenSaturation: 98]) == ["hold", "PRE-HR"])
        #expect(try outcome(well, [.heartRate: 80, .oxygenSaturation: 90]) == ["hold", "PRE-O2"])
        #expect(try outcome(well, [.heartRate: 45, .oxygenSaturation: 93]) == ["ok"])
    }

    @Test("the worst of all rules decides, and every rule that spoke is there")
    func worst() {
        let all = GateCase(
            pressures: [(165, 92), (165, 92)], heartRate: 120, saturation: 91, redFlags: ["chest pain"])
        #expect(all.answer == "no-go PRE-CRISIS PRE-STOP PRE-HR PRE-O2")
        #expect(GateCase(heartRate: nil, saturation: 91).answer == "hold PRE-O2 PRE-HR")
    }

    @Test("a red-flag symptom is a no-go by itself, even before a reading")
    func redFlag() {
        #expect(GateCase(pressures: [], redFlags: ["chest pain"]).answer == "no-go PRE-CRISIS BASELINE")
    }

    @Test("a prescriber's order lifts a hold, and nothing but a hold")
    func proceed() {
        let lifted = GateCase(pressures: [(150, 92), (150, 92)], proceed: minute(3)).report
        #expect(lifted.outcome == .ok)
        #expect(lifted.proceedOrderedBy == "Dr B")
        #expect(GateCase(pressures: [(165, 92), (165, 92)], proceed: minute(3)).answer == "stop PRE-STOP")
        #expect(GateCase(pressures: [(185, 92), (185, 92)], proceed: minute(3)).answer == "no-go PRE-CRISIS")
        #expect(GateCase(heartRate: nil, proceed: minute(3)).answer == "incomplete PRE-HR")
        #expect(GateCase(pressures: [(165, 92)], proceed: minute(3)).report.outcome == .hold)
    }

    @Test("an order that is older than the baseline knew other numbers and lifts nothing")
    func oldOrder() {
        #expect(GateCase(pressures: [(150, 92), (150, 92)], proceed: minute(1)).answer == "hold PRE-HOLD")
        #expect(GateCase(pressures: [(150, 92), (150, 92)], proceed: minute(2)).answer == "ok")
    }

    @Test("a stop stands for the session although the fresh pair is good")
    func standingStop() {
        let hold = Hold(began: minute(0), roundBegan: minute(0), judged: minute(0), worst: .stop)
        #expect(GateCase(hold: hold).answer == "stop PRE-STOP")
        let plain = Hold(began: minute(0), roundBegan: minute(0), judged: minute(0), worst: .hold)
        #expect(GateCase(hold: plain).answer == "ok")
    }

    @Test("three rounds or 60 minutes of holding, then no further pair lifts it, but a prescriber does")
    func exhausted() {
        let long = Hold(began: minute(-56), roundBegan: minute(-56), judged: minute(-56))
        #expect(GateCase(hold: long, now: minute(4)).answer == "ok")
        #expect(GateCase(hold: long, now: minute(4, 1)).answer == "hold PRE-HOLD")
        #expect(GateCase(proceed: minute(3), hold: long, now: minute(4, 1)).answer == "ok")
        let third = Hold(began: minute(0), roundBegan: minute(0), round: 3, judged: minute(0))
        #expect(GateCase(hold: third).answer == "ok")
        let fourth = Hold(began: minute(0), roundBegan: minute(0), round: 4, judged: minute(0))
        #expect(GateCase(hold: fourth).answer == "hold PRE-HOLD")
    }

    @Test("a hold keeps its numbers on show until the fresh pair is complete")
    func awaitsFreshPair() {
        let hold = Hold(began: minute(2), roundBegan: minute(2), judged: minute(2))
        let held = GateCase(pressures: [(150, 92), (150, 92)], hold: hold, freshFrom: minute(7))
        #expect(held.answer == "hold PRE-HOLD BASELINE")
        var lifted = held
        lifted.proceed = minute(4)
        #expect(lifted.answer == "ok")
    }
}
