import SessionCore
import Simulation
import Testing

@testable import Settings

/// The room and its time.
struct ExerciseTests {
    @Test("the cuff takes 25 to 45 s, cannot be started twice, and shows nothing before")
    func cuff() throws {
        var player = try Player("normal-session")
        try player.act(.measurePressure)
        #expect(throws: Refusal.self) { try player.act(.measurePressure) }
        player.wait(24)
        #expect(player.exercise.monitor.pressure == nil)
        player.wait(22)
        #expect(player.exercise.monitor.pressure != nil)
        #expect(player.exercise.monitor.cuff == .idle)
    }

    @Test("saturation reads at once; asking takes time")
    func oximeterAndAsking() throws {
        var player = try Player("normal-session")
        try player.act(.readOximeter)
        #expect(player.exercise.monitor.values[.oxygenSaturation] != nil)
        try player.act(.askEffects)
        player.wait(10)
        #expect(player.exercise.monitor.values[.intensity] == nil)
        player.wait(20)
        #expect(player.exercise.monitor.values[.intensity]?.value == 0)
    }

    @Test("on a cold hand the probe loses its signal now and then, until it is put on anew")
    func coldHand() throws {
        func losses(reseating: Bool, cold: Bool) throws -> Int {
            var player = try Player("normal-session", seed: 9) { $0.patient.coldHand = cold }
            player.wait(20)
            if reseating { try player.act(.reseatProbe) }
            var lost = 0
            for _ in 0..<60 {
                player.wait(20)
                try player.act(.readOximeter)
                lost += player.exercise.monitor.signalLost == nil ? 0 : 1
            }
            return lost
        }
        #expect(try losses(reseating: false, cold: true) >= 5)
        #expect(try losses(reseating: true, cold: true) <= 4)
        #expect(try losses(reseating: false, cold: false) <= 4)
    }

    @Test("one seed gives the same exercise, however time was moved on; another seed another cuff")
    func determinism() throws {
        func shown(seed: UInt64, step: Int) throws -> [ShownReading] {
            var player = try Player("over-sedation", seed: seed)
            while player.exercise.now < player.zero + .minutes(27) { player.wait(step) }
            player.wait(untilMinute: 30)
            try player.act(.measurePressure)
            player.wait(untilMinute: 34)
            #expect(player.exercise.log.room.moments.map(\.name).contains("below-ninety"))
            return player.exercise.log.room.shown
        }
        let coarse = try shown(seed: 4, step: 300)
        #expect(try shown(seed: 4, step: 7) == coarse)
        #expect(try shown(seed: 5, step: 300) != coarse)
    }

    @Test("moments come at the same instants in whatever steps time is moved on")
    func momentsDoNotDependOnSteps() throws {
        func moments(step: Int) throws -> [PassedMoment] {
            var player = try Player("over-sedation")
            while !player.exercise.isOver { player.wait(step) }
            return player.exercise.log.room.moments
        }
        #expect(try moments(step: 1) == (try moments(step: 613)))
    }

