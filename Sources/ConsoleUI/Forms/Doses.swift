import Canvas
import SessionCore

/// The administration menu.
extension CommandTable {
    static func dose() -> Interview {
        Interview("Administration") { given, model in
            guard let picture = model.picture else { return .act { _ in [] } }
            switch given["what"] {
            case "start": return start(given, model, picture)
            case "rate": return rateChange(given, model)
            case "pause": return pause(given)
            case "resume": return resume(given, model)
            case "end": return end(given, model, picture)
            case "stop": return stopEarly(given)
            case "next": return nextDose(given, model, picture)
            case "pump": return pumpFigure(given)
            default: return .ask(.pick("what", "what", menu(picture), notes: administrationNotes(picture)))
            }
        }
    }

    private static func menu(_ picture: Picture) -> [Choice] {
        let stage = picture.administration.stage
        let infused = picture.plan.route == .infusion
        let isStarted = stage != .notStarted
        let first = isStarted ? "administration has started; c corrects its time" : nil
        let notYet = isStarted ? nil : "nothing was started"
        var choices = [Choice("s", "start: T0", value: "start", whyNot: first)]
        if infused {
            let running = stage == .running ? nil : notYet ?? "the pump does not run"
            let open = stage == .ended ? "the infusion has ended" : notYet
            choices += [
                Choice("r", "rate changed", value: "rate", whyNot: open),
                Choice("p", "pause", value: "pause", whyNot: running),
                Choice("u", "resume", value: "resume", whyNot: stage == .paused ? nil : "nothing is paused"),
                Choice("e", "end: the pump has finished", value: "end", whyNot: open),
                Choice("x", "stopped early", value: "stop", whyNot: open),
                Choice("f", "figure on the pump, mg", value: "pump", whyNot: notYet),
            ]
        } else {
            let word = picture.plan.route.doseWord
            let title = picture.plan.route == .injection ? "supplemental dose" : "next \(word)"
            choices.append(Choice("n", title, value: "next", whyNot: notYet))
            if picture.plan.route.isNasal {
                let open = stage == .running ? nil : notYet ?? "that is recorded already"
                choices.append(Choice("e", "end: no further \(word)", value: "end", whyNot: open))
            }
        }
        return choices
    }

    private static func administrationNotes(_ picture: Picture) -> [[Segment]] {
        let given = picture.administration
        let words =
            figures(given.deliveredMilligrams) + " of " + figures(given.plannedMilligrams) + " mg"
        var rows = [[Segment("given: \(words)", .text)]]
        if let rest = given.restUntil, rest > picture.now {
            rows.append([
                Segment(
                    "rest between \(picture.plan.route.doseWord)s: \(spanWords(rest - picture.now)) left",
                    .notice)
            ])
        }
        return rows
    }

    private static func start(_ given: Given, _ model: Model, _ picture: Picture) -> Turn {
        var fact = AdministrationStarted()
        var measured: WallTime?
        if picture.plan.route == .infusion {
            guard let text = given["rate"], let rate = InfusionRate(typed: text) else {
                return .ask(rateQuestion("rate", "rate", model, isTimed: true))
            }
            if let again = rateAgain(given, rate, text, model) { return .ask(again) }
            fact.rate = rate
            measured = model.timeTyped(in: text) ?? model.whenSaid("rate", given)
            guard let space = given["deadSpace"] else { return .ask(deadSpaceQuestion()) }
            fact.deadSpaceMillilitres = typedNumber(space)
        } else {
            guard let text = given["dose"], let milligrams = TypedAmount(text).numbers.first else {
                return .ask(doseQuestion(model, picture))
            }
            if let again = doseAgain(given, milligrams, text, model) { return .ask(again) }
            fact.milligrams = milligrams
            measured = model.timeTyped(in: text) ?? model.whenSaid("dose", given)
            if picture.plan.route == .injection {
                guard let site = given["site"] else { return .ask(optional("site", "site", siteHint)) }
                fact.site = site.isEmpty ? nil : site
            }
        }
        let reasons = [given["doseReason"], given["deviation"]].compactMap { $0 }
        if let then = measured ?? model.bedside?.lateTime {
            if reasons.isEmpty, let why = model.deviation(of: .administrationStarted(fact), at: then) {
                return .ask(deviationQuestion(why, hint: "what has happened is filed"))
            }
        } else if picture.gate.outcome != .ok, given["deviation"] == nil {
            return .ask(deviationQuestion(picture.gate))
        }
        fact.deviation = reasons.isEmpty ? nil : reasons.joined(separator: "; ")
        return .file(
            [Filing(.administrationStarted(fact), measured: measured)], saying: "start of administration")
    }

    static let siteHint = "for example left deltoid; Enter alone: not recorded"

    private static func deadSpaceQuestion() -> Question {
        var question = optional("deadSpace", "dead space of the line, mL", "Enter alone: not known")
        question.check = { text in
            guard let volume = typedNumber(text), volume <= 50 else {
                return "dead space is 0 to 50 mL, such as 1.5"
            }
            return nil
        }
        return question
    }

    /// The gate does not say ok: nothing is lifted here, but what has happened is recorded as a deviation.
    private static func deviationQuestion(_ gate: GateReport) -> Question {
        let lifted =
            gate.outcome >= .stop
            ? "a \(gate.outcome.rawValue) is not lifted at the bedside"
            : "g: a prescriber can order to proceed"
        let why =
            "gate \(gate.outcome.rawValue.uppercased()): \(gate.findings.first?.sentence ?? gate.advice)"
        return deviationQuestion(why, hint: lifted)
    }

