import Canvas
import SessionCore
import Simulation

extension Instructor {
    /// What is prepared and not sent.
    var stagedPart: InstructorPart {
        guard !staged.isEmpty else {
            return InstructorPart(
                title: "Staged", lines: [[Segment("nothing; nothing is sent by itself", .dim)]])
        }
        let lines = staged.enumerated().map { index, item in
            [Segment("\(index + 1)", .key), Segment(item.words(in: scenario), .strong)]
        }
        return InstructorPart(title: "Staged, NOT SENT", lines: lines)
    }

    /// The scenario's events and influences by number, what is still to come first.
    var eventsPart: InstructorPart {
        let rows = scenario.injectable.enumerated().map { index, change in
            (isOpen: isOpen(change), line: line(of: change, number: index + 1))
        }
        let sorted = rows.filter(\.isOpen).map(\.line) + rows.filter { !$0.isOpen }.map(\.line)
        let none = [[Segment("this scenario has none", .dim)]]
        return InstructorPart(title: "Events of the scenario", lines: sorted.isEmpty ? none : sorted)
    }

    private func isOpen(_ change: InstructorChange) -> Bool {
        switch exercise.standing(of: change) {
        case .waiting, .due, nil: true
        case .happened, .prevented: false
        }
    }

    private func line(of change: InstructorChange, number: Int) -> [Segment] {
        let what = Segment(content(of: change), .dim)
        let title = change.scripted ?? ""
        let name = Segment("\(number)", .key)
        switch exercise.standing(of: change) {
        case .happened(let time): return [name, Segment("\(title), fired \(axis(time))", .dim)]
        case .prevented: return [name, Segment("\(title), prevented by the trainee", .dim)]
        case .due(let time):
            return [name, Segment(title, .strong), Segment("at \(axis(time))", .notice), what]
        case .waiting, nil:
            return [name, Segment(title, .strong), Segment("waiting", .text), what]
        }
    }

    /// What will be heard, or what becomes of the patient or the pump.
    private func content(of change: InstructorChange) -> String {
        switch change {
        case .event(let name):
            let event = scenario.events.first { $0.name == name }
            return event?.says.map { "“\(begin($0))”" } ?? event?.pump.map { "the line is \($0.rawValue)" }
                ?? ""
        case .influence(let name):
            let touched = scenario.influences.first { $0.name == name }?.curve.last
            let vitals = Vital.allCases.filter { touched?[$0] ?? 0 != 0 }
            return "patient: " + vitals.map(\.shortTitle).joined(separator: ", ")
        case .move, .say, .pump: return ""
        }
    }

    /// The first words of what will be heard: enough to know it by.
    private func begin(_ text: String) -> String {
        let words = text.split(separator: " ").prefix(7).joined(separator: " ")
        return words.count < text.count ? words + "…" : words
    }

    /// What was sent, the newest first: when, whether it was taken, and the comments pinned.
    func sentPart(utcOffsetMinutes: Int) -> InstructorPart {
        var taken: [Int: SessionTime] = [:]
        for step in watched.attempt.log.steps {
            if case .instructor(let message) = step.step, let number = message.number {
                taken[number] = step.at
            }
        }
        let lines = watched.sent.reversed().map { sent -> [Segment] in
            let number = sent.message.number ?? 0
            let clock = ConsoleUI.clockWords(sent.sent, utcOffsetMinutes: utcOffsetMinutes)
            let state =
                taken[number].map { Segment("taken \(axis($0))", .good) } ?? Segment("not taken yet", .notice)
            return [
                Segment("\(number)", .key), Segment(clock, .dim), state,
                Segment(sent.message.words(in: scenario)),
            ]
        }
        let none = [[Segment("nothing", .dim)]]
        return InstructorPart(title: "Sent, the newest first", lines: lines.isEmpty ? none : lines)
    }
}
