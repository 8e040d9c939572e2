import Canvas
import SessionCore

extension OpeningForm.Field {
    /// The field's name on the screen.
    var title: String {
        switch self {
        case .began: "begun on paper at"
        case .label: "patient label"
        case .birthYear: "birth year"
        case .weight: "weight, kg"
        case .sex: "sex"
        case .hypertension: "treated hypertension"
        case .route: "route"
        case .dose: "planned dose"
        case .doseAgain: "dose once more"
        case .doseReason: "reason for the dose"
        case .minutes: "planned minutes"
        case .minutesAgain: "minutes once more"
        case .firstSession: "first session ever"
        case .stimulant: "stimulant/MAOI"
        case .earlierPeak: "earlier peak"
        case .target: "SpO2 target range"
        case .profile: "profile"
        case .initials: "nurse's initials"
        }
    }

    /// What it is called where the protocol's own numbers are known: a stimulant within so many hours, an earlier peak from
    /// that pressure on.
    func title(_ rules: IntensiveRules?) -> String {
        guard let rules else { return title }
        switch self {
        case .stimulant: return "\(title) \(rules.stimulantHours) h"
        case .earlierPeak: return "\(title) \(rules.earlierPeak.systolic)/\(rules.earlierPeak.diastolic)"
        default: return title
        }
    }

    /// The letters that answer it, each with its meaning; empty when it is typed.
    var choices: [(letter: Character, title: String)] {
        switch self {
        case .sex: [("f", "female"), ("m", "male"), ("o", "other"), ("u", "unknown")]
        case .hypertension, .firstSession, .stimulant, .earlierPeak:
            [("y", "yes"), ("n", "no"), ("u", "unknown, counts as yes")]
        case .route:
            Route.allCases.map { (Character(OpeningForm.letter(of: $0)), $0.title) }
        case .profile: [("s", "standard"), ("i", "intensive")]
        default: []
        }
    }

    /// What would be right.
    var hint: String {
        switch self {
        case .began: "when the paper record begins: 13:40, -30m, or 2026-03-01T13:40Z"
        case .label: "what the ward calls the patient: initials or a number"
        case .birthYear: "four digits, such as 1980"
        case .weight: "kilograms, such as 70 or 70.5"
        case .sex: "Enter alone: unknown"
        case .hypertension, .firstSession, .stimulant, .earlierPeak: "Enter alone: unknown"
        case .route: ""
        case .dose: "mg, such as 35, or 0.5 mg/kg"
        case .doseAgain: "outside the protocol's range: type the same dose again"
        case .doseReason: "far outside the protocol's range: why"
        case .minutes: "whole minutes, such as 40"
        case .minutesAgain: "outside the protocol's range: type the same minutes again"
        case .target: "only when one is prescribed, such as 88-92; Enter alone: none"
        case .profile: "Enter alone: as proposed"
        case .initials: "of the nurse who is with the patient"
        }
    }
}

extension OpeningForm {
    /// What is wrong with a field; `nil` when it can stay as it is.
    func complaint(about field: Field, _ model: Model) -> String? {
        let text = text(field)
        switch field {
        case .began:
            return paperBeginning(model.moment) == nil
                ? "a time in the past, such as 13:40, -30m or 2026-03-01T13:40Z" : nil
        case .label: return text.isEmpty ? "the patient needs a label" : alreadyRunning(model)
        case .birthYear: return birthYearComplaint(text, model)
        case .weight: return weightComplaint(text, model)
        case .route:
            guard let route else { return "choose one of these" }
            guard model.setup.protocols[route] == nil else { return nil }
            let why = model.setup.protocolProblems[route] ?? "there is no protocol for it"
            return "\(route.title) cannot be chosen: \(why)"
        case .dose: return doseComplaint(text)
        case .doseAgain:
            let again = OpeningForm.milligrams(text, weight: weight)
            return again != nil && again == milligrams
                ? nil : "type the same dose again; \(self.text(.dose)) was typed first"
        case .doseReason: return text.isEmpty ? "a dose that far outside the range takes a reason" : nil
        case .minutes:
            guard let minutes = Int(text), (1...600).contains(minutes) else {
                return "an infusion lasts 1 to 600 minutes"
            }
            return nil
        case .minutesAgain:
            return text == self.text(.minutes)
                ? nil : "type the same minutes again; \(self.text(.minutes)) was typed first"
        case .target:
            return text.isEmpty || OpeningForm.target(text) != nil
                ? nil : "a range from 70 to 100, such as 88-92"
        case .initials: return text.isEmpty ? "whose initials stand under what is entered?" : nil
        case .sex, .hypertension, .firstSession, .stimulant, .earlierPeak, .profile: return nil
        }
    }

