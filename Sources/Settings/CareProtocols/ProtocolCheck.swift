import Canvas
import SessionCore

/// Checks that the numbers of a protocol can hold together: limits in order, intervals that pass, windows that open
/// before they close. It knows nothing of what is right for a patient; that a clinician signs off.
struct ProtocolCheck {
    let careProtocol: CareProtocol
    let name: String
    let findings: Findings

    init(_ careProtocol: CareProtocol, name: String, _ findings: Findings) {
        self.careProtocol = careProtocol
        self.name = name
        self.findings = findings
    }

    /// Reports everything that cannot be.
    func run() {
        checkIdentity()
        checkDose()
        checkSchedule()
        checkIntensive()
        checkGate()
        checkPressure()
        checkParameters()
        checkRecheck()
        checkAlarms()
        checkEntry()
        checkSubsidence()
        checkDischarge()
        checkTimers()
        checkSymptoms()
        checkActions()
    }

    private func checkIdentity() {
        if careProtocol.name != name {
            findings.report(
                "name", "The name must be \(name), as the file is called; it is \(careProtocol.name).")
        }
        if careProtocol.version < 1 {
            findings.report("version", "The version must be 1 or more; it counts up with every change.")
        }
        text("title", careProtocol.title)
        text("drug", careProtocol.drug)
    }

    // The checks that every part uses.

    /// A number must lie inside bounds, in the unit that its key names.
    func number(_ key: String, _ value: Int?, in bounds: ClosedRange<Int>) {
        guard let value, !bounds.contains(value) else { return }
        findings.report(
            key, "\(last(key)) is \(value); it must be from \(bounds.lowerBound) to \(bounds.upperBound).")
    }

    /// Several numbers must not fall in the order given; absent ones are passed over.
    func ascending(_ group: String, _ values: [(key: String, value: Int?)]) {
        let present = values.compactMap { entry in entry.value.map { (key: entry.key, value: $0) } }
        for (lower, upper) in zip(present, present.dropFirst()) where lower.value > upper.value {
            findings.report(
                YamlSource.path(group, upper.key),
                "\(upper.key) is \(upper.value); it must not be less than \(lower.key), \(lower.value).")
        }
    }

    /// One number must be less than another.
    func less(_ key: String, _ value: Int, than other: String, _ bound: Int) {
        guard value >= bound else { return }
        findings.report(key, "\(last(key)) is \(value); it must be less than \(other), \(bound).")
    }

    /// A text must be there, short, and without invisible characters.
    func text(_ key: String, _ value: String) {
        if value.isEmpty || value.count > 80 || Printable(value).text != value {
            findings.report(key, "\(last(key)) must be 1 to 80 visible characters.")
        }
    }

    /// Numbers of a list must rise, and there must be one.
    func rising(_ key: String, _ values: [Int], in bounds: ClosedRange<Int>) {
        if values.isEmpty { findings.report(key, "\(last(key)) must hold at least one number.") }
        for (index, value) in values.enumerated() {
            number(YamlSource.path(key, element: index + 1), value, in: bounds)
        }
        if zip(values, values.dropFirst()).contains(where: { $0 >= $1 }) {
            findings.report(key, "The numbers of \(last(key)) must rise.")
        }
    }

    func last(_ key: String) -> String { key.split(separator: ".").last.map(String.init) ?? key }
}
