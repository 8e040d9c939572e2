/// A reading on the session's own time line, with the judgement of its values: what every rule over a course of
/// readings works on. Corrections are applied and struck readings left out before it gets here.
public struct TimedReading: Hashable, Sendable {
    /// Sequence of the fact.
    public var sequence: Int
    /// When it was measured.
    public var at: SessionTime
    /// What was measured.
    public var values: VitalSet
    /// The worst level among its values.
    public var level: Level
    /// The level of its pressure; unknown without one.
    public var pressureLevel: Level
    /// Whether it says that no pulse or pressure could be obtained, which answers for a pressure.
    public var isUnobtainable: Bool

    /// Makes a reading on the time line.
    public init(
        sequence: Int, at: SessionTime, values: VitalSet, level: Level = .unknown,
        pressureLevel: Level = .unknown, isUnobtainable: Bool = false
    ) {
        self.sequence = sequence
        self.at = at
        self.values = values
        self.level = level
        self.pressureLevel = pressureLevel
        self.isUnobtainable = isUnobtainable
    }

    /// Whether it says something about the pressure: both values, or that none could be obtained.
    public var answersPressure: Bool { values.pressure != nil || isUnobtainable }

    /// The readings, which are in order of time, that were measured from `first` to `last`, both included.
    static func measured(
        from first: SessionTime, through last: SessionTime, among ordered: Chunked<TimedReading>
    ) -> Slice<Chunked<TimedReading>> {
        let begin = ordered.firstPlace { $0.at >= first }
        let end = ordered.firstPlace { $0.at > last }
        return ordered[begin..<max(begin, end)]
    }

    /// Earlier measured first; of two at the same instant the one filed first.
    static func isEarlier(_ left: Self, _ right: Self) -> Bool {
        (left.at, left.sequence) < (right.at, right.sequence)
    }
}
