import Canvas
import SessionCore

/// What was typed when the session was opened, corrected one answer at a time.
extension CommandTable {
    private static func openingAnswers(_ route: Route) -> [Choice] {
        [
            Choice("l", "patient label", value: "label"), Choice("b", "birth year", value: "birthYear"),
            Choice("w", "weight, kg", value: "weight"), Choice("s", "sex", value: "sex"),
            Choice("h", "treated hypertension", value: "hypertension"),
            Choice("d", "planned dose, mg", value: "dose"),
            Choice(
                "m", "planned minutes", value: "minutes",
                whyNot: route == .infusion ? nil : "an infusion alone has planned minutes"),
            Choice("o", "SpO2 target range", value: "target"),
            Choice("f", "first session ever", value: "first"),
            Choice("x", "stimulant or MAOI", value: "stimulant"), Choice("e", "earlier peak", value: "peak"),
        ]
    }

    static func correctOpening(_ entry: TimelineEntry, _ opened: SessionOpened) -> Interview {
        Interview("Correct what was typed at the opening") { given, model in
            guard let what = given["what"] else {
                return .ask(.pick("what", "what was wrong", openingAnswers(opened.route)))
            }
            guard let typed = given["answer"], let now = opened.corrected(what, to: typed) else {
                return .ask(openingQuestion(what, opened, model))
            }
            return amend(entry.sequence, now: .sessionOpened(now), measured: nil, given, model)
        }
    }

    private static func openingQuestion(_ what: String, _ opened: SessionOpened, _ model: Model) -> Question {
        switch what {
        case "sex":
            return .pick(
                "answer", "sex",
                [
                    Choice("f", "female", value: "female"), Choice("m", "male", value: "male"),
                    Choice("o", "other", value: "other"), Choice("u", "unknown", value: "unknown"),
                ])
        case "hypertension", "first", "stimulant", "peak":
            return .pick(
                "answer", "instead",
                [
                    Choice("y", "yes", value: "yes"), Choice("n", "no", value: "no"),
                    Choice("u", "unknown, counts as yes", value: "unknown"),
                ])
        default:
            let hint = what == "target" ? "two values in %, such as 88 92; none for no target" : ""
            var question = Question.text("answer", "instead", hint: hint)
            question.check = { text in
                guard let now = opened.corrected(what, to: text) else {
                    return what == "target" ? "two values in %, such as 88 92, or none" : "type a number"
                }
                return model.refusal(ofOpening: now)
            }
            return question
        }
    }
}

extension Model {
    /// What speaks against a corrected opening; `nil` when nothing.
    fileprivate func refusal(ofOpening opened: SessionOpened) -> String? {
        guard let session = bedside?.session else { return nil }
        let fact = Amended(target: 1, now: .sessionOpened(opened), reason: "correction")
        do throws(Refusal) {
            _ = try session.deciding(.amended(fact), at: moment, author: picture?.nurse ?? "")
            return nil
        } catch {
            return error.sentence
        }
    }
}

extension SessionOpened {
    /// The opening with one answer in place of what was typed; `nil` for what is no such answer.
    func corrected(_ what: String, to typed: String) -> SessionOpened? {
        var opened = self
        switch what {
        case "label": opened.patient.label = typed.stripped
        case "birthYear":
            guard let year = Int(typed) else { return nil }
            opened.patient.birthYear = year
        case "weight":
            guard let weight = typedNumber(typed) else { return nil }
            opened.patient.weightKg = weight
        case "sex":
            guard let sex = Sex(rawValue: typed) else { return nil }
            opened.patient.sex = sex
        case "dose":
            guard let milligrams = typedNumber(typed) else { return nil }
            opened.plannedMilligrams = milligrams
        case "minutes":
            guard route == .infusion, let minutes = Int(typed) else { return nil }
            opened.plannedMinutes = minutes
        case "target": return opened.withTarget(typed)
        default: return opened.answering(what, typed)
        }
        return opened
    }

    private func withTarget(_ typed: String) -> SessionOpened? {
        var opened = self
        let numbers = typed.split { !$0.isNumber }.compactMap { Int($0) }
        if numbers.isEmpty, typed.stripped == "none" {
            opened.saturationTarget = nil
            return opened
        }
        guard numbers.count == 2 else { return nil }
        opened.saturationTarget = SaturationTarget(lower: numbers[0], upper: numbers[1])
        return opened
    }

    private func answering(_ what: String, _ typed: String) -> SessionOpened? {
        guard let answer = Answer(rawValue: typed) else { return nil }
        var opened = self
        switch what {
        case "hypertension": opened.patient.treatedHypertension = answer
        case "first": opened.firstSession = answer
        case "stimulant": opened.stimulantOrMAOI = answer
        case "peak": opened.earlierPeak = answer
        default: return nil
        }
        return opened
    }
}
