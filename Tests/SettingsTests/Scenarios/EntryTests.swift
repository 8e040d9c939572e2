import Review
import SessionCore
import Simulation
import Testing

@testable import Settings

/// What the monitor showed against what was typed.
struct EntryTests {
    private func entries(_ player: Player) -> EntryAccuracy { PassableTests.debrief(player).score.entries }

    @Test("typed as shown is true; one digit beside it is a mistyped reading; amended it is none")
    func mistyped() throws {
        var player = try Player("missed-checkpoints")
        try player.measure()
        #expect(entries(player).mistyped.isEmpty && entries(player).readings == 1)
        try player.act(.measurePressure)
        player.wait(50)
        var values = player.shown
        let truth = try #require(values[.systolic])
        values[.systolic] = truth + 1
        let wrong = Reading(values: values)
        try player.file(.reading(wrong))
        let sequence = player.session.facts.count
        #expect(
            entries(player).mistyped
                == [.init(sequence: sequence, vital: .systolic, typed: truth + 1, shown: truth)])
        values[.systolic] = truth
        try player.file(
            .amended(
                Amended(
                    target: sequence, was: .reading(wrong), now: .reading(Reading(values: values)),
                    reason: "typed beside it")))
        #expect(entries(player).mistyped.isEmpty)
    }

    @Test("a pressure that was never measured is made up")
    func invented() throws {
        var player = try Player("missed-checkpoints")
        try player.act(.readOximeter)
        try player.file(.reading(Reading(values: VitalSet([.systolic: 128, .diastolic: 82]))))
        #expect(entries(player).mistyped.map(\.shown) == [nil, nil])
    }

    @Test("a reading filed for four minutes earlier fails the module; filed for now it does not")
    func backDated() throws {
        func attempt(minutesBack: Int) throws -> Score {
            var player = try Player("missed-checkpoints")
            player.wait(240)
            try player.act(.measurePressure)
            player.wait(50)
            try player.file(
                .reading(Reading(values: player.shown)), measured: player.exercise.now - .minutes(minutesBack)
            )
            return PassableTests.debrief(player).score
        }
        let honest = try attempt(minutesBack: 0)
        #expect(honest.entries.backDated.isEmpty)
        #expect(!honest.criticalMisses.contains { $0.name == "back-dated" })
        let made = try attempt(minutesBack: 4)
        #expect(made.criticalMisses.contains { $0.name == "back-dated" })
        #expect(!made.isPassed)
    }

    @Test("a reading that is moved back by an amendment is back-dated too")
    func movedBack() throws {
        var player = try Player("missed-checkpoints")
        player.wait(240)
        try player.measure()
        let reading = try #require(player.session.facts.last)
        try player.file(
            .amended(
                Amended(
                    target: reading.sequence, was: reading.body, now: reading.body,
                    measured: reading.measured.advanced(byMilliseconds: -600_000), reason: "looks better")))
        #expect(entries(player).backDated == [reading.sequence])
    }

    @Test("a value read three minutes ago and typed with its time is true")
    func typedLater() throws {
        var player = try Player("missed-checkpoints")
        try player.act(.measurePressure)
        player.wait(50)
        let values = player.shown
        let measured = player.exercise.now
        player.wait(180)
        try player.file(.reading(Reading(values: values)), measured: measured)
        #expect(entries(player).mistyped.isEmpty && entries(player).backDated.isEmpty)
    }

    @Test("an alarm that was acknowledged while nothing was done about it is named")
    func idleAcknowledgement() throws {
        var player = try Player("pressure-crisis")
        player.wait(untilMinute: 30)
        try player.measure()
        let alarm = try #require(
            player.session.picture(at: player.session.moment(at: player.exercise.now)).alarms.first {
                $0.key.parameter == .pressure
            })
        try player.file(.alarmAcknowledged(AlarmAcknowledged(alarm: alarm.key, level: alarm.level)))
        let sequence = player.session.facts.count
        player.wait(600)
        #expect(PassableTests.debrief(player).idleAcknowledgements.map(\.sequence) == [sequence])
        var answered = try Player("pressure-crisis")
        answered.wait(untilMinute: 30)
        try answered.measure()
        try answered.file(.alarmAcknowledged(AlarmAcknowledged(alarm: alarm.key, level: alarm.level)))
        try answered.measure()
        #expect(PassableTests.debrief(answered).idleAcknowledgements.isEmpty)
    }

    @Test("every point of a debrief names a fact of the record", arguments: PassableTests.names)
    func evidence(name: String) throws {
        var player = try Player(name)
        try Rehearsal.play(&player)
        let score = PassableTests.debrief(player).score
        let known = Set(player.session.facts.map(\.sequence))
        for action in score.actions {
            #expect(!action.evidence.isEmpty && known.isSuperset(of: action.evidence))
        }
    }

    @Test("the same report runs over a session without a room, by what every session is measured by")
    func realSession() throws {
        var player = try Player("normal-session")
        try Rehearsal.play(&player)
        let debrief = Debrief(session: player.session, rubric: .ordinary(player.careProtocol))
        #expect(debrief.score.isPassed, "\(debrief.score.reasons)")
        #expect(debrief.score.entries.readings == 0)
    }
}
