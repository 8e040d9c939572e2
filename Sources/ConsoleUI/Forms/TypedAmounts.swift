import Canvas
import SessionCore

/// A number as it is typed, with a point or a comma; `nil` for anything else.
func typedNumber(_ text: String) -> Double? {
    let plain = String(text.map { $0 == "," ? "." : $0 })
    guard plain.utf8.count <= 9, plain.first?.isNumber == true,
        plain.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let value = Double(plain),
        value.isFinite
    else { return nil }
    return value
}

/// A typed text taken apart: numbers, units and a time of its own.
struct TypedAmount {
    /// The numbers, in order.
    var numbers: [Double] = []
    /// The units that were said, in order, in small letters.
    var units: [String] = []
    /// The time that was typed with `@14:05` or `-3m`.
    var time: String?
    /// A part that is neither.
    var stranger: String?

    /// Takes a text apart at its spaces and where digits meet letters: `250 ml/h 0.2`, `250ml/h 0.2mg/ml`, `35mg`.
    init(_ text: String) {
        for part in text.lowercased().split(separator: " ") {
            if part.hasPrefix("@") || part.hasPrefix("-") {
                time = String(part)
                continue
            }
            let digits = part.prefix { $0.isNumber || $0 == "." || $0 == "," }
            let unit = part.dropFirst(digits.count)
            if !digits.isEmpty {
                if let number = typedNumber(String(digits)) {
                    numbers.append(number)
                } else {
                    stranger = String(part)
                }
            }
            guard !unit.isEmpty else { continue }
            if TypedAmount.knownUnits.contains(String(unit)) {
                units.append(String(unit))
            } else {
                stranger = String(part)
            }
        }
    }

    private static let knownUnits: Set<String> = [
        "ml/h", "mg/ml", "mg/min", "mg", "mg/kg", "/kg", "min", "kg",
    ]
}

extension InfusionRate {
    /// What a typed rate must look like.
    static let typedForm = "mL/h with mg/mL, such as 250 0.2, or 0.83 mg/min"

    /// The rate that a text names; `nil` when it names none.
    init?(typed text: String) {
        let amount = TypedAmount(text)
        guard amount.stranger == nil else { return nil }
        switch (amount.numbers.count, amount.units) {
        case (2, []), (2, ["ml/h"]), (2, ["ml/h", "mg/ml"]), (2, ["mg/ml"]):
            self.init(millilitresPerHour: amount.numbers[0], milligramsPerMillilitre: amount.numbers[1])
        case (1, ["mg/min"]): self.init(milligramsPerMinute: amount.numbers[0])
        default: return nil
        }
    }
}

extension Model {
    /// What a typed rate means: mg/min, and when the planned dose will be in.
    func rateReadBack(_ text: String) -> [Segment] {
        guard let picture else { return [] }
        guard let rate = InfusionRate(typed: text), let perMinute = rate.amountPerMinute else {
            return text.isEmpty ? [] : [Segment("not a rate yet: \(InfusionRate.typedForm)", .dim)]
        }
        var words = "\(figures(perMinute)) mg/min"
        let rest = picture.plan.plannedMilligrams - picture.administration.deliveredMilligrams
        let minutes = rest / perMinute
        if rest > 0, minutes < 10_000 {
            let end = moment.wall.advanced(byMilliseconds: Int64(minutes * 60_000))
            let clock = clockWords(end, utcOffsetMinutes: picture.utcOffsetMinutes)
            words += ", \(figures(rest)) mg are in at \(clock), in \(Int(minutes.rounded())) min"
        }
        var segments = [Segment(words, .strong)]
        if let warning = rateWarning(rate) { segments.append(Segment("  \(warning)", .warning)) }
        return segments
    }

    /// What is unusual about a rate; `nil` when nothing is.
    func rateWarning(_ rate: InfusionRate) -> String? {
        guard let plan = picture?.plan else { return nil }
        return DoseCheck.rateSentence(
            rate, plannedMilligrams: plan.plannedMilligrams, plannedMinutes: plan.plannedMinutes)
    }

    /// How the dose lies that a rate gives over the planned time.
    func verdict(of rate: InfusionRate) -> DoseCheck.Verdict {
        guard let picture, let perMinute = rate.amountPerMinute else { return .impossible }
        let minutes = picture.plan.plannedMinutes ?? picture.careProtocol.dose.infusionMinutes?.usual ?? 0
        return check(perMinute * Double(minutes))?.verdict ?? .inside
    }

    /// A dose against the protocol of the session in front.
    func check(_ milligrams: Double) -> DoseCheck? {
        guard let picture else { return nil }
        return DoseCheck(
            milligrams: milligrams, weightKg: picture.patient.weightKg, careProtocol: picture.careProtocol)
    }
}
