import SessionCore

/// What was counted of one measure, at one level where levels are told apart.
public struct MeasureTally: Hashable, Sendable {
    /// How often each outcome came, by its stable name.
    public private(set) var outcomes: [String: Int] = [:]
    /// The times that were measured of what was done.
    public private(set) var spread = Spread()

    /// Nothing counted yet.
    public init() {}

    /// Counts one thing. Being early is counted, and is no time of its own.
    public mutating func add(_ outcome: Outcome) {
        outcomes[outcome.name, default: 0] += 1
        if case .early = outcome { return }
        if let span = outcome.span { spread.add(span) }
    }

    /// How often an outcome came.
    public func count(_ name: String) -> Int { outcomes[name] ?? 0 }

    /// How many things were owed: all but the not applicable ones.
    public var applicable: Int { outcomes.values.reduce(0, +) - count("notApplicable") }

    /// How many were as they should be: in time, or confirmed.
    public var good: Int { count("inTime") + count("confirmed") }
}

/// Which row of a review something is counted in.
public struct TallyKey: Hashable, Sendable {
    /// The measure.
    public var kind: MeasureKind
    /// The level, for rechecks and confirmed flags; `nil` for all levels together.
    public var level: Level?

    /// Makes a key.
    public init(_ kind: MeasureKind, level: Level? = nil) {
        self.kind = kind
        self.level = level
    }
}

/// The measures of any number of sessions. Its size does not grow with them.
public struct Tally: Sendable {
    /// How many sessions were counted.
    public private(set) var sessions = 0
    private var measures: [TallyKey: MeasureTally] = [:]
    /// Milliseconds that each parameter stood at each level.
    private var levels: [AlarmParameter: [Level: Int64]] = [:]
    /// The last digits of everybody together.
    public private(set) var digits = DigitCount(author: "")

    /// Nothing counted yet.
    public init() {}

    /// The counts of one session.
    public init(_ review: SessionReview) {
        self.init()
        add(review)
    }

    /// Counts one session, or of it only what one nurse answers for.
    public mutating func add(_ review: SessionReview, nurse: String? = nil) {
        sessions += 1
        // A session without a correction or late entry has none of them, which is a figure.
        for kind in MeasureKind.allCases where kind.isPlainCount {
            measures[TallyKey(kind)] = measure(kind) ?? MeasureTally()
        }
        for item in review.items where nurse == nil || item.nurse == nurse {
            measures[TallyKey(item.kind), default: MeasureTally()].add(item.outcome)
            guard item.kind == .confirmation || item.kind == .recheck, let level = item.level else {
                continue
            }
            measures[TallyKey(item.kind, level: level), default: MeasureTally()].add(item.outcome)
        }
        for stretch in review.stretches where nurse == nil || stretch.nurse == nurse {
            levels[stretch.parameter, default: [:]][stretch.level, default: 0] &+= stretch.length.milliseconds
        }
        for count in review.digits where nurse == nil || count.author == nurse { digits.add(count) }
    }

    /// What was counted of one measure; `nil` when there was nothing to count.
    public func measure(_ kind: MeasureKind, level: Level? = nil) -> MeasureTally? {
        measures[TallyKey(kind, level: level)]
    }

    /// How long a parameter stood at a level; `nil` when its time was never counted.
    public func time(_ parameter: AlarmParameter, at level: Level) -> Span? {
        levels[parameter].map { Span(milliseconds: $0[level] ?? 0) }
    }

    /// The rows that were counted, in the order of the measures, all levels first.
    public var rows: [(key: TallyKey, tally: MeasureTally)] {
        MeasureKind.allCases.flatMap { kind in
            ([nil] + Level.allCases.map(Optional.some)).compactMap { level in
                let key = TallyKey(kind, level: level)
                return measures[key].map { (key, $0) }
            }
        }
    }
}
