import Canvas
import Review
import SessionCore
import Testing

@testable import ConsoleUI

struct DebriefTests {
    private func ended(_ name: String) throws -> Trainee {
        var trainee = try Trainee(name)
        trainee.wait(5)
        trainee.type("qy")
        return trainee
    }

    @Test("leaving an exercise asks first, and ends with its debrief")
    func leaving() throws {
        var trainee = try Trainee("panic")
        trainee.type("q")
        #expect(trainee.model.practiceOutcome == nil)
        trainee.type("y")
        let debrief = try #require(trainee.model.practiceOutcome?.debrief)
        #expect(!debrief.score.isPassed)
        #expect(trainee.screen.contains("NOT PASSED"))
        #expect(trainee.screen.hasPrefix("//PRACTICE//"))
    }

    @Test("time of the exercise runs out, and the debrief is there")
    func runsOut() throws {
        var trainee = try Trainee("laryngospasm")
        trainee.type("]]]]]]]")
        trainee.wait(21)
        #expect(trainee.model.practiceOutcome != nil)
    }

    @Test("raw facts stand first, then the verdict, then each point with its moment")
    func order() throws {
        let trainee = try ended("panic")
        let lines = try #require(trainee.model.debriefText).lines
        let verdict = try #require(lines.firstIndex { $0.text.hasPrefix("NOT PASSED") })
        let points = try #require(lines.firstIndex { $0.text.hasPrefix("Point by point") })
        #expect(lines[0].text.hasPrefix("What happened") && verdict < points)
        let outcome = try #require(trainee.model.practiceOutcome)
        let actions = outcome.debrief.score.actions.filter { $0.standing != .notCalledFor }
        let shown = lines[(points + 1)...].prefix(actions.count)
        #expect(!shown.isEmpty && shown.allSatisfy { $0.sequence != nil })
    }

    @Test("an entry for a time before the trainee took over stands in the list, with when it was entered")
    func backDated() throws {
        var trainee = try Trainee("missed-checkpoints")
        trainee.wait(60)
        trainee.type("150/92 80 97 14 -10m<Enter>")
        trainee.type("qy")
        let lines = try #require(trainee.model.debriefText).lines
        let line = try #require(lines.first { $0.text.contains("BP 150/92") })
        #expect(line.text.contains(", entered T0+"), "\(line.text)")
        let happened = lines.prefix { !$0.text.hasPrefix("NOT PASSED") }
        #expect(happened.allSatisfy { !$0.text.contains("nurse on duty: AB") }, "not what others had entered")
    }

    @Test("Enter replays the moment of the chosen line and q comes back; a line without a moment opens none")
    func opensMoment() throws {
        var trainee = try ended("wrong-entry")
        trainee.type("<Up><Enter>")
        #expect(trainee.model.stage == .debrief)
        trainee.type("<Down><Enter>")
        #expect(trainee.model.stage == .replay)
        #expect(trainee.screen.contains("REPLAY OF PRACTICE"))
        trainee.type("q")
        #expect(trainee.model.stage == .debrief)
    }

    @Test("practise again opens a session of its own with the same patient")
    func again() throws {
        var trainee = try ended("panic")
        trainee.type("rt")
        #expect(trainee.model.practiceOutcome == nil)
        let names = trainee.kept.map(\.plan.session.name)
        #expect(names.count == 2 && Set(names).count == 2)
        #expect(trainee.stored.first?.session.name == names[1])
        trainee.wait(3)
        #expect(trainee.screen.contains("SIMULATION 1x runs"))
    }

    @Test("the debrief is drawn at any size")
    func sizes() throws {
        var trainee = try ended("panic")
        for columns in stride(from: 0, through: 130, by: 10) {
            for rows in stride(from: 0, through: 45, by: 5) {
                trainee.size = Size(columns: columns, rows: rows)
                #expect(trainee.surface.overlaps.isEmpty, "\(columns)×\(rows)")
            }
        }
    }
}
