import SessionCore
import Testing

@testable import Simulation

@Suite("A simulated patient")
struct PatientTests {
    @Test("one seed is the same patient for ever")
    func golden() {
        let who = PatientDescription(age: 46, sex: .female, weightKg: 68)
        let traits = PatientTraits(who, seed: 2024)
        let numbers = [
            traits.systolic, traits.diastolic, traits.heartRate, traits.pressureResponse, traits.feltResponse,
            traits.sedation, traits.anxiety, traits.whiteCoat,
        ].map { $0.written(6) }
        #expect(numbers == Self.expected)
        #expect(PatientTraits(who, seed: 2025) != traits)
    }

    private static let expected = [
        "96.652671", "61.652671", "69.929167", "0.570663", "0.968106", "1.320710", "0.342072", "12.450442",
    ]

    @Test("giving one trait leaves every other as it was drawn")
    func independence() {
        var who = PatientDescription(age: 61, sex: .male, weightKg: 90, hypertension: true)
        let drawn = PatientTraits(who, seed: 8)
        who.traits.sedation = 3
        who.traits.whiteCoat = 0
        var expected = drawn
        expected.sedation = 3
        expected.whiteCoat = 0
        #expect(PatientTraits(who, seed: 8) == expected)
    }

    @Test("traits have the stated means and spreads over 4,000 people")
    func spreads() {
        var response = Tally()
        var nauseated = 0
        var vomiting = 0
        for seed in 1...4000 as ClosedRange<UInt64> {
            let traits = PatientTraits(PatientDescription(age: 30, sex: .female), seed: seed)
            response.add(traits.pressureResponse)
            nauseated += traits.nauseaFrom <= 75 ? 1 : 0
            vomiting += (traits.vomitsFrom ?? .infinity) <= 75 ? 1 : 0
            #expect((20...60).contains(traits.nauseaOnsetMinutes))
            #expect((8...16).contains(traits.whiteCoat))
            #expect(traits.diastolic + 30 < traits.systolic)
        }
        #expect(abs(response.mean - 1) < 0.03)
        #expect(abs(response.deviation - 0.55) < 0.04)
        #expect(abs(Double(nauseated) / 40 - 28) < 2)
        #expect(abs(Double(vomiting) / 40 - 9) < 1.5)
    }

    @Test("pressure at rest rises with age and is higher in men, and with hypertension")
    func resting() {
        func mean(_ age: Int, _ sex: Sex, _ hypertension: Bool = false) -> Double {
            RestingValues.of(age: age, sex: sex, hypertension: hypertension).systolic.mean
        }
        #expect(mean(25, .female) == 108.1)
        #expect(mean(18, .male) == 116.5)
        #expect(mean(95, .female) == 123.8)
        #expect(mean(65, .female) > mean(25, .female))
        #expect(mean(25, .male) > mean(25, .female))
        #expect(mean(45, .other) == (117.1 + 112.8) / 2)
        #expect(mean(45, .male, true) == 117.1 + 14)
    }

    @Test("pressure falls by 5 to 10 mmHg between a first reading on arrival and a second 4 min later")
    func whiteCoat() {
        for seed in 1...200 as ClosedRange<UInt64> {
            let patient = SimulatedPatient(PatientDescription(), route: .infusion, seed: seed)
            let fall = patient.state(at: 0).systolic - patient.state(at: 240).systolic
            #expect((5...10.2).contains(fall), "seed \(seed)")
            #expect(patient.state(at: 1200).systolic - patient.traits.systolic < 0.2)
        }
    }

    @Test("nausea needs drug: who is prone to it and was given none has none")
    func nausea() {
        var who = PatientDescription.typical
        who.traits.nausea = 3
        who.traits.vomits = true
        var patient = SimulatedPatient(who, route: .infusion, seed: 1)
        #expect(patient.vomitsAt == nil)
        patient.happened(.infusionStarted(milligramsPerMinute: 0.875, milligrams: 35))
        #expect(patient.vomitsAt == 40 * 60 + 360)
        #expect(patient.state(at: 39 * 60).nausea == 0)
        #expect(patient.state(at: 50 * 60).nausea == 3)
        #expect(patient.state(at: 120 * 60).nausea == 0)
        var blocked = SimulatedPatient(who, route: .infusion, seed: 1)
        blocked.happened(.lineOccluded)
        blocked.happened(.infusionStarted(milligramsPerMinute: 0.875, milligrams: 35))
        #expect(blocked.state(at: 50 * 60).nausea == 0)
        #expect(blocked.vomitsAt == nil)
    }

    @Test("breathing and saturation do not answer the drug")
    func breathing() {
        var patient = SimulatedPatient(.typical, route: .esketamine, seed: 1)
        Regimen.devices(3).give(to: &patient, from: 0)
        let state = patient.state(at: 2400)
        #expect(state.respiratoryRate == 14)
        #expect(state.oxygenSaturation == 98)
    }
}
