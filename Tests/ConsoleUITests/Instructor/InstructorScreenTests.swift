import Canvas
import SessionCore
import Testing

@testable import ConsoleUI

struct InstructorScreenTests {
    @Test("the corner says INSTRUCTOR between signs that no other mode has, and PRACTICE beside it")
    func corner() throws {
        let pair = try Supervised("panic")
        for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
            #expect(pair.screen(columns, rows).hasPrefix("((INSTRUCTOR))"))
        }
        #expect(pair.screen(80, 24).hasPrefix("((INSTRUCTOR)) PRACTICE"))
    }

    @Test("all parts are in sight at 120x40 and at 80x24", arguments: [(120, 40), (80, 24)])
    func parts(_ columns: Int, _ rows: Int) throws {
        var pair = try Supervised("pressure-crisis")
        pair.trainee.type("v")
        pair.wait(60)
        try pair.type("msys +20 in 60s<Enter>cgood<Enter>S")
        pair.wait(1)
        let screen = pair.screen(columns, rows)
        for part in [
            "The patient in truth", "What the trainee has", "Heard and seen", "Staged",
            "Events of the scenario",
            "Sent, the newest first", "SIMULATION 1x runs", "mg", "plasma",
        ] { #expect(screen.contains(part), "\(part) at \(columns)x\(rows)\n\(screen)") }
    }

    @Test("the typed line is read back in words with what the vital is now, the exercise staying in sight")
    func readBack() throws {
        var pair = try Supervised("pressure-crisis")
        try pair.type("msys +20 in 60s")
        let screen = pair.screen()
        #expect(screen.contains("systolic pressure +20 mmHg in 1 min (now ") && screen.contains("in truth"))
    }

    @Test("where there is little room the patient comes first, then what is staged")
    func small() throws {
        let pair = try Supervised("panic")
        let screen = pair.screen(40, 14)
        #expect(screen.contains("BP") && screen.contains("plasma") && screen.contains("Staged"), "\(screen)")
    }

    @Test("a list of choices leaves the patient in sight")
    func choices() throws {
        var pair = try Supervised("panic")
        try pair.type("v")
        let screen = pair.screen(80, 24)
        #expect(screen.contains("prescriber") && screen.contains("in truth") && screen.contains("BP"))
    }

    @Test("a line that cannot be is told why once, and stays")
    func wrongLine() throws {
        var pair = try Supervised("panic")
        try pair.type("e99<Enter>")
        let screen = pair.screen()
        #expect(
            screen.ranges(of: "An event is named by its number").count == 1 && screen.contains("not staged"))
        #expect(pair.instructor.instructor?.staged.isEmpty == true)
    }

    @Test("what the scenario does to the patient stands among its events and is sent like one, once")
    func influence() throws {
        var pair = try Supervised("panic")
        #expect(pair.screen().contains("terror"), "\(pair.screen())")
        try pair.type("e4<Enter>S")
        pair.wait(150)
        #expect(pair.patient.map { $0.distress > 6 } == true)
        #expect(pair.screen().contains("terror, fired"))
        try pair.type("e4<Enter>")
        #expect(pair.screen().contains("The event terror has happened already."))
    }

    @Test("it is drawn at any size, with and without something open")
    func sizes() throws {
        var pair = try Supervised("panic")
        for keys in ["", "m", "sys", "<Esc>v", "<Esc>?"] {
            try pair.type(keys)
            for columns in stride(from: 0, through: 160, by: 10) {
                for rows in stride(from: 0, through: 50, by: 5) { _ = pair.screen(columns, rows) }
            }
        }
    }

    @Test("a console that is not running is said so, and time stands")
    func untended() throws {
        var pair = try Supervised("panic")
        pair.wait(2)
        var watched = try #require(pair.watched)
        watched.isTended = false
        pair.send(.exerciseRead(watched))
        #expect(pair.screen().contains("NO TRAINEE'S CONSOLE RUNS"))
        let standing = try #require(pair.instructor.instructor?.exercise.now)
        #expect(standing <= pair.trainee.simulated)
        pair.trainee.moment.boot?.milliseconds += 60_000
        pair.send(.tick)
        #expect(pair.instructor.instructor?.exercise.now == standing)
    }
}
