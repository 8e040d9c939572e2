import Canvas
import SessionCore
import Simulation

extension CommandTable {
    /// What an instructor can do. Everything but sending prepares; sending has a key of its own.
    static let instructor: [Command] = [
        instructing(
            "stageMove", [.character("m")], "move", "Prepare a move of vitals: sys +20 dia +10 in 60s."
        ) { $0.begin(staging("Stage", "stage", hint: InstructorLine.form) { $0 }) },
        instructing("stageVoice", [.character("v")], "voice", "Prepare a voice in the room.") {
            $0.begin(voice())
        },
        instructing(
            "stageEvent", [.character("e")], "event", "Prepare an event of the scenario, by its number.",
            whyNot: { $0.instructor?.scenario.events.isEmpty == false ? nil : "this scenario has no events" }
        ) { $0.begin(staging("Stage an event", "event", hint: "its number in the list") { "event " + $0 }) },
        instructing(
            "stagePump", [.character("p")], "pump", "Prepare what becomes of the pump.",
            whyNot: {
                $0.instructor?.watched.attempt.plan.careProtocol.route == .infusion
                    ? nil : "only an infusion has a pump"
            }
        ) { $0.begin(pump()) },
        instructing(
            "stageComment", [.character("c")], "comment",
            "Prepare a comment for the debrief; it is pinned to the instant at which it arrives."
        ) {
            $0.begin(
                staging("Stage a comment", "comment", hint: "seen in the debrief alone") { "comment " + $0 })
        },
        instructing(
            "unstage", [.character("x")], "remove", "Take something back that is staged.",
            whyNot: { $0.instructor?.staged.isEmpty == false ? nil : "nothing is staged" }
        ) { $0.begin(removal($0)) },
        instructing(
            "sendStaged", [.character("S")], "SEND ALL",
            "Send everything that is staged; it all happens at one instant.",
            whyNot: { $0.instructor.flatMap(\.whyNotSend) }
        ) { $0.sendStaged() },
        instructing("leaveInstructor", [.character("q")], "leave", "Leave; the exercise runs on.") {
            $0.begin(leavingInstructor($0))
        },
    ]

    private static func instructing(
        _ name: String, _ keys: [Key], _ label: String, _ help: String,
        whyNot: @escaping @Sendable (Model) -> String? = { _ in nil },
        perform: @escaping @Sendable (inout Model) -> [Effect]
    ) -> Command {
        Command(name, keys, label, help, in: [.instructor], whyNot: whyNot, perform: perform)
    }

    /// A line that is read back in words while it is typed. `line` makes of it what ``InstructorLine`` reads.
    private static func staging(
        _ title: String, _ prompt: String, hint: String, _ line: @escaping @Sendable (String) -> String
    ) -> Interview {
        Interview(title) { given, model in
            guard let text = given["line"] else {
                return .ask(question(prompt, hint: hint, model, line))
            }
            return .act { $0.stage(line(text)) }
        }
    }

    private static func question(
        _ prompt: String, hint: String, _ model: Model, _ line: @escaping @Sendable (String) -> String
    ) -> Question {
        var question = Question.text("line", prompt, hint: hint)
        guard let instructor = model.instructor else { return question }
        question.readBack = { text in
            guard !text.stripped.isEmpty else { return [] }
            do throws(Refusal) {
                return try instructor.readBack(line(text))
            } catch {
                return [Segment(error.sentence, .notice)]
            }
        }
        question.check = { text in
            // What is wrong with the line is said while it is typed.
            guard let items = try? instructor.line.read(line(text)) else { return "not staged" }
            do throws(Refusal) {
                var tried = instructor
                try tried.stage(items)
                return nil
            } catch {
                return error.sentence
            }
        }
        return question
    }

    private static func voice() -> Interview {
        Interview("Stage a voice") { given, model in
            guard let speaker = given["speaker"] else {
                let choices = Speaker.allCases.map { Choice($0.key, $0.rawValue, value: $0.rawValue) }
                return .ask(.pick("speaker", "who is heard or seen", choices))
            }
            guard let words = given["line"] else {
                return .ask(
                    question(speaker, hint: "what is heard, in the speaker's words", model) {
                        "say \(speaker): \($0)"
                    })
            }
            return .act { $0.stage("say \(speaker): \(words)") }
        }
    }

    private static func pump() -> Interview {
        Interview("Stage what becomes of the pump") { given, _ in
            guard let mishap = given["pump"] else {
                let choices = [
                    Choice("o", "the line is occluded", value: PumpMishap.occluded.rawValue),
                    Choice("f", "the line is free again", value: PumpMishap.freed.rawValue),
                ]
                return .ask(.pick("pump", "what", choices))
            }
            return .act { $0.stage("pump \(mishap)") }
        }
    }

    private static func removal(_ model: Model) -> Interview {
        let scenario = model.instructor?.scenario
        let choices = (model.instructor?.staged ?? []).enumerated().compactMap { index, item in
            scenario.map {
                Choice(Character(String(index + 1)), item.words(in: $0), value: String(index))
            }
        }
        return Interview("Remove what is staged") { given, _ in
            guard let place = given["place"].flatMap({ Int($0) }) else {
                return .ask(.pick("place", "which", choices))
            }
            return .act { model in
                model.instructor?.unstage(place)
                return []
            }
        }
    }

    private static func leavingInstructor(_ model: Model) -> Interview {
        let count = model.instructor?.staged.count ?? 0
        return Interview("Leave the exercise?") { given, _ in
            guard count > 0, given["sure"] == nil else { return .act { $0.finish() } }
            let words =
                count == 1 ? "1 change is staged and not sent" : "\(count) changes are staged and not sent"
            return .ask(.pick("sure", "sure", [Choice("y", "leave without sending")], hint: words))
        }
    }
}

extension Instructor {
    /// What a line would stage, in words, with what each vital is now.
    func readBack(_ text: String) throws(Refusal) -> [Segment] {
        try line.read(text).enumerated().map { index, item in
            var words = item.words(in: scenario)
            if case .change(.move(let vital, _, _)) = item, let now = exercise.truth[vital] {
                words += " (now \(figures(now, decimals: 1)))"
            }
            return Segment(index > 0 ? " · " + words : words, .strong)
        }
    }
}

extension Speaker {
    /// The key that picks the voice.
    fileprivate var key: Character {
        switch self {
        case .patient: "p"
        case .prescriber: "d"
        case .escort: "e"
        case .colleague: "c"
        case .device: "m"
        case .room: "r"
        case .instructor: "i"
        }
    }
}
