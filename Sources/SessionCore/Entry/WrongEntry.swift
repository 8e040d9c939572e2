// What may have been meant by a value that is refused or questioned (Ebbtide default, unpublished).

extension Plausibility {
    /// At most one offer for each doubted vital.
    func suggestions(
        for report: PlausibilityReport, _ values: VitalSet, _ earlier: [EarlierReading], _ time: SessionTime
    ) -> [EntrySuggestion] {
        let doubted = Set((report.refused + report.questioned).flatMap(\.vitals))
        var result: [EntrySuggestion] = []
        let swapped = swapped(values, earlier, time)
        if let swapped { result.append(swapped) }
        for vital in doubted.sorted() {
            if swapped != nil, vital == .systolic || vital == .diastolic { continue }
            if let suggestion = otherUnit(vital, values) ?? digits(vital, values, earlier, time) {
                result.append(suggestion)
            }
        }
        return result
    }

    /// Systolic and diastolic typed the wrong way round: offered when the pair passes every check the other way.
    private func swapped(
        _ values: VitalSet, _ earlier: [EarlierReading], _ time: SessionTime
    ) -> EntrySuggestion? {
        guard let pressure = values.pressure, pressure.systolic < pressure.diastolic else { return nil }
        let pair = VitalSet([.systolic: pressure.diastolic, .diastolic: pressure.systolic])
        let report = zones(pair, earlier, time)
        guard report.refused.isEmpty, report.questioned.isEmpty else { return nil }
        return EntrySuggestion(
            values: pair,
            sentence: "systolic and diastolic look swapped: \(pressure.diastolic)/\(pressure.systolic)?")
    }

    /// Fahrenheit (86-110) and kilopascal (2.0-10.0) typed by habit.
    private func otherUnit(_ vital: Vital, _ values: VitalSet) -> EntrySuggestion? {
        guard let value = values[vital] else { return nil }
        if vital == .temperature, (860...1100).contains(value) {
            let tenths = (value - 320).roundedQuotient(5, 9)
            return EntrySuggestion(
                values: VitalSet([.temperature: tenths]),
                sentence: "\(value.inTenths) °F is \(tenths.inTenths) °C: t\(tenths.inTenths)?")
        }
        if vital == .endTidalCO2, (2...10).contains(value) {
            return Plausibility.fromKilopascal(tenths: value * 10)
        }
        return nil
    }

    /// An end-tidal pressure that was typed in kPa, given in tenths; `nil` outside 2.0-10.0 kPa.
    static func fromKilopascal(tenths: Int) -> EntrySuggestion? {
        guard (20...100).contains(tenths) else { return nil }
        let pressure = tenths.roundedQuotient(3, 4)
        return EntrySuggestion(
            values: VitalSet([.endTidalCO2: pressure]),
            sentence: "\(tenths.inTenths) kPa is \(pressure) mmHg: etco2 \(pressure)?")
    }

    /// Transposed, doubled or dropped digits: offered when exactly one such slip leads near the earlier value, while
    /// the typed value itself is not near it.
    private func digits(
        _ vital: Vital, _ values: VitalSet, _ earlier: [EarlierReading], _ time: SessionTime
    ) -> EntrySuggestion? {
        guard vital == .systolic || vital == .diastolic || vital == .heartRate, let value = values[vital],
            let field = rules.fields[vital.rawValue],
            let before = newest(vital, earlier, time, withinRules: false),
            before > 0, abs(value - before) > rules.suggestionWithin
        else { return nil }
        func near(_ candidates: Set<Int>) -> [Int] {
            candidates.filter {
                $0 != value && abs($0 - before) <= rules.suggestionWithin && $0 >= field.minimum
                    && $0 <= field.maximum
            }
        }
        let slips = near(DigitSlips.rearranged(value))
        let found = slips.isEmpty ? near(DigitSlips.miscounted(value)) : slips
        guard found.count == 1, let candidate = found.first else { return nil }
        return EntrySuggestion(
            values: VitalSet([vital: candidate]),
            sentence: "\(vital.spokenName) \(value) was \(before) before: \(candidate)?")
    }
}

/// The numbers that one slip of the finger turns into a given one.
enum DigitSlips {
    /// Two neighbouring digits changed places, a digit was doubled, or one of two equal digits was left out.
    static func rearranged(_ value: Int) -> Set<Int> {
        let digits = digits(of: value)
        var result: Set<Int> = []
        for index in digits.indices {
            var doubled = digits
            doubled.insert(digits[index], at: index)
            result.formUnion([number(doubled)].compactMap(\.self))
            guard index + 1 < digits.count else { continue }
            var changed = digits
            changed.swapAt(index, index + 1)
            if digits[index] == digits[index + 1] { changed.remove(at: index) }
            result.formUnion([number(changed)].compactMap(\.self))
        }
        return result
    }

    /// Any one digit left out, or one too many.
    static func miscounted(_ value: Int) -> Set<Int> {
        let digits = digits(of: value)
        var result: Set<Int> = []
        for index in 0...digits.count {
            for digit in 0...9 {
                var inserted = digits
                inserted.insert(digit, at: index)
                result.formUnion([number(inserted)].compactMap(\.self))
            }
            guard index < digits.count else { continue }
            var dropped = digits
            dropped.remove(at: index)
            result.formUnion([number(dropped)].compactMap(\.self))
        }
        return result
    }

    private static func digits(of value: Int) -> [Int] {
        String(value.magnitude).utf8.prefix(7).map { Int($0) - 48 }
    }

    private static func number(_ digits: [Int]) -> Int? {
        digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + $1 }
    }
}

extension Int {
    /// This number times `numerator` over `denominator`, rounded half up.
    func roundedQuotient(_ numerator: Int, _ denominator: Int) -> Int {
        (2 &* self &* numerator &+ denominator).flooredQuotient(by: 2 &* denominator)
    }
}
