import Canvas
import SessionCore

/// The form of a new session. Every field is empty until somebody types into it.
struct OpeningForm: Sendable {
    /// One field, in the order on the screen.
    enum Field: String, CaseIterable, Sendable {
        case began, label, birthYear, weight, sex, hypertension, route, dose, doseAgain, doseReason, minutes
        case minutesAgain, firstSession, stimulant, earlierPeak, target, profile, initials
    }

    /// What was typed or picked, by field.
    var editors: [Field: LineEditor] = [:]
    /// The field that takes the keys.
    var focus = Field.label
    /// Whether the session was kept on paper so far and has the times that it had.
    var isFromPaper = false
    /// What was wrong when the form was last sent, and stands until a key is pressed.
    var complaint: String?

    /// The text of a field without spaces at its ends.
    func text(_ field: Field) -> String { editors[field]?.text.stripped ?? "" }

    /// The fields that matter for the route and the dose.
    func fields(_ model: Model) -> [Field] {
        Field.allCases.filter { field in
            switch field {
            case .began: isFromPaper
            case .minutes: route == .infusion
            case .minutesAgain: route == .infusion && durationWarning(model) != nil
            case .doseAgain: verdict(model) == .outside || verdict(model) == .farOutside
            case .doseReason: verdict(model) == .farOutside
            default: true
            }
        }
    }

    /// The chosen route; `nil` while there is none.
    var route: Route? { Route.allCases.first { OpeningForm.letter(of: $0) == text(.route) } }

    /// The weight in kg; `nil` while it is none.
    var weight: Double? { typedNumber(text(.weight)) }

    /// The planned dose in mg; `nil` while it is none, or stands in mg/kg without a weight.
    var milligrams: Double? { OpeningForm.milligrams(text(.dose), weight: weight) }

    static func milligrams(_ text: String, weight: Double?) -> Double? {
        let amount = TypedAmount(text)
        guard amount.stranger == nil, amount.time == nil, amount.numbers.count == 1 else { return nil }
        switch amount.units {
        case [], ["mg"]: return amount.numbers[0]
        case ["mg/kg"], ["/kg"]: return weight.map { ($0 * amount.numbers[0] * 100).rounded() / 100 }
        default: return nil
        }
    }

    static func letter(of route: Route) -> String {
        switch route {
        case .infusion: "i"
        case .injection: "m"
        case .nasalRacemic: "r"
        case .esketamine: "e"
        }
    }

    /// The protocol of the chosen route.
    func careProtocol(_ model: Model) -> CareProtocol? { route.flatMap { model.setup.protocols[$0] } }

    /// The planned dose against the protocol; `nil` while one of them is missing.
    func check(_ model: Model) -> DoseCheck? {
        guard let careProtocol = careProtocol(model), let milligrams, let weight else { return nil }
        return DoseCheck(milligrams: milligrams, weightKg: weight, careProtocol: careProtocol)
    }

    func verdict(_ model: Model) -> DoseCheck.Verdict? { check(model)?.verdict }

    /// What is unusual about the planned minutes; `nil` when nothing is.
    func durationWarning(_ model: Model) -> String? {
        guard let rules = careProtocol(model)?.dose, let minutes = Int(text(.minutes)) else { return nil }
        return DoseCheck.durationSentence(minutes: minutes, rules: rules)
    }

    /// The answer of a question; unknown while nothing was picked.
    func answer(_ field: Field) -> Answer {
        switch text(field) {
        case "y": .yes
        case "n": .no
        default: .unknown
        }
    }

    /// The profile that the protocol proposes for what has been entered so far.
    func proposal(_ model: Model) -> ProfileProposal? {
        guard let careProtocol = careProtocol(model), let plan = plan(careProtocol, model, profile: .standard)
        else { return nil }
        let year = CivilTime(model.moment.wall, utcOffsetMinutes: model.moment.utcOffsetMinutes).year
        return ProfileProposal(
            plan: plan, careProtocol: careProtocol, ages: plan.patient.ages(inYear: year), baseline: nil)
    }

    /// The profile that was picked, or the proposed one while none was.
    func profile(_ model: Model) -> ObservationProfile {
        switch text(.profile) {
        case "i": .intensive
        case "s": .standard
        default: proposal(model)?.profile ?? .intensive
        }
    }

    /// The plan as entered; `nil` while something that it needs is missing.
    func plan(
        _ careProtocol: CareProtocol, _ model: Model, profile: ObservationProfile
    ) -> SessionOpened? {
        guard let route, let year = Int(text(.birthYear)), let weight, let milligrams else { return nil }
        let sex: Sex =
            switch text(.sex) {
            case "f": .female
            case "m": .male
            case "o": .other
            default: .unknown
            }
        return SessionOpened(
            patient: Patient(
                label: text(.label), birthYear: year, weightKg: weight, sex: sex,
                treatedHypertension: answer(.hypertension)),
            route: route, plannedMilligrams: milligrams,
            plannedMinutes: route == .infusion ? Int(text(.minutes)) : nil,
            profile: profile, firstSession: answer(.firstSession), stimulantOrMAOI: answer(.stimulant),
            earlierPeak: answer(.earlierPeak), saturationTarget: OpeningForm.target(text(.target)),
            doseReason: text(.doseReason).isEmpty ? nil : text(.doseReason),
            utcOffsetMinutes: model.moment.utcOffsetMinutes, protocolReference: .whole(careProtocol),
            software: model.setup.software)
    }

    /// A target range such as `88-92`; `nil` for anything else.
    static func target(_ text: String) -> SaturationTarget? {
        let parts = text.split(separator: "-").map { Int(String($0).stripped) }
        guard parts.count == 2, let lower = parts[0], let upper = parts[1], (70...100).contains(lower),
            (lower + 1...101).contains(upper), upper <= 100
        else { return nil }
        return SaturationTarget(lower: lower, upper: upper)
    }
}