    private func birthYearComplaint(_ text: String, _ model: Model) -> String? {
        let year = CivilTime(model.moment.wall, utcOffsetMinutes: model.moment.utcOffsetMinutes).year
        guard let born = Int(text), text.utf8.count == 4, born > year - 125, born <= year else {
            return "a birth year is \(year - 124) to \(year)"
        }
        return alreadyRunning(model)
    }

    /// One patient has one running session.
    private func alreadyRunning(_ model: Model) -> String? {
        let (label, born) = (text(.label).lowercased(), Int(text(.birthYear)))
        let running = model.home.sessions.contains { session in
            !session.isOver && session.birthYear == born && session.patientLabel.lowercased() == label
        }
        return running ? "a session of this patient is running already: continue it from the list" : nil
    }

    private func weightComplaint(_ text: String, _ model: Model) -> String? {
        let rules = careProtocol(model)?.entry.weightKg
        let range = (rules?.minimum ?? 25)...(max(rules?.minimum ?? 25, rules?.maximum ?? 300))
        guard let weight = typedNumber(text), Double(range.lowerBound) <= weight,
            weight <= Double(range.upperBound)
        else {
            return "a weight is \(range.lowerBound) to \(range.upperBound) kg"
        }
        return nil
    }

    private func doseComplaint(_ text: String) -> String? {
        guard let milligrams, milligrams > 0 else {
            return weight == nil && text.contains("/")
                ? "mg/kg needs the weight first" : "a dose is mg above 0, or mg/kg"
        }
        return milligrams > DoseCheck.most ? "\(figures(milligrams)) mg cannot be a dose" : nil
    }

    /// What stands beside a field: what it means, live.
    func readBack(_ field: Field, _ model: Model) -> [Segment] {
        let text = text(field)
        switch field {
        case .began:
            guard let began = paperBeginning(model.moment) else { return [] }
            let ago = Span(milliseconds: model.moment.wall.milliseconds &- began.milliseconds)
            let offset = model.moment.utcOffsetMinutes
            let words = "\(dayWords(began, utcOffsetMinutes: offset)), \(TimeText.ago(ago))"
            return [Segment(words), Segment("entries of before now are marked as from paper")]
        case .birthYear:
            guard birthYearComplaint(text, model) == nil, let born = Int(text) else { return [] }
            let age =
                CivilTime(model.moment.wall, utcOffsetMinutes: model.moment.utcOffsetMinutes).year - born
            return [Segment(age > 0 ? "\(age - 1) or \(age) years old" : "born this year")]
        case .dose:
            guard let check = check(model) else { return [] }
            let role: Role = check.verdict == .inside ? .text : .warning
            return check.sentences.enumerated().map { Segment($1, $0 == 0 ? .text : role) }
        case .minutes: return durationWarning(model).map { [Segment($0, .warning)] } ?? []
        case .profile:
            guard let proposal = proposal(model) else { return [] }
            let chosen = field.choices.first { String($0.letter) == text }.map { [Segment($0.title)] } ?? []
            let reasons = proposal.reasons.isEmpty ? ["nothing asks for more"] : proposal.reasons
            return chosen + [
                Segment("proposed: \(proposal.profile.rawValue)", .notice),
                Segment("(\(reasons.joined(separator: "; ")))", .text),
            ]
        default:
            guard let choice = field.choices.first(where: { String($0.letter) == text }) else { return [] }
            return [Segment(choice.title)]
        }
    }
}
