import Testing

@testable import SessionCore

@Suite("The twelve items before leaving")
struct DischargeItemTests {
    static let calm: [Vital: Int] = [
        .heartRate: 72, .oxygenSaturation: 98, .respiratoryRate: 14, .alertness: 5, .agitation: 0,
        .orientation: 4,
        .intensity: 1, .distress: 3, .nausea: 1,
    ]

    /// A session of which all twelve items hold at minute 120: T0 at 0, last dose at 40, calm readings at 110 and 118.
    private func record(
        _ change: [Vital: Int?] = [:], pressure: (Int, Int) = (128, 80), before: (Int, Int) = (130, 82),
        gas: BreathingGas? = .air, answers: [DischargeQuestion: Answer] = [:]
    ) -> DischargeRecord {
        var values = Self.calm
        for (vital, value) in change { values[vital] = value }
        var all: [DischargeQuestion: Answer] = [:]
        for question in DischargeQuestion.allCases { all[question] = .yes }
        all.merge(answers) { $1 }
        let assessed = TimedAssessment(at: minute(119), assessment: DischargeAssessed(answers: all, by: "AB"))
        return DischargeRecord(
            route: .infusion, lastDose: minute(40), baseline: baseline(124, 78),
            readings: [
                reading(10, at: minute(110), before.0, before.1),
                reading(11, at: minute(118), pressure.0, pressure.1, values, gas: gas),
            ], assessments: [assessed])
    }

    private func item(_ number: Int, _ record: DischargeRecord, at time: SessionTime = minute(120))
        -> DischargeItem
    {
        Discharge(record, rules: TestProtocols.infusion.discharge).items(at: time)[number - 1]
    }

    @Test("numbered 1 to 12, and all hold in the plain case")
    func plain() {
        let items = Discharge(record(), rules: TestProtocols.infusion.discharge).items(at: minute(120))
        #expect(items.map(\.number) == Array(1...12))
        #expect(items.allSatisfy { $0.holds == .yes })
    }

    @Test("1: the minimum stay of 60 minutes after an infusion, to the second")
    func minimumStay() {
        #expect(item(1, record(), at: minute(99, 59)).holds == .no)
        #expect(item(1, record(), at: minute(99, 59)).detail == "1 min to go")
        #expect(item(1, record(), at: minute(100)).holds == .yes)
        var running = record()
        running.lastDose = nil
        #expect(item(1, running).holds == .unknown)
    }

    @Test(
        "2: pressure from 100 systolic or own baseline − 10 %, up to 140/90",
        arguments: [
            (140, 90, Answer.yes), (141, 90, .no), (140, 91, .no), (100, 60, .yes), (99, 60, .no),
        ])
    func pressure(systolic: Int, diastolic: Int, expected: Answer) {
        #expect(item(2, record(pressure: (systolic, diastolic), before: (130, 78))).holds == expected)
    }

    @Test("2: a patient with a baseline of 100 may leave with 90, not with 89")
    func ownLow() {
        var low = record(pressure: (90, 60))
        low.baseline = baseline(100, 60)
        #expect(item(2, low).holds == .yes)
        low = record(pressure: (89, 60))
        low.baseline = baseline(100, 60)
        #expect(item(2, low).holds == .no)
    }

    @Test(
        "2: a systolic under 100 that is the patient's own owes no recheck for ever; one that has fallen does"
    )
    func ownLowRecheck() {
        func answer(_ pressure: (Int, Int), own: (Int, Int)) -> Answer {
            var low = record(pressure: pressure)
            low.baseline = baseline(own.0, own.1)
            low.readings[1].pressureLevel = .watch
            low.openRechecks = [OpenStretch(from: minute(100))]
            return item(2, low).holds
        }
        #expect(answer((97, 66), own: (96, 66)) == .yes)
        #expect(answer((87, 60), own: (96, 66)) == .yes)
        #expect(answer((86, 60), own: (96, 66)) == .no)
        #expect(answer((97, 66), own: (124, 78)) == .no)
        #expect(answer((97, 42), own: (96, 66)) == .no, "the mean has fallen by more than a fifth")
    }

