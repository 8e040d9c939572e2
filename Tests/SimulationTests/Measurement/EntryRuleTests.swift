import Testing

@testable import SessionCore
@testable import Simulation

@Suite("What a simulated monitor shows, typed as it stands")
struct EntryRuleTests {
    /// The default entry rules of every care protocol.
    private static let rules = EntryRules(
        fields: [
            "systolic": EntryField(
                minimum: 40, maximum: 300, confirmBelow: 80, confirmAbove: 200, confirmChange: 40),
            "diastolic": EntryField(
                minimum: 20, maximum: 200, confirmBelow: 40, confirmAbove: 120, confirmChange: 25),
            "heartRate": EntryField(
                minimum: 0, maximum: 250, confirmBelow: 45, confirmAbove: 140, confirmChange: 40),
            "spo2": EntryField(minimum: 0, maximum: 100, confirmBelow: 90, confirmFall: 5),
            "respiratoryRate": EntryField(minimum: 0, maximum: 60, confirmBelow: 8, confirmAbove: 30),
            "alertness": EntryField(minimum: 0, maximum: 5),
            "agitation": EntryField(minimum: -5, maximum: 4),
            "orientation": EntryField(minimum: 0, maximum: 4),
            "intensity": EntryField(minimum: 0, maximum: 10),
            "distress": EntryField(minimum: 0, maximum: 10), "nausea": EntryField(minimum: 0, maximum: 3),
        ],
        weightKg: WeightField(minimum: 25, maximum: 300), changeWithinMinutes: 15, pulsePressureMinimum: 20,
        pulsePressureMaximum: 100, pulsePressurePercent: 25, meanDifference: 15, suggestionWithin: 10,
        lateAfterMinutes: 5)

    private func readings(of patient: SimulatedPatient) -> VitalSet {
        let answered = patient.truth.answered
        var values = patient.truth.observed
        for vital in answered.present { values[vital] = answered[vital] }
        let pressure = patient.measured(patient.truth, occasion: patient.now)
        values[.systolic] = pressure.systolic
        values[.diastolic] = pressure.diastolic
        values[.heartRate] = patient.probe?.heartRate
        values[.oxygenSaturation] = patient.probe?.oxygenSaturation
        values[.respiratoryRate] = patient.breaths
        return values
    }

    @Test("nothing is refused in 400 sessions, and a pair of pressures is questioned only as a true extreme")
    func sessions() {
        let rules = Plausibility(rules: Self.rules)
        var questioned: [String] = []
        var count = 0
        for seed in 1...100 as ClosedRange<UInt64> {
            for (route, regimen) in zip(
                Route.allCases, [Regimen.infusion, .injection, .spray, .devices(3)])
            {
                let controls = CohortControls()
                var patient = Population.pooled.person(Int(seed), seed: 9, controls: controls, route: route)
                regimen.give(to: &patient, from: 1500)
                var earlier: [EarlierReading] = []
                for minute in stride(from: 35, through: 175, by: 10) {
                    patient.advance(to: minute * 60)
                    let values = readings(of: patient)
                    let report = rules.check(
                        values, earlier: earlier, at: SessionTime(minutes: Int64(minute)))
                    #expect(report.refused.isEmpty, "seed \(seed): \(report.refused)")
                    questioned += report.questioned.map(\.rule)
                    count += 1
                    earlier.append(EarlierReading(values: values, at: SessionTime(minutes: Int64(minute))))
                }
            }
        }
        let pairs = questioned.filter { $0.contains("pulse") }
        #expect(pairs.isEmpty, "\(pairs)")
        #expect(questioned.count * 200 < count, "\(questioned.count) of \(count): \(Set(questioned))")
    }
}
