import Canvas
import SessionCore

/// What stands before the first dose.
extension CommandTable {
    static func gate() -> Interview {
        Interview("Before the first dose") { given, model in
            guard let picture = model.picture else { return .act { _ in [] } }
            guard let what = given["what"] else {
                return .ask(.pick("what", "what", gateChoices(picture), notes: gateNotes(picture)))
            }
            return what == "proceed" ? proceedOrder(given) : attestation(given, of: what)
        }
    }

    private static func gateChoices(_ picture: Picture) -> [Choice] {
        var choices = zip("123456", AttestedStep.allCases.filter { $0 != .monitoringForm }).map { key, step in
            let by = picture.attested[step].map { attested in
                attested.outcome == .done ? "  done, \(attested.by)" : "  not recorded"
            }
            return Choice(key, "\(step.title)\(by ?? "  –")", value: step.rawValue)
        }
        let why =
            picture.gate.outcome == .hold
            ? nil : "a prescriber's order lifts a hold; the gate says \(picture.gate.outcome.rawValue)"
        choices.append(Choice("p", "prescriber orders to proceed", value: "proceed", whyNot: why))
        return choices
    }

    private static func gateNotes(_ picture: Picture) -> [[Segment]] {
        let gate = picture.gate
        let role: Role = gate.outcome == .ok ? .good : gate.outcome >= .stop ? .critical : .warning
        let first = gate.findings.first.map { "  " + $0.sentence } ?? ""
        var rows = [
            [Segment("gate: \(gate.outcome.rawValue.uppercased())", role), Segment(first)],
            [Segment(gate.advice, .strong)],
        ]
        rows += gate.findings.dropFirst().map { [Segment("  \($0.sentence)", .text)] }
        if let by = gate.proceedOrderedBy { rows.append([Segment("  to proceed ordered by \(by)", .notice)]) }
        return rows
    }

    /// Somebody vouches for a step.
    static func attestation(_ given: Given, of name: String) -> Turn {
        guard let step = AttestedStep(rawValue: name) else { return .act { _ in [] } }
        guard let outcome = given["outcome"].flatMap(AttestedOutcome.init) else {
            let choices = [
                Choice("y", "done", value: "done"), Choice("u", "not recorded", value: "notRecorded"),
            ]
            return .ask(.pick("outcome", step.title, choices))
        }
        guard outcome == .notRecorded || given["by"] != nil else {
            return .ask(.text("by", "\(step.title): done by"))
        }
        let fact = Attested(step: step, outcome: outcome, by: given.text("by"))
        return .file(
            [Filing(.attested(fact))], saying: "\(step.title): \(outcome == .done ? "done" : "not recorded")")
    }

    private static func proceedOrder(_ given: Given) -> Turn {
        guard let name = given["prescriber"] else { return .ask(.text("prescriber", "prescriber's name")) }
        guard let reason = given["reason"] else { return .ask(.text("reason", "the prescriber's reason")) }
        let fact = ProceedOrdered(prescriber: name, reason: reason)
        return .file([Filing(.proceedOrdered(fact))], saying: "\(name) orders to proceed")
    }
}
