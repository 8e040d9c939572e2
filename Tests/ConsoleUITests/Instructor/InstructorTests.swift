import Canvas
import SessionCore
import Simulation
import Testing

@testable import ConsoleUI

struct InstructorTests {
    @Test("staging changes nothing; one key sends all of it, and it all happens at one instant")
    func oneInstant() throws {
        var pair = try Supervised("panic")
        pair.wait(5)
        try pair.type("msys +30 dia +10 in 10s<Enter>vpI cannot breathe<Enter>cwatch the hand<Enter>")
        let untouched = try #require(pair.patient)
        pair.wait(5)
        #expect(pair.inbox.isEmpty && pair.trainee.model.practice?.exercise.log.lastTaken == 0)
        #expect(pair.screen().contains("Staged, NOT SENT"))
        try pair.type("S")
        #expect(pair.inbox.count == 1 && pair.screen().contains("not taken yet"))
        pair.wait(1)
        #expect(pair.screen().contains("taken T0"))
        let log = try #require(pair.trainee.model.practice?.exercise.log)
        let steps = log.steps.filter { if case .instructor = $0.step { true } else { false } }
        #expect(steps.count == 1, "one step, so one instant")
        #expect(pair.trainee.screen.contains("patient: I cannot breathe"))
        pair.wait(15)
        #expect(abs((pair.patient?.systolic ?? 0) - untouched.systolic - 30) < 8)
    }

    @Test("the trainee sees the consequences and never the message, the comment or the physiology")
    func traineeSeesNothingElse() throws {
        var pair = try Supervised("panic")
        try pair.type("mspo2 -9 in 1s<Enter>cXYZZY remark<Enter>S")
        for _ in 0..<20 {
            pair.wait(1)
            let screen = pair.trainee.screen
            #expect(!screen.contains("XYZZY") && !screen.contains("instructor") && !screen.contains("truth"))
            #expect(!screen.contains("plasma") && !screen.contains("effect site"))
        }
        #expect(pair.trainee.model.notice == nil)
    }

    @Test("the debrief says at its moment what the instructor changed, with the comment")
    func debriefed() throws {
        var pair = try Supervised("panic")
        pair.wait(4)
        try pair.type("mspo2 -9 in 20s<Enter>cXYZZY remark<Enter>S")
        pair.wait(1)
        pair.trainee.type("q")
        pair.trainee.type("y")
        let outcome = try #require(pair.trainee.model.practiceOutcome)
        let lines = DebriefText(outcome).lines.filter { $0.text.contains("  instructor") }
        let texts = lines.map(\.text)
        #expect(texts.count == 2 && texts[0].contains("instructor changed: "), "\(texts)")
        #expect(
            texts[0].hasSuffix("-9 points in 20 s") && texts[1].hasSuffix("instructor: XYZZY remark"),
            "\(texts)")
        #expect(lines.allSatisfy { $0.at == outcome.log.messages.first?.at && $0.at != nil })
    }

    @Test("while the simulation stands still a message is taken at once, at the standing instant")
    func standingStill() throws {
        var pair = try Supervised("panic")
        pair.wait(3)
        pair.trainee.type("<Space>")
        let standing = pair.trainee.simulated
        try pair.type("vrThe lamp flickers.<Enter>S")
        pair.wait(1)
        #expect(pair.trainee.simulated == standing)
        #expect(pair.trainee.model.practice?.exercise.log.steps.last?.at == standing)
        #expect(pair.trainee.screen.contains("The lamp flickers."))
    }

    @Test("a message that comes again is not taken again; without its number it would be")
    func takenOnce() throws {
        var pair = try Supervised("panic")
        try pair.type("mhr +20 in 1s<Enter>S")
        pair.wait(1)
        let once = try #require(pair.trainee.model.practice?.exercise.log.steps.count)
        pair.trainee.send(.instructorSent(pair.inbox.map(\.message)))
        #expect(pair.trainee.model.practice?.exercise.log.steps.count == once)
        // The control: the number alone keeps it from being taken twice.
        var nameless = pair.inbox.map(\.message)
        nameless[0].number = nil
        pair.trainee.send(.instructorSent(nameless))
        #expect(pair.trainee.model.practice?.exercise.log.steps.count == once + 1)
    }

    @Test(
        "what the trainee's console missed is taken later, in order; an exercise that is over takes nothing")
    func later() throws {
        var pair = try Supervised("panic")
        pair.looks = false
        try pair.type("vpone<Enter>Svptwo<Enter>S")
        pair.wait(3)
        #expect(pair.trainee.model.inbox?.taken == 0)
        pair.looks = true
        pair.wait(1)
        #expect(pair.trainee.model.inbox?.taken == 2)
        let said = pair.trainee.model.practice?.exercise.says.map(\.text) ?? []
        #expect(Array(said.suffix(2)) == ["one", "two"])
        pair.trainee.type("qy")
        #expect(pair.trainee.model.inbox == nil)
        pair.wait(1)
        try pair.type("vpthree<Enter>S")
        #expect(pair.inbox.count == 2 && pair.screen().contains("the exercise is over"))
    }

    @Test("what could not be sent stays staged and the screen says why")
    func notSent() throws {
        var pair = try Supervised("panic")
        pair.refuses = "the disk is full"
        try pair.type("vpone<Enter>S")
        #expect(pair.screen().contains("NOT SENT: the disk is full"))
        #expect(pair.instructor.instructor?.staged.count == 1)
        pair.refuses = nil
        try pair.type("S")
        #expect(pair.inbox.count == 1 && pair.instructor.instructor?.staged.isEmpty == true)
    }

    @Test("the instructor's patient is the trainee's, whatever the trainee did meanwhile")
    func samePatient() throws {
        var pair = try Supervised("panic")
        for keys in ["v", "nquiet<Enter>", "]]]", "ras", "."] {
            pair.trainee.type(keys)
            pair.wait(7)
            #expect(pair.instructor.instructor?.exercise.truth == pair.patient)
            #expect(pair.instructor.instructor?.exercise.says == pair.trainee.model.practice?.exercise.says)
        }
        try pair.type("msys +25 in 30s<Enter>S")
        pair.wait(20)
        #expect(pair.instructor.instructor?.exercise.truth == pair.patient)
    }

    @Test("an event is sent by its number and has happened then; a second time it is refused")
    func event() throws {
        var pair = try Supervised("panic")
        let events = try #require(pair.watched?.scenario).events
        let index = try #require(events.firstIndex { $0.says != nil })
        try pair.type("e\(index + 1)<Enter>S")
        pair.wait(1)
        #expect(pair.screen().contains("\(events[index].name), fired"))
        try pair.type("e\(index + 1)<Enter>")
        #expect(pair.screen().contains("has happened already"))
    }

    @Test("a staged item is removed by its number; leaving with something staged asks first")
    func removal() throws {
        var pair = try Supervised("panic")
        try pair.type("vpone<Enter>vptwo<Enter>x1")
        #expect(pair.instructor.instructor?.staged == [.change(.say(speaker: .patient, text: "two"))])
        try pair.type("q")
        #expect(pair.screen().contains("leave without sending"))
    }
}
