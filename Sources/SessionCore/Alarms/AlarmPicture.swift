/// How urgent an alarm is. Ordered, milder first.
public enum Priority: String, Codable, Sendable, CaseIterable, Comparable {
    /// Awareness: `!`.
    case low
    /// Prompt response: `!!`.
    case medium
    /// Immediate response: `!!!`.
    case high

    /// The text tag that carries the priority without colour.
    public var tag: String {
        switch self {
        case .low: "!"
        case .medium: "!!"
        case .high: "!!!"
        }
    }

    /// Milder first.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        }
    }
}

/// One occurrence of an alarm as a screen shows it.
public struct AlarmPicture: Hashable, Sendable {
    /// Which condition.
    public var key: AlarmKey
    /// The level of its condition, or the worst it had when it is over but latched.
    public var level: Level
    /// Its priority now, escalations included.
    public var priority: Priority
    /// Whether a second reading, or a single one of level 3, has confirmed it.
    public var isConfirmed: Bool
    /// Whether the condition is over and the signal stays only until it is acknowledged.
    public var isLatched: Bool
    /// When the occurrence was raised.
    public var raised: SessionTime
    /// Who acknowledged it at its present priority; `nil` while nobody did.
    public var acknowledgedBy: String?
    /// Since when level 2 or worse is confirmed, once it has been for so long that it counts as sustained.
    public var sustainedSince: SessionTime?
    /// When the next reading is due; `nil` when none is.
    public var recheckDue: SessionTime?
    /// Whether that reading is overdue (grace passed).
    public var isOverdue: Bool
    /// Whether it went unacknowledged for so long that it fills a whole line.
    public var isFullBar: Bool
    /// Until when it is switched off; `nil` when it is not.
    public var switchedOffUntil: SessionTime?
    /// What is wrong, in words with the numbers: `BP 186/112 level 2, confirmed`.
    public var sentence: String
    /// The next thing to do: `measure now`, `notify prescriber`.
    public var nextAction: String

    /// Makes the picture of an occurrence.
    public init(
        key: AlarmKey, level: Level, priority: Priority, isConfirmed: Bool, isLatched: Bool,
        raised: SessionTime,
        acknowledgedBy: String?, recheckDue: SessionTime?, isOverdue: Bool, isFullBar: Bool,
        switchedOffUntil: SessionTime?, sentence: String, nextAction: String
    ) {
        self.key = key
        self.level = level
        self.priority = priority
        self.isConfirmed = isConfirmed
        self.isLatched = isLatched
        self.raised = raised
        self.acknowledgedBy = acknowledgedBy
        self.recheckDue = recheckDue
        self.isOverdue = isOverdue
        self.isFullBar = isFullBar
        self.switchedOffUntil = switchedOffUntil
        self.sentence = sentence
        self.nextAction = nextAction
    }
}
