import Canvas
import SessionCore
import Testing

@testable import ConsoleUI

@Suite("One table of commands")
struct CommandTests {
    private func running() throws -> Robot {
        var robot = try Robot.infusing(minutes: 0)
        robot.size = Size(columns: 200, rows: 60)
        return robot
    }

    @Test("every command of a session stands in the help with its key and its sentence")
    func everyCommandInHelp() throws {
        var robot = try running()
        robot.type("?")
        for command in robot.model.existing(CommandTable.commands(in: .bedside)) {
            #expect(robot.sees(command.help), "\(command.name)")
            #expect(robot.sees(robot.model.keymap.shown(command)), "\(command.name)")
        }
    }

    @Test("every command is found in the palette by its name and by its key")
    func everyCommandInPalette() throws {
        let robot = try running()
        for command in robot.model.existing(CommandTable.commands(in: .bedside)) {
            var byName = Finder(isHelp: false)
            byName.editor = LineEditor(command.name, limit: 40)
            #expect(byName.hits(robot.model).contains { $0.name == command.name })
            var byKey = Finder(isHelp: false)
            byKey.editor = LineEditor(robot.model.keymap.shown(command), limit: 40)
            #expect(byKey.hits(robot.model).first?.name == command.name)
        }
    }

    @Test("a command that is not possible says why, in the help and when its key is pressed")
    func reasons() throws {
        var robot = try running()
        for command in robot.model.existing(CommandTable.commands(in: .bedside)) {
            guard let reason = command.whyNot(robot.model), let key = command.keys.first else { continue }
            robot.send(.key(key))
            #expect(robot.sees(reason), "\(command.name)")
            robot.type("?" + command.name)
            #expect(robot.sees("not now: \(reason)"), "\(command.name)")
            robot.type("<Esc>")
        }
        robot.type("a")
        #expect(robot.sees("no alarm is open"))
    }

    @Test("at 80×24 the sentence of the chosen command and its reason are read whole")
    func chosenSentence() throws {
        var robot = try running()
        robot.size = Size(columns: 80, rows: 24)
        robot.type("?mute")
        #expect(robot.sees("Switch a level-1 alarm off for a while, with a reason."))
        #expect(robot.sees("not now: only an alarm of level 1 can be switched off, and none is open"))
    }

    @Test("the palette runs what is chosen")
    func paletteRuns() throws {
        var robot = try running()
        robot.type(":sympt<Enter>h")
        #expect(robot.kinds.last == "symptomReported")
    }

    @Test(
        "on no screen do two commands share a built-in key, and none has a digit",
        arguments: [Model.Stage.home, .bedside, .replay, .debrief, .instructor])
    func builtInKeys(stage: Model.Stage) {
        let keys = CommandTable.commands(in: stage).flatMap(\.keys)
        #expect(keys.count > 5 && Set(keys).count == keys.count)
        if stage == .bedside { #expect(!keys.contains { "0123456789@-".map(Key.character).contains($0) }) }
    }

    @Test("a configured key calls its command and stands in the help")
    func configuredKey() throws {
        var robot = try Robot(keys: ["note": ["z"]])
        robot.open(.injection, dose: "35")
        robot.type("zhello<Enter>")
        #expect(robot.kinds.last == "noteWritten")
        robot.type("?Write a note")
        #expect(robot.sees("z       note"))
    }

    @Test(
        "a note takes two keys beside its text, a symptom two, an action two, an effect three, an alarm two")
    func keystrokes() throws {
        var robot = try running()
        robot.type("sh")
        #expect(robot.kinds.last == "symptomReported")
        robot.type("xn")
        #expect(robot.kinds.last == "actionTaken")
        robot.type("ei3")
        #expect(robot.kinds.last == "reading")
        robot.type("a1")
        #expect(robot.kinds.last == "alarmAcknowledged")
        #expect("132/84 78 98 14".count + 1 <= 16)
        robot.type("132/84<Enter>")
        #expect(robot.kinds.last == "reading")
    }

    @Test("an acknowledgement needs its second key: the first one alone, repeated, does nothing")
    func acknowledgeNeedsTwo() throws {
        var robot = try running()
        robot.type("210/122<Enter>")
        let before = robot.stored.count
        robot.type("aaaa")
        #expect(robot.stored.count == before)
        robot.type("1")
        #expect(robot.kinds.last == "alarmAcknowledged")
    }
}
