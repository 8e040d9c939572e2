/// What the entry line needs to know to read itself back.
public struct EntryContext: Sendable {
    /// The rules.
    public var careProtocol: CareProtocol
    /// Baseline, symptoms and targets, for the flags.
    public var judgement: JudgementContext
    /// Readings from before, in any order.
    public var earlier: [EarlierReading]
    /// The instant of typing.
    public var now: Moment
    /// The same on the session's own time line.
    public var sessionNow: SessionTime
    /// When the session was opened, on the wall clock.
    public var opened: WallTime
    /// Until when the cuff rests, so that a pressure is not yet a recheck; `nil` when it does not.
    public var cuffRestsUntil: SessionTime?

    /// Makes a context.
    public init(
        careProtocol: CareProtocol, judgement: JudgementContext = JudgementContext(),
        earlier: [EarlierReading] = [], now: Moment, sessionNow: SessionTime, opened: WallTime,
        cuffRestsUntil: SessionTime? = nil
    ) {
        self.careProtocol = careProtocol
        self.judgement = judgement
        self.earlier = earlier
        self.now = now
        self.sessionNow = sessionNow
        self.opened = opened
        self.cuffRestsUntil = cuffRestsUntil
    }
}

/// A stretch of the read-back with the level that colours it.
public struct ReadBackSegment: Hashable, Sendable {
    /// The words.
    public var text: String
    /// How bad what it says is; `nil` for words that say nothing about the patient.
    public var level: Level?

    /// Makes a segment.
    public init(_ text: String, level: Level? = nil) {
        self.text = text
        self.level = level
    }
}

/// A typed line as it was understood. Nothing is invented: what is not understood is named in ``problems``.
public struct EntryReading: Hashable, Sendable {
    /// The values, in the units of ``Vital``.
    public var values = VitalSet()
    /// When they were measured, on the wall clock.
    public var measured: WallTime
    /// How long before the instant of typing that was.
    public var age: Span = .zero
    /// Whether that makes it a late entry.
    public var isLate = false
    /// Why the line cannot be filed: what cannot be a measurement, and what was not understood.
    public var problems: [Refusal] = []
    /// What is implausible: filed at once as unconfirmed, and asked for again.
    public var questions: [Doubt] = []
    /// What may have been meant; shown, never substituted.
    public var suggestions: [EntrySuggestion] = []
    /// What else the nurse should know before filing.
    public var remarks: [String] = []
    /// The judgement of each parameter that has a value.
    public var assessments: [Assessment] = []
    /// The line in words, part by part.
    public var readBack: [ReadBackSegment] = []

    /// Why it cannot be filed as it stands; `nil` when it can.
    public var refusal: Refusal? {
        problems.first
            ?? (values.isEmpty ? Refusal("nothing was measured: type for example 132/84 78 98") : nil)
    }
}
