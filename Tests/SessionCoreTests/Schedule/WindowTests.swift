import Testing

@testable import SessionCore

@Suite("When a checkpoint is due, late and missed")
struct WindowTests {
    private func states(_ plan: ScheduleCase, _ name: String, _ times: [SessionTime]) -> [CheckpointState?] {
        times.map { plan.checkpoint(name, at: $0)?.state }
    }

    @Test("10-minute interval: −2 to +3 minutes, missed when the next window opens, to the second")
    func tenMinutes() {
        let times = [(17, 59), (18, 0), (18, 1), (22, 59), (23, 0), (23, 1), (27, 59), (28, 0), (28, 1)]
        #expect(
            states(ScheduleCase(), "T0+20", times.map { minute($0.0, $0.1) }) == [
                .planned, .due, .due, .due, .due, .late, .late, .missed, .missed,
            ])
    }

    @Test("5-minute interval: −1 to +2 minutes")
    func fiveMinutes() {
        let times = [(8, 59), (9, 0), (12, 0), (12, 1), (13, 59), (14, 0)]
        let plan = ScheduleCase(profile: .intensive)
        #expect(
            states(plan, "T0+10", times.map { minute($0.0, $0.1) }) == [
                .planned, .due, .due, .late, .late, .missed,
            ])
    }

    @Test("15-minute interval: −3 to +5 minutes")
    func fifteenMinutes() {
        let times = [(66, 59), (67, 0), (75, 0), (75, 1), (81, 59), (82, 0)]
        #expect(
            states(ScheduleCase(events: ending(40)), "Te+30", times.map { minute($0.0, $0.1) }) == [
                .planned, .due, .due, .late, .late, .missed,
            ])
    }

    @Test("the shorter neighbouring interval rules: Te after 10 and before 15 minutes keeps −2 to +3")
    func shorterNeighbour() {
        let plan = ScheduleCase()
        let end = plan.checkpoint("T0+40", at: minute(0))
        #expect(end?.opens == minute(38))
        #expect(end?.closes == minute(43))
        #expect(end?.missedAt == minute(52))
    }

    @Test("esketamine T0+40 has a window of its own, −5 to +10, and is missed at T0+60")
    func esketamine() {
        let plan = ScheduleCase(careProtocol: TestProtocols.esketamine)
        let times = [(34, 59), (35, 0), (50, 0), (50, 1), (59, 59), (60, 0)]
        #expect(
            states(plan, "T0+40", times.map { minute($0.0, $0.1) }) == [
                .planned, .due, .due, .late, .late, .missed,
            ])
        #expect(plan.checkpoint("T0+60", at: minute(0))?.opens == minute(57))
    }

    @Test("the last instant of a window of its own still belongs to it, though the next one is due then")
    func esketamineIntensive() {
        var plan = ScheduleCase(careProtocol: TestProtocols.esketamine, profile: .intensive)
        #expect(
            states(plan, "T0+40", [minute(49, 59), minute(50), minute(50, 1)]) == [.due, .due, .missed])
        plan.readings = [reading(5, at: minute(50), 130, 80)]
        #expect(plan.checkpoint("T0+40", at: minute(50))?.state == .done)
    }

    @Test(
        "a pressure at T0+58 fills the esketamine checkpoint of T0+40 late when that is blank, else the next")
    func esketamineOverlap() {
        var plan = ScheduleCase(careProtocol: TestProtocols.esketamine)
        plan.readings = [reading(5, at: minute(58), 130, 80)]
        #expect(plan.checkpoint("T0+40", at: minute(58))?.lateBy == .minutes(18))
        #expect(plan.checkpoint("T0+60", at: minute(58))?.state == .due)
        plan.readings.append(reading(4, at: minute(41), 130, 80))
        #expect(plan.checkpoint("T0+40", at: minute(58))?.readings == [4])
        #expect(plan.checkpoint("T0+60", at: minute(58))?.readings == [5])
    }

    @Test("the last checkpoint is missed after one interval")
    func last() {
        var plan = ScheduleCase(careProtocol: TestProtocols.esketamine)
        plan.until = minute(120)
        #expect(plan.checkpoint("T0+120", at: minute(121))?.missedAt == minute(150))
    }

    @Test("values accumulate over lines, pressure alone makes it done, and what is missing is named")
    func accumulate() {
        var plan = ScheduleCase()
        plan.readings = [reading(5, at: minute(19), nil, nil, [.heartRate: 78])]
        #expect(plan.checkpoint("T0+20", at: minute(19))?.state == .due)
        plan.readings.append(reading(6, at: minute(20), 132, 84, level: .watch))
        let done = plan.checkpoint("T0+20", at: minute(20))
        #expect(done?.state == .done)
        #expect(done?.readings == [5, 6])
        #expect(done?.level == .watch)
        #expect(done?.missing == [.oxygenSaturation, .respiratoryRate, .alertness, .intensity, .distress])
        #expect(done?.lateBy == nil)
    }

    @Test("a pressure on the last second of the window is on time, one second later it is late by its delay")
    func lateBy() {
        var plan = ScheduleCase()
        plan.readings = [reading(5, at: minute(23), 132, 84)]
        #expect(plan.checkpoint("T0+20", at: minute(23))?.lateBy == nil)
        plan.readings = [reading(5, at: minute(23, 1), 132, 84)]
        #expect(plan.checkpoint("T0+20", at: minute(24))?.state == .done)
        #expect(plan.checkpoint("T0+20", at: minute(24))?.lateBy == Span.minutes(3) + .seconds(1))
    }

    @Test("one reading serves one checkpoint: from the opening of the next window it is the next one's")
    func oneEach() {
        var plan = ScheduleCase()
        plan.readings = [reading(5, at: minute(28), 132, 84)]
        #expect(plan.checkpoint("T0+20", at: minute(28))?.state == .missed)
        #expect(plan.checkpoint("T0+30", at: minute(28))?.state == .done)
        plan.readings = [reading(5, at: minute(27, 59), 132, 84)]
        #expect(plan.checkpoint("T0+20", at: minute(28))?.state == .done)
        #expect(plan.checkpoint("T0+30", at: minute(28))?.state == .due)
    }

    @Test("a reading between two windows serves the one that is late; before the first window it serves none")
    func outside() {
        var plan = ScheduleCase()
        plan.readings = [reading(5, at: minute(7), 132, 84)]
        #expect(plan.checkpoint("T0+10", at: minute(8))?.state == .due)
        #expect(plan.schedule(at: minute(7)).checkpoint(at: minute(7)) == nil)
    }

    @Test("a reading that has not been taken yet fills nothing")
    func future() {
        var plan = ScheduleCase()
        plan.readings = [reading(5, at: minute(20), 132, 84)]
        #expect(plan.checkpoint("T0+20", at: minute(19))?.state == .due)
    }

    @Test("a reason ends a checkpoint at level unknown; a pressure after all is stronger")
    func couldNotDo() {
        var plan = ScheduleCase()
        plan.couldNotDo = [CouldNotDo(checkpoint: "T0+20", at: minute(21), reason: "patient asleep")]
        let ended = plan.checkpoint("T0+20", at: minute(25))
        #expect(ended?.state == .couldNotDo)
        #expect(ended?.level == .unknown)
        #expect(ended?.reason == "patient asleep")
        #expect(plan.checkpoint("T0+20", at: minute(20))?.state == .due)
        plan.readings = [reading(5, at: minute(22), 132, 84)]
        #expect(plan.checkpoint("T0+20", at: minute(25))?.state == .done)
    }

    @Test("no pulse or pressure obtainable answers for the pressure")
    func notObtainable() {
        var plan = ScheduleCase()
        plan.readings = [
            TimedReading(
                sequence: 5, at: minute(20), values: VitalSet(), level: .crisis, pressureLevel: .crisis,
                isUnobtainable: true)
        ]
        let done = plan.checkpoint("T0+20", at: minute(20))
        #expect(done?.state == .done)
        #expect(done?.level == .crisis)
        #expect(done?.missing.contains(.systolic) == false)
    }

    @Test("what blocks the signature: starred checkpoints that are due and blank")
    func blank() {
        var plan = ScheduleCase(baseline: baseline(130, 80))
        #expect(plan.schedule(at: minute(39, 59)).blankMandatory(at: minute(39, 59)).isEmpty)
        #expect(plan.schedule(at: minute(40)).blankMandatory(at: minute(40)) == ["T0+40"])
        plan.readings = [reading(5, at: minute(40), 132, 84)]
        #expect(plan.schedule(at: minute(60)).blankMandatory(at: minute(60)).isEmpty)
    }

    @Test("stepping from deadline to deadline meets every change of state at its exact instant")
    func deadlines() {
        let plan = ScheduleCase(events: ending(40))
        var now = minute(0)
        var stepped: [SessionTime] = []
        while let next = plan.kept(at: [now]).nextDeadline(after: now), next < minute(130) {
            stepped.append(next)
            now = next
        }
        func line(_ time: SessionTime) -> [CheckpointState] {
            plan.schedule(at: time).checkpoints.filter { $0.due <= minute(100) }.map(\.state)
        }
        for second in 0..<(130 * 60) {
            let (before, after) = (
                SessionTime(seconds: Int64(second)), SessionTime(seconds: Int64(second + 1))
            )
            guard line(before) != line(after) else { continue }
            #expect(stepped.contains { $0 > before && $0 <= after })
        }
        #expect(stepped.contains(minute(38)) && stepped.contains(minute(43) + Schedule.instant))
        #expect(!stepped.contains(minute(43)))
    }
}
