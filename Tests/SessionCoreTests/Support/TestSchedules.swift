@testable import SessionCore

/// The checkpoints of the four default protocols; the two baseline readings are the gate's business.
enum TestSchedules {
    static let infusion = make(
        [
            start(10), start(20, effects: true), start(30), start(40, effects: true, mandatory: true),
            end(15, effects: true), end(30, effects: true, mandatory: true), end(45),
            end(60, effects: true, mandatory: true),
        ], infusionEvery: 10, tenUntil: IntervalBand(every: 10, until: 30, from: .end))

    static let injection = make([
        start(5), start(10, effects: true), start(15, mandatory: true),
        start(20, effects: true, mandatory: true), start(30, effects: true), start(45),
        start(60, effects: true, mandatory: true), start(75), start(90, effects: true), start(105),
        start(120, effects: true, mandatory: true),
    ])

    static let nasalRacemic = make([
        start(10), start(20, effects: true, mandatory: true), start(30),
        start(40, effects: true, mandatory: true), start(60, effects: true), start(75),
        start(90, effects: true), start(120, effects: true, mandatory: true),
    ])

    static let esketamine = make([
        start(20),
        start(40, effects: true, mandatory: true, window: CheckpointWindow(before: 5, after: 10)),
        start(60, effects: true), start(90, effects: true, mandatory: true),
        start(120, effects: true, mandatory: true),
    ])

    private static func make(
        _ standard: [PlannedCheckpoint], infusionEvery: Int? = nil,
        tenUntil: IntervalBand = IntervalBand(every: 10, until: 60)
    ) -> ScheduleRules {
        ScheduleRules(
            standard: standard, infusionEvery: infusionEvery, continueEvery: 15,
            intensive: [IntervalBand(every: 5, until: 20), tenUntil, IntervalBand(every: 15)],
            windows: [
                DueWindow(interval: 5, before: 1, after: 2), DueWindow(interval: 10, before: 2, after: 3),
                DueWindow(interval: 15, before: 3, after: 5),
            ])
    }

    private static func start(
        _ minutes: Int, effects: Bool? = nil, mandatory: Bool? = nil, window: CheckpointWindow? = nil
    ) -> PlannedCheckpoint {
        PlannedCheckpoint(at: minutes, effects: effects, mandatory: mandatory, window: window)
    }

    private static func end(
        _ minutes: Int, effects: Bool? = nil, mandatory: Bool? = nil
    ) -> PlannedCheckpoint {
        PlannedCheckpoint(at: minutes, from: .end, effects: effects, mandatory: mandatory)
    }
}
