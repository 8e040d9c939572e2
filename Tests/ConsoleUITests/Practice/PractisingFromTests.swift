import Canvas
import Review
import SessionCore
import Simulation
import Testing

@testable import ConsoleUI

struct PractisingFromTests {
    /// An attempt in which a pressure was measured and typed wrongly, a note came a while later, and it was ended.
    private func ended() throws -> Trainee {
        var trainee = try Trainee("wrong-entry", seed: 3)
        trainee.wait(20)
        trainee.type("v")
        trainee.wait(60)
        trainee.type("99/50<Enter>")
        trainee.wait(120)
        trainee.type("ngave up<Enter>")
        trainee.wait(20)
        trainee.type("qy")
        return trainee
    }

    /// Puts the cursor of the debrief on the first line that has these words.
    private func choose(_ words: String, in trainee: inout Trainee) throws {
        let lines = try #require(trainee.model.debriefText).lines
        let place = try #require(lines.firstIndex { $0.text.contains(words) }, "\(lines.map(\.text))")
        trainee.model.debriefFocus = place
    }

    @Test(
        "from a line of the debrief a new exercise goes on: same patient, the record as it stood, the parent named"
    )
    func fromLine() throws {
        var trainee = try ended()
        let parent = try #require(trainee.kept.first)
        try choose("gave up", in: &trainee)
        let place = try #require(trainee.model.debriefText?.lines[trainee.model.debriefFocus].at)
        trainee.type("p")
        #expect(trainee.kept.count == 2)
        let child = try #require(trainee.kept.last)
        #expect(child.log.parent == .init(session: parent.plan.session, from: place))
        #expect(child.plan.session != parent.plan.session && child.plan.seed == parent.plan.seed)
        #expect(trainee.simulated == place)
        #expect(child.facts.allSatisfy { $0.session == child.plan.session && $0.mode == .practice })
        #expect(child.facts.map(\.body) == parent.facts.prefix(child.facts.count).map(\.body))
        #expect(trainee.screen.contains("goes on from \(parent.plan.session)"))
        trainee.wait(10)
        #expect(trainee.simulated == place, "nothing runs before the trainee takes over")
        trainee.type("t")
        trainee.wait(10)
        #expect(trainee.simulated == place + .seconds(10))
    }

    @Test("from its replay the same, with the entries that had been made by then")
    func fromReplay() throws {
        var trainee = try ended()
        try choose("99/50", in: &trainee)
        trainee.type("<Enter>,")
        let count = try #require(trainee.model.replay?.cursor.count)
        #expect(trainee.surface.text.last?.contains("practise from here") == true)
        trainee.type("p")
        #expect(trainee.model.stage == .bedside)
        #expect(trainee.kept.last?.facts.count == count)
    }

    @Test("what was settled before the moment counts as the parent's: it is shown and not scored")
    func scoredHonestly() throws {
        var trainee = try ended()
        #expect(trainee.model.practiceOutcome?.debrief.score.entries.mistyped.isEmpty == false)
        let parent = try #require(trainee.kept.first).plan.session
        try choose("gave up", in: &trainee)
        let place = try #require(trainee.model.debriefText?.lines[trainee.model.debriefFocus].at)
        trainee.type("pt")
        trainee.wait(10)
        trainee.type("qy")
        let debrief = try #require(trainee.model.practiceOutcome?.debrief)
        #expect(debrief.score.entries.mistyped.isEmpty, "the wrong value was the parent's")
        for action in debrief.score.actions {
            var settled = action.doneAt
            if action.standing == .missing, let trigger = action.trigger, let deadline = action.deadline {
                settled = deadline + (deadline - trigger)
            }
            #expect(action.isInherited == settled.map { $0 <= place } ?? false, "\(action.name)")
        }
        let text = try #require(trainee.model.debriefText).lines.map(\.text)
        #expect(text.contains("By then, in \(parent); it counts as that attempt's:"))
        #expect(trainee.screen.contains("of \(parent)"))
    }

    @Test("a moment before the trainee took over, and one after the end, open no exercise and say why")
    func impossible() throws {
        var trainee = try ended()
        trainee.model.debriefFocus = 0
        trainee.type("p")
        #expect(trainee.kept.count == 1 && trainee.screen.contains("this line speaks of no moment"))
        try choose("99/50", in: &trainee)
        trainee.type("<Enter><Home>p")
        #expect(trainee.kept.count == 1 && trainee.screen.contains("you had not taken over then"))
    }

    @Test("killed right after it began, it stands at its moment and still names its parent")
    func takenUp() throws {
        var trainee = try ended()
        try choose("gave up", in: &trainee)
        trainee.type("p")
        let child = try #require(trainee.model.practice)
        try trainee.dieAndStartAgain()
        #expect(trainee.simulated == child.clock.now)
        #expect(trainee.model.practice?.exercise.log.parent == child.exercise.log.parent)
        #expect(trainee.model.practice?.exercise.monitor == child.exercise.monitor)
    }
}
