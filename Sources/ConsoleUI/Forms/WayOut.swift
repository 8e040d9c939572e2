import Canvas
import SessionCore

/// How a session ends: assessed, left, handed over, cancelled, given up, signed.
extension CommandTable {
    static func wayOut() -> Interview {
        Interview("The way out") { given, model in
            guard let picture = model.picture else { return .act { _ in [] } }
            switch given["what"] {
            case "assess": return assessment(given, picture)
            case "discharged": return discharge(given)
            case "advice": return againstAdvice(given)
            case "transfer": return transfer(given)
            case "cancel", "abandon": return endByReason(given)
            case "close": return signature(given, picture)
            case .some(let step) where AttestedStep(rawValue: step) != nil:
                return attestation(given, of: step)
            default:
                return .ask(.pick("what", "what", wayChoices(model, picture), notes: dischargeNotes(picture)))
            }
        }
    }

    private static func wayChoices(_ model: Model, _ picture: Picture) -> [Choice] {
        let over = picture.phase.isOver ? "the session is over: \(picture.phase.title)" : nil
        let undosed = picture.start == nil ? "nothing was given: cancel instead" : nil
        let leaving = over ?? undosed
        // What has happened is judged as of its own time, not of now: a time that was said lets the rules decide.
        let obstacle = model.bedside?.lateTime == nil ? picture.discharge.obstacles.first : nil
        return [
            Choice("a", "assess for discharge", value: "assess", whyNot: leaving),
            Choice("d", "patient goes home", value: "discharged", whyNot: leaving ?? obstacle),
            Choice("v", "patient leaves against advice", value: "advice", whyNot: leaving),
            Choice("t", "transfer to other care", value: "transfer", whyNot: leaving),
            Choice(
                "c", "cancel before the first dose", value: "cancel",
                whyNot: over ?? (picture.start == nil ? nil : "the drug was started: d then x stops it early")
            ),
            Choice("b", "close as abandoned", value: "abandon", whyNot: over ?? whyNotAbandoned(picture)),
            Choice("f", "follow-up booked", value: AttestedStep.followUp.rawValue, whyNot: undosed),
            Choice(
                "m", "monitoring form sent", value: AttestedStep.monitoringForm.rawValue,
                whyNot: picture.careProtocol.timers.formDays == nil ? "this route owes none" : undosed),
            Choice(
                "s", "close and sign the record", value: "close",
                whyNot: picture.phase.isOver ? nil : "the patient has not left yet"),
        ]
    }

    private static func whyNotAbandoned(_ picture: Picture) -> String? {
        let hours = picture.careProtocol.timers.abandonHours
        let age = picture.now - SessionTime.zero
        return age > .minutes(hours * 60) ? nil : "only \(hours) h after opening"
    }

    private static func dischargeNotes(_ picture: Picture) -> [[Segment]] {
        guard picture.start != nil, !picture.phase.isOver else { return [] }
        let discharge = picture.discharge
        var rows = discharge.items.filter { $0.holds != .yes }.map { item in
            let word = item.holds == .no ? "no " : "?  "
            return [
                Segment("\(word)", item.holds == .no ? .warning : .notice),
                Segment("\(item.number). \(item.title)  "), Segment(item.detail, .dim),
            ]
        }
        if let first = discharge.firstAssessmentAt {
            rows.append([
                Segment("first assessment held at \(clock(picture.wallTime(of: first), in: picture))", .good)
            ])
        }
        if let may = discharge.mayLeaveAt, discharge.obstacles.isEmpty {
            rows.append([Segment("may leave since \(clock(picture.wallTime(of: may), in: picture))", .good)])
        }
        // An item that fails stands above already, with its number.
        let listed = discharge.items.filter { $0.holds != .yes }.map { "\($0.number) " }
        let others = discharge.obstacles.filter { obstacle in !listed.contains { obstacle.hasPrefix($0) } }
        rows += others.map { [Segment("obstacle: \($0)", .warning)] }
        return rows
    }

