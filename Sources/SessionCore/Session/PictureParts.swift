/// One line of what happened.
public struct TimelineEntry: Hashable, Sendable {
    /// What sort of thing it was, for its mark on the axis.
    public enum Kind: String, Sendable {
        case reading
        case dose
        case effect
        case symptom
        case action
        case note
        case alarm
        case checkpoint
        case correction
        case phase
        case console
    }

    /// Sequence of the fact.
    public var sequence: Int
    /// When it happened.
    public var at: SessionTime
    /// What sort of thing.
    public var kind: Kind
    /// In words, corrections applied: `BP 132/84  HR 78  SpO2 98 air`.
    public var text: String
    /// How bad it was.
    public var level: Level
    /// Initials of who entered it.
    public var author: String
    /// How much later than measured it was entered, when that makes it a late entry.
    public var lateBy: Span?
    /// What stood there before a correction; the fact was struck when `isStruck`.
    public var formerText: String?
    /// Whether a correction struck the fact.
    public var isStruck: Bool
    /// The rule that it went against and the reason, when it is a deviation.
    public var deviation: String?
    /// Whether it was questioned and not confirmed since.
    public var isUnconfirmed: Bool

    /// Makes an entry.
    public init(
        sequence: Int, at: SessionTime, kind: Kind, text: String, level: Level = .normal, author: String,
        lateBy: Span? = nil, formerText: String? = nil, isStruck: Bool = false, deviation: String? = nil,
        isUnconfirmed: Bool = false
    ) {
        self.sequence = sequence
        self.at = at
        self.kind = kind
        self.text = text
        self.level = level
        self.author = author
        self.lateBy = lateBy
        self.formerText = formerText
        self.isStruck = isStruck
        self.deviation = deviation
        self.isUnconfirmed = isUnconfirmed
    }
}

/// What was given and what is being given.
public struct AdministrationPicture: Hashable, Sendable {
    /// How far administration has come.
    public enum Stage: String, Sendable {
        case notStarted
        case running
        case paused
        case ended
    }

    /// How far it has come.
    public var stage: Stage
    /// Milligrams delivered until now: the integral of the rate, or the sum of the doses.
    public var deliveredMilligrams: Double
    /// Planned milligrams.
    public var plannedMilligrams: Double
    /// The rate now in mg/min; `nil` where nothing is infused.
    public var milligramsPerMinute: Double?
    /// Whether no rate was filed at the start, so that the milligrams rest on the planned one.
    public var isRateAssumed: Bool
    /// The pump's own last figure in mg and when it was noted.
    public var pumpFigure: PumpFigure?
    /// When administration is expected to end, pauses included; `nil` when it has ended or cannot be said.
    public var plannedEnd: SessionTime?
    /// Doses given one by one (injections, devices, sprays).
    public var doses: [GivenDose]
    /// Until when the rest between two devices lasts; `nil` when no rest runs.
    public var restUntil: SessionTime?
    /// Since when it is paused.
    public var pausedSince: SessionTime?

    /// Makes the picture; everything that is not said is absent.
    public init(
        stage: Stage = .notStarted, deliveredMilligrams: Double = 0, plannedMilligrams: Double,
        milligramsPerMinute: Double? = nil, isRateAssumed: Bool = false, pumpFigure: PumpFigure? = nil,
        plannedEnd: SessionTime? = nil, doses: [GivenDose] = [], restUntil: SessionTime? = nil,
        pausedSince: SessionTime? = nil
    ) {
        self.stage = stage
        self.deliveredMilligrams = deliveredMilligrams
        self.plannedMilligrams = plannedMilligrams
        self.milligramsPerMinute = milligramsPerMinute
        self.isRateAssumed = isRateAssumed
        self.pumpFigure = pumpFigure
        self.plannedEnd = plannedEnd
        self.doses = doses
        self.restUntil = restUntil
        self.pausedSince = pausedSince
    }
}

/// What a pump said.
public struct PumpFigure: Hashable, Sendable {
    /// Milligrams on its display.
    public var milligrams: Double
    /// When it was noted.
    public var at: SessionTime

    /// Makes a figure.
    public init(milligrams: Double, at: SessionTime) {
        self.milligrams = milligrams
        self.at = at
    }
}

/// One dose that was given at one time.
public struct GivenDose: Hashable, Sendable {
    /// Milligrams.
    public var milligrams: Double
    /// When.
    public var at: SessionTime
    /// Whether it was a supplemental injection.
    public var isSupplemental: Bool

    /// Makes a dose.
    public init(milligrams: Double, at: SessionTime, isSupplemental: Bool = false) {
        self.milligrams = milligrams
        self.at = at
        self.isSupplemental = isSupplemental
    }
}

/// How far the effects have subsided.
public struct SubsidencePicture: Hashable, Sendable {
    /// When they had subsided: two assessments in a row that met every criterion; `nil` while they have not.
    public var subsidedAt: SessionTime?
    /// When the first of two good assessments was made and the second is still owed.
    public var firstGoodAt: SessionTime?
    /// The highest intensity so far, with its time.
    public var peakIntensity: Int?
    /// When that was.
    public var peakAt: SessionTime?
    /// What failed at the last assessment, in words with the numbers.
    public var failing: [String]

    /// Makes the picture.
    public init(
        subsidedAt: SessionTime? = nil, firstGoodAt: SessionTime? = nil, peakIntensity: Int? = nil,
        peakAt: SessionTime? = nil, failing: [String] = []
    ) {
        self.subsidedAt = subsidedAt
        self.firstGoodAt = firstGoodAt
        self.peakIntensity = peakIntensity
        self.peakAt = peakAt
        self.failing = failing
    }
}

/// One item of the discharge list.
public struct DischargeItem: Hashable, Sendable {
    /// Its number on the list, 1-12.
    public var number: Int
    /// What it asks for.
    public var title: String
    /// Whether it holds; unknown when nothing says so.
    public var holds: Answer
    /// The numbers behind the answer, or what is missing.
    public var detail: String

    /// Makes an item.
    public init(number: Int, title: String, holds: Answer, detail: String) {
        self.number = number
        self.title = title
        self.holds = holds
        self.detail = detail
    }
}

/// How discharge stands.
public struct DischargePicture: Hashable, Sendable {
    /// The twelve items, as they stand now.
    public var items: [DischargeItem]
    /// The first time that items 2-8 held, minimum stay aside.
    public var readyAt: SessionTime?
    /// The second good assessment, at or after the minimum stay.
    public var mayLeaveAt: SessionTime?
    /// When the patient went.
    public var leftAt: SessionTime?
    /// When the minimum stay ends; `nil` before the end of administration.
    public var minimumStayEnds: SessionTime?
    /// When the first good assessment was made; `nil` while there is none.
    public var firstAssessmentAt: SessionTime?
    /// What stands against discharge now, in words; empty when the patient may leave.
    public var obstacles: [String]

    /// Makes the picture.
    public init(
        items: [DischargeItem] = [], readyAt: SessionTime? = nil, mayLeaveAt: SessionTime? = nil,
        leftAt: SessionTime? = nil, minimumStayEnds: SessionTime? = nil,
        firstAssessmentAt: SessionTime? = nil,
        obstacles: [String] = []
    ) {
        self.items = items
        self.readyAt = readyAt
        self.mayLeaveAt = mayLeaveAt
        self.leftAt = leftAt
        self.minimumStayEnds = minimumStayEnds
        self.firstAssessmentAt = firstAssessmentAt
        self.obstacles = obstacles
    }
}