    @Test("2: above 140/90 near the own baseline, when falling on two readings and below 160/100")
    func falling() {
        func answer(_ pressure: (Int, Int), _ before: (Int, Int)) -> Answer {
            var high = record(pressure: pressure, before: before)
            high.baseline = baseline(138, 88)
            return item(2, high).holds
        }
        #expect(answer((150, 92), (156, 94)) == .yes)
        #expect(answer((150, 92), (150, 92)) == .no)
        #expect(answer((150, 92), (148, 92)) == .no)
        #expect(answer((159, 99), (162, 100)) == .yes)
        #expect(answer((160, 96), (164, 98)) == .no)
        #expect(answer((150, 100), (156, 101)) == .no)
    }

    @Test("2: 20 % above the baseline mean is near, a mmHg more is not")
    func near() {
        // Baseline 116/77: mean 90, so near ends at a mean of 108.
        func answer(_ diastolic: Int) -> Answer {
            var high = record(pressure: (144, diastolic), before: (150, 92))
            high.baseline = baseline(116, 77)
            return item(2, high).holds
        }
        #expect(answer(90) == .yes)
        #expect(answer(91) == .no)
    }

    @Test("2: level 2 in the last half hour, or a recheck that is owed, keeps the patient")
    func quiet() {
        var loud = record()
        loud.readings.insert(reading(9, at: minute(90), 182, 100, level: .high), at: 0)
        #expect(item(2, loud, at: minute(119, 59)).holds == .no)
        #expect(item(2, loud).holds == .yes)
        var open = record()
        open.openRechecks = [OpenStretch(from: minute(115))]
        #expect(item(2, open).holds == .no)
        open.openRechecks = [OpenStretch(from: minute(115), to: minute(120))]
        #expect(item(2, open).holds == .yes)
        var watch = record()
        watch.readings[1].pressureLevel = .watch
        #expect(item(2, watch).holds == .no)
    }

    @Test(
        "3 to 6: every number from both sides",
        arguments: [
            (3, .heartRate, 49, .no), (3, .heartRate, 50, .yes), (3, .heartRate, 110, .yes),
            (3, .heartRate, 111, .no),
            (3, .respiratoryRate, 9, .no), (3, .respiratoryRate, 10, .yes), (3, .respiratoryRate, 24, .yes),
            (3, .respiratoryRate, 25, .no), (3, .oxygenSaturation, 94, .yes), (3, .oxygenSaturation, 93, .no),
            (4, .alertness, 4, .no), (4, .agitation, 1, .no), (4, .agitation, -1, .no),
            (4, .orientation, 3, .no),
            (5, .intensity, 1, .yes), (5, .intensity, 2, .no), (5, .distress, 3, .yes),
            (5, .distress, 4, .no),
            (6, .nausea, 1, .yes), (6, .nausea, 2, .no),
        ] as [(Int, Vital, Int, Answer)])
    func numbers(number: Int, vital: Vital, value: Int, expected: Answer) {
        #expect(item(number, record([vital: value])).holds == expected)
    }

    @Test(
        "3 to 6: what was not measured is unknown, not yes, and named",
        arguments: [
            (3, .heartRate, "HR"), (3, .respiratoryRate, "RR"), (3, .oxygenSaturation, "SpO2"),
            (4, .alertness, "alertness"),
            (4, .agitation, "agitation"), (4, .orientation, "orientation"), (5, .intensity, "intensity"),
            (5, .distress, "distress"), (6, .nausea, "nausea"),
        ] as [(Int, Vital, String)])
    func missing(number: Int, vital: Vital, name: String) {
        let item = item(number, record([vital: nil]))
        #expect(item.holds == .unknown)
        #expect(item.detail == "\(name) is not recorded in the last 30 min")
    }

    @Test("values count for 30 minutes and are unknown after that")
    func stale() {
        #expect(item(3, record(), at: minute(148)).holds == .yes)
        #expect(item(3, record(), at: minute(148, 1)).holds == .unknown)
        #expect(item(2, record(), at: minute(148, 1)).holds == .unknown)
    }

    @Test("a calm reading from before the last dose says nothing")
    func beforeLastDose() {
        var moved = record()
        moved.lastDose = minute(118, 1)
        #expect(item(4, moved).holds == .unknown)
    }

