import SessionCore
import Simulation

// What could be written down and could never come about.

extension ScenarioCheck {
    /// A trigger lies within the exercise, whatever the trainee does.
    func reachable(_ key: String, _ trigger: Trigger) {
        let begins = scenario.begins.minute
        let lasts = scenario.lastsMinutes
        // T0 as planned, or when the trainee starts at once; the same for Te.
        let fromStart = max(begins, 0) + lasts
        let fromEnd = max(begins - (scenario.setting.minutes ?? 0), 0) + lasts
        for (name, seconds, minutes) in [
            ("takenOver", trigger.takenOver, lasts), ("start", trigger.start, fromStart),
            ("end", trigger.end, fromEnd), ("plus", trigger.plus == nil ? nil : 0, lasts),
        ] {
            guard let seconds, (1...360).contains(lasts) else { continue }
            let due = seconds + (trigger.plus ?? 0)
            guard due > minutes * 60 else { continue }
            findings.report(
                "\(key).\(name)",
                "This never comes: \(due) s lie beyond the end of the exercise, \(minutes * 60) s.")
            return
        }
    }

    /// No events wait for one another in a circle.
    func checkCircles() {
        let waits = Dictionary(
            scenario.events.compactMap { event in event.when.moment.map { (event.name, $0) } },
            uniquingKeysWith: { first, _ in first })
        for (index, event) in scenario.events.enumerated() {
            var chain = [event.name]
            while let next = waits[chain.last ?? ""], !chain.contains(next) { chain.append(next) }
            guard chain.count > 1, waits[chain.last ?? ""] == event.name else { continue }
            findings.report(
                "\(YamlSource.path("events", element: index + 1)).when.moment",
                "These events wait for one another and never happen: \(chain.joined(separator: ", ")).")
            return
        }
    }

    /// The resting values are ones that could be typed without a question: what is implausible in an exercise is a lesson,
    /// and belongs into an influence.
    func checkResting() {
        guard let careProtocol else { return }
        let patient = scenario.patient
        var values = VitalSet()
        values[.systolic] = patient.systolic
        values[.diastolic] = patient.diastolic
        values[.heartRate] = patient.heartRate
        values[.oxygenSaturation] = patient.saturation
        values[.respiratoryRate] = patient.respiratoryRate
        let report = Plausibility(rules: careProtocol.entry).check(values, at: .zero)
        for doubt in report.refused + report.questioned {
            let vital = doubt.vitals.first ?? .systolic
            let name = vital == .oxygenSaturation ? "saturation" : vital.rawValue
            findings.report("patient.\(name)", "These are no resting values: \(doubt.sentence).")
        }
    }

    /// The colleague's record can stand, and what was typed wrongly belongs to one reading of it.
    func checkRecord() {
        let wrong = scenario.begins.wrongEntries ?? []
        for (index, entry) in wrong.enumerated()
        where wrong[..<index].contains(where: { $0.minute == entry.minute }) {
            findings.report(
                "\(YamlSource.path("begins.wrongEntries", element: index + 1)).minute",
                "Minute \(entry.minute) has a wrong entry already.")
        }
        guard let careProtocol, findings.isEmpty else { return }
        let exercise = Exercise(scenario, careProtocol: careProtocol, seed: 1, year: 2000)
        if let refusal = exercise.preludeRefusal {
            return findings.report("begins", "The colleague's record cannot be: \(refusal.sentence)")
        }
        let zero = exercise.prelude.first { $0.body.kind == .administrationStarted }?.at
        let taken = exercise.prelude.filter { $0.body.kind == .reading }
            .compactMap { entry in zero.map { Int(clamping: (entry.at - $0).wholeMinutes) } }.filter {
                $0 >= 0
            }
        for (index, entry) in wrong.enumerated() where !taken.contains(entry.minute) {
            findings.report(
                "\(YamlSource.path("begins.wrongEntries", element: index + 1)).minute",
                "The colleague takes no reading at minute \(entry.minute); there are readings at "
                    + (taken.isEmpty ? "none." : taken.map(String.init).joined(separator: ", ") + "."))
        }
    }

    /// What is expected is not over before the trainee comes.
    func meetable(_ key: String, _ action: Expectation) {
        guard let start = action.after.start, scenario.begins.minute >= 0 else { return }
        let latest = start + (action.after.plus ?? 0) + 2 * action.within
        let taken = scenario.begins.minute * 60
        if latest <= taken {
            findings.report(
                "\(key).within",
                "This is over before the trainee takes over: \(latest) s after T0, taken over at \(taken) s.")
        }
    }
}
