import Canvas
import SessionCore

/// What happens to a running infusion.
extension CommandTable {
    static func rateChange(_ given: Given, _ model: Model) -> Turn {
        guard let text = given["rate"], let rate = InfusionRate(typed: text) else {
            return .ask(rateQuestion("rate", "new rate", model, isTimed: true))
        }
        if let again = rateAgain(given, rate, text, model) { return .ask(again) }
        guard let by = given["orderedBy"] else {
            return .ask(optional("orderedBy", "ordered by", "Enter alone: not recorded"))
        }
        let measured = model.timeTyped(in: text)
        var filings = [Filing(.rateChanged(RateChanged(rate: rate, orderedBy: by)), measured: measured)]
        if let reason = given["doseReason"] {
            let note = NoteWritten(text: "rate far outside the protocol's range: \(reason)")
            filings.append(Filing(.noteWritten(note), measured: measured))
        }
        return .file(filings, saying: "rate \(text)")
    }

    static func pause(_ given: Given) -> Turn {
        guard let reason = reason(given) else {
            return .ask(askReason(given, from: pauseReasons, "why paused"))
        }
        return .file([Filing(.infusionPaused(Reasoned(reason: reason)))], saying: "paused: \(reason)")
    }

    static func stopEarly(_ given: Given) -> Turn {
        guard let reason = reason(given) else {
            return .ask(askReason(given, from: pauseReasons, "why stopped"))
        }
        return .file(
            [Filing(.infusionEnded(InfusionEnded(stoppedEarly: reason)))], saying: "stopped: \(reason)")
    }

    /// How far from its planned end an infusion ends without a question (Ebbtide default, unpublished).
    private static let endSlack = Span.minutes(3)

    /// The end of administration. Well after the planned end of an infusion it is asked when that was, because the dose is
    /// counted until then; well before it, why.
    static func end(_ given: Given, _ model: Model, _ picture: Picture) -> Turn {
        var fact = InfusionEnded()
        var measured: WallTime?
        if picture.plan.route == .infusion, model.bedside?.lateTime == nil,
            let planned = picture.administration.plannedEnd
        {
            if picture.now < planned - endSlack {
                guard let reason = reason(given) else {
                    return .ask(askReason(given, from: pauseReasons, "before its time, because"))
                }
                fact.stoppedEarly = reason
            } else if picture.now > planned + endSlack {
                let wall = picture.wallTime(of: planned)
                switch given["ended"] {
                case "planned": measured = wall
                case "now": break
                case nil: return .ask(endQuestion(clock(wall, in: picture)))
                default:
                    guard let text = given["at"] else {
                        return .ask(earlierTimeQuestion("at", "the pump finished at", model))
                    }
                    measured = model.earlierTime(text)
                }
            }
        }
        return .file([Filing(.infusionEnded(fact), measured: measured)], saying: "end of administration")
    }

    private static func endQuestion(_ planned: String) -> Question {
        .pick(
            "ended", "when did the pump finish",
            [
                Choice("p", "at its planned end, \(planned)", value: "planned"),
                Choice("n", "only just now: it ran until now", value: "now"),
                Choice("w", "at another time", value: "other"),
            ])
    }

    private static let pauseReasons = [
        Choice("b", "blood pressure"), Choice("s", "sedation"), Choice("d", "distress"),
        Choice("n", "nausea"),
        Choice("l", "line or pump"), Choice("p", "patient's wish"), Choice("o", "prescriber's order"),
    ]

    static func resume(_ given: Given, _ model: Model) -> Turn {
        guard let text = given["rate"] else {
            var question = rateQuestion("rate", "rate, Enter alone: as before", model, isTimed: false)
            question.isOptional = true
            return .ask(question)
        }
        let rate = InfusionRate(typed: text)
        if let rate, let again = rateAgain(given, rate, text, model) { return .ask(again) }
        let measured = model.timeTyped(in: text)
        let bare = FactBody.infusionResumed(InfusionResumed(rate: rate))
        if given["deviation"] == nil, let why = model.deviation(of: bare, at: measured) {
            var question = Question.text(
                "deviation", "resumed all the same, because", hint: "Esc: not resumed")
            question.readBack = { _ in [Segment(why, .warning)] }
            return .ask(question)
        }
        let reasons = [given["doseReason"], given["deviation"]].compactMap { $0 }
        let fact = InfusionResumed(
            rate: rate, deviation: reasons.isEmpty ? nil : reasons.joined(separator: "; "))
        return .file([Filing(.infusionResumed(fact), measured: measured)], saying: "resumed")
    }

