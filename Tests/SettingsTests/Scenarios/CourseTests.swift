import SessionCore
import Simulation
import Testing

@testable import Settings

/// The courses that are taught, minutes from T0, against the patient as he or she truly is.
struct CourseTests {
    struct Course: Sendable, CustomTestStringConvertible {
        var name: String
        /// Minute, systolic, diastolic.
        var points: [(minute: Double, systolic: Double, diastolic: Double)]
        var testDescription: String { name }
    }

    static let courses = [
        Course(
            name: "normal-session",
            points: [
                (0, 122, 78), (10, 126, 80), (20, 131, 84), (30, 134, 86), (40, 136, 87), (60, 130, 82),
                (90, 124, 79),
            ]),
        Course(name: "high-baseline", points: [(-30, 158, 96), (-20, 152, 94)]),
        Course(
            name: "pressure-excursion",
            points: [(0, 138, 86), (20, 162, 98), (25, 168, 102), (30, 171, 103), (60, 150, 92)]),
        Course(name: "pressure-crisis", points: [(30, 186, 112), (32, 194, 118)]),
        Course(name: "vasovagal", points: [(-1.8, 84, 50)]),
        Course(name: "panic", points: [(25, 148, 90)]),
        Course(name: "wrong-entry", points: [(22, 128, 84)]),
    ]

    @Test("a patient's pressure stays within 10 mmHg of the course that is taught", arguments: courses)
    func courseIsMet(course: Course) throws {
        var player = try Player(course.name) { scenario in
            if scenario.name == "normal-session" { scenario.begins.minute = 0 }
        }
        let points = course.points.filter { point in
            player.zero + Span(milliseconds: Int64(point.minute * 60_000)) >= player.exercise.now
        }
        #expect(!points.isEmpty, "the exercise begins after all of them")
        for (minute, systolic, diastolic) in points {
            player.wait(untilMinute: minute)
            let truth = player.exercise.truth
            #expect(abs(truth.systolic - systolic) <= 10, "T0\(minute): \(truth.systolic), not \(systolic)")
            #expect(
                abs(truth.diastolic - diastolic) <= 10, "T0\(minute): \(truth.diastolic), not \(diastolic)")
        }
    }

    @Test("without its scripted differences the crisis would not come: the script is what makes it")
    func scriptMatters() throws {
        var player = try Player("pressure-crisis") { $0.influences = [] }
        player.wait(untilMinute: 32)
        #expect(player.exercise.truth.systolic < 184)
    }

    @Test("laid flat, the patient who fainted is near 104/64 with a pulse near 58 after 5 min")
    func faintRecovers() throws {
        var player = try Player("vasovagal")
        player.wait(until: 500)
        #expect(abs(player.exercise.truth.heartRate - 42) <= 4)
        try player.act(.layFlat)
        player.wait(300)
        let truth = player.exercise.truth
        #expect(abs(truth.systolic - 104) <= 10 && abs(truth.diastolic - 64) <= 10, "\(truth)")
        #expect(abs(truth.heartRate - 58) <= 6)
    }

    @Test("at 25 min the panic is at intensity 9, distress 9, agitation +2 and a pulse near 108")
    func panicIsFelt() throws {
        var player = try Player("panic")
        player.wait(untilMinute: 25.5)
        let truth = player.exercise.truth
        #expect(truth.intensity >= 8 && truth.distress >= 8 && truth.agitation == 2, "\(truth)")
        #expect(abs(truth.heartRate - 108) <= 8)
    }

    @Test("the undeclared lorazepam brings alertness 2, breathing near 8 and a saturation of 90, then 87")
    func sedationDeepens() throws {
        var player = try Player("over-sedation")
        player.wait(untilMinute: 28)
        let truth = player.exercise.truth
        #expect(truth.alertness == 2 && abs(truth.respiratoryRate - 8) <= 1, "\(truth)")
        #expect(abs(truth.oxygenSaturation - 90) <= 1)
        player.wait(untilMinute: 31)
        #expect(abs(player.exercise.truth.oxygenSaturation - 87) <= 1)
    }

    @Test("the closed airway takes the saturation from 94 to 82 within a minute")
    func airwayCloses() throws {
        var player = try Player("laryngospasm")
        player.wait(untilMinute: 18.05)
        #expect(abs(player.exercise.truth.oxygenSaturation - 94) <= 1.5)
        player.wait(untilMinute: 19.05)
        #expect(abs(player.exercise.truth.oxygenSaturation - 82) <= 1.5)
    }

    @Test("behind the kinked line the drug stops and the effect stays near 1")
    func pumpStandsStill() throws {
        var player = try Player("pump-occlusion")
        player.wait(untilMinute: 20)
        #expect(abs(player.exercise.deliveredMilligrams - 36.0 * 12 / 40) < 0.1)
        #expect(player.exercise.truth.intensity < 2)
        try player.act(.checkLine)
        player.wait(untilMinute: 30)
        #expect(player.exercise.deliveredMilligrams > 15)
    }

    @Test(
        "at rest every patient's values could be typed without a question", arguments: ScenarioLibrary().names
    )
    func restIsPlausible(name: String) throws {
        let player = try Player(name)
        let patient = player.scenario.patient
        let values: [(Vital, Int)] = [
            (.systolic, patient.systolic), (.diastolic, patient.diastolic), (.heartRate, patient.heartRate),
            (.oxygenSaturation, patient.saturation), (.respiratoryRate, patient.respiratoryRate),
        ]
        for (vital, value) in values {
            let field = try #require(player.careProtocol.entry.fields[vital.rawValue])
            #expect(value >= field.confirmBelow ?? .min && value <= field.confirmAbove ?? .max, "\(vital)")
        }
    }
}
