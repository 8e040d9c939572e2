import Testing

@testable import SessionCore

/// Every phase against every event, written by hand: `→phase` moves, `·` is taken and nothing moves, `d` before it
/// says that it is filed as a deviation, `✗` is refused.
@Suite("Every phase and every event")
struct PhaseTableTests {
    static let events: [(name: String, event: PhaseEvent)] = [
        ("gate ok", .gateAnswered(.ok, judged: minute(0))),
        ("gate incomplete", .gateAnswered(.incomplete, judged: nil)),
        ("gate hold, one reading", .gateAnswered(.hold, judged: nil)),
        ("gate hold", .gateAnswered(.hold, judged: minute(0))),
        ("gate stop", .gateAnswered(.stop, judged: minute(0))),
        ("gate no-go", .gateAnswered(.noGo, judged: nil)),
        ("T0", .administrationStarted(gate: ["HR is missing"])),
        ("pause", .infusionPaused),
        ("resume", .infusionResumed),
        ("Te", .administrationEnded),
        ("further dose", .furtherDoseGiven),
        ("effects lasting", .effectsAssessed(.lasting, hasSubsided: false)),
        ("effects falling", .effectsAssessed(.falling, hasSubsided: false)),
        ("effects subsided", .effectsAssessed(.falling, hasSubsided: true)),
        ("rebound", .effectsAssessed(.rebound, hasSubsided: false)),
        ("discharge assessed", .dischargeAssessed),
        ("home, all met", left(.discharged)),
        ("home, something stands", left(.discharged, obstacles: ["HR 120"])),
        ("home, known since", left(.discharged, obstacles: ["HR 120"], stands: true)),
        ("against advice", left(.againstAdvice)),
        ("against advice, untold", left(.againstAdvice, notified: "")),
        ("transferred", left(.transferred)),
        ("cancelled", .cancelled),
        ("abandoned after 13 h", .abandoned(reason: "power cut", age: .minutes(13 * 60))),
        ("abandoned after 12 h", .abandoned(reason: "power cut", age: .minutes(12 * 60))),
        ("abandoned, no reason", .abandoned(reason: "", age: .minutes(13 * 60))),
        ("signed", .closed(obstacles: [])),
        ("signed, something stands", .closed(obstacles: ["T0+40 is blank"])),
        ("signed, known since", .closed(obstacles: ["T0+40 is blank"], stands: true)),
        ("15 min pass", .timePassed),
    ]

    private static func left(
        _ manner: LeavingManner, obstacles: [String] = [], notified: String = "Dr B", stands: Bool = false
    ) -> PhaseEvent {
        .patientLeft(
            PatientLeft(manner: manner, prescriberNotified: notified), obstacles: obstacles, stands: stands)
    }

    /// How each phase is reached.
    static let paths: [(phase: Phase, path: [String])] = [
        (.preDose, []),
        (.held, ["gate hold"]),
        (.ready, ["gate ok"]),
        (.administering, ["gate ok", "T0"]),
        (.paused, ["gate ok", "T0", "pause"]),
        (.monitoring, ["gate ok", "T0", "Te"]),
        (.subsiding, ["gate ok", "T0", "Te", "effects falling"]),
        (.dischargeAssessment, ["gate ok", "T0", "Te", "effects subsided"]),
        (.discharged, ["gate ok", "T0", "Te", "effects subsided", "home, all met"]),
        (.leftAgainstAdvice, ["gate ok", "T0", "Te", "against advice"]),
        (.transferred, ["gate ok", "T0", "Te", "transferred"]),
        (.cancelled, ["cancelled"]),
        (.abandoned, ["abandoned after 13 h"]),
        (.closed, ["cancelled", "signed"]),
    ]

