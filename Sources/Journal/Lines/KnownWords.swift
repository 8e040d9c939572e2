import SessionCore

/// The words that a key of the log format takes, so that a sentence about a wrong one says which would be right.
enum KnownWords {
    /// By the name of the enumeration, as the decoder reports it.
    private static let lists: [String: [String]] = [
        list(ActionMeaning.self), list(AlarmParameter.self), list(Answer.self), list(AttestedOutcome.self),
        list(AttestedStep.self), list(BreathingGas.self), list(Direction.self), list(DischargeQuestion.self),
        list(DoseRules.Unit.self), list(FactSource.self), list(LeavingManner.self), list(Level.self),
        list(ObservationProfile.self), list(Route.self), list(SessionMode.self), list(Sex.self),
        list(SymptomMeaning.self), list(TimeAnchor.self),
    ].reduce(into: [:]) { $0[$1.name] = $1.words }

    private static func list<Words: CaseIterable & RawRepresentable<String>>(
        _ words: Words.Type
    ) -> (name: String, words: [String]) {
        (String(describing: words), words.allCases.map(\.rawValue))
    }

    /// The words of an enumeration, in a row; `nil` when it is none of the log format's.
    static func row(ofType name: Substring) -> String? {
        lists[String(name.split(separator: ".").last ?? name)].map { $0.joined(separator: ", ") }
    }
}
