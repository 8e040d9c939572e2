import Review
import SessionCore
import Simulation
import Testing

@testable import Settings

/// Every scenario can be passed by somebody who does the right things in time, and by nobody who does nothing.
struct PassableTests {
    static let names = ScenarioLibrary().names

    static func debrief(_ player: Player) -> Debrief {
        Debrief(session: player.session, room: player.exercise.log.room, rubric: player.scenario.rubric)
    }

    @Test(
        "who does the right things in time passes, with whatever seed", arguments: names,
        [1, 2, 3] as [UInt64])
    func rightIsPassed(name: String, seed: UInt64) throws {
        var player = try Player(name, seed: seed)
        try Rehearsal.play(&player)
        let score = PassableTests.debrief(player).score
        let sentence = "\(name), seed \(seed): \(score.percent) %, \(score.reasons)"
        #expect(score.isPassed, Comment(rawValue: sentence))
        #expect(score.entries.mistyped.isEmpty && score.entries.backDated.isEmpty)
        #expect(score.percent >= 75, "\(score.actions.filter { $0.credit < 100 }.map(\.name))")
    }

    @Test("who does nothing fails", arguments: names)
    func nothingFails(name: String) throws {
        var player = try Player(name)
        player.wait(until: player.scenario.lastsMinutes * 60)
        let score = PassableTests.debrief(player).score
        #expect(!score.isPassed && score.percent < 60)
        #expect(player.exercise.isOver)
    }

    @Test("who gives up at once fails", arguments: names)
    func givingUpFails(name: String) throws {
        var player = try Player(name)
        player.wait(until: 5)
        // A copy that is ended; the session stays as it was handed over.
        var exercise = player.exercise
        exercise.end()
        let score = Debrief(
            session: player.session, room: exercise.log.room, rubric: player.scenario.rubric
        ).score
        #expect(!score.isPassed)
    }
}
