/// What a machine answers to an event, as far as all machines answer alike.
protocol MachineAction {
    /// The event went against the protocol: which rule, in words with the numbers, and the reason if one was given.
    static func deviation(_ sentence: String) -> Self
    /// The event contradicts what happened before and is not taken.
    static func refused(_ refusal: Refusal) -> Self
    /// The sentence of a deviation; `nil` for every other answer.
    var deviation: String? { get }
    /// Why the event is not taken; `nil` for every other answer.
    var refusal: Refusal? { get }
}

extension Array where Element: MachineAction {
    /// The refusal among the actions; `nil` when the event was taken.
    var refusal: Refusal? { lazy.compactMap(\.refusal).first }

    /// The sentences of the deviations among the actions.
    var deviations: [String] { compactMap(\.deviation) }

    static func refused(_ sentence: String) -> Self { [.refused(Refusal(sentence))] }
}
