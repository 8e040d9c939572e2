import Canvas
import SessionCore
import Simulation

/// Checks that a scenario can be played: names that exist, triggers that can fire, patients whose values could be typed,
/// and something that is expected. It knows nothing of what is good teaching.
struct ScenarioCheck {
    let scenario: Scenario
    let name: String
    let careProtocol: CareProtocol?
    let findings: Findings

    init(_ scenario: Scenario, name: String, careProtocol: CareProtocol?, _ findings: Findings) {
        self.scenario = scenario
        self.name = name
        self.careProtocol = careProtocol
        self.findings = findings
    }

    /// Reports everything that cannot be.
    func run() {
        checkIdentity()
        checkSetting()
        checkPatient()
        checkBeginning()
        checkEvents()
        checkInfluences()
        checkRubric()
        checkHelp()
        checkCircles()
        guard findings.isEmpty else { return }
        checkResting()
        checkRecord()
    }

    private func checkIdentity() {
        if scenario.name != name {
            findings.report(
                "name", "The name must be \(name), as the file is called; it is \(scenario.name).")
        }
        number("version", scenario.version, in: 1...9999)
        text("title", scenario.title, most: 60)
        number("difficulty", scenario.difficulty, in: 1...3)
        text("handover", scenario.handover, most: 600)
    }

    private func checkSetting() {
        let setting = scenario.setting
        number("setting.milligrams", setting.milligrams, in: 0.1...1000)
        number("setting.minutes", setting.minutes, in: 1...720)
        number("setting.milligramsPerMillilitre", setting.milligramsPerMillilitre, in: 0.01...100)
        guard let careProtocol else { return }
        let isInfusion = careProtocol.route == .infusion
        for (key, isThere) in [
            ("minutes", setting.minutes != nil),
            ("milligramsPerMillilitre", setting.milligramsPerMillilitre != nil),
        ] where isThere != isInfusion {
            let route = careProtocol.route.title
            findings.report(
                "setting.\(key)",
                isInfusion ? "\(key) is needed for \(route)." : "Leave \(key) out for \(route).")
        }
    }

    private func checkPatient() {
        let patient = scenario.patient
        text("patient.label", patient.label, most: 40)
        number("patient.age", patient.age, in: 18...95)
        number("patient.weightKg", patient.weightKg, in: 25...300)
        number("patient.pressureFactor", patient.pressureFactor, in: 0...6)
        number("patient.intensityFactor", patient.intensityFactor, in: 0...4)
        number("patient.sedationFactor", patient.sedationFactor, in: 0...6)
        let resting: [(String, Vital, Int)] = [
            ("systolic", .systolic, patient.systolic), ("diastolic", .diastolic, patient.diastolic),
            ("heartRate", .heartRate, patient.heartRate),
            ("saturation", .oxygenSaturation, patient.saturation),
            ("respiratoryRate", .respiratoryRate, patient.respiratoryRate),
        ]
        for (key, vital, value) in resting {
            guard let field = careProtocol?.entry.fields[vital.rawValue] else { continue }
            number("patient.\(key)", value, in: field.minimum...max(field.minimum, field.maximum))
        }
        if patient.diastolic >= patient.systolic {
            findings.report(
                "patient.diastolic", "diastolic must be less than systolic, \(patient.systolic).")
        }
    }

    private func checkBeginning() {
        number("begins.minute", scenario.begins.minute, in: -60...240)
        number("begins.recordKeptUntil", scenario.begins.recordKeptUntil, in: 0...240)
        if let until = scenario.begins.recordKeptUntil, until > scenario.begins.minute {
            findings.report(
                "begins.recordKeptUntil",
                "The record ends by the handover at minute \(scenario.begins.minute), not at \(until).")
        }
        number("lastsMinutes", scenario.lastsMinutes, in: 1...360)
        for (index, wrong) in (scenario.begins.wrongEntries ?? []).enumerated() {
            let key = YamlSource.path("begins.wrongEntries", element: index + 1)
            number("\(key).minute", wrong.minute, in: 0...240)
            if wrong.minute > scenario.begins.minute {
                findings.report(
                    "\(key).minute",
                    "A colleague's entry must lie before the handover at minute \(scenario.begins.minute).")
            }
        }
    }

    private func checkHelp() {
        for (index, hint) in scenario.hints.enumerated() {
            let key = YamlSource.path("hints", element: index + 1)
            text("\(key).text", hint.text, most: 200)
            trigger("\(key).after", hint.after)
            patterns("\(key).unless", hint.unless)
            known("\(key).after", hint.after.after)
            known("\(key).unless", hint.unless)
        }
        if scenario.questions.isEmpty {
            findings.report("questions", "There must be at least one question for the talk afterwards.")
        }
        for (index, question) in scenario.questions.enumerated() {
            text(YamlSource.path("questions", element: index + 1), question, most: 200)
        }
    }

    // The checks that every part uses.

    /// A number must lie inside bounds, in the unit that its key names; an absent one is passed over.
    func number<Value: Comparable>(_ key: String, _ value: Value?, in bounds: ClosedRange<Value>) {
        guard let value, !bounds.contains(value) else { return }
        findings.report(
            key, "\(last(key)) is \(value); it must be from \(bounds.lowerBound) to \(bounds.upperBound).")
    }

    /// A text must be there and without invisible characters.
    func text(_ key: String, _ value: String, most: Int) {
        if value.isEmpty || value.count > most || Printable(value).text != value {
            findings.report(key, "\(last(key)) must be 1 to \(most) visible characters on one line.")
        }
    }

    /// A short name that is not taken yet.
    func fresh(_ key: String, _ name: String, in taken: inout Set<String>) {
        if !SettingsFile.isName(name) {
            findings.report(key, "A name is made of a-z, 0-9 and dashes; this is not.")
        }
        if !taken.insert(name).inserted { findings.report(key, "The name \(name) is taken above.") }
    }

    func last(_ key: String) -> String { key.split(separator: ".").last.map(String.init) ?? key }
}