    @Test("practised again from a moment, the exercise stands as it stood", arguments: PassableTests.names)
    func again(name: String) throws {
        var player = try Player(name, seed: 3)
        try Rehearsal.play(&player)
        let last = player.exercise.log.steps.last?.at ?? player.exercise.now
        let again = Exercise.replayed(
            player.scenario, careProtocol: player.careProtocol, facts: player.session.facts,
            log: player.exercise.log, until: last)
        #expect(again.monitor.values == player.exercise.monitor.values)
        #expect(again.log.steps == player.exercise.log.steps)
        #expect(again.log.room.shown == player.exercise.log.room.shown)
        let half = player.exercise.tookOver + .minutes(5)
        let earlier = Exercise.replayed(
            player.scenario, careProtocol: player.careProtocol, facts: player.session.facts,
            log: player.exercise.log, until: half)
        #expect(earlier.now == half && !earlier.isOver)
        #expect(
            earlier.log.room.shown == player.exercise.log.room.shown.filter { $0.at <= half })
    }

    @Test(
        "an exercise that goes on from a moment is the same patient: what is done alike has the same outcome")
    func goingOn() throws {
        var player = try Player("wrong-entry", seed: 3)
        player.wait(until: 30)
        try player.act(.measurePressure)
        player.wait(until: 100)
        let half = player.exercise.now
        let log = player.exercise.log.goingOn(from: half, of: player.session.id, facts: 99)
        var other = Exercise.replayed(
            player.scenario, careProtocol: player.careProtocol, facts: player.session.facts, log: log)
        #expect(other.now == half && other.monitor == player.exercise.monitor)
        #expect(other.log.parent == .init(session: player.session.id, from: half))
        try other.act(.measurePressure)
        try player.act(.measurePressure)
        other.advance(to: half + .minutes(2))
        player.wait(120)
        #expect(other.log.room.shown == player.exercise.log.room.shown)
    }

    @Test("time that passed without a deed is noted, and the exercise is taken up where it was noted last")
    func noted() throws {
        var player = try Player("wrong-entry", seed: 3)
        var exercise = player.exercise
        exercise.advance(to: exercise.tookOver + .seconds(200))
        exercise.noteReached()
        exercise.noteReached()
        #expect(exercise.log.steps.map(\.step) == [.reached])
        player.wait(until: 200)
        let again = Exercise.replayed(
            player.scenario, careProtocol: player.careProtocol, facts: player.session.facts, log: exercise.log
        )
        #expect(again.now == exercise.now && again.says == player.exercise.says)
        exercise.end()
        #expect(exercise.log.steps.last?.step == .ended)
        #expect(
            Exercise.replayed(
                player.scenario, careProtocol: player.careProtocol, facts: player.session.facts,
                log: exercise.log
            ).isOver)
    }

    @Test(
        "a calm voice at once takes more of the panic away than one that comes late; a drug works only when ordered"
    )
    func reliefs() throws {
        func distress(
            voiceAfter seconds: Int?, drugOrderedBy orderer: String?, calls: Bool = true
        ) throws -> Double {
            var player = try Player("panic")
            player.wait(untilMinute: 24.2)
            if calls { try player.act(.callPrescriber) }
            if let seconds {
                player.wait(seconds)
                try player.act(.calmVoice)
            }
            player.wait(untilMinute: 33)
            if let orderer {
                try player.file(
                    .actionTaken(ActionTaken(code: "benzodiazepine", orderedBy: orderer, detail: "1 mg")))
            }
            player.wait(untilMinute: 41)
            return player.exercise.truth.distress
        }
        let alone = try distress(voiceAfter: nil, drugOrderedBy: nil)
        let early = try distress(voiceAfter: 5, drugOrderedBy: nil)
        let late = try distress(voiceAfter: 280, drugOrderedBy: nil)
        #expect(early < late - 1 && late < alone - 1, "\(early) \(late) \(alone)")
        #expect(try distress(voiceAfter: nil, drugOrderedBy: "") == alone)
        #expect(try distress(voiceAfter: nil, drugOrderedBy: "Dr A") < alone - 3)
        let uncalled = try distress(voiceAfter: nil, drugOrderedBy: nil, calls: false)
        #expect(
            try distress(voiceAfter: nil, drugOrderedBy: "Dr A", calls: false) == uncalled,
            "a name is no order")
    }

    @Test("an instructor's changes happen together, and a comment is kept but never heard")
    func instructor() throws {
        var player = try Player("normal-session")
        player.wait(60)
        var exercise = player.exercise
        exercise.injected(
            InstructorMessage(
                changes: [
                    .move(vital: .systolic, by: 40, seconds: 60),
                    .move(vital: .heartRate, by: 30, seconds: 60),
                    .say(speaker: .patient, text: "My heart is pounding."),
                ], comment: "watch what she does first"))
        let before = exercise.truth
        exercise.advance(to: exercise.now + .minutes(2))
        #expect(
            exercise.truth.systolic - before.systolic > 38 && exercise.truth.heartRate - before.heartRate > 28
        )
        #expect(exercise.says.last?.text == "My heart is pounding.")
        #expect(exercise.log.comments.map(\.text) == ["watch what she does first"])
    }

    @Test(
        "what a scenario does to the patient comes when the instructor sends it, once, and not again at its own time"
    )
    func influenceSent() throws {
        func alertness(sending: Bool, minutes: Double) throws -> Double {
            var player = try Player("over-sedation")
            if sending { player.instruct(InstructorMessage(changes: [.influence(name: "depth")])) }
            player.wait(untilMinute: minutes)
            return player.exercise.truth.alertness
        }
        #expect(try alertness(sending: false, minutes: 24.9) >= 4)
        #expect(try alertness(sending: true, minutes: 24.9) <= 2)
        #expect(try alertness(sending: true, minutes: 32) == alertness(sending: false, minutes: 35))
    }

    @Test("a stopped simulation stands still at every speed; 60x is a minute a second")
    func clocks() {
        var clock = SimulationClock(at: SessionTime(milliseconds: 0))
        clock.runs(at: 500)
        #expect(clock.speed == 60)
        #expect(clock.realTimePassed(milliseconds: 1000) == SessionTime(minutes: 1))
        clock.stops()
        #expect(clock.realTimePassed(milliseconds: 5000) == SessionTime(minutes: 1))
        clock.jumps(to: SessionTime(minutes: 2))
        clock.goesOn()
        clock.runs(at: 0)
        #expect(clock.realTimePassed(milliseconds: 1000) == SessionTime(seconds: 121))
    }

    @Test("the wrong entry stands in the record as 182, questioned, while the patient is at 128")
    func wrongEntry() throws {
        let player = try Player("wrong-entry")
        let picture = player.session.picture(at: player.session.moment(at: player.exercise.now))
        #expect(picture.latest[.systolic]?.value == 182)
        #expect(picture.latest[.systolic]?.isUnconfirmed == true)
        #expect(abs(player.exercise.truth.systolic - 128) < 4)
    }
}
