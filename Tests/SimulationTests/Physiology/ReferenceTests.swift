import SessionCore
import Testing

@testable import Simulation

@Suite("The effects of a typical patient")
struct ReferenceTests {
    @Test("every value of the reference tables is met to 2 % or 0.1")
    func tables() {
        for line in Reference().lines {
            for entry in line.entries {
                #expect(
                    entry.passes,
                    "\(line.regimen), \(line.what), \(entry.minute) min: \(entry.computed), not \(entry.stated)"
                )
            }
        }
    }

    @Test(
        "a wrong rate of uptake or a wrong answer of pressure fails the tables that depend on it, and no other"
    )
    func controls() {
        let uptake = Reference(wrong: .uptake).lines.filter { !$0.passes }.map(\.regimen)
        #expect(Set(uptake) == ["0.5 mg/kg into muscle", "56 mg esketamine", "84 mg esketamine"])
        let response = Reference(wrong: .response).lines.filter { !$0.passes }.map(\.what)
        #expect(Set(response) == ["rise of systolic pressure, mmHg", "rise of diastolic pressure, mmHg"])
    }

    @Test(
        "a typical patient has met every criterion of subsided effects 120 min after 28, 56 or 84 mg esketamine"
    )
    func subsided() {
        for devices in 1...3 {
            var patient = SimulatedPatient(.typical, route: .esketamine, seed: 3)
            let rest = patient.truth
            Regimen.devices(devices).give(to: &patient, from: 0)
            for minute in [105, 120] {
                patient.advance(to: minute * 60)
                let state = patient.truth
                let answers = state.answered
                #expect((answers[.intensity] ?? 10) <= 1, "\(devices) devices, \(minute) min")
                #expect((answers[.distress] ?? 10) <= 3)
                #expect(state.observed == VitalSet([.alertness: 5, .agitation: 0, .orientation: 4]))
                #expect(abs(state.meanPressure / rest.meanPressure - 1) < 0.2)
                #expect(state.systolic - rest.systolic < 30)
                #expect(state.oxygenSaturation >= 94)
            }
        }
    }

    @Test("without what was changed for the esketamine tail, 84 mg would still be felt at 2 after 120 min")
    func tailControl() {
        let levels = Reference.course(.devices(3)).levels(at: 7200)
        #expect(EffectModel.felt(levels, route: .infusion).rounded() == 2)
        #expect(EffectModel.felt(levels, route: .esketamine) < 0.6)
    }

    @Test("alertness falls as susceptibility rises, and is 5 without drug")
    func alertness() {
        let drive = EffectModel.sedationDrive
        #expect(EffectModel.alertness(drive: 0, susceptibility: 50) == 5)
        let levels = [0.5, 1, 3, 4.5, 6, 8].map {
            EffectModel.alertness(drive: drive, susceptibility: $0)
        }
        #expect(levels == [5, 4, 3, 2, 1, 0])
    }
}
