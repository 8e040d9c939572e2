import Foundation
import SessionCore
import Simulation
import Testing

@testable import Settings

/// A scenario with a fault is never played, and the fault is named with its line and key.
struct DamagedScenarioTests {
    private static func text() throws -> String {
        let file = try #require(EmbeddedFiles.scenarios.first { $0.name == "panic" })
        return String(decoding: file.bytes, as: UTF8.self)
    }

    private static func error(_ text: String) -> SettingsError? {
        do {
            _ = try ScenarioLibrary.parse(text, file: "panic.yaml", name: "panic")
            return nil
        } catch {
            return error
        }
    }

    @Test("the undamaged text has no fault")
    func control() throws { #expect(Self.error(try Self.text()) == nil) }

    @Test(
        "each fault is found at its line and key",
        arguments: [
            ("name: panic\n", "name: panik\n", "name"),
            ("difficulty: 2", "difficulty: 4", "difficulty"),
            ("protocol: iv-racemic", "protocol: iv-racemik", "setting.protocol"),
            ("  age: 37", "  age: seven", "patient.age"),
            ("  systolic: 124", "  systolic: 500", "patient.systolic"),
            ("  diastolic: 78", "  diastolic: 130", "patient.diastolic"),
            ("needs: orders", "needs: order", "influences[1].relief[4].needs"),
            ("codes: [quiet]", "codes: [quite]", "influences[1].relief[2].by[2].codes"),
            ("deed: calmVoice", "deed: calmVoise", "influences[1].relief[1].by[1].deed"),
            ("when: { start: 1440 }", "when: { start: 1440, end: 5 }", "events[1].when"),
            ("after: { moment: panic }", "after: { moment: panik }", "rubric.actions[1].after.moment"),
            ("within: 60\n", "within: 0\n", "rubric.actions[1].within"),
            ("      share: 0.45", "      share: 45", "influences[1].relief[1].share"),
            ("lastsMinutes: 45", "lastsMinute: 45", "lastsMinute"),
            ("when: { start: 1440 }", "when: { start: 3781 }", "events[1].when.start"),
            ("when: { start: 1440 }", "when: { takenOver: 2701 }", "events[1].when.takenOver"),
            ("[{ deed: holdDown }], plus: 5 }", "[{ deed: holdDown }], plus: 2701 }", "events[3].when.plus"),
            ("  diastolic: 78", "  diastolic: 120", "patient.systolic"),
            (
                "begins: { minute: 18 }",
                "begins: { minute: 18, wrongEntries: [{ minute: 11, systolic: 182 }] }",
                "begins.wrongEntries[1].minute"
            ),
            (
                "begins: { minute: 18 }",
                "begins: { minute: 18, wrongEntries: [{ minute: 10, systolic: 30 }] }", "begins"
            ),
            (
                "begins: { minute: 18 }",
                "begins: { minute: 18, wrongEntries: [{ minute: 10, systolic: 180 }, { minute: 10, systolic: 190 }] }",
                "begins.wrongEntries[2].minute"
            ),
            (
                "begins: { minute: 18 }", "begins: { minute: 18, recordKeptUntil: 19 }",
                "begins.recordKeptUntil"
            ),
            (
                "after: { moment: panic }\n      within: 60", "after: { start: 1 }\n      within: 60",
                "rubric.actions[1].within"
            ),
            ("orders: [benzodiazepine, sedative]", "orders: [benzodiazepin]", "events[2].orders"),
            ("speaker: prescriber", "speaker: colleague", "events[2].orders"),
        ])
    func faults(old: String, new: String, key: String) throws {
        let text = try Self.text()
        let range = try #require(text.firstRange(of: old))
        let line = text[..<range.lowerBound].count { $0 == "\n" } + 1
        let error = try #require(Self.error(text.replacingCharacters(in: range, with: new)))
        let problem = try #require(error.problems.first { $0.key == key }, "\(error)")
        // A fault of a whole group is named at the group's own line, a few lines above.
        #expect(abs((problem.line ?? 0) - line) <= 2, "\(error)")
    }

    @Test("events that wait for one another are named; the same two in a row are none")
    func circle() throws {
        func text(first: String) throws -> String {
            try Self.text().replacing("when: { start: 1440 }", with: "when: { \(first) }")
                .replacing("when: { after: [{ deed: holdDown }], plus: 5 }", with: "when: { moment: panic }")
        }
        let error = try #require(Self.error(try text(first: "moment: torn, plus: 5")))
        #expect(error.problems.map(\.key) == ["events[1].when.moment"])
        #expect("\(error)".contains("panic, torn"))
        #expect(Self.error(try text(first: "start: 1440")) == nil)
    }

    @Test("a wrong entry at a minute at which the colleague takes a reading is sound")
    func wrongEntry() throws {
        let begins = "begins: { minute: 18, wrongEntries: [{ minute: 10, systolic: 182 }] }"
        #expect(Self.error(try Self.text().replacing("begins: { minute: 18 }", with: begins)) == nil)
    }

    @Test(
        "a clinic's own scenario is listed and takes the place of the embedded one; with a fault there is none"
    )
    func ownFolder() throws {
        try Fixtures.withFolder { folder in
            let text = try Self.text()
            try Fixtures.write(
                text.replacingOccurrences(
                    of: "title: Panic in the middle of the infusion", with: "title: Ours"),
                to: "\(folder)/scenarios/panic.yaml")
            try Fixtures.write(
                text.replacingOccurrences(of: "name: panic\nversion", with: "name: our-own\nversion"),
                to: "\(folder)/scenarios/our-own.yaml")
            let library = ScenarioLibrary(configurationFolder: folder)
            #expect(library.names.last == "our-own" && library.names.count == 14)
            #expect(try library.load("panic").title == "Ours")
            try Fixtures.write("name: panic\n", to: "\(folder)/scenarios/panic.yaml")
            #expect(throws: SettingsError.self) { try library.load("panic") }
        }
    }
}