    @Test("3: saturation is read on air; within 2 of a low baseline it suffices")
    func saturation() {
        #expect(item(3, record(gas: .oxygen)).detail == "SpO2 98 on oxygen, needs air")
        var low = record([.oxygenSaturation: 91])
        low.baseline = baseline(124, 78, saturation: 93)
        #expect(item(3, low).holds == .yes)
        low.baseline = baseline(124, 78, saturation: 94)
        #expect(item(3, low).holds == .no)
    }

    @Test("6: no vomiting for 30 minutes, to the second")
    func vomiting() {
        var sick = record()
        sick.vomited = [minute(60), minute(90)]
        #expect(item(6, sick, at: minute(119, 59)).holds == .no)
        #expect(item(6, sick).holds == .yes)
    }

    @Test("7: 60 minutes after a sedating drug, 120 after a benzodiazepine, to the second")
    func sedatives() {
        var given = record()
        given.sedatives = [SedativeDose(at: minute(60), isBenzodiazepine: false)]
        #expect(item(7, given, at: minute(119, 59)).holds == .no)
        #expect(item(7, given).holds == .yes)
        given.sedatives.append(SedativeDose(at: minute(10), isBenzodiazepine: true))
        #expect(item(7, given, at: minute(129, 59)).detail == "benzodiazepine 119 min ago, needs 120 min")
        #expect(item(7, given, at: minute(130)).holds == .yes)
    }

    @Test(
        "what only a person can say: no is no, silence is unknown",
        arguments: [
            (6, .walksUnaided), (6, .fluids), (8, .suicideScreen), (9, .lineRemoved), (10, .escort),
            (11, .nextContact), (12, .clinicianSigns),
        ] as [(Int, DischargeQuestion)])
    func asked(number: Int, question: DischargeQuestion) {
        #expect(item(number, record(answers: [question: .no])).holds == .no)
        #expect(item(number, record(answers: [question: .unknown])).holds == .unknown)
        var silent = record()
        silent.assessments = []
        #expect(item(number, silent).holds == .unknown)
    }

    @Test("9: no line, nothing to remove")
    func noLine() {
        var spray = record(answers: [.lineRemoved: .unknown])
        spray.route = .esketamine
        #expect(item(9, spray).holds == .yes)
        #expect(item(9, spray).detail == "not applicable")
    }

    @Test("alarms, an emergency and blank checkpoints stand in the way beside the items")
    func obstacles() {
        var blocked = record()
        blocked.assessments.insert(
            TimedAssessment(at: minute(104), assessment: blocked.assessments[0].assessment), at: 0)
        blocked.readings.insert(reading(9, at: minute(103), 128, 80, Self.calm, gas: .air), at: 0)
        let rules = TestProtocols.infusion.discharge
        #expect(Discharge(blocked, rules: rules).picture(at: minute(120)).obstacles.isEmpty)
        #expect(Discharge(blocked, rules: rules).picture(at: minute(120)).mayLeaveAt == minute(119))
        blocked.confirmedAlarms = ["BP 186/112 level 2"]
        blocked.isEmergencyOpen = true
        blocked.blankCheckpoints = ["Te+60"]
        #expect(
            Discharge(blocked, rules: rules).picture(at: minute(120)).obstacles == [
                "confirmed alarm: BP 186/112 level 2", "an emergency is open",
                "mandatory checkpoint Te+60 is blank",
            ])
    }

    @Test("after one good assessment the second is owed, and the wait is said")
    func secondOwed() {
        let picture = Discharge(record(), rules: TestProtocols.infusion.discharge).picture(at: minute(120))
        #expect(picture.firstAssessmentAt == minute(119))
        #expect(picture.mayLeaveAt == nil)
        #expect(picture.obstacles == ["the second assessment is owed in 14 min"])
    }

    @Test("ready-at is the instant at which the last sedative stopped to count, not the next fact")
    func readyAt() {
        var given = record()
        given.sedatives = [SedativeDose(at: minute(62), isBenzodiazepine: false)]
        let discharge = Discharge(given, rules: TestProtocols.infusion.discharge)
        #expect(discharge.picture(at: minute(121)).readyAt == nil)
        #expect(discharge.nextDeadline(after: minute(120)) == minute(122))
        #expect(discharge.picture(at: minute(130)).readyAt == minute(122))
    }
}
