import Canvas
import Review
import SessionCore
import Simulation
import Testing

@testable import ConsoleUI

struct ComparingTests {
    /// Two attempts: one in which nothing was done, then one with a pressure.
    private func twice() throws -> Trainee {
        var trainee = try Trainee("wrong-entry", seed: 3)
        trainee.wait(5)
        trainee.type("qyrtv")
        trainee.wait(60)
        let shown = trainee.model.practice?.exercise.monitor.pressure?.pressure
        let pressure = try #require(shown)
        trainee.type("\(pressure.systolic)/\(pressure.diastolic)<Enter>qy")
        return trainee
    }

    @Test(
        "an earlier attempt is chosen from a list and stands in a column of its own, raw facts before the scores"
    )
    func columns() throws {
        var trainee = try twice()
        trainee.size = Size(columns: 80, rows: 24)
        trainee.send(.resized(trainee.size))
        trainee.type("c")
        #expect(trainee.screen.contains("a reference run") && trainee.screen.contains("seed 3"))
        trainee.type("1")
        let comparison = try #require(trainee.model.practice?.comparison)
        let rows = comparison.rows
        let measured = try #require(rows.firstIndex { $0.later.contains("in the room: ") })
        #expect(rows[measured].earlier.isEmpty)
        let scores = try #require(rows.firstIndex { $0.head == "Scored" })
        #expect(measured < scores)
        #expect(rows[scores + 1].earlier.contains("NOT PASSED"))
        for line in comparison.lines(columns: 80) where line.head != "-" {
            #expect(line.earlier.count <= 34 && line.later.count <= 34, "\(line)")
        }
        #expect(trainee.screen.hasPrefix("//PRACTICE//"))
        trainee.type("<PageDown><PageDown><PageDown><PageDown>")
        #expect(trainee.screen.contains("points of %"))
        trainee.type("q")
        #expect(trainee.model.stage == .debrief && trainee.model.practice?.comparison == nil)
        #expect(!trainee.hasQuit)
    }

    @Test("a reference run is asked for with the same scenario and seed, and keys go on meanwhile")
    func reference() throws {
        var trainee = try twice()
        trainee.type("c")
        let plan = try #require(trainee.model.practice?.plan)
        var model = trainee.model
        let effects = update(&model, .key(.character("g")), at: trainee.moment)
        #expect(effects.contains(.playReference(plan, sent: [])))
        #expect(model.isWaiting)
    }

    @Test("where there is nothing to compare with, the debrief stays and says why")
    func nothing() throws {
        var trainee = try twice()
        trainee.type("c")
        trainee.kept.removeFirst()
        trainee.type("1")
        #expect(trainee.screen.contains("no such attempt"))
        #expect(trainee.model.stage == .debrief)
    }
}
