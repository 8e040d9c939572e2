/// How one parameter of one reading is judged on one side of normal.
public struct SideJudgement: Hashable, Sendable {
    /// How bad: the worst of every rule that applies.
    public var level: Level
    /// The level that the reading still counts as when an alarm would step down: a pressure only just past its
    /// threshold is not better yet. Never below ``level``.
    public var heldLevel: Level
    /// Stable names of the rules that spoke at ``level``; empty when none did.
    public var rules: [String]
    let words: JudgementWords

    /// Makes a judgement.
    public init(level: Level, heldLevel: Level, rules: [String], sentence: String) {
        self.init(level: level, heldLevel: heldLevel, rules: rules, words: JudgementWords(sentence))
    }

    init(level: Level, heldLevel: Level, rules: [String], words: JudgementWords) {
        self.level = level
        self.heldLevel = heldLevel
        self.rules = rules
        self.words = words
    }

    /// In words with the numbers.
    public var sentence: String { words.sentence }
}

/// What a judgement says, put into a sentence when somebody reads it: most of what is judged nobody ever does.
struct JudgementWords: Hashable, Sendable {
    private let value: String
    /// The rules that spoke; `nil` when ``value`` is the whole sentence.
    private let speaking: [Finding]?
    private let isNormal: Bool
    private let remark: String

    /// A sentence that is in words already.
    init(_ sentence: String) {
        self.init(value: sentence, speaking: nil, isNormal: false, remark: "")
    }

    /// The words of a value, with the rules that spoke at the worst level and what could not be judged.
    init(value: String, speaking: [Finding]?, isNormal: Bool, remark: String) {
        self.value = value
        self.speaking = speaking
        self.isNormal = isNormal
        self.remark = remark
    }

    var sentence: String {
        guard let speaking else { return value }
        var parts: [String] = []
        if let first = speaking.first {
            parts = [first.words + " (level \(first.level.number ?? 0))"] + speaking.dropFirst().map(\.words)
        } else if isNormal {
            parts = ["normal"]
        }
        if !remark.isEmpty { parts.append(remark) }
        return value + ": " + parts.joined(separator: "; ")
    }

    /// Two are equal when they read the same.
    static func == (left: Self, right: Self) -> Bool { left.sentence == right.sentence }

    func hash(into hasher: inout Hasher) { hasher.combine(sentence) }
}

/// The judgement of one parameter that a reading touches, on both sides of normal.
public struct Assessment: Hashable, Sendable {
    /// Which parameter.
    public var parameter: AlarmParameter
    /// Whether it is too high.
    public var high: SideJudgement
    /// Whether it is too low.
    public var low: SideJudgement

    /// Makes an assessment of both sides.
    public init(parameter: AlarmParameter, high: SideJudgement, low: SideJudgement) {
        self.parameter = parameter
        self.high = high
        self.low = low
    }

    /// The judgement of one side.
    public subscript(direction: Direction) -> SideJudgement {
        switch direction {
        case .high: high
        case .low: low
        }
    }

    /// The worse of both sides.
    public var level: Level { max(high.level, low.level) }

    /// The side that is worse, or `nil` when neither is abnormal; the low side when both are equally bad.
    public var direction: Direction? {
        guard level >= .watch else { return nil }
        return high.level > low.level ? .high : .low
    }

    /// The worse side's sentence.
    public var sentence: String { direction.map { self[$0].sentence } ?? worseOfQuiet.sentence }

    /// One flag for each abnormal side, worst first; one flag in all when neither is abnormal.
    public var flags: [Flag] {
        if level < .watch {
            let quiet = worseOfQuiet
            return [
                Flag(
                    parameter: parameter, direction: nil, level: level, rules: quiet.rules, words: quiet.words
                )
            ]
        }
        let abnormal = Direction.allCases.filter { self[$0].level >= .watch }
            .sorted { self[$0].level > self[$1].level }
        return abnormal.map { side in
            Flag(
                parameter: parameter, direction: side, level: self[side].level, rules: self[side].rules,
                words: self[side].words)
        }
    }

    private var worseOfQuiet: SideJudgement { low.level > high.level ? low : high }
}

/// One rule that spoke.
struct Finding: Hashable {
    /// Stable name of the rule.
    var rule: String
    /// How bad the rule finds the value.
    var level: Level
    /// The rule with its numbers.
    var words: String
}

extension SideJudgement {
    /// The judgement that follows from the rules that spoke. `quiet` is the level when none did: normal, or unknown
    /// when something that a rule needs is missing. `remark` says what could not be judged.
    init(
        value: String, findings: [Finding], heldFindings: [Finding]? = nil, quiet: Level = .normal,
        remark: String = ""
    ) {
        let level = findings.reduce(quiet) { max($0, $1.level) }
        let held = (heldFindings ?? findings).reduce(level) { max($0, $1.level) }
        let speaking = findings.filter { $0.level == level }
        self.init(
            level: level, heldLevel: held, rules: speaking.map(\.rule),
            words: JudgementWords(
                value: value, speaking: speaking, isNormal: level == .normal, remark: remark))
    }
}
