/// The items of the discharge list as they stand at one instant. A value counts while it lies in the last stretch
/// that the list looks back on; what is older or was never measured is unknown, and unknown is not yes.
struct DischargeLook {
    let record: DischargeRecord
    let rules: DischargeRules
    let answers: [DischargeQuestion: Answer]
    let time: SessionTime

    /// What was measured in the last stretch.
    private let stretch: Slice<Chunked<TimedReading>>
    /// What of it was measured after the last dose.
    private let recent: [TimedReading]

    init(
        record: DischargeRecord, rules: DischargeRules, answers: [DischargeQuestion: Answer],
        time: SessionTime
    ) {
        self.record = record
        self.rules = rules
        self.answers = answers
        self.time = time
        stretch = TimedReading.measured(
            from: time - .minutes(rules.quietMinutes), through: time, among: record.readings)
        recent = stretch.filter { $0.at >= record.lastDose ?? $0.at }
    }

    private func item(_ number: Int, _ title: String, _ parts: [Part]) -> DischargeItem {
        let failing = parts.filter { $0.holds == .no } + parts.filter { $0.holds == .unknown }
        let holds: Answer = failing.first?.holds ?? .yes
        let shown = failing.isEmpty ? parts : failing
        return DischargeItem(
            number: number, title: title, holds: holds, detail: shown.map(\.text).joined(separator: "; "))
    }

    /// An item that only a person can answer.
    func asked(_ number: Int, _ title: String, _ question: DischargeQuestion) -> DischargeItem {
        item(number, title, [answer(question, "answered")])
    }

    /// Item 9.
    var line: DischargeItem {
        guard record.route == .infusion else {
            return DischargeItem(
                number: 9, title: "IV line removed, site checked", holds: .yes, detail: "not applicable")
        }
        return asked(9, "IV line removed, site checked", .lineRemoved)
    }

    /// Item 3.
    var breathing: DischargeItem {
        let parts = [
            part(.heartRate, "HR", "needs \(rules.heartRateMinimum)-\(rules.heartRateMaximum)") {
                $0 >= rules.heartRateMinimum && $0 <= rules.heartRateMaximum
            },
            part(.respiratoryRate, "RR", "needs \(rules.respiratoryMinimum)-\(rules.respiratoryMaximum)") {
                $0 >= rules.respiratoryMinimum && $0 <= rules.respiratoryMaximum
            },
            saturation,
        ]
        return item(3, "heart rate, breathing and saturation on air", parts)
    }

    /// Item 4.
    var alertness: DischargeItem {
        let parts = [
            part(.alertness, "alertness", "needs \(rules.alertness)") { $0 == rules.alertness },
            part(.agitation, "agitation", "needs \(rules.agitation)") { $0 == rules.agitation },
            part(.orientation, "orientation", "needs \(rules.orientation)") { $0 == rules.orientation },
        ]
        return item(4, "alert, calm, oriented", parts)
    }

    /// Item 5.
    var effects: DischargeItem {
        let parts = [
            part(.intensity, "intensity", "at most \(rules.intensity)") { $0 <= rules.intensity },
            part(.distress, "distress", "at most \(rules.distress)") { $0 <= rules.distress },
        ]
        return item(5, "drug effect and distress", parts)
    }

    /// Item 6.
    var recovery: DischargeItem {
        var parts = [
            answer(.walksUnaided, "walks unaided"),
            part(.nausea, "nausea", "at most \(rules.nausea)") { $0 <= rules.nausea },
        ]
        let vomited = record.vomited.filter { $0 <= time }.max()
        if let vomited, time - vomited < .minutes(rules.vomitingFreeMinutes) {
            let text =
                "vomited \((time - vomited).wholeMinutes) min ago, needs \(rules.vomitingFreeMinutes) min without"
            parts.append(Part(holds: .no, text: text))
        }
        parts.append(answer(.fluids, "has drunk if desired"))
        return item(6, "walks unaided, no nausea or vomiting, has drunk", parts)
    }

    /// Item 7.
    var sedation: DischargeItem {
        let parts = record.sedatives.filter { $0.at <= time }.compactMap { dose -> Part? in
            let minutes = dose.isBenzodiazepine ? rules.benzodiazepineMinutes : rules.sedativeMinutes
            guard time - dose.at < .minutes(minutes) else { return nil }
            let drug = dose.isBenzodiazepine ? "benzodiazepine" : "sedating drug"
            return Part(
                holds: .no, text: "\(drug) \((time - dose.at).wholeMinutes) min ago, needs \(minutes) min")
        }
        let none = [Part(holds: .yes, text: "none that still counts")]
        return item(7, "no sedating rescue drug of late", parts.isEmpty ? none : parts)
    }

