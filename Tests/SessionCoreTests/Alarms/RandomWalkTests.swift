import Testing

@testable import SessionCore

@Suite("Random walks through watches and board")
struct RandomWalkTests {
    private static let steps: Int = {
        var isOptimised = true
        assert(
            {
                isOptimised = false; return true
            }())
        return isOptimised ? 1_000_000 : 100_000
    }()

    @Test("whatever happens, nothing traps and no value out of range goes silent unacknowledged")
    func walk() {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("random walk, seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        var bed = AlarmStory()
        var now = SessionTime.at(0)
        var last: [AlarmParameter: Assessment] = [:]
        for step in 0..<Self.steps {
            now = now + .seconds(Int.random(in: 0...400, using: &generator))
            _ = bed.alarms.timePassed(to: now)
            act(&bed, &last, now, &generator)
            guard let silent = silence(bed, last, now) else { continue }
            Issue.record("seed \(seed), step \(step): \(silent)")
            return
        }
    }

    private func act(
        _ bed: inout AlarmStory, _ last: inout [AlarmParameter: Assessment], _ now: SessionTime,
        _ generator: inout SeededGenerator
    ) {
        let open = bed.alarms.board.open()
        switch Int.random(in: 0...11, using: &generator) {
        case 0...5:
            let values = reading(&generator)
            for assessment in bed.alarms.readingTaken(values, in: bed.context, at: now).assessments {
                last[assessment.parameter] = assessment
            }
        case 6:
            if let alarm = open.randomElement(using: &generator) {
                _ = bed.alarms.board.acknowledged(alarm.key, level: alarm.level, by: "AB", at: now)
            }
        case 7:
            if let alarm = open.randomElement(using: &generator) {
                _ = bed.alarms.board.switchedOff(alarm.key, reason: "try", at: now)
            }
        case 8: _ = bed.alarms.board.prescriberNotified(at: now)
        case 9:
            let symptom = TestLists.symptoms[0]
            bed.context.hasRedFlag = true
            _ = bed.alarms.symptomReported(symptom, item: "1", at: now)
        case 10:
            bed.context.hasRedFlag = false
            _ = bed.alarms.board.symptomResolved(item: "1", at: now)
        default:
            _ = bed.alarms.board.emergencyCalled(at: now)
            _ = bed.alarms.board.emergencyArrived(at: now)
            _ = bed.alarms.board.emergencyOver()
        }
    }

    private func reading(_ generator: inout SeededGenerator) -> VitalSet {
        var values = VitalSet()
        if Bool.random(using: &generator) {
            values[.systolic] = Int.random(in: 60...220, using: &generator)
            values[.diastolic] = Int.random(in: 30...130, using: &generator)
        }
        if Bool.random(using: &generator) { values[.heartRate] = Int.random(in: 0...180, using: &generator) }
        if Bool.random(using: &generator) {
            values[.oxygenSaturation] = Int.random(in: 80...100, using: &generator)
        }
        return values
    }

    /// What is out of range by its last value although the board shows nothing of it; `nil` when all is told.
    private func silence(
        _ bed: AlarmStory, _ last: [AlarmParameter: Assessment], _ now: SessionTime
    ) -> String? {
        let open = bed.alarms.board.open()
        for (parameter, assessment) in last {
            for side in Direction.allCases where assessment[side].level >= .watch {
                guard let alarm = open.first(where: { $0.key == AlarmKey(parameter, side) }) else {
                    return "no alarm for \(parameter) \(side)"
                }
                if alarm.isLatched || alarm.level < assessment[side].level {
                    return "alarm is milder: \(alarm)"
                }
                if alarm.acknowledgedBy != nil, now - alarm.raised > .minutes(100_000) { return "forgotten" }
                if assessment[side].level == .crisis, alarm.priority != .high { return "not high: \(alarm)" }
            }
        }
        return nil
    }

    @Test("one long step of time gives the same board and the same changes as many short ones")
    func steppingTime() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            var bed = AlarmStory()
            for minute in 0..<4 {
                let values = reading(&generator)
                _ = bed.alarms.readingTaken(values, in: bed.context, at: .at(Int64(minute * 4)))
            }
            var (long, short) = (bed, bed)
            let changes = long.alarms.timePassed(to: .at(60))
            var parts: [AlarmChange] = []
            for second in stride(from: Int64(12 * 60), through: 3600, by: 7) {
                parts += short.alarms.timePassed(to: .at(0, second))
            }
            parts += short.alarms.timePassed(to: .at(60))
            #expect(changes == parts)
            #expect(long.alarms.board == short.alarms.board)
        }
    }
}
