import Testing

@testable import Simulation

@Suite("The integrator")
struct IntegratorTests {
    static let minutes = [10, 20, 30, 40, 45, 50, 60, 80, 100, 120, 180]

    private func infused(_ model: DrugModel) -> DrugCourse {
        var course = DrugCourse(model: model)
        course.take(.infusionStarted(milligramsPerMinute: 35.0 / 40, milligrams: 35), at: 0)
        return course
    }

    @Test(
        "35 mg over 40 min comes to the concentrations that were stated for both models of racemic ketamine")
    func statedTables() {
        let tables: [(DrugModel, [Double])] = [
            (.clements(weightKg: 70), [62, 109, 147, 177, 157, 141, 115, 85, 68, 59, 44]),
            (.domino(weightKg: 70), [182, 210, 226, 240, 91, 71, 55, 46, 40, 36, 25]),
        ]
        for (model, stated) in tables {
            let course = infused(model)
            for (minute, value) in zip(Self.minutes, stated) {
                let plasma = course.levels(at: minute * 60).plasma
                #expect(
                    abs(plasma - value) <= max(0.02 * value, 0.6), "\(model.source) \(minute) min: \(plasma)")
            }
        }
    }

    @Test("Domino's model agrees with a textbook integrator over equations written by hand")
    func domino() {
        let course = infused(.domino(weightKg: 70))
        for minute in Self.minutes {
            let state = Textbook.domino.run([0, 0, 0], minutes: Double(minute), step: 0.01)
            let plasma = course.levels(at: minute * 60).plasma
            #expect(abs(plasma / (1000 * state[0] / (0.063 * 70)) - 1) < 1e-6)
        }
    }

    @Test("the esketamine model agrees with a textbook integrator over equations written by hand")
    func esketamine() {
        var course = DrugCourse(model: .esketamine(EsketamineBody()))
        course.take(.spray(milligrams: 28), at: 0)
        for minute in [10, 30, 60, 120, 240] {
            let start = [28 * 0.54, 0, 0, 0, 0, 0, 0, 0]
            let state = Textbook.esketamine.run(start, minutes: Double(minute), step: 0.05)
            let levels = course.levels(at: minute * 60)
            #expect(abs(levels.plasma / (1000 * state[2] / 192) - 1) < 1e-6)
            #expect(abs((levels.metabolite ?? 0) / (1000 * state[6] / 70) - 1) < 1e-6)
        }
    }

    @Test("closed forms, halving the step and conservation hold within the stated bounds")
    func properties() {
        let reference = Reference()
        for check in reference.checks { #expect(check.passes, "\(check.what): \(check.largest)") }
    }

    @Test("a coarse step is seen: one of 10 min fails the bound that 3 s pass, so that the bound can fail")
    func coarse() {
        let fine = Reference.course(.infusion, stepSeconds: 3)
        let coarse = Reference.course(.infusion, stepSeconds: 600)
        let pair = [fine, coarse].map { $0.levels(at: 2400).effectSite }
        #expect(abs(pair[1] / pair[0] - 1) > 0.001)
    }

    @Test("the concentration at a time does not depend on whether anybody looked before")
    func purity() {
        var patient = SimulatedPatient(.typical, route: .infusion, seed: 5)
        var other = patient
        patient.happened(.infusionStarted(milligramsPerMinute: 1, milligrams: nil))
        other.happened(.infusionStarted(milligramsPerMinute: 1, milligrams: nil))
        for second in stride(from: 0, through: 3600, by: 7) {
            patient.advance(to: second)
            _ = patient.truth
        }
        patient.advance(to: 3600)
        other.advance(to: 3600)
        #expect(patient.levels(at: 3600) == other.levels(at: 3600))
        #expect(patient == other)
    }
}
