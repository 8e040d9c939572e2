import Foundation
import SessionCore

extension CareProtocol {
    /// The whole protocol as text for people: grouped, each number with its unit. Every number of the file is in it.
    public func describe() -> String {
        var page = Page()
        page.line("\(name), version \(version): \(title)")
        page.line("\(route.title), \(drug)")
        describeDose(&page)
        describeSchedule(&page)
        describeGate(&page)
        describePressure(&page)
        describeParameters(&page)
        describeRecheck(&page)
        describeAlarms(&page)
        describeEntry(&page)
        describeSubsidence(&page)
        describeDischarge(&page)
        describeTimers(&page)
        describeLists(&page)
        return page.text
    }

    /// The whole protocol as JSON with sorted keys; what does not exist is absent.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

/// Lines of text under headings.
struct Page {
    private(set) var text = ""

    /// Adds a line.
    mutating func line(_ line: String) { text += line + "\n" }

    /// Begins a group.
    mutating func heading(_ heading: String) { text += "\n\(heading)\n" }

    /// Adds an item of a group: what it is, and its value.
    mutating func item(_ name: String, _ value: String) {
        let gap = String(repeating: " ", count: max(1, 30 - name.count))
        text += "  \(name)\(gap)\(value)\n"
    }
}

extension PressurePair {
    /// `160/100`.
    var words: String { "\(systolic)/\(diastolic)" }
}

extension CareProtocol {
    private func describeDose(_ page: inout Page) {
        page.heading("Dose")
        let unit = dose.unit.rawValue
        page.item("range", "\(dose.minimum) to \(dose.maximum) \(unit), usually \(dose.usual)")
        page.item("written reason", "above \(dose.reasonAboveFactor) times the highest dose")
        if let minutes = dose.infusionMinutes {
            page.item("infusion", "\(minutes.minimum) to \(minutes.maximum) min, usually \(minutes.usual)")
        }
        if let device = dose.deviceMilligrams { page.item("one device or spray", "\(device) mg") }
        if let rest = dose.restMinutes { page.item("rest between them", "\(rest) min") }
        if let until = dose.supplementUntilMinutes { page.item("supplement", "until T0+\(until) min") }
    }

    private func describeSchedule(_ page: inout Page) {
        page.heading("Checkpoints (* mandatory, + with intensity and distress)")
        page.item("standard", schedule.standard.map(words).joined(separator: "  "))
        if let every = schedule.infusionEvery {
            page.item("infusion of another length", "every \(every) min")
        }
        page.item("after the last one", "every \(schedule.continueEvery) min")
        let bands = schedule.intensive.map { band in
            let anchor = band.from == .end ? "Te" : "T0"
            return "every \(band.every) min " + (band.until.map { "to \(anchor)+\($0)" } ?? "from then on")
        }
        page.item("intensive", bands.joined(separator: ", "))
        for window in schedule.windows {
            page.item(
                "window, every \(window.interval) min",
                "\(window.before) min before to \(window.after) min after")
        }
        page.heading("Intensive observation is proposed")
        page.item("age", "from \(intensive.ageYears) years")
        page.item("baseline", "from \(intensive.systolic) systolic or \(intensive.diastolic) diastolic, mmHg")
        if let dose = intensive.doseAbove { page.item("dose", "above \(dose) \(self.dose.unit.rawValue)") }
        page.item("earlier peak", "from \(intensive.earlierPeak.words) mmHg")
        page.item("stimulant, MAO inhibitor", "within \(intensive.stimulantHours) h")
    }

    private func words(_ checkpoint: PlannedCheckpoint) -> String {
        let anchor = checkpoint.from == .end ? "Te" : "T0"
        let window = checkpoint.window.map { " (-\($0.before)...+\($0.after) min)" } ?? ""
        return "\(anchor)+\(checkpoint.at)" + (checkpoint.mandatory == true ? "*" : "")
            + (checkpoint.effects == true ? "+" : "") + window
    }

    private func describeGate(_ page: inout Page) {
        page.heading("Before the first dose")
        page.item("hold", "above \(gate.systolicMaximum)/\(gate.diastolicMaximum) mmHg")
        page.item(
            "hold, from \(gate.olderFromYears) years",
            "above \(gate.systolicMaximumOlder)/\(gate.diastolicMaximum) mmHg")
        page.item("stop", "from \(gate.stop.words) mmHg")
        page.item("no-go", "from \(gate.noGo.words) mmHg")
        page.item("low", "systolic below \(gate.systolicMinimum) or mean below \(gate.meanMinimum) mmHg")
        page.item("heart rate", "\(gate.heartRateMinimum) to \(gate.heartRateMaximum)/min")
        page.item("saturation", "from \(gate.saturationMinimum) %")
        page.item(
            "baseline",
            "two readings \(gate.baselineApartMinimum) to \(gate.baselineApartMaximum) min apart; a third when "
                + "they differ by more than \(gate.baselineSpread) mmHg")
    }

    private func describePressure(_ page: inout Page) {
        page.heading("Blood pressure, mmHg")
        page.item("level 1", words(pressure.watch))
        page.item("level 2", words(pressure.high))
        page.item("level 3", "from \(pressure.crisis.words)")
        page.item("level 3 with a red flag", "from \(pressure.withSymptom.words)")
        page.item("a rise alone is level 2", "only from \(pressure.relativeNeeds.words)")
        let low = pressure.low
        page.item("low, level 1", "systolic to \(low.watchSystolic) or mean -\(low.watchFallPercent) %")
        page.item(
            "low, level 2",
            "systolic to \(low.highSystolic), mean below \(low.highMeanBelow) or -\(low.highFallPercent) %")
        page.item(
            "low, level 3",
            "systolic to \(low.crisisSystolic), mean below \(low.crisisMeanBelow), or level 2 with collapse or "
                + "heart rate below \(low.crisisHeartRateBelow)")
        page.item(
            "stepping down",
            "\(pressure.hysteresis.words) under the limit, two readings \(pressure.stepDownMinutes) min apart"
        )
        page.item("no fall", "less than \(pressure.noFall) under the peak, twice")
        page.item("sustained", "after \(pressure.sustainedMinutes) min")
    }

    private func words(_ rise: RiseLimits) -> String {
        "from \(rise.systolic)/\(rise.diastolic), rise of \(rise.riseSystolic)/\(rise.riseDiastolic) or mean "
            + "+\(rise.riseMeanPercent) %"
    }
}
