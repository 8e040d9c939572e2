/// Something that the rules concluded, at the instant at which it became true. The list of a session's transitions is
/// what a reviewer reads and what `assess` prints.
public struct Transition: Hashable, Sendable {
    /// When it became true.
    public var at: SessionTime
    /// Sequence of the fact that made it true; `nil` when time alone did.
    public var fact: Int?
    /// What became true.
    public var event: Event

    /// What the rules can conclude.
    public enum Event: Hashable, Sendable {
        /// A reading was judged.
        case flagged(Flag)
        /// An alarm's condition or signal changed.
        case alarm(AlarmChange)
        /// A checkpoint changed its state.
        case checkpoint(name: String, state: CheckpointState)
        /// The session moved on.
        case phase(from: Phase, to: Phase)
        /// The pre-dose gate changed its answer.
        case gate(GateOutcome, findings: [GateFinding])
        /// A fact went against the protocol.
        case deviation(String)
        /// Effects have subsided.
        case subsided
        /// Items 2-8 of the discharge list held for the first time.
        case ready
        /// The second assessment held.
        case mayLeave
    }

    /// Makes a transition.
    public init(at: SessionTime, fact: Int?, event: Event) {
        self.at = at
        self.fact = fact
        self.event = event
    }
}

/// The judgement of one parameter of one reading.
public struct Flag: Hashable, Sendable {
    /// Which parameter.
    public var parameter: AlarmParameter
    /// Which side, when abnormal.
    public var direction: Direction?
    /// How bad.
    public var level: Level
    /// Stable names of the rules that spoke at that level.
    public var rules: [String]
    private let words: JudgementWords

    /// Makes a flag.
    public init(
        parameter: AlarmParameter, direction: Direction?, level: Level, rules: [String], sentence: String
    ) {
        self.init(
            parameter: parameter, direction: direction, level: level, rules: rules,
            words: JudgementWords(sentence))
    }

    init(
        parameter: AlarmParameter, direction: Direction?, level: Level, rules: [String], words: JudgementWords
    ) {
        self.parameter = parameter
        self.direction = direction
        self.level = level
        self.rules = rules
        self.words = words
    }

    /// In words with the numbers.
    public var sentence: String { words.sentence }
}

/// A change of an alarm.
public struct AlarmChange: Hashable, Sendable {
    /// What changed.
    public enum What: String, Codable, Sendable, CaseIterable {
        case raised
        case confirmed
        case worsened
        case overdue
        case escalated
        case acknowledged
        case reannounced
        case switchedOff
        case switchedOn
        case steppedDown
        case latched
        case cleared
    }

    /// Which condition.
    public var key: AlarmKey
    /// What changed.
    public var what: What
    /// The level after the change.
    public var level: Level
    /// The priority after the change.
    public var priority: Priority

    /// Makes a change.
    public init(key: AlarmKey, what: What, level: Level, priority: Priority) {
        self.key = key
        self.what = what
        self.level = level
        self.priority = priority
    }
}
