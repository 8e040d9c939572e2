import Simulation
import Testing

@testable import SessionCore

@Suite("A session on its way")
struct PhaseStoryTests {
    private let timers = TestProtocols.infusion.timers

    private func held(at time: SessionTime) -> PhaseMachine {
        var machine = PhaseMachine(timers: timers)
        _ = machine.happened(.gateAnswered(.hold, judged: time), at: time)
        return machine
    }

    @Test("a hold rests 5 minutes: only then readings count for the fresh pair")
    func rest() {
        let machine = held(at: minute(2))
        #expect(machine.freshFrom == minute(7))
        #expect(machine.nextDeadline(after: minute(2)) == minute(7))
        #expect(machine.nextDeadline(after: minute(7)) == minute(62) + Schedule.instant)
    }

    @Test("each fresh pair that is still out of range begins a round; the same pair twice does not")
    func rounds() {
        var machine = held(at: minute(2))
        #expect(machine.hold?.round == 1)
        _ = machine.happened(.gateAnswered(.hold, judged: minute(2)), at: minute(4))
        #expect(machine.hold?.round == 1)
        _ = machine.happened(.gateAnswered(.hold, judged: minute(10)), at: minute(10))
        #expect(machine.hold?.round == 2)
        #expect(machine.freshFrom == minute(15))
        _ = machine.happened(.gateAnswered(.hold, judged: minute(18)), at: minute(18))
        _ = machine.happened(.gateAnswered(.hold, judged: minute(26)), at: minute(26))
        #expect(machine.hold?.exhaustion(timers, at: minute(26)) != nil)
    }

    @Test("a stop or no-go of the session is remembered as its worst")
    func worst() {
        var machine = held(at: minute(2))
        _ = machine.happened(.gateAnswered(.stop, judged: minute(10)), at: minute(10))
        _ = machine.happened(.gateAnswered(.hold, judged: minute(18)), at: minute(18))
        #expect(machine.hold?.worst == .stop)
    }

    @Test("ready for 15 minutes: the baseline has waited too long and a fresh pair is owed, to the second")
    func idle() {
        var machine = PhaseMachine(timers: timers)
        _ = machine.happened(.gateAnswered(.ok, judged: minute(0)), at: minute(1))
        #expect(machine.nextDeadline(after: minute(1)) == minute(16))
        #expect(machine.happened(.timePassed, at: minute(15, 59)) == [])
        #expect(machine.happened(.timePassed, at: minute(16)) == [.moved(from: .ready, to: .preDose)])
        #expect(machine.freshFrom == minute(16))
    }

    @Test("a failing item keeps discharge assessment; only a rebound leaves it")
    func dischargeAssessment() {
        var machine = PhaseMachine(timers: timers)
        for event in [
            PhaseEvent.gateAnswered(.ok, judged: minute(0)), .administrationStarted(gate: []),
            .administrationEnded,
        ] {
            _ = machine.happened(event, at: minute(1))
        }
        _ = machine.happened(.effectsAssessed(.falling, hasSubsided: true), at: minute(90))
        _ = machine.happened(.effectsAssessed(.falling, hasSubsided: false), at: minute(100))
        #expect(machine.phase == .dischargeAssessment)
        _ = machine.happened(.effectsAssessed(.rebound, hasSubsided: false), at: minute(110))
        #expect(machine.phase == .monitoring)
    }

    @Test("a discharge that is refused names what stands and what to file instead")
    func refusedDischarge() {
        var machine = PhaseMachine(timers: timers)
        for event in [
            PhaseEvent.gateAnswered(.ok, judged: minute(0)), .administrationStarted(gate: []),
            .administrationEnded,
            .effectsAssessed(.falling, hasSubsided: true),
        ] {
            _ = machine.happened(event, at: minute(1))
        }
        let left = PatientLeft(manner: .discharged)
        let refusal = machine.happened(
            .patientLeft(left, obstacles: ["HR 120, needs 50-110"]), at: minute(130)
        ).refusal
        #expect(
            refusal?.sentence == "Not to be discharged yet: HR 120, needs 50-110. "
                + "Who goes now leaves against advice or is transferred.")
    }

    @Test("what stands against the signature")
    func closing() {
        let esketamine = TestProtocols.esketamine.timers
        let owed = ClosingCheck(
            blankCheckpoints: ["T0+40"], timers: esketamine, wasDosed: true, isFormNoted: false)
        #expect(owed.obstacles.count == 2)
        #expect(
            ClosingCheck(blankCheckpoints: [], timers: esketamine, wasDosed: true, isFormNoted: true)
                .obstacles.isEmpty)
        #expect(
            ClosingCheck(blankCheckpoints: [], timers: esketamine, wasDosed: false, isFormNoted: false)
                .obstacles.isEmpty)
        #expect(
            ClosingCheck(blankCheckpoints: [], timers: timers, wasDosed: true, isFormNoted: false).obstacles
                .isEmpty)
    }

    @Test("200,000 random events never trap and never leave a phase that is signed", arguments: [1, 2, 3, 4])
    func randomWalk(seed: Int) {
        var numbers = SeededChance(seed: UInt64(seed))
        var machine = PhaseMachine(timers: timers)
        for step in 0..<50_000 {
            let event = PhaseTableTests.events[
                Int.random(in: 0..<PhaseTableTests.events.count, using: &numbers)
            ].event
            let before = machine.phase
            _ = machine.happened(event, at: SessionTime(seconds: Int64(step)))
            if before == .closed {
                #expect(machine.phase == .closed, "seed \(seed)")
                machine = PhaseMachine(timers: timers)
            }
            if before.isOver {
                #expect(
                    machine.phase == before || machine.phase == .closed || before == .closed, "seed \(seed)")
            }
        }
    }
}
