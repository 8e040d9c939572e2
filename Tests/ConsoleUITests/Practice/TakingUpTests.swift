import Canvas
import Review
import SessionCore
import Simulation
import Testing

@testable import ConsoleUI

struct TakingUpTests {
    /// An exercise in which something was measured, typed and done.
    private func underWay() throws -> Trainee {
        var trainee = try Trainee("wrong-entry", seed: 3)
        trainee.type("v")
        trainee.wait(60)
        trainee.type("120/80 hr 70<Enter>nquiet<Enter>")
        trainee.type("i")
        trainee.wait(15)
        return trainee
    }

    @Test("an exercise whose console died stands still where it was, with the same patient, record and room")
    func sameState() throws {
        var trainee = try underWay()
        let before = try #require(trainee.model.practice)
        let picture = try #require(trainee.model.picture)
        try trainee.dieAndStartAgain()
        let after = try #require(trainee.model.practice)
        // No more is lost than the seconds since time was noted last.
        #expect(before.exercise.now - after.exercise.now <= ExerciseKeeping.notesEvery)
        #expect(after.exercise.log.room == before.exercise.log.room)
        #expect(after.exercise.monitor == before.exercise.monitor)
        #expect(after.exercise.says == before.exercise.says)
        #expect(trainee.model.picture?.timeline.count == picture.timeline.count)
        #expect(trainee.screen.contains("Continue the exercise?"))
        trainee.wait(30)
        #expect(trainee.simulated == after.clock.now, "the simulation stands still")
        trainee.type("c")
        trainee.wait(30)
        #expect(trainee.simulated == after.clock.now + .seconds(30))
    }

    @Test("what is done after the restart has the outcome that it would have had without")
    func sameFuture() throws {
        var trainee = try underWay()
        trainee.type("<Space>")
        var other = trainee
        try trainee.dieAndStartAgain()
        #expect(trainee.simulated == other.simulated, "a stopped clock is noted at once")
        trainee.type("cv")
        other.type("<Space>v")
        trainee.wait(60)
        other.wait(60)
        #expect(
            trainee.model.practice?.exercise.log.room.shown == other.model.practice?.exercise.log.room.shown)
        #expect(trainee.kept.last?.log.steps.count == trainee.model.practice?.exercise.log.steps.count)
    }

    @Test("a fact whose step was lost with the console still reaches the patient")
    func lostStep() throws {
        var trainee = try Trainee("wrong-entry", seed: 3)
        trainee.refusesSteps = true
        trainee.type("nquiet<Enter>")
        #expect(trainee.screen.contains("the disk is full"))
        trainee.refusesSteps = false
        trainee.kept[0].log.steps = []
        try trainee.dieAndStartAgain()
        #expect(
            trainee.model.practice?.exercise.log.steps.map(\.step).contains(.fact(trainee.stored.count))
                == true)
        #expect(trainee.kept[0].log.steps == trainee.model.practice?.exercise.log.steps)
    }

    @Test(
        "steps that the disk refused are asked for again until they are kept, and the screen says so meanwhile"
    )
    func refused() throws {
        var trainee = try Trainee("wrong-entry", seed: 3)
        trainee.refusesSteps = true
        trainee.type("v")
        #expect(trainee.screen.contains("ENTRIES ARE NOT SAVED: the disk is full"))
        trainee.wait(3)
        trainee.refusesSteps = false
        trainee.wait(2)
        #expect(!trainee.screen.contains("NOT SAVED"))
        #expect(trainee.kept[0].log.steps.contains { $0.step == .deed(.measurePressure) })
        #expect(trainee.kept[0].log.steps == trainee.model.practice?.exercise.log.steps)
    }

    @Test("an exercise that is left can be taken up or ended, and one that has ended shows its debrief")
    func leftAndEnded() throws {
        var trainee = try underWay()
        trainee.type("ql")
        #expect(trainee.hasQuit)
        #expect(trainee.kept[0].log.steps.last?.step == .reached)
        try trainee.dieAndStartAgain()
        trainee.type("e")
        #expect(trainee.model.stage == .debrief)
        #expect(trainee.kept[0].log.steps.last?.step == .ended)
        let verdict = try #require(trainee.model.debriefText).verdict
        try trainee.dieAndStartAgain()
        #expect(trainee.model.stage == .debrief)
        #expect(trainee.model.debriefText?.verdict == verdict)
    }

    @Test("before the handover was read it is read first, also after a restart, and the key bar says how")
    func beforeHandover() throws {
        var trainee = try Trainee("panic", takesOver: false)
        trainee.type("<Esc>")
        #expect(trainee.surface.text.last?.contains("H handover") == true)
        try trainee.dieAndStartAgain()
        trainee.type("c")
        #expect(trainee.screen.contains("Handover: "))
        trainee.type("t")
        trainee.wait(5)
        #expect(trainee.screen.contains("SIMULATION 1x runs"))
    }
}
