import Canvas
import ConsoleUI
import SessionCore
import Testing

@Suite("Typing a reading")
struct TypingTests {
    /// Presses one key after the other and answers with how many it took to file the reading.
    private func keystrokes(_ keys: String, _ robot: inout Robot) -> Int? {
        let before = robot.stored.count
        for (index, key) in (Key.sequence(keys) ?? []).enumerated() {
            robot.send(.key(key))
            if robot.stored.count > before { return index + 1 }
        }
        return nil
    }

    @Test("pressure, pulse, SpO2 and breathing rate take at most 16 keystrokes, a pressure alone 7")
    func keystrokeBudget() throws {
        var robot = try Robot.infusing()
        let whole = try #require(keystrokes("132/84 78 98 14<Enter>", &robot))
        #expect(whole <= 16)
        let latest = try robot.picture().latest
        #expect(latest[.systolic]?.value == 132 && latest[.respiratoryRate]?.value == 14)
        robot.wait(minutes: 10)
        #expect(try #require(keystrokes("134/86<Enter>", &robot)) <= 7)
        #expect(try robot.picture().latest[.systolic]?.value == 134)
    }

    @Test(
        "at 80 and at 60 columns the suggestion is read whole, before what is wrong",
        arguments: [
            ("84/132", "systolic and diastolic look swapped: 132/84? Tab takes it"),
            ("132/84 t98.2", "98.2 °F is 36.8 °C: t36.8? Tab takes it"),
            ("182/84", "128? Tab takes it"), ("18/104", "118? Tab takes it"),
        ])
    func suggestionIsWhole(typed: String, suggestion: String) throws {
        for size in [Size(columns: 80, rows: 24), Size(columns: 60, rows: 20)] {
            var robot = try Robot.infusing()
            robot.enter("128/84 78 98 14")
            robot.wait(minutes: 3)
            robot.size = size
            robot.type(typed)
            #expect(robot.sees(suggestion))
            #expect(robot.sees("Tab take suggestion"))
            robot.type("<C-u>134/84")
            #expect(!robot.sees("Tab take suggestion"))
        }
    }

    @Test("what a suggestion says is not said a second time")
    func nothingTwice() throws {
        var robot = try Robot.infusing()
        robot.enter("128/84")
        robot.wait(minutes: 3)
        robot.type("182/84")
        #expect(robot.screen.components(of: "systolic 182 was 128") == 1)
    }

    @Test("who entered it stands in a column of its own, at the same place in every line")
    func authors() throws {
        var robot = try Robot.infusing()
        robot.type("nThe room is warm<Enter>")
        let lines = robot.screen.split(separator: "\n").map(Array.init)
        let entered = lines.filter { $0.count > 12 && String($0[1...2]) == "09" && $0[3] == ":" }
        #expect(entered.count >= 4)
        for line in entered { #expect(String(line[8...11]) == "KL  ") }
    }

    @Test("what is due is said in words, without the signs of the schedule")
    func dueInWords() throws {
        let robot = try Robot.infusing()
        let due = robot.screen.split(separator: "\n")[1]
        #expect(due.contains("checkpoint T0+20 with effects in "))
        #expect(!due.contains("◆") && !due.contains("★"))
    }
}

extension String {
    /// How often a text stands in this one.
    fileprivate func components(of text: String) -> Int { split(separator: text).count - 1 }
}
