import Testing

@testable import Simulation

@Suite("Doses and pumps")
struct DosePropertyTests {
    private static let models: [DrugModel] = [
        .clements(weightKg: 70), .clements(weightKg: 82, absorption: .muscle),
        .clements(weightKg: 60, absorption: .racemicSpray), .esketamine(EsketamineBody()),
    ]

    private func course(_ model: DrugModel, _ doses: [(Int, DoseEvent)]) -> DrugCourse {
        var course = DrugCourse(model: model)
        for (second, event) in doses { course.take(event, at: second) }
        return course
    }

    @Test("twice the dose has twice the area")
    func areaScales() {
        for model in Self.models {
            let areas = [20.0, 40].map { dose in
                course(model, [(0, .spray(milligrams: dose))]).levels(at: 604_800).areaHours
            }
            #expect(abs(areas[1] / areas[0] - 2) < 1e-9)
        }
    }

    @Test("a start 17 min later shifts the whole curve by 17 min")
    func startShifts() {
        for model in Self.models {
            let doses: [(Int, DoseEvent)] = [
                (0, .spray(milligrams: 28)), (300, .spray(milligrams: 28)),
                (600, .infusionStarted(milligramsPerMinute: 1, milligrams: 20)),
            ]
            let early = course(model, doses)
            let late = course(model, doses.map { ($0.0 + 1020, $0.1) })
            for second in stride(from: 0, through: 9000, by: 450) {
                #expect(early.levels(at: second) == late.levels(at: second + 1020))
            }
        }
    }

    @Test("a rate of zero for a while equals a pause, and a blocked line equals both")
    func pauses() {
        let start = DoseEvent.infusionStarted(milligramsPerMinute: 0.875, milligrams: 35)
        let ways: [(DoseEvent, DoseEvent)] = [
            (.infusionPaused, .infusionResumed), (.lineOccluded, .lineCleared),
            (.rateChanged(milligramsPerMinute: 0), .rateChanged(milligramsPerMinute: 0.875)),
        ]
        let courses = ways.map { stop, go in
            course(.clements(weightKg: 70), [(0, start), (721, stop), (1333, go)])
        }
        for second in stride(from: 0, through: 9000, by: 60) {
            let levels = courses.map { $0.levels(at: second) }
            #expect(levels[0] == levels[1])
            #expect(levels[0] == levels[2])
        }
        // The pump delivers all of it in the end, 612 s later than without the stop.
        #expect(abs(courses[0].levels(at: 2400 + 612).given - 35) < 1e-9)
        #expect(courses[0].levels(at: 2400 + 611).given < 35)
        #expect(abs(courses[0].levels(at: 9000).given - 35) < 1e-9)
    }

    @Test("drug is conserved to 10⁻⁹ through whatever is done to the pump, at any time")
    func conservation() {
        for seed in 1...40 as ClosedRange<UInt64> {
            var chance = SeededChance(seed: seed)
            for model in Self.models {
                var course = DrugCourse(model: model)
                var second = 0
                for _ in 0..<12 {
                    second += Int.random(in: 0...900, using: &chance)
                    course.take(randomEvent(&chance), at: second)
                }
                for later in [0, 1, 59, 600, 5000, 80_000] {
                    let levels = course.levels(at: second + later)
                    let missing = levels.given - levels.inBody - levels.gone
                    #expect(abs(missing) <= 1e-9 * max(1, levels.given), "seed \(seed)")
                }
            }
        }
    }

    private func randomEvent(_ chance: inout SeededChance) -> DoseEvent {
        let amount = chance.uniform(0...30)
        switch Int.random(in: 0..<9, using: &chance) {
        case 0: return .bolus(milligrams: amount)
        case 1: return .spray(milligrams: amount)
        case 2: return .infusionStarted(milligramsPerMinute: amount / 20, milligrams: amount)
        case 3: return .rateChanged(milligramsPerMinute: amount / 30)
        case 4: return .infusionPaused
        case 5: return .infusionResumed
        case 6: return .lineOccluded
        case 7: return .lineCleared
        default: return .infusionStopped
        }
    }

    @Test("devices counted one by one take up as much as devices planned beforehand")
    func devices() {
        for count in 1...3 {
            let areas = [nil, count].map { planned in
                var course = DrugCourse(model: .esketamine(EsketamineBody()), plannedDevices: planned)
                for device in 0..<count { course.take(.spray(milligrams: 28), at: device * 300) }
                return course.levels(at: 604_800).areaHours
            }
            #expect(abs(areas[1] / areas[0] - 1) < 1e-7)
        }
    }

    @Test("nothing that can be asked traps: impossible doses count as none, impossible times as the nearest")
    func hostile() {
        let values = [Double.nan, .infinity, -.infinity, -5, 0, 1e308]
        for value in values {
            var course = DrugCourse(model: .esketamine(EsketamineBody()))
            course.take(.spray(milligrams: value), at: 0)
            course.take(.infusionStarted(milligramsPerMinute: value, milligrams: value), at: -50)
            course.take(.rateChanged(milligramsPerMinute: value), at: 10)
            for second in [Int.min, -1, 0, 5, Int.max] { _ = course.levels(at: second) }
        }
        var patient = SimulatedPatient(
            PatientDescription(age: .max, weightKg: .nan), route: .esketamine, seed: .max)
        patient.advance(to: .max)
        patient.advance(to: .min)
        patient.happened(.spray(milligrams: 28))
        patient.began(
            Influence(.systolic, .to(.nan), onsetSeconds: .max, lastingSeconds: .max, fadingSeconds: .max))
        _ = patient.truth
        _ = patient.outcome(of: patient.cuffStarted(), in: patient.truth)
        _ = patient.state(at: .min)
        _ = patient.state(at: .max)
    }
}
