import SessionCore
import Testing

@testable import Simulation

@Suite("What moves a patient from outside")
struct InfluenceTests {
    private func patient() -> SimulatedPatient { SimulatedPatient(.typical, route: .infusion, seed: 1) }

    @Test("an influence rises, holds and fades in straight lines")
    func strength() {
        let influence = Influence(
            .systolic, .by(20), onsetSeconds: 100, lastingSeconds: 200, fadingSeconds: 50)
        let seconds = [-1, 0, 25, 50, 100, 200, 300, 325, 350, 9999]
        #expect(seconds.map { influence.strength(after: $0) } == [0, 0, 0.25, 0.5, 1, 1, 1, 0.5, 0, 0])
        #expect(influence.strength(after: 75, lifted: 50) == 0.25)
        #expect(Influence(.systolic, .by(20)).strength(after: 1_000_000) == 1)
    }

    @Test("what adds, adds to the drug; what draws to a value wins over it, and is lifted by its name")
    func changes() {
        var patient = patient()
        patient.began(Influence(.systolic, .by(30)), name: "rise")
        #expect(patient.truth.systolic == 150)
        patient.began(Influence(.systolic, .to(90), onsetSeconds: 10), name: "faint")
        patient.advance(to: 10)
        #expect(patient.truth.systolic == 90)
        patient.lifted("faint")
        patient.advance(to: 12)
        #expect(patient.truth.systolic == 150)
        patient.lifted("rise")
        patient.advance(to: 14)
        #expect(patient.truth.systolic == 120)
    }

    @Test(
        "distress raises pressure and pulse; a panic at 25 min of an infusion comes to about 148/90 and 108")
    func arousal() {
        var patient = patient()
        Regimen.infusion.give(to: &patient, from: 0)
        patient.advance(to: 1500)
        patient.began(Influence(.distress, .to(9)))
        patient.began(Influence(.intensity, .to(9)))
        let state = patient.truth
        #expect(abs(state.systolic - 146) < 4)
        #expect(abs(state.diastolic - 90) < 4)
        #expect(abs(state.heartRate - 104) < 5)
        #expect(state.agitation == 2)
        #expect(state.orientation == 0)
    }

    @Test(
        "whoever hardly breathes any more loses oxygen, however the breaths were lost; the bag brings both back"
    )
    func desaturation() {
        var patient = patient()
        patient.advance(to: 60)
        patient.received(.benzodiazepine)
        patient.advance(to: 600)
        #expect(patient.truth.oxygenSaturation > 95, "one dose leaves enough breaths")
        for _ in 1...7 { patient.received(.benzodiazepine) }
        patient.advance(to: 1200)
        #expect(patient.truth.respiratoryRate < 1)
        #expect(patient.truth.oxygenSaturation < 80)
        patient.received(.ventilation)
        patient.advance(to: 1320)
        #expect(patient.truth.oxygenSaturation > 94 && patient.truth.respiratoryRate > 10)
    }

    @Test("a calm voice works the better the sooner it comes")
    func deEscalation() {
        let left = [30, 300, 1200].map { delay in
            var patient = patient()
            patient.began(Influence(.distress, .to(0)), name: "calm")
            patient.began(Influence(.distress, .by(8)))
            patient.lifted("calm")
            patient.advance(to: delay)
            patient.received(.reassured)
            patient.advance(to: delay + 300)
            return patient.truth.distress
        }
        #expect(left[0] < 4)
        #expect(left[0] < left[1])
        #expect(left[1] < left[2])
        #expect(left[2] < 8)
    }

    @Test("oxygen raises a low saturation within a minute and stops when the mask comes off")
    func oxygen() {
        var patient = patient()
        patient.began(Influence(.oxygenSaturation, .by(-12)))
        #expect(patient.truth.oxygenSaturation == 86)
        patient.received(.oxygen)
        patient.advance(to: 60)
        #expect(patient.truth.oxygenSaturation > 96)
        #expect(patient.truth.gas == .oxygen)
        patient.stopped(.oxygen)
        patient.advance(to: 120)
        #expect(patient.truth.oxygenSaturation == 86)
        #expect(patient.truth.gas == .air)
    }

    @Test("every remedy moves what it is for and nothing without being given")
    func remedies() {
        var ill = patient()
        let changes: [(Vital, Double)] = [
            (.systolic, 82), (.distress, 8), (.nausea, 3), (.respiratoryRate, 6), (.alertness, 3),
            (.oxygenSaturation, 88),
        ]
        for (vital, value) in changes {
            let now = ill.truth[vital] ?? 0
            ill.began(Influence(vital, .by(value - now)))
        }
        let expected: [(Remedy, Vital, Bool)] = [
            (.talked, .distress, false), (.quiet, .distress, false), (.position, .systolic, true),
            (.fluids, .systolic, true), (.airway, .oxygenSaturation, true),
            (.ventilation, .respiratoryRate, true), (.stimulation, .alertness, true),
            (.antihypertensive, .systolic, false), (.antiemetic, .nausea, false),
            (.sedative, .distress, false), (.benzodiazepine, .alertness, false),
        ]
        for (remedy, vital, rises) in expected {
            var treated = ill
            treated.received(remedy)
            let seconds = remedy == .stimulation ? 30 : remedy == .antiemetic ? 1500 : 280
            treated.advance(to: seconds)
            var untreated = ill
            untreated.advance(to: seconds)
            let pair = [treated, untreated].map { $0.truth[vital] ?? 0 }
            #expect(rises ? pair[0] > pair[1] : pair[0] < pair[1], "\(remedy.rawValue): \(pair)")
        }
    }
}