    private var saturation: Part {
        let source = recent.last { $0.values[.oxygenSaturation] != nil }
        guard let source, let value = source.values[.oxygenSaturation] else {
            return Part(holds: .unknown, text: "SpO2 is not recorded in the last \(rules.quietMinutes) min")
        }
        if source.values.gas == .oxygen {
            return Part(holds: .no, text: "SpO2 \(value) on oxygen, needs air")
        }
        if source.values.gas == nil, let since = record.oxygenSince, since <= source.at {
            return Part(holds: .unknown, text: "SpO2 \(value), and whether on air is not said since oxygen")
        }
        let isNear = record.baseline?.means[.oxygenSaturation].map {
            $0.scaledRise(of: value) >= -rules.saturationWithin &* $0.count
        }
        let isEnough = value >= rules.saturation || isNear ?? false
        return Part(
            holds: isEnough ? .yes : .no,
            text: isEnough
                ? "SpO2 \(value)"
                : "SpO2 \(value), needs \(rules.saturation) or within \(rules.saturationWithin) of baseline")
    }

    private func part(_ vital: Vital, _ name: String, _ wanted: String, _ isMet: (Int) -> Bool) -> Part {
        guard let value = recent.last(where: { $0.values[vital] != nil })?.values[vital] else {
            return Part(
                holds: .unknown, text: "\(name) is not recorded in the last \(rules.quietMinutes) min")
        }
        return isMet(value)
            ? Part(holds: .yes, text: "\(name) \(value)")
            : Part(holds: .no, text: "\(name) \(value), \(wanted)")
    }

    private func answer(_ question: DischargeQuestion, _ text: String) -> Part {
        switch answers[question] ?? .unknown {
        case .yes: Part(holds: .yes, text: text)
        case .no: Part(holds: .no, text: "no")
        case .unknown: Part(holds: .unknown, text: "not answered")
        }
    }

    /// One part of an item.
    private struct Part {
        var holds: Answer
        var text: String
    }
}

// MARK: - Item 2

extension DischargeLook {
    /// Item 2: pressure in its range, or near the patient's own and falling; quiet for the last stretch; no recheck owed.
    var pressure: DischargeItem {
        let pressures = recent.filter { $0.values.pressure != nil }
        var parts = [Part(holds: .unknown, text: "BP is not recorded in the last \(rules.quietMinutes) min")]
        if let last = pressures.last, let pressure = last.values.pressure {
            let before = record.readings.last { reading in
                reading.values.pressure != nil && TimedReading.isEarlier(reading, last)
            }
            parts = [range(pressure, before: before?.values.pressure)]
            let isOpen =
                last.pressureLevel >= .watch || record.openRechecks.contains { $0.contains(time) }
            if isOpen, !isOwnLow(pressure, level: last.pressureLevel) {
                parts.append(Part(holds: .no, text: "a recheck of BP is open"))
            }
        }
        // The stretch looks back beyond the last dose too: level 2 at the end of an infusion still counts.
        let loud = stretch.last { time - $0.at < .minutes(rules.quietMinutes) && $0.pressureLevel >= .high }
        if let loud {
            let ago = (time - loud.at).wholeMinutes
            parts.append(
                Part(
                    holds: .no,
                    text: "pressure of level 2 or worse \(ago) min ago, needs \(rules.quietMinutes) min"))
        }
        return item(2, "blood pressure", parts)
    }

    /// Whether a pressure is low by the common limits alone, and is the patient's own: that recheck would stay open for ever.
    private func isOwnLow(_ pressure: BloodPressure, level: Level) -> Bool {
        guard level == .watch, pressure.systolic < rules.systolicMinimum, reachesOwn(pressure),
            let mean = record.baseline?.tripleMean
        else { return false }
        return mean.isWithin(rules.meanPercent, of: pressure.tripleMean)
    }

    /// Whether systolic pressure is no more below the patient's own than is allowed.
    private func reachesOwn(_ pressure: BloodPressure) -> Bool {
        record.baseline?.systolic.map {
            pressure.systolic &* 100 &* $0.count >= (100 - rules.systolicBelowBaselinePercent) &* $0.sum
        } ?? false
    }

    private func range(_ pressure: BloodPressure, before: BloodPressure?) -> Part {
        let text = "BP \(pressure.systolic)/\(pressure.diastolic)"
        let maximum = rules.pressureMaximum
        guard pressure.systolic >= rules.systolicMinimum || reachesOwn(pressure) else {
            return Part(holds: .no, text: "\(text), needs \(rules.systolicMinimum) systolic")
        }
        if pressure.systolic <= maximum.systolic && pressure.diastolic <= maximum.diastolic {
            return Part(holds: .yes, text: text)
        }
        let wanted = "\(text), needs at most \(maximum.systolic)/\(maximum.diastolic)"
        let bound = rules.fallingBelow
        guard pressure.systolic < bound.systolic, pressure.diastolic < bound.diastolic else {
            return Part(holds: .no, text: wanted)
        }
        guard let mean = record.baseline?.tripleMean,
            mean.isWithin(rules.meanPercent, of: pressure.tripleMean)
        else {
            return Part(
                holds: .no, text: "\(wanted), or within \(rules.meanPercent) % of baseline and falling")
        }
        guard let before, pressure.tripleMean < before.tripleMean else {
            return Part(holds: .no, text: "\(wanted), or near baseline and falling on two readings")
        }
        return Part(holds: .yes, text: "\(text), within \(rules.meanPercent) % of baseline and falling")
    }
}
