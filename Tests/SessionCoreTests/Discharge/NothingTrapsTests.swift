import Simulation
import Testing

@testable import SessionCore

@Suite("Whatever is filed, an answer comes back")
struct NothingTrapsTests {
    /// Everyday numbers mostly, now and then one that no ward has ever seen.
    private func value(_ numbers: inout SeededChance) -> Int {
        switch Int.random(in: 0..<20, using: &numbers) {
        case 0: [Int.max, Int.min, 0, -1, 1 << 62].randomElement(using: &numbers) ?? 0
        case 1: Int.random(in: -1000...100_000, using: &numbers)
        default: Int.random(in: 0...200, using: &numbers)
        }
    }

    private func time(_ numbers: inout SeededChance) -> SessionTime {
        switch Int.random(in: 0..<20, using: &numbers) {
        case 0: SessionTime(milliseconds: Int64.random(in: -(1 << 60)...(1 << 60), using: &numbers))
        default: SessionTime(seconds: Int64.random(in: -3600...14_400, using: &numbers))
        }
    }

    private func readings(_ numbers: inout SeededChance) -> [TimedReading] {
        (0..<Int.random(in: 0...25, using: &numbers)).map { index in
            var values = VitalSet(gas: [nil, .air, .oxygen].randomElement(using: &numbers) ?? nil)
            for vital in Vital.allCases where Bool.random(using: &numbers) { values[vital] = value(&numbers) }
            let level = Level.allCases.randomElement(using: &numbers) ?? .unknown
            return TimedReading(
                sequence: index, at: time(&numbers), values: values, level: level, pressureLevel: level,
                isUnobtainable: Int.random(in: 0..<20, using: &numbers) == 0)
        }
    }

    private func body(_ numbers: inout SeededChance) -> FactBody {
        let amounts: [Double] = [0, -1, 1, 28, 40, 1e308, .nan, .infinity, .leastNonzeroMagnitude]
        let amount = amounts.randomElement(using: &numbers) ?? 0
        let rate = InfusionRate(
            millilitresPerHour: Bool.random(using: &numbers) ? amount : nil, milligramsPerMillilitre: 1,
            milligramsPerMinute: Bool.random(using: &numbers) ? 1 : nil)
        let bodies: [FactBody] = [
            .administrationStarted(
                AdministrationStarted(rate: rate, milligrams: amount, deadSpaceMillilitres: amount)),
            .administrationStarted(AdministrationStarted()), .rateChanged(RateChanged(rate: rate)),
            .infusionPaused(Reasoned(reason: "")), .infusionResumed(InfusionResumed(rate: rate)),
            .infusionResumed(InfusionResumed()), .infusionEnded(InfusionEnded()),
            .doseGiven(DoseGiven(milligrams: amount)), .pumpFigureNoted(PumpFigureNoted(milligrams: amount)),
        ]
        return bodies.randomElement(using: &numbers) ?? .infusionEnded(InfusionEnded())
    }

    @Test("random sessions with extreme values and times are judged by every rule", arguments: 1...150)
    func random(seed: Int) {
        var numbers = SeededChance(seed: UInt64(seed))
        let careProtocol = TestProtocols.all[seed % 4]
        let readings = readings(&numbers)
        let now = time(&numbers)
        let book = BaselineBook(
            readings: readings, freshFrom: Bool.random(using: &numbers) ? time(&numbers) : nil,
            gate: careProtocol.gate,
            timers: careProtocol.timers)
        let report = PreDoseGate(careProtocol).report(GateQuestion(book: book, ages: 64...65), at: now)
        #expect(report.outcome == (report.findings.map(\.outcome).max() ?? .ok), "seed \(seed)")
        let plan = opened(
            careProtocol, milligrams: [40, 0, .nan, 1e308].randomElement(using: &numbers) ?? 40)
        let events = (0..<12).map {
            AdministrationEvent(sequence: $0, at: time(&numbers), body: body(&numbers))
        }
        var given = Administration(plan: AdministrationPlan(plan, careProtocol: careProtocol))
        for event in events.sorted(by: { $0.at < $1.at }) { _ = given.happened(event) }
        let question = ScheduleQuestion(
            careProtocol: careProtocol, profile: seed % 3 == 0 ? .intensive : .standard,
            administration: given, at: now, baseline: book.baseline, readings: Chunked(readings))
        let schedule = Schedule(question, at: now)
        #expect(schedule.checkpoints.count <= TimeTable.most + 2, "seed \(seed)")
        let served = schedule.checkpoints.dropFirst().flatMap(\.readings)
        #expect(Set(served).count == served.count, "seed \(seed)")
        var kept = KeptSchedule()
        kept.update(question, at: now)
        #expect(kept.nextDeadline(after: now).map { $0 > now } ?? true, "seed \(seed)")
        let effects = Effects(
            readings: readings, since: given.start, end: given.end, baseline: book.baseline,
            rules: careProtocol.subsidence, at: now)
        var record = DischargeRecord(
            route: careProtocol.route, lastDose: given.lastDose, baseline: book.baseline,
            readings: Chunked(readings), lastRebound: effects.lastRebound)
        record.vomited = [time(&numbers)]
        record.assessments = [TimedAssessment(at: time(&numbers), assessment: DischargeAssessed(by: "AB"))]
        let discharge = Discharge(record, rules: careProtocol.discharge).picture(at: now)
        #expect(discharge.items.count == 12, "seed \(seed)")
    }
}
