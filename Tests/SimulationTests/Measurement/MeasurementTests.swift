import SessionCore
import Testing

@testable import Simulation

@Suite("Cuff, probe and questions")
struct MeasurementTests {
    @Test("a cuff takes 25 to 45 s, all of them, and the same cycle always shows the same")
    func cuff() {
        var patient = SimulatedPatient(.typical, route: .infusion, seed: 21)
        var durations: Set<Int> = []
        var shown: [(CuffCycle, CuffOutcome)] = []
        for second in 0..<1500 {
            patient.advance(to: second)
            let cycle = patient.cuffStarted()
            durations.insert(cycle.ready - cycle.began)
            if second % 100 == 0 { shown.append((cycle, patient.outcome(of: cycle, in: patient.truth))) }
        }
        // Somebody else who comes to the same seconds in one stride sees the same.
        var other = SimulatedPatient(.typical, route: .infusion, seed: 21)
        for (cycle, outcome) in shown {
            other.advance(to: cycle.began)
            #expect(other.outcome(of: cycle, in: other.truth) == outcome, "second \(cycle.began)")
        }
        #expect(durations == Set(25...45), "seed 21")
    }

    @Test("a reading is off by a bias of the session (SD 3) and by noise of its own (SD 5 and 4)")
    func noise() {
        var bias = Tally()
        var systolic = Tally()
        var diastolic = Tally()
        for seed in 1...400 as ClosedRange<UInt64> {
            let patient = SimulatedPatient(.typical, route: .infusion, seed: seed)
            let readings = (0..<60).map { patient.measured(patient.truth, occasion: $0) }
            let mean = Double(readings.map(\.systolic).reduce(0, +)) / 60
            let other = Double(readings.map(\.diastolic).reduce(0, +)) / 60
            bias.add(mean - 120)
            for reading in readings {
                systolic.add(Double(reading.systolic) - mean)
                diastolic.add(Double(reading.diastolic) - other)
            }
        }
        #expect(abs(bias.mean) < 0.6)
        #expect(abs(bias.deviation - 3) < 0.4)
        #expect(abs(systolic.deviation - 5) < 0.2)
        #expect(abs(diastolic.deviation - 4) < 0.2)
    }

    @Test("a cuff fails for 3 % of inflations in high distress, and never for a calm patient")
    func failures() {
        for (distress, expected) in [(2.0, 0.0), (8.0, 3.0)] {
            var failed = 0
            var patient = SimulatedPatient(.typical, route: .infusion, seed: 2)
            patient.began(Influence(.distress, .to(distress)))
            for second in 1...4000 {
                patient.advance(to: second)
                if patient.outcome(of: patient.cuffStarted(), in: patient.truth) == .motion { failed += 1 }
            }
            #expect(abs(Double(failed) / 40 - expected) < (expected == 0 ? 0.001 : 1), "seed 2: \(failed)")
        }
    }

    @Test("the probe reads within 1 % and 2 beats at once; a cold hand loses it until it is put on anew")
    func probe() {
        var who = PatientDescription.typical
        who.coldHands = true
        var lost: [Int] = []
        for isPlacedAnew in [false, true] {
            var patient = SimulatedPatient(who, route: .infusion, seed: 4)
            var count = 0
            for second in 1...1200 {
                patient.advance(to: second)
                if isPlacedAnew, second == 1 { patient.probePlacedAnew() }
                guard let reading = patient.probe else {
                    count += 1
                    continue
                }
                #expect((97...99).contains(reading.oxygenSaturation))
                #expect((70...74).contains(reading.heartRate))
            }
            lost.append(count)
        }
        #expect(lost[0] > 120, "seed 4")
        #expect(lost[1] < 60, "seed 4")
    }

    @Test("who is hard to rouse still answers to a loud voice, and to shaking no more")
    func asking() {
        var patient = SimulatedPatient(.typical, route: .infusion, seed: 1)
        #expect(patient.truth.answered == VitalSet([.intensity: 0, .distress: 0, .nausea: 0]))
        #expect(patient.truth.observed == VitalSet([.alertness: 5, .agitation: 0, .orientation: 4]))
        patient.began(Influence(.alertness, .to(3)))
        #expect(patient.truth.answered[.intensity] == 0)
        patient.began(Influence(.alertness, .to(2)))
        #expect(patient.truth.answered.isEmpty)
        #expect(patient.truth.observed == VitalSet([.alertness: 2, .agitation: -4]))
    }
}
