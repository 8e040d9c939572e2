import Testing

@testable import SessionCore

@Suite("A schedule that is kept from fact to fact")
struct KeptScheduleTests {
    private static var plans: [(String, ScheduleCase)] {
        [
            ("an infusion of the usual length", ScheduleCase(events: ending(40))),
            ("an infusion that overruns by 25 min", ScheduleCase(events: ending(65))),
            ("an infusion of an hour, closely watched", ScheduleCase(profile: .intensive, minutes: 60)),
            ("an injection", ScheduleCase(careProtocol: TestProtocols.injection)),
            ("esketamine", ScheduleCase(careProtocol: TestProtocols.esketamine)),
        ]
    }

    @Test("brought from reading to reading it is what a schedule made anew is", arguments: 0..<5)
    func sameAsAnew(index: Int) {
        var (name, plan) = Self.plans[index]
        var generator = SeededGenerator(seed: UInt64(index))
        var instants: [SessionTime] = []
        var now = minute(0)
        for sequence in 5..<90 {
            now = now + Span(milliseconds: Int64.random(in: 0...400_000, using: &generator))
            instants.append(now)
            if Bool.random(using: &generator) { plan.readings.append(reading(sequence, at: now, 132, 84)) }
            let anew = plan.schedule(at: now).checkpoints.dropFirst()
            #expect(plan.kept(at: instants).pictures(at: now) == Array(anew), "\(name) at \(now)")
        }
    }

    @Test("a schedule that is not brought on stays behind: the comparison can fail")
    func control() {
        var plan = ScheduleCase(events: ending(40))
        plan.readings = [reading(5, at: minute(20), 132, 84)]
        let behind = plan.kept(at: [minute(5)]).pictures(at: minute(20))
        #expect(behind != Array(plan.schedule(at: minute(20)).checkpoints.dropFirst()))
    }
}