    static func pumpFigure(_ given: Given) -> Turn {
        guard let text = given["figure"], let figure = TypedAmount(text).numbers.first else {
            var question = Question.text("figure", "delivered by the pump's own display, mg")
            question.check = { text in
                let amount = TypedAmount(text)
                let isPlain =
                    amount.numbers.count == 1 && amount.stranger == nil && amount.time == nil
                    && amount.units.allSatisfy { $0 == "mg" }
                return isPlain ? nil : "one number of mg, such as 21.5"
            }
            question.readBack = { text in
                TypedAmount(text).numbers.first.map { [Segment("the pump shows \(figures($0)) mg", .strong)] }
                    ?? []
            }
            return .ask(question)
        }
        let fact = FactBody.pumpFigureNoted(PumpFigureNoted(milligrams: figure))
        return .file([Filing(fact)], saying: "pump shows \(figures(figure)) mg")
    }
}

extension Model {
    /// What a typed dose means in mg and mg/kg, with what has been given.
    func doseReadBack(_ text: String) -> [Segment] {
        guard let picture, let milligrams = TypedAmount(text).numbers.first else { return [] }
        let total = picture.administration.deliveredMilligrams + milligrams
        let perKilogram = milligrams / max(1, picture.patient.weightKg)
        let words =
            "\(figures(milligrams)) mg, \(figures(perKilogram)) mg/kg; together \(figures(total)) mg"
        let doubt = doubt(ofFurther: milligrams).map { Segment("  \($0.why): look again", .warning) }
        return [Segment(words, .strong)] + [doubt].compactMap(\.self)
    }

    /// How a dose lies when this is added to what was given, and why it is to be looked at; `nil` where nothing is unusual. Up
    /// to the plan that is what looks mistyped, and what one device or spray does not hold.
    func doubt(ofFurther milligrams: Double) -> (verdict: DoseCheck.Verdict, why: String)? {
        guard let picture else { return nil }
        let route = picture.plan.route
        let planned = picture.plan.plannedMilligrams
        let whole = "\(figures(planned)) mg are planned in all"
        let total = picture.administration.deliveredMilligrams + milligrams
        if total > planned * 1.000_001 {
            let verdict = check(total)?.verdict ?? .inside
            if verdict != .inside { return (verdict, "that leaves the protocol's dose range") }
            return route.isNasal ? (.outside, whole) : nil
        }
        let device = picture.careProtocol.dose.deviceMilligrams ?? milligrams
        let held = "a \(route.doseWord) holds \(figures(device)) mg"
        switch route {
        case .injection: return milligrams < planned * 0.9 ? (.outside, whole) : nil
        case .esketamine: return milligrams == device ? nil : (.outside, held)
        // Several sprays are often noted as one: that is said, and not asked for again.
        case .nasalRacemic: return milligrams > device ? (.inside, held) : nil
        case .infusion: return nil
        }
    }

    /// What is wrong with a typed dose; `nil` when nothing is.
    func doseComplaint(_ text: String) -> String? {
        let amount = TypedAmount(text)
        guard amount.stranger == nil, amount.numbers.count == 1, let milligrams = amount.numbers.first,
            amount.units.allSatisfy({ $0 == "mg" }), milligrams > 0
        else { return "a dose is a number of mg above 0, such as 28; @14:05 or -3m when earlier" }
        return complaintAboutTime(in: text)
    }

    /// When the amount was typed, where a question behind it has stood open for a while: that is when it was given.
    func whenSaid(_ name: String, _ given: Given) -> WallTime? {
        guard let time = given.time(of: name), moment.wall.milliseconds - time.milliseconds >= 60_000 else {
            return nil
        }
        return time
    }

    /// The time that was typed along with an amount; `nil` when none was. `@14:05` means the whole minute: what was filed of
    /// that minute before came before it.
    func timeTyped(in text: String) -> WallTime? {
        guard let typed = TypedAmount(text).time, let time = earlierTime(typed) else { return nil }
        guard case .clock? = EntryTime(typed: typed) else { return time }
        let minute = time.milliseconds..<(time.milliseconds + 60_000)
        let filed = bedside?.session.facts.map(\.measured).filter { minute.contains($0.milliseconds) }.max()
        return max(time, filed ?? time)
    }

    /// What an entry would go against, by the rules as they stood at its time (now, when none is given); `nil` when
    /// nothing.
    func deviation(of body: FactBody, at time: WallTime?) -> String? {
        guard
            let decided = try? bedside?.session.deciding(
                body, measured: time, at: moment, author: picture?.nurse ?? "")
        else { return nil }
        let timeline = decided.after.picture(at: moment).timeline
        return timeline.entry(sequence: decided.fact.sequence)?.deviation
    }

    /// What is wrong with a typed time; `nil` when nothing is, or none was typed.
    func complaintAboutTime(in text: String) -> String? {
        guard let time = TypedAmount(text).time, earlierTime(time) == nil else { return nil }
        return "\(time) is no time of this session: @14:05 or -3m, not after now"
    }
}
