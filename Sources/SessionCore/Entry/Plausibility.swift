/// A rule of entry that spoke: what is wrong with a typed value, in words.
public struct Doubt: Hashable, Sendable {
    /// Stable name of the rule.
    public var rule: String
    /// The vitals that it is about.
    public var vitals: [Vital]
    /// One sentence with the numbers.
    public var sentence: String

    /// Makes a doubt.
    public init(rule: String, vitals: [Vital], sentence: String) {
        self.rule = rule
        self.vitals = vitals
        self.sentence = sentence
    }
}

/// What may have been meant. It is shown, never substituted.
public struct EntrySuggestion: Hashable, Sendable {
    /// The values that would stand instead.
    public var values: VitalSet
    /// One sentence that offers them.
    public var sentence: String

    /// Makes a suggestion.
    public init(values: VitalSet, sentence: String) {
        self.values = values
        self.sentence = sentence
    }
}

/// What the entry rules say of one set of values.
public struct PlausibilityReport: Hashable, Sendable {
    /// What cannot be a measurement; such values are not filed.
    public var refused: [Doubt] = []
    /// What is possible but implausible; such values are filed at once as unconfirmed and alarm at their level.
    public var questioned: [Doubt] = []
    /// What may have been meant.
    public var suggestions: [EntrySuggestion] = []

    /// Whether the values stand as unconfirmed until they are typed again, measured again or corrected.
    public var isUnconfirmed: Bool { !questioned.isEmpty }
}

/// A reading from before, to compare with.
public struct EarlierReading: Hashable, Sendable {
    /// What was measured.
    public var values: VitalSet
    /// When.
    public var at: SessionTime

    /// Makes an earlier reading.
    public init(values: VitalSet, at: SessionTime) {
        self.values = values
        self.at = at
    }
}

/// Judges whether typed or imported values can be a measurement (Ebbtide defaults, unpublished, set just outside what
/// an adult cuff monitor measures). Three zones: refuse, question, accept; a true extreme is never refused.
public struct Plausibility: Sendable {
    /// The numbers.
    public let rules: EntryRules

    /// Uses the entry rules of a protocol.
    public init(rules: EntryRules) { self.rules = rules }

    /// Checks `values` measured at `time` against the rules and against the newest of `earlier` (in any order) that has
    /// the same vital.
    public func check(
        _ values: VitalSet, earlier: [EarlierReading] = [], at time: SessionTime
    ) -> PlausibilityReport {
        var report = doubts(values, earlier: earlier, at: time)
        report.suggestions = suggestions(
            for: zones(values.bounded, earlier, time), values.bounded, earlier, time)
        return report
    }

    /// The same without what may have been meant, which nobody reads of a fact that is filed.
    func doubts(
        _ values: VitalSet, earlier: [EarlierReading], at time: SessionTime
    ) -> PlausibilityReport {
        let values = values.bounded
        var report = zones(values, earlier, time)
        report.questioned += sameNumbers(report, values)
        return report
    }

    /// The zones alone, without what may have been meant.
    func zones(_ values: VitalSet, _ earlier: [EarlierReading], _ time: SessionTime) -> PlausibilityReport {
        var report = PlausibilityReport()
        for vital in values.present {
            guard let value = values[vital] else { continue }
            guard let field = rules.fields[vital.rawValue] else {
                report.refused.append(doubt("no-field", vital, "the protocol takes no \(vital.spokenName)"))
                continue
            }
            guard value >= field.minimum, value <= field.maximum else {
                report.refused.append(doubt("range", vital, outOfRange(vital, value, field)))
                continue
            }
            report.questioned += extremes(vital, value, field)
            report.questioned += changes(vital, value, field, newest(vital, earlier, time, withinRules: true))
        }
        checkPressure(values, &report)
        return report
    }

    /// The newest earlier value of a vital; with `withinRules` only one that is young enough to judge a change by.
    func newest(
        _ vital: Vital, _ earlier: [EarlierReading], _ time: SessionTime, withinRules: Bool
    ) -> Int? {
        let window = Span.minutes(rules.changeWithinMinutes)
        var newest: Int?
        for (place, reading) in earlier.enumerated() where reading.values.has(vital) && reading.at <= time {
            guard !withinRules || time - reading.at <= window else { continue }
            if newest.map({ earlier[$0].at <= reading.at }) ?? true { newest = place }
        }
        return newest.flatMap { earlier[$0].values.bounded[vital] }
    }

    private func doubt(_ rule: String, _ vital: Vital, _ sentence: String) -> Doubt {
        Doubt(rule: rule, vitals: [vital], sentence: sentence)
    }

