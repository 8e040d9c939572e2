/// A mean kept as sum and count, so that rules compare without rounding.
public struct ExactMean: Hashable, Sendable {
    /// Sum of the values.
    public var sum: Int
    /// How many values there are, at least 1.
    public var count: Int

    /// The mean of one or more values; `nil` of none.
    public init?(_ values: [Int]) {
        guard !values.isEmpty else { return nil }
        sum = values.reduce(0, &+)
        count = values.count
    }

    /// How far `value` lies above the mean, times ``count``; compare it with a threshold times ``count``.
    public func scaledRise(of value: Int) -> Int { value &* count &- sum }

    /// Whether `value` lies at least `rise` above the mean.
    public func isRisen(_ value: Int, by rise: Int) -> Bool { scaledRise(of: value) >= rise &* count }

    /// The mean with its half, so that 140.5 above 140 is not printed as 140 above 140.
    public var halves: String {
        sum % count == 0 ? String(sum / count) : fixed(Double(sum) / Double(count), 1)
    }

    /// The mean rounded half up, for display alone.
    public var rounded: Int { (sum &* 2 &+ count).flooredQuotient(by: 2 &* count) }
}

/// The patient's own values before the first dose, against which the session's readings are judged. Frozen at T0.
public struct Baseline: Hashable, Sendable {
    /// Sequences of the readings that it rests on, oldest first.
    public var readings: [Int]
    /// When the last of them was measured.
    public var measured: SessionTime
    /// Mean of each vital over those readings that have it.
    public var means: [Vital: ExactMean]
    /// Whether two readings at the right distance back it; a single reading is provisional.
    public var isComplete: Bool
    /// Whether even the last two readings differ by more than the protocol allows.
    public var isUnstable: Bool

    /// Makes a baseline.
    public init(
        readings: [Int], measured: SessionTime, means: [Vital: ExactMean], isComplete: Bool, isUnstable: Bool
    ) {
        self.readings = readings
        self.measured = measured
        self.means = means
        self.isComplete = isComplete
        self.isUnstable = isUnstable
    }

    /// Mean systolic pressure, mmHg.
    public var systolic: ExactMean? { means[.systolic] }
    /// Mean diastolic pressure, mmHg.
    public var diastolic: ExactMean? { means[.diastolic] }

    /// Three times the mean arterial pressure of the baseline, as a mean over the same readings.
    public var tripleMean: ExactMean? {
        guard let systolic, let diastolic, systolic.count == diastolic.count else { return nil }
        var mean = systolic
        mean.sum = systolic.sum &+ 2 &* diastolic.sum
        return mean
    }
}

/// What the pre-dose gate says; the worst of its rules. Ordered, milder first.
public enum GateOutcome: String, Codable, Sendable, CaseIterable, Comparable {
    /// May proceed.
    case ok
    /// Not enough readings to say.
    case incomplete
    /// Rest, measure again; a prescriber may order to proceed.
    case hold
    /// Not lifted at the bedside.
    case stop
    /// Not today.
    case noGo = "no-go"

    /// Milder first.
    public static func < (left: Self, right: Self) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// One rule of the gate that spoke.
public struct GateFinding: Hashable, Sendable {
    /// The rule's stable name, for example `PRE-HOLD`.
    public var rule: String
    /// What the rule asks for.
    public var outcome: GateOutcome
    /// Why, in words with the numbers.
    public var sentence: String

    /// Makes a finding.
    public init(rule: String, outcome: GateOutcome, sentence: String) {
        self.rule = rule
        self.outcome = outcome
        self.sentence = sentence
    }
}

/// The gate's answer with its reasons.
public struct GateReport: Hashable, Sendable {
    /// The worst outcome of all rules.
    public var outcome: GateOutcome
    /// Every rule that spoke, worst first; empty when all are content.
    public var findings: [GateFinding]
    /// Who ordered to proceed in spite of a hold, when somebody did.
    public var proceedOrderedBy: String?
    /// What to do next, in words.
    public var advice: String

    /// Makes a report.
    public init(
        outcome: GateOutcome, findings: [GateFinding], proceedOrderedBy: String? = nil, advice: String
    ) {
        self.outcome = outcome
        self.findings = findings
        self.proceedOrderedBy = proceedOrderedBy
        self.advice = advice
    }
}
