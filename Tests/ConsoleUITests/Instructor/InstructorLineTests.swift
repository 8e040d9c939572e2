import SessionCore
import Settings
import Simulation
import Testing

@testable import ConsoleUI

struct InstructorLineTests {
    private let line: InstructorLine
    private let scenario: Scenario

    init() throws {
        scenario = try ScenarioLibrary().load("pressure-crisis")
        line = InstructorLine(scenario, route: .infusion)
    }

    private func move(_ vital: Vital, _ amount: Double, _ seconds: Int) -> StagedItem {
        .change(.move(vital: vital, by: amount, seconds: seconds))
    }

    @Test(
        "a move is typed as the nurse types: label, signed amount, and within which time",
        arguments: [
            ("sys +20 in 60s", Vital.systolic, 20.0, 60), ("SYS+20", .systolic, 20, 60),
            ("hr -15 in 2 min", .heartRate, -15, 120), ("spo2 -8 in 5m", .oxygenSaturation, -8, 300),
            ("rr -4 in 90", .respiratoryRate, -4, 90), ("dis +2.5", .distress, 2.5, 60),
            ("moaa -2 in 1s", .alertness, -2, 1),
        ])
    func move(_ typed: String, vital: Vital, amount: Double, seconds: Int) throws {
        #expect(try line.read(typed) == [move(vital, amount, seconds)])
    }

    @Test("several moves stand in one line; a time belongs to those before it")
    func several() throws {
        #expect(
            try line.read("sys +20 dia +10 in 2m hr +5") == [
                move(.systolic, 20, 120), move(.diastolic, 10, 120), move(.heartRate, 5, 60),
            ])
        #expect(try line.read("bp +30/-5") == [move(.systolic, 30, 60), move(.diastolic, -5, 60)])
    }

    @Test("voices, events, the pump and comments")
    func others() throws {
        #expect(
            try line.read("say patient: I feel: sick")
                == [.change(.say(speaker: .patient, text: "I feel: sick"))])
        let second = try #require(scenario.events.first).name
        #expect(try line.read("event 1") == [.change(.event(name: second))])
        #expect(try line.read("event \(second)") == [.change(.event(name: second))])
        let depth = try #require(scenario.influences.first).name
        let behind = scenario.events.count + 1
        #expect(try line.read("event \(behind)") == [.change(.influence(name: depth))])
        #expect(try line.read("event \(depth)") == [.change(.influence(name: depth))])
        #expect(try line.read("pump occluded") == [.change(.pump(.occluded))])
        #expect(try line.read("comment  Well seen ") == [.comment("Well seen")])
    }

    @Test(
        "what cannot be is refused with a sentence, and nothing of the line is staged",
        arguments: [
            "", "sys", "sys 20", "sys +0", "sys +151", "sys +20 in", "sys +20 in 0s", "sys +20 in 2h",
            "sys +20 in 61 min", "map +5", "t +1", "bp +20", "wibble +3", "say nobody: hello", "say patient:",
            "say hello", "event 0", "event 99", "event", "pump on", "comment", "sys +20 in 99999999999s",
            "sys +nan", "sys +1e9",
        ])
    func refused(_ typed: String) {
        #expect(throws: Refusal.self) { try line.read(typed) }
    }

    @Test("only an infusion has a pump")
    func noPump() {
        #expect(throws: Refusal.self) {
            try InstructorLine(scenario, route: .injection).read("pump occluded")
        }
    }

    @Test("what was staged becomes one message, its comments one comment")
    func message() throws {
        let items = try line.read("sys +20") + line.read("comment one") + line.read("comment two")
        let message = InstructorMessage(items)
        #expect(message.changes.count == 1 && message.comment == "one; two" && message.number == nil)
        #expect(message.words(in: scenario) == "systolic pressure +20 mmHg in 1 min; “one; two”")
    }
}
