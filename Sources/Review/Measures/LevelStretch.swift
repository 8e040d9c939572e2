import SessionCore

/// A stretch of time that a parameter stood at one level. A reading stands until the next one of its parameter, for 30 min
/// at most; after that, and before the first one, the level is unknown. From T0 until the patient left, or until now.
/// Minutes out of range are those at level 1 or worse; the unit is minutes, the denominator the minutes from T0 at a
/// known level. Ebbtide default, unpublished.
public struct LevelStretch: Hashable, Sendable {
    /// Which parameter.
    public var parameter: AlarmParameter
    /// The level that it stood at.
    public var level: Level
    /// When it began.
    public var from: SessionTime
    /// When it ended.
    public var to: SessionTime
    /// Who was on duty when it began.
    public var nurse: String
    /// Sequence of the reading that says so; `nil` for an unknown level.
    public var fact: Int?

    /// How long it lasted.
    public var length: Span { to - from }

    /// A reading says nothing about the time beyond this.
    public static let longest = Span.minutes(30)

    /// The parameters whose time is counted, in screen order.
    public static let parameters: [AlarmParameter] = [
        .pressure, .heartRate, .oxygenSaturation, .respiratoryRate, .alertness, .distress, .temperature,
        .endTidalCO2,
    ]

    /// Those of them that every session watches, so that their time is counted where nothing was measured too.
    static let always: Set<AlarmParameter> = [.pressure, .heartRate, .oxygenSaturation, .respiratoryRate]

    /// Makes a stretch.
    public init(
        parameter: AlarmParameter, level: Level, from: SessionTime, to: SessionTime, nurse: String, fact: Int?
    ) {
        self.parameter = parameter
        self.level = level
        self.from = from
        self.to = to
        self.nurse = nurse
        self.fact = fact
    }
}

extension ReviewSource {
    /// The time from T0 to the end, cut by parameter and level.
    var levelStretches: [LevelStretch] {
        guard let start = picture.start else { return [] }
        let judged = judgedValues
        return LevelStretch.parameters.flatMap { parameter -> [LevelStretch] in
            let values = judged[parameter] ?? []
            guard !values.isEmpty || LevelStretch.always.contains(parameter) else { return [] }
            return stretches(of: parameter, values, from: start)
        }
    }

    private func stretches(
        of parameter: AlarmParameter, _ values: [JudgedValue], from start: SessionTime
    ) -> [LevelStretch] {
        var result: [LevelStretch] = []
        var reached = start
        func add(_ level: Level, until: SessionTime, fact: Int?) {
            let until = min(until, end)
            guard until > reached else { return }
            result.append(
                LevelStretch(
                    parameter: parameter, level: level, from: reached, to: until, nurse: nurse(at: reached),
                    fact: fact))
            reached = until
        }
        for (index, value) in values.enumerated() {
            add(.unknown, until: value.at, fact: nil)
            let next = index + 1 < values.count ? values[index + 1].at : end
            add(value.level, until: min(next, value.at + LevelStretch.longest), fact: value.sequence)
        }
        add(.unknown, until: end, fact: nil)
        return result
    }
}