    /// One row an event; columns in the order of ``paths``.
    static let table = """
        gate ok                  | →ready | →ready | · | · | · | · | · | · | · | · | · | · | · | ·
        gate incomplete          | · | · | →preDose | · | · | · | · | · | · | · | · | · | · | ·
        gate hold, one reading   | · | · | →preDose | · | · | · | · | · | · | · | · | · | · | ·
        gate hold                | →held | · | →held | · | · | · | · | · | · | · | · | · | · | ·
        gate stop                | →held | · | →held | · | · | · | · | · | · | · | · | · | · | ·
        gate no-go               | →held | · | →held | · | · | · | · | · | · | · | · | · | · | ·
        T0                       | d→administering | d→administering | →administering | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        pause                    | ✗ | ✗ | ✗ | →paused | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        resume                   | ✗ | ✗ | ✗ | ✗ | →administering | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        Te                       | ✗ | ✗ | ✗ | →monitoring | →monitoring | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        further dose             | ✗ | ✗ | ✗ | · | · | · | d→monitoring | d→monitoring | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        effects lasting          | · | · | · | · | · | · | · | · | · | · | · | · | · | ·
        effects falling          | · | · | · | · | · | →subsiding | · | · | · | · | · | · | · | ·
        effects subsided         | · | · | · | · | · | →dischargeAssessment | →dischargeAssessment | · | · | · | · | · | · | ·
        rebound                  | · | · | · | · | · | · | →monitoring | →monitoring | · | · | · | · | · | ·
        discharge assessed       | ✗ | ✗ | ✗ | d· | d· | d· | d· | · | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        home, all met            | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | →discharged | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        home, something stands   | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        home, known since        | ✗ | ✗ | ✗ | d→discharged | d→discharged | d→discharged | d→discharged | d→discharged | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        against advice           | ✗ | ✗ | ✗ | d→leftAgainstAdvice | d→leftAgainstAdvice | →leftAgainstAdvice | →leftAgainstAdvice | →leftAgainstAdvice | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        against advice, untold   | ✗ | ✗ | ✗ | d→leftAgainstAdvice | d→leftAgainstAdvice | d→leftAgainstAdvice | d→leftAgainstAdvice | d→leftAgainstAdvice | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        transferred              | ✗ | ✗ | ✗ | d→transferred | d→transferred | →transferred | →transferred | →transferred | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        cancelled                | →cancelled | →cancelled | →cancelled | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        abandoned after 13 h     | →abandoned | →abandoned | →abandoned | →abandoned | →abandoned | →abandoned | →abandoned | →abandoned | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        abandoned after 12 h     | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        abandoned, no reason     | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        signed                   | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | →closed | →closed | →closed | →closed | →closed | ✗
        signed, something stands | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        signed, known since      | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | d→closed | d→closed | d→closed | d→closed | d→closed | ✗
        15 min pass              | · | · | →preDose | · | · | · | · | · | · | · | · | · | · | ·
        """

    private func machine(after path: [String]) -> PhaseMachine {
        var machine = PhaseMachine(timers: TestProtocols.infusion.timers)
        for name in path {
            for (known, event) in Self.events where known == name {
                _ = machine.happened(event, at: minute(1))
            }
        }
        return machine
    }

    private func answer(_ event: PhaseEvent, _ machine: PhaseMachine) -> String {
        var machine = machine
        let before = machine
        let actions = machine.happened(event, at: minute(16))
        if actions.refusal != nil {
            return machine == before ? "✗" : "refused but changed"
        }
        let mark = actions.deviations.isEmpty ? "" : "d"
        for case .moved(let from, let to) in actions {
            return from == before.phase && to == machine.phase ? "\(mark)→\(to.rawValue)" : "moved elsewhere"
        }
        return before.phase == machine.phase ? "\(mark)·" : "moved silently"
    }

    @Test("answers as the table says")
    func all() {
        let rows = Self.table.split(separator: "\n")
        #expect(rows.count == Self.events.count)
        for (row, event) in zip(rows, Self.events) {
            let cells = row.split(separator: "|").map(trimmed)
            #expect(cells[0] == event.name)
            #expect(cells.count == Self.paths.count + 1)
            for (cell, path) in zip(cells.dropFirst(), Self.paths) {
                let machine = machine(after: path.path)
                #expect(machine.phase == path.phase)
                #expect(answer(event.event, machine) == cell, "\(event.name) in \(path.phase.rawValue)")
            }
        }
    }

    @Test("the table names every phase that there is")
    func everyPhase() {
        #expect(Self.paths.map(\.phase) == Phase.allCases)
    }

    @Test("every refusal is a sentence")
    func sentences() {
        for (_, path) in Self.paths {
            for (name, event) in Self.events {
                var machine = machine(after: path)
                guard let refusal = machine.happened(event, at: minute(16)).refusal else { continue }
                #expect(
                    refusal.sentence.hasSuffix(".") && refusal.sentence.first?.isUppercase == true, "\(name)")
            }
        }
    }
}
