/// What one watch needs of a care protocol: how soon to measure again, and how an alarm steps down.
public struct WatchRules: Hashable, Sendable {
    /// From a reading of level 1 to its recheck.
    public var watchInterval: Span
    /// From a reading of level 2 to its recheck.
    public var highInterval: Span
    /// From the first reading of level 3 to its recheck.
    public var crisisInterval: Span
    /// From each further reading of level 3 to its recheck.
    public var crisisRepeat: Span
    /// A recheck is overdue this long after it was due.
    public var grace: Span
    /// Level 2 becomes high when it was not measured again for this many times its interval.
    public var longOverdueFactor: Int
    /// A recheck sooner than this after the reading before it, on one cuff arm, neither confirms nor steps down.
    /// Zero where no cuff is involved.
    public var minimumGap: Span
    /// Readings below the confirmed level must span this long before the watch steps down.
    public var stepDown: Span
    /// Two further readings of level 2, neither at least this many mmHg systolic below the peak, are level 3; `nil`
    /// where the rule does not apply.
    public var noFall: Int?
    /// Confirmed level 2 or worse for this long is sustained.
    public var sustained: Span

    /// The rules of a protocol for one parameter and side. The no-fall rule and the rest between two cuff readings
    /// belong to blood pressure alone; a low pressure of level 2 and a saturation of level 3 are measured again sooner.
    public init(_ careProtocol: CareProtocol, parameter: AlarmParameter, direction: Direction) {
        let recheck = careProtocol.recheck
        let isPressure = parameter == .pressure
        let isLowPressure = isPressure && direction == .low
        let gap: Span = isPressure ? .seconds(recheck.minimumGapSeconds) : .zero
        func atLeastGap(_ seconds: Int) -> Span { max(.seconds(seconds), gap) }
        watchInterval = atLeastGap(recheck.watchSeconds)
        highInterval = atLeastGap(isLowPressure ? recheck.highLowSideSeconds : recheck.highSeconds)
        crisisInterval = atLeastGap(
            parameter == .oxygenSaturation ? recheck.crisisSaturationSeconds : recheck.crisisSeconds)
        crisisRepeat = atLeastGap(recheck.crisisRepeatSeconds)
        grace = .seconds(recheck.graceSeconds)
        longOverdueFactor = recheck.overdueHighFactor
        minimumGap = gap
        stepDown = .minutes(careProtocol.pressure.stepDownMinutes)
        noFall = isPressure && direction == .high ? careProtocol.pressure.noFall : nil
        sustained = .minutes(careProtocol.pressure.sustainedMinutes)
    }

    /// How long after a reading the next one is due at `level`.
    func interval(_ level: Level, isFirstCrisis: Bool) -> Span {
        switch level {
        case .normal, .unknown, .watch: watchInterval
        case .high: highInterval
        case .crisis: isFirstCrisis ? crisisInterval : crisisRepeat
        }
    }
}

/// One reading as a watch sees it.
public struct WatchReading: Hashable, Sendable {
    /// When it was measured.
    public var at: SessionTime
    /// How bad it is on the watch's side.
    public var level: Level
    /// The level that it still counts as for stepping down; never below `level`.
    public var heldLevel: Level
    /// Its systolic pressure in mmHg, where there is one.
    public var systolic: Int?
    /// Where the cuff sat, when said.
    public var arm: String?

    /// Makes a reading.
    public init(
        at: SessionTime, level: Level, heldLevel: Level? = nil, systolic: Int? = nil, arm: String? = nil
    ) {
        self.at = at
        self.level = level
        self.heldLevel = max(level, heldLevel ?? level)
        self.systolic = systolic
        self.arm = arm
    }

    /// The reading as the judgement of one side makes it.
    public init(_ judgement: SideJudgement, at: SessionTime, systolic: Int? = nil, arm: String? = nil) {
        self.init(
            at: at, level: judgement.level, heldLevel: judgement.heldLevel, systolic: systolic, arm: arm)
    }
}

/// What a watch concluded from an event.
public enum WatchAction: Hashable, Sendable {
    /// A first reading of this level; it is measured again at `recheckDue`.
    case suspected(Level, recheckDue: SessionTime)
    /// A second reading, or a single one of level 3, backs this level.
    case confirmed(Level)
    /// Two further readings of level 2 did not fall: level 3.
    case didNotFall
    /// The level that stands is milder than before.
    case steppedDown(Level)
    /// The condition is over.
    case cleared
    /// The recheck was not made in time.
    case overdue(Level)
    /// Level 2 was not measured again for a multiple of its interval.
    case longOverdue
    /// The reading came sooner after the one before than a cuff needs; it neither confirms nor steps down.
    case tooSoon
}

/// What stands, as the alarm board needs it.
public struct WatchCondition: Hashable, Sendable {
    /// The level that stands, suspected or confirmed.
    public var level: Level
    /// Whether that level is confirmed.
    public var isConfirmed: Bool
    /// The worst level that is confirmed; `nil` while none is.
    public var confirmedLevel: Level?
    /// When the reading was taken that the recheck is counted from.
    public var lastReading: SessionTime
    /// When the next reading is due.
    public var recheckDue: SessionTime
    /// Whether that reading is overdue, grace passed.
    public var isOverdue: Bool
    /// Whether level 2 was not measured again for a multiple of its interval.
    public var isLongOverdue: Bool
    /// Since when level 2 or worse is confirmed without a break; `nil` when it is not.
    public var highSince: SessionTime?

    /// Makes a condition.
    public init(
        level: Level, isConfirmed: Bool, confirmedLevel: Level?, lastReading: SessionTime,
        recheckDue: SessionTime, isOverdue: Bool = false, isLongOverdue: Bool = false,
        highSince: SessionTime? = nil
    ) {
        self.level = level
        self.isConfirmed = isConfirmed
        self.confirmedLevel = confirmedLevel
        self.lastReading = lastReading
        self.recheckDue = recheckDue
        self.isOverdue = isOverdue
        self.isLongOverdue = isLongOverdue
        self.highSince = highSince
    }
}