    private static func deviationQuestion(_ why: String, hint: String) -> Question {
        var question = Question.text(
            "deviation", "started all the same, because",
            hint: "\(hint); a reason files the start as a deviation, Esc: not started")
        question.readBack = { _ in [Segment(why, .warning)] }
        return question
    }
}

/// Rates and doses as they are typed.
extension CommandTable {
    static func rateQuestion(_ name: String, _ prompt: String, _ model: Model, isTimed: Bool) -> Question {
        var question = Question.text(
            name, prompt, hint: InfusionRate.typedForm + (isTimed ? "; @14:05 or -3m when earlier" : ""))
        question.readBack = { model.rateReadBack($0) }
        question.check = { text in
            guard let rate = InfusionRate(typed: text) else { return "a rate is \(InfusionRate.typedForm)" }
            return rate.refusal?.sentence ?? model.complaintAboutTime(in: text)
        }
        return question
    }

    /// Typing again and a reason, for a rate that leaves the protocol's range.
    static func rateAgain(_ given: Given, _ rate: InfusionRate, _ text: String, _ model: Model) -> Question? {
        again(given, model.verdict(of: rate), "that rate leaves the protocol's dose range") {
            InfusionRate(typed: $0) == rate ? nil : "that is another rate than \(text); Backspace goes back"
        }
    }

    private static func doseQuestion(_ model: Model, _ picture: Picture) -> Question {
        let word = picture.plan.route.doseWord
        let device = picture.careProtocol.dose.deviceMilligrams.map { "; a \(word) holds \(figures($0)) mg" }
        let prompt = picture.plan.route == .injection ? "dose given, mg" : "first \(word), mg"
        var question = Question.text(
            "dose", prompt, hint: "planned \(figures(picture.plan.plannedMilligrams)) mg\(device ?? "")")
        question.readBack = { text in model.doseReadBack(text) }
        question.check = { text in model.doseComplaint(text) }
        return question
    }

    private static func doseAgain(_ given: Given, _ milligrams: Double, _ text: String, _ model: Model)
        -> Question?
    {
        guard let doubt = model.doubt(ofFurther: milligrams) else { return nil }
        return again(given, doubt.verdict, doubt.why) {
            TypedAmount($0).numbers.first == milligrams
                ? nil : "that is another dose than \(text); Backspace goes back"
        }
    }

    private static func again(
        _ given: Given, _ verdict: DoseCheck.Verdict, _ why: String,
        check: @escaping @Sendable (String) -> String?
    ) -> Question? {
        guard verdict != .inside else { return nil }
        if given["again"] == nil {
            var question = Question.text("again", "type it again", hint: "Esc leaves it unfiled")
            question.readBack = { _ in [Segment(why, .warning)] }
            question.check = check
            return question
        }
        guard verdict == .farOutside, given["doseReason"] == nil else { return nil }
        return .text("doseReason", "far outside the protocol's range: reason")
    }

    static func nextDose(_ given: Given, _ model: Model, _ picture: Picture) -> Turn {
        guard let text = given["dose"], let milligrams = TypedAmount(text).numbers.first else {
            let word = picture.plan.route.doseWord
            let prompt = picture.plan.route == .injection ? "supplemental dose, mg" : "\(word), mg"
            var question = Question.text("dose", prompt, hint: "the dose in mg; @14:05 or -3m when earlier")
            question.readBack = { model.doseReadBack($0) }
            question.check = { model.doseComplaint($0) }
            return .ask(question)
        }
        if let again = doseAgain(given, milligrams, text, model) { return .ask(again) }
        let measured = model.timeTyped(in: text)
        if let until = picture.lateSupplementLimit(before: measured), given["late"] == nil {
            return .ask(.text("late", "given after T0+\(until) all the same, because"))
        }
        var fact = DoseGiven(milligrams: milligrams)
        if picture.plan.route == .injection {
            guard let site = given["site"] else { return .ask(optional("site", "site", siteHint)) }
            guard let by = given["orderedBy"] else {
                return .ask(optional("orderedBy", "ordered by", "Enter alone: not recorded"))
            }
            fact.site = site.isEmpty ? nil : site
            fact.supplemental = true
            fact.orderedBy = by
        } else if let rest = picture.restEnds, rest > picture.now, given["rest"] == nil {
            let left = spanWords(rest - picture.now)
            let word = picture.plan.route.doseWord
            var question = Question.text("rest", "given all the same, because", hint: "Esc: not given")
            question.readBack = { _ in [Segment("the rest between \(word)s has \(left) left", .warning)] }
            return .ask(question)
        }
        let reasons = [given["doseReason"], given["late"], given["rest"]].compactMap(\.self)
        fact.reason = reasons.isEmpty ? nil : reasons.joined(separator: "; ")
        let filing = Filing(.doseGiven(fact), measured: measured)
        return .file([filing], saying: "\(figures(milligrams)) mg given")
    }
}

extension Picture {
    /// When the rest after the last device or spray is over, also when no further one was expected.
    fileprivate var restEnds: SessionTime? {
        guard plan.route.isNasal, let rest = careProtocol.dose.restMinutes else { return nil }
        return administration.doses.last.map { $0.at + .minutes(rest) }
    }

    /// The minute after T0 from which on the protocol has no supplemental injection, where one that was given at `time`, or
    /// now, came after it; else `nil`.
    fileprivate func lateSupplementLimit(before time: WallTime?) -> Int? {
        guard plan.route == .injection, let sinceStart,
            let until = careProtocol.dose.supplementUntilMinutes
        else { return nil }
        let ago = Span(milliseconds: time.map { wall.milliseconds &- $0.milliseconds } ?? 0)
        return sinceStart - ago >= .minutes(until) ? until : nil
    }
}