    private static func assessment(_ given: Given, _ picture: Picture) -> Turn {
        let asked = DischargeQuestion.allCases.filter {
            $0 != .lineRemoved || picture.plan.route == .infusion
        }
        for question in asked where given[question.rawValue] == nil {
            let choices = [
                Choice("y", "yes", value: "yes"), Choice("n", "no", value: "no"),
                Choice("u", "not known", value: "unknown"),
            ]
            let failing = picture.discharge.items.filter { $0.holds == .no }.map {
                [Segment("fails now: ", .warning), Segment("\($0.number). \($0.title)  \($0.detail)")]
            }
            return .ask(.pick(question.rawValue, question.question, choices, notes: failing))
        }
        var answers: [DischargeQuestion: Answer] = [:]
        for question in asked { answers[question] = given[question.rawValue].flatMap(Answer.init) }
        let fact = DischargeAssessed(answers: answers, by: picture.nurse)
        return .file([Filing(.dischargeAssessed(fact))], saying: "discharge assessment")
    }

    private static func discharge(_ given: Given) -> Turn {
        guard let detail = given["detail"] else {
            return .ask(optional("detail", "left with (escort)", "Enter alone: not recorded"))
        }
        let fact = PatientLeft(manner: .discharged, detail: detail)
        return .file([Filing(.patientLeft(fact))], saying: "patient goes home")
    }

    private static func againstAdvice(_ given: Given) -> Turn {
        guard let detail = given["detail"] else {
            return .ask(.text("detail", "what the patient said and was told"))
        }
        guard let told = given["prescriber"] else {
            return .ask(optional("prescriber", "prescriber who was told", "Enter alone: nobody was told"))
        }
        let fact = PatientLeft(manner: .againstAdvice, detail: detail, prescriberNotified: told)
        return .file([Filing(.patientLeft(fact))], saying: "patient leaves against advice")
    }

    private static func transfer(_ given: Given) -> Turn {
        guard let place = given["place"] else { return .ask(.text("place", "where to")) }
        guard let person = given["person"] else { return .ask(.text("person", "handed over to")) }
        guard let told = given["prescriber"] else {
            return .ask(optional("prescriber", "prescriber who was told", "Enter alone: not recorded"))
        }
        let fact = PatientLeft(
            manner: .transferred, detail: "\(place), handed over to \(person)", prescriberNotified: told)
        return .file([Filing(.patientLeft(fact))], saying: "transfer to \(place)")
    }

    private static func endByReason(_ given: Given) -> Turn {
        guard let reason = given["reason"] else { return .ask(.text("reason", "reason")) }
        let fact = Reasoned(reason: reason)
        let isCancelled = given["what"] == "cancel"
        return .file(
            [Filing(isCancelled ? .sessionCancelled(fact) : .sessionAbandoned(fact))],
            saying: isCancelled ? "cancelled" : "abandoned")
    }

    /// What a signature can mean: nobody is called fit for discharge who went otherwise.
    private static func meanings(_ picture: Picture) -> [Choice] {
        [
            Choice("r", "reviewed, the record is complete"),
            Choice(
                "f", "fit for discharge, reviewed",
                whyNot: picture.discharge.mayLeaveAt == nil
                    ? "the patient did not leave by two assessments that held" : nil),
        ]
    }

    /// What is owed after the session and stands nowhere in the record; a signature does not wait for it.
    private static func absent(_ picture: Picture) -> [[Segment]] {
        guard picture.start != nil else { return [] }
        var steps: [AttestedStep] = [.followUp]
        if picture.careProtocol.timers.formDays != nil { steps.append(.monitoringForm) }
        return steps.filter { picture.attested[$0] == nil }.map { step in
            [Segment("not in the record: \(step.title); Esc, then w, adds it before the signature", .warning)]
        }
    }

    private static func signature(_ given: Given, _ picture: Picture) -> Turn {
        guard let name = given["name"] else { return .ask(.text("name", "sign with your full name")) }
        guard let meaning = reason(given) else {
            var question = askReason(given, from: meanings(picture), "the signature means")
            if case .keys = question.kind { question.notes = absent(picture) }
            return .ask(question)
        }
        return .file(
            [Filing(.sessionClosed(SessionClosed(name: name, meaning: meaning)))], saying: "signed by \(name)"
        )
    }
}

extension DischargeQuestion {
    /// The question as it is put to the nurse.
    var question: String {
        switch self {
        case .walksUnaided: "walks unaided?"
        case .fluids: "has drunk, if wished?"
        case .suicideScreen: "suicide screen not moderate or high, or cleared in writing?"
        case .lineRemoved: "IV line out, site checked?"
        case .escort: "escort present, instructions given in writing?"
        case .nextContact: "next contact and integration date set?"
        case .clinicianSigns: "prescriber or delegated clinician signs fitness to leave?"
        }
    }
}
