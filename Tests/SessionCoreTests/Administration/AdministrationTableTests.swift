import Testing

@testable import SessionCore

/// Every state of an administration against every event, written by hand: what it answers (`·` for nothing, `d` for a
/// deviation, `✗` for a refusal that changes nothing), and the stage afterwards where it moved.
@Suite("Every state of an administration and every event")
struct AdministrationTableTests {
    /// When the events come: before the end of the 15 minutes in which an injection may be supplemented.
    static let time = minute(12)

    static let events: [(name: String, event: FactBody)] = [
        ("T0", .administrationStarted(AdministrationStarted(rate: pump(1)))),
        ("T0, no rate known", .administrationStarted(AdministrationStarted())),
        ("rate 2 mg/min", .rateChanged(RateChanged(rate: pump(2)))),
        ("rate -1 mg/min", .rateChanged(RateChanged(rate: pump(-1)))),
        ("pause", .infusionPaused(Reasoned(reason: "nausea"))),
        ("resume", .infusionResumed(InfusionResumed())),
        ("end", .infusionEnded(InfusionEnded())),
        ("stop early", .infusionEnded(InfusionEnded(stoppedEarly: "patient's wish"))),
        ("dose of 10 mg", .doseGiven(DoseGiven(milligrams: 10, orderedBy: "Dr B"))),
        ("dose of 0 mg", .doseGiven(DoseGiven(milligrams: 0))),
        ("pump says 8 mg", .pumpFigureNoted(PumpFigureNoted(milligrams: 8))),
        ("pump says -1 mg", .pumpFigureNoted(PumpFigureNoted(milligrams: -1))),
    ]

    /// How each state is reached: the protocol, the planned mg, and what happened at which minute.
    static let states: [(name: String, plan: Administration, path: [(Int, FactBody)])] = [
        ("IV before T0", infusion, []),
        ("infusing", infusion, [(0, events[0].event)]),
        ("paused", infusion, [(0, events[0].event), (10, events[4].event)]),
        ("infused", infusion, [(0, events[0].event), (11, events[7].event)]),
        ("IM before T0", administration(TestProtocols.injection), []),
        ("injected", administration(TestProtocols.injection), [(0, events[1].event)]),
        ("nasal before T0", devices, []),
        ("one of two devices", devices, [(0, events[1].event)]),
        ("both devices", devices, [(0, events[1].event), (6, secondDevice)]),
    ]

    private static let infusion = administration(TestProtocols.infusion, minutes: 40)
    private static let devices = administration(TestProtocols.esketamine, milligrams: 56)
    private static let secondDevice = FactBody.doseGiven(DoseGiven(milligrams: 28))

    /// One row an event; columns in the order of ``states``.
    static let table = """
        T0                | began→running | ✗ | ✗ | ✗ | began ended→ended | ✗ | began→running | ✗ | ✗
        T0, no rate known | began→running | ✗ | ✗ | ✗ | began ended→ended | ✗ | began→running | ✗ | ✗
        rate 2 mg/min     | ✗ | · | · | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        rate -1 mg/min    | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        pause             | ✗ | paused→paused | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        resume            | ✗ | ✗ | resumed→running | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        end               | ✗ | ended d→ended | ended d→ended | ✗ | ✗ | ✗ | ✗ | ended→ended | ✗
        stop early        | ✗ | ended→ended | ended→ended | ✗ | ✗ | ✗ | ✗ | ended→ended | ✗
        dose of 10 mg     | ✗ | dosed d | dosed d | dosed d | ✗ | dosed ended | ✗ | dosed | dosed ended d
        dose of 0 mg      | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        pump says 8 mg    | ✗ | · | · | · | ✗ | ✗ | ✗ | ✗ | ✗
        pump says -1 mg   | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗ | ✗
        """

    @Test("answers as the table says, in each state", arguments: states.indices)
    func all(column: Int) {
        let state = Self.states[column]
        var reached = state.plan
        for (at, event) in state.path { _ = happened(event, at: minute(at), in: &reached) }
        let rows = Self.table.split(separator: "\n")
        #expect(rows.count == Self.events.count)
        for (row, event) in zip(rows, Self.events) {
            let cells = row.split(separator: "|").map(trimmed)
            #expect(cells.count == Self.states.count + 1 && cells[0] == event.name)
            #expect(answer(event.event, reached) == cells[column + 1], "\(event.name), \(state.name)")
        }
    }

    @Test(
        "a pressure of level 2 or more, or none that is known, makes the resumption a deviation, level 1 does not; so does a standing cause"
    )
    func resumption() {
        for level in [Level.normal, .watch, .high, .crisis, .unknown] {
            for cause in [nil, "SpO2 88 %"] {
                var given = Self.infusion
                _ = given.started(AdministrationStarted(rate: pump(1)), at: minute(0))
                _ = given.paused(at: minute(10))
                let actions = given.resumed(
                    InfusionResumed(), at: Self.time, pressureLevel: level, standingCause: cause)
                let expected = ([.normal, .watch].contains(level) ? 0 : 1) + (cause == nil ? 0 : 1)
                #expect(actions.deviations.count == expected, "\(level), \(cause ?? "no cause")")
                #expect(given.stage == .running)
            }
        }
    }

    @Test("nothing may come before what has happened last, and what it was given then stays")
    func order() {
        for (name, event) in Self.events where name != "T0" {
            for state in Self.states where !state.path.isEmpty {
                var given = state.plan
                for (at, event) in state.path { _ = happened(event, at: minute(at + 5), in: &given) }
                let before = given
                let actions = happened(event, at: minute(4), in: &given)
                let isNoted = name.hasPrefix("pump") && actions.refusal == nil
                #expect(actions.refusal != nil || isNoted, "\(name), \(state.name)")
                #expect(given.delivered(at: minute(60)) == before.delivered(at: minute(60)))
            }
        }
    }

    private func answer(_ event: FactBody, _ reached: Administration) -> String {
        var after = reached
        let actions = happened(event, at: Self.time, in: &after)
        guard actions.refusal == nil else { return after == reached ? "✗" : "refused but changed" }
        let words = actions.isEmpty ? "·" : actions.map(word).joined(separator: " ")
        return after.stage == reached.stage ? words : "\(words)→\(after.stage)"
    }

    private func word(_ action: AdministrationAction) -> String {
        switch action {
        case .began: "began"
        case .paused: "paused"
        case .resumed: "resumed"
        case .dosed: "dosed"
        case .ended: "ended"
        case .deviation: "d"
        case .refused: "✗"
        }
    }

    private func happened(
        _ event: FactBody, at time: SessionTime, in given: inout Administration
    ) -> [AdministrationAction] {
        switch event {
        case .administrationStarted(let start): given.started(start, at: time)
        case .rateChanged(let change): given.rateChanged(change, at: time)
        case .infusionPaused: given.paused(at: time)
        case .infusionResumed(let resume): given.resumed(resume, at: time, pressureLevel: .normal)
        case .infusionEnded(let end): given.ended(end, at: time)
        case .doseGiven(let dose): given.doseGiven(dose, at: time)
        case .pumpFigureNoted(let figure): given.pumpFigureNoted(figure, at: time)
        default: []
        }
    }
}