    private func outOfRange(_ vital: Vital, _ value: Int, _ field: EntryField) -> String {
        "\(vital.spokenName) \(vital.figures(value)) cannot be measured: "
            + "\(vital.figures(field.minimum)) to \(vital.figures(field.maximum))\(vital.spokenUnit)"
    }
}

// MARK: - What is questioned

extension Plausibility {
    private func extremes(_ vital: Vital, _ value: Int, _ field: EntryField) -> [Doubt] {
        var title: String { "\(vital.spokenName) \(vital.figures(value))\(vital.spokenUnit)" }
        if let limit = field.confirmBelow, value < limit {
            return [doubt("below", vital, "\(title) is below \(vital.figures(limit))")]
        }
        if let limit = field.confirmAbove, value > limit {
            return [doubt("above", vital, "\(title) is above \(vital.figures(limit))")]
        }
        return []
    }

    private func changes(_ vital: Vital, _ value: Int, _ field: EntryField, _ before: Int?) -> [Doubt] {
        guard let before else { return [] }
        var title: String {
            "\(vital.spokenName) \(vital.figures(value)) was \(vital.figures(before)) before"
        }
        if let limit = field.confirmChange, abs(value - before) > limit {
            return [doubt("change", vital, "\(title), a change of \(vital.figures(abs(value - before)))")]
        }
        if let limit = field.confirmFall, before - value >= limit {
            return [doubt("fall", vital, "\(title), a fall of \(vital.figures(before - value))")]
        }
        return []
    }

    /// The rules for a pair of pressures and for a mean that a device measured.
    private func checkPressure(_ values: VitalSet, _ report: inout PlausibilityReport) {
        guard let pressure = values.pressure else { return }
        var title: String { "\(pressure.systolic)/\(pressure.diastolic)" }
        let pair: [Vital] = [.systolic, .diastolic]
        guard pressure.systolic > pressure.diastolic else {
            let sentence = "\(title): the first number, systolic, must be the larger"
            report.refused.append(Doubt(rule: "order", vitals: pair, sentence: sentence))
            return
        }
        let pulse = pressure.pulsePressure
        var reasons: [String] = []
        if pulse < rules.pulsePressureMinimum { reasons.append("below \(rules.pulsePressureMinimum)") }
        if pulse > rules.pulsePressureMaximum { reasons.append("above \(rules.pulsePressureMaximum)") }
        if 100 &* pulse < rules.pulsePressurePercent &* pressure.systolic {
            reasons.append("below \(rules.pulsePressurePercent) % of systolic")
        }
        if !reasons.isEmpty {
            let sentence = "\(title): pulse pressure \(pulse) is " + reasons.joined(separator: " and ")
            report.questioned.append(Doubt(rule: "pulse-pressure", vitals: pair, sentence: sentence))
        }
        if let mean = values[.meanPressure] { checkMean(mean, pressure, title, &report) }
    }

    private func checkMean(
        _ mean: Int, _ pressure: BloodPressure, _ title: String, _ report: inout PlausibilityReport
    ) {
        guard mean >= pressure.diastolic, mean <= pressure.systolic else {
            report.refused.append(
                Doubt(
                    rule: "mean-outside", vitals: [.meanPressure],
                    sentence: "mean \(mean) lies outside \(title): it is between the two"))
            return
        }
        if abs(3 * mean - pressure.tripleMean) > 3 &* rules.meanDifference {
            report.questioned.append(
                Doubt(
                    rule: "mean-formula", vitals: [.meanPressure],
                    sentence: "mean \(mean) differs by more than \(rules.meanDifference) from "
                        + "\(pressure.mean) by the formula"))
        }
    }

    /// A doubted value that stands once more on the same line was perhaps typed twice.
    private func sameNumbers(_ report: PlausibilityReport, _ values: VitalSet) -> [Doubt] {
        if report.refused.isEmpty, report.questioned.isEmpty { return [] }
        let doubted = Set((report.refused + report.questioned).flatMap(\.vitals))
        let all = Self.mistakable.filter { values.has($0) }
        return all.indices.flatMap { first in
            all[(first + 1)...].compactMap { other in
                let vital = all[first]
                guard let value = values[vital], value == values[other],
                    doubted.contains(vital) || doubted.contains(other),
                    [vital, other] != [.systolic, .diastolic]
                else { return nil }
                return Doubt(
                    rule: Self.sameNumber, vitals: [vital, other],
                    sentence: "\(value) stands for \(vital.spokenName) and \(other.spokenName): "
                        + "same number typed in two fields?")
            }
        }
    }

    /// The name of the rule that asks about one number in two fields.
    public static var sameNumber: String { "same-number" }

    /// The values that stand side by side on the line and are near enough in size to be taken for one another.
    private static let mistakable: [Vital] = [
        .systolic, .diastolic, .heartRate, .oxygenSaturation, .respiratoryRate,
    ]
}
