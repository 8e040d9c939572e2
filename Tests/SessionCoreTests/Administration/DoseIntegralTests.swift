import Simulation
import Testing

@testable import SessionCore

@Suite("Delivered milligrams")
struct DoseIntegralTests {
    /// What a pump is told, second by second; the oracle walks along it and adds up.
    private struct PumpHistory {
        var given: Administration
        var perSecond: [Double] = []
    }

    private func history(_ numbers: inout SeededChance) -> PumpHistory {
        var rate = Double(Int.random(in: 1...300, using: &numbers)) / 100
        var history = PumpHistory(given: administration(TestProtocols.infusion, minutes: 40))
        _ = history.given.started(AdministrationStarted(rate: pump(rate)), at: minute(0))
        var isPaused = false
        for second in 0..<3600 {
            let time = SessionTime(seconds: Int64(second))
            switch Int.random(in: 0..<400, using: &numbers) {
            case 0:
                rate = Double(Int.random(in: 1...300, using: &numbers)) / 100
                #expect(history.given.rateChanged(RateChanged(rate: pump(rate)), at: time) == [])
            case 1 where !isPaused:
                _ = history.given.paused(at: time)
                isPaused = true
            case 2 where isPaused:
                _ = history.given.resumed(InfusionResumed(), at: time, pressureLevel: .normal)
                isPaused = false
            default: break
            }
            history.perSecond.append(isPaused ? 0 : rate / 60)
        }
        return history
    }

    @Test("equal the sum over every second of any pump's history", arguments: 1...60)
    func oracle(seed: Int) {
        var numbers = SeededChance(seed: UInt64(seed))
        let history = history(&numbers)
        var sum = 0.0
        for (second, amount) in history.perSecond.enumerated() {
            sum += amount
            guard second % 97 == 0 else { continue }
            let delivered = history.given.delivered(at: SessionTime(seconds: Int64(second + 1)))
            #expect(abs(delivered - sum) < 1e-6, "seed \(seed), second \(second): \(delivered) for \(sum)")
        }
        #expect(sum > 0)
    }

    @Test("the planned end is when the planned dose is in", arguments: 1...40)
    func plannedEnd(seed: Int) {
        var numbers = SeededChance(seed: UInt64(seed))
        var given = administration(TestProtocols.infusion, minutes: 40)
        _ = given.started(AdministrationStarted(rate: pump(1)), at: minute(0))
        _ = given.rateChanged(
            RateChanged(rate: pump(Double(Int.random(in: 20...300, using: &numbers)) / 100)), at: minute(5))
        _ = given.paused(at: minute(8))
        _ = given.resumed(
            InfusionResumed(), at: minute(Int.random(in: 9...20, using: &numbers)), pressureLevel: .normal)
        let end = given.plannedEnd(at: minute(21))
        #expect(end.map { abs(given.delivered(at: $0) - 40) < 0.001 } == true, "seed \(seed)")
    }
}
