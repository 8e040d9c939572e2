import SessionCore

/// How an attempt, or a real session, was scored. Percentages and deductions are Ebbtide defaults, unpublished.
public struct Score: Hashable, Codable, Sendable {
    /// An action done on time, %.
    public static let onTimeCredit = 100
    /// An action done late, by twice its deadline, %.
    public static let lateCredit = 50
    /// What an unsafe act costs, points of %.
    public static let unsafeDeduction = 20
    /// What a mistyped reading costs, points of %.
    public static let mistypedDeduction = 2
    /// The most that an attempt with a critical miss can have, %.
    public static let criticalCap = 59
    /// The least with which an attempt passes, %.
    public static let passMark = 60

    /// Everything that was expected, in the rubric's order, checkpoints after it.
    public var actions: [ScoredAction]
    /// What failed the attempt.
    public var criticalMisses: [ScoredMiss]
    /// What cost a fifth each.
    public var unsafeActs: [ScoredMiss]
    /// How the readings were typed.
    public var entries: EntryAccuracy

    /// Makes a score from what it is computed from.
    public init(
        actions: [ScoredAction], criticalMisses: [ScoredMiss], unsafeActs: [ScoredMiss],
        entries: EntryAccuracy
    ) {
        self.actions = actions
        self.criticalMisses = criticalMisses
        self.unsafeActs = unsafeActs
        self.entries = entries
    }

    /// Whether nothing was called for that could be done or missed: then there is nothing to score.
    public var isEmpty: Bool {
        !actions.contains(where: \.isOwed) && criticalMisses.isEmpty && unsafeActs.isEmpty
    }

    /// Whole %, 0-100, rounded down, so that 59.9 is never shown as 60.
    public var percent: Int {
        let owed = actions.filter(\.isOwed)
        guard !owed.isEmpty else { return 0 }
        let earned = owed.reduce(0) { $0 + $1.credit }
        let lost =
            Score.unsafeDeduction * unsafeActs.count + Score.mistypedDeduction
            * entries.mistypedReadings.count
        let points = max(0, earned - lost * owed.count) / owed.count
        return min(criticalMisses.isEmpty ? 100 : Score.criticalCap, points)
    }

    /// How many of the starred actions that were owed were done, on time or late.
    public var starredDone: Int { starred.count { $0.credit > 0 } }

    /// How many starred actions were owed.
    public var starredOwed: Int { starred.count }

    private var starred: [ScoredAction] {
        actions.filter { $0.isStarred && $0.isOwed }
    }

    /// At least 60 %, no critical miss, everything starred done.
    public var isPassed: Bool {
        percent >= Score.passMark && criticalMisses.isEmpty && starredDone == starredOwed
    }

    /// Why it was not passed, in words; empty when it was.
    public var reasons: [String] {
        var reasons = criticalMisses.map { "critical: \($0.title)" }
        reasons += starred.filter { $0.credit == 0 }.map { "must be done: \($0.title)" }
        if percent < Score.passMark, criticalMisses.isEmpty {
            reasons.append("\(percent) % of at least \(Score.passMark) %")
        }
        return reasons
    }
}

/// One expected action and how it was done.
public struct ScoredAction: Hashable, Codable, Sendable {
    /// Its short name.
    public var name: String
    /// In words.
    public var title: String
    /// Whether no attempt passes without it.
    public var isStarred: Bool
    /// On time, late, missing, or not called for.
    public var standing: ExpectationOutcome.Standing
    /// When its clock started.
    public var trigger: SessionTime?
    /// Until when it was on time.
    public var deadline: SessionTime?
    /// When it was done.
    public var doneAt: SessionTime?
    /// Sequences of the facts that show it; for something missing, of the last fact before its deadline.
    public var evidence: [Int]
    /// Whether it was settled in the attempt from which this one goes on: it is shown and not counted.
    public var isInherited = false

    /// From when on nothing could change it any more: it was done, or twice its time was over; `nil` while neither was known.
    var settledAt: SessionTime? {
        switch standing {
        case .onTime, .late: return doneAt
        case .missing:
            guard let trigger, let deadline else { return nil }
            return deadline + (deadline - trigger)
        case .notCalledFor: return nil
        }
    }

    /// Whether it counts: it was called for, and in this attempt.
    public var isOwed: Bool { standing != .notCalledFor && !isInherited }

    /// Makes a scored action.
    public init(
        name: String, title: String, isStarred: Bool, standing: ExpectationOutcome.Standing,
        trigger: SessionTime? = nil, deadline: SessionTime? = nil, doneAt: SessionTime? = nil,
        evidence: [Int] = []
    ) {
        self.name = name
        self.title = title
        self.isStarred = isStarred
        self.standing = standing
        self.trigger = trigger
        self.deadline = deadline
        self.doneAt = doneAt
        self.evidence = evidence
    }

    /// What it earns, %.
    public var credit: Int {
        switch standing {
        case .onTime: Score.onTimeCredit
        case .late: Score.lateCredit
        case .missing, .notCalledFor: 0
        }
    }
}

/// Something that must not have happened, or must not have been left undone.
public struct ScoredMiss: Hashable, Codable, Sendable {
    /// Its short name.
    public var name: String
    /// In words.
    public var title: String
    /// When.
    public var at: SessionTime
    /// Sequences of the facts that show it.
    public var evidence: [Int]

    /// Makes a scored miss.
    public init(name: String, title: String, at: SessionTime, evidence: [Int]) {
        self.name = name
        self.title = title
        self.at = at
        self.evidence = evidence
    }
}
