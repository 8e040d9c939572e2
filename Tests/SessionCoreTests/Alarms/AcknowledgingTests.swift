import Testing

@testable import SessionCore

@Suite("Acknowledging, switching off, emergencies")
struct AcknowledgingTests {
    @Test("an acknowledgement holds for its level and priority; a worse level breaks through")
    func breaksThrough() {
        var bed = AlarmStory()
        bed.measured(160, 85, .at(0))
        #expect(bed.acknowledged(.watch, .at(1)) == [.acknowledged])
        #expect(bed.alarm()?.acknowledgedBy == "AB")
        #expect(bed.measured(180, 85, .at(5)) == [.confirmed, .worsened])
        #expect(bed.alarm()?.acknowledgedBy == nil)
    }

    @Test("stepping down narrows an acknowledgement, so that the same level again breaks through")
    func narrows() {
        var bed = AlarmStory()
        bed.measured(180, 85, .at(0))
        bed.measured(180, 85, .at(3))
        bed.acknowledged(.high, .at(3, 30))
        bed.measured(165, 85, .at(6))
        bed.measured(165, 85, .at(9))
        #expect(bed.alarm()?.level == .watch)
        bed.measured(182, 85, .at(14))
        #expect(bed.alarm()?.acknowledgedBy == nil)
    }

    @Test("an acknowledgement of a milder level than what stands by now has no effect")
    func stale() {
        var bed = AlarmStory()
        bed.measured(180, 85, .at(0))
        #expect(bed.alarms.board.refusalToAcknowledge(AlarmStory.pressure, level: .watch) != nil)
        #expect(bed.acknowledged(.watch, .at(0, 10)) == [])
        #expect(bed.alarms.board.refusalToAcknowledge(AlarmStory.pressure, level: .high) == nil)
        #expect(bed.alarms.board.refusalToAcknowledge(AlarmKey(.distress, .high), level: .high) != nil)
    }

    @Test("acknowledged without a newer reading for 300 s an alarm is announced again")
    func reminder() {
        var bed = AlarmStory()
        bed.measured(200, 85, .at(0))
        bed.acknowledged(.crisis, .at(1))
        #expect(!bed.passed(.at(5, 59)).contains(.reannounced))
        #expect(bed.passed(.at(6)).contains(.reannounced))
        #expect(bed.alarm()?.acknowledgedBy == nil)
        bed.acknowledged(.crisis, .at(6, 1))
        bed.measured(200, 85, .at(8))
        bed.passed(.at(12, 59))
        #expect(bed.alarm()?.acknowledgedBy == "AB")
        bed.passed(.at(13))
        #expect(bed.alarm()?.acknowledgedBy == nil)
    }

    @Test("only level 1 can be switched off, with a reason, for 30 minutes")
    func switchOff() {
        var bed = AlarmStory()
        let key = AlarmStory.pressure
        bed.measured(160, 85, .at(0))
        #expect(bed.alarms.board.refusalToSwitchOff(key, reason: " ") != nil)
        #expect(
            bed.alarms.board.switchedOff(key, reason: "usual for her", at: .at(1)).map(\.what) == [
                .switchedOff
            ])
        #expect(bed.alarm()?.switchedOffUntil == .at(31))
        bed.passed(.at(20))
        #expect(bed.alarm()?.priority == .low)
        #expect(bed.passed(.at(31)).contains(.switchedOn))
        #expect(bed.alarm()?.switchedOffUntil == nil)
        #expect(bed.alarm()?.priority == .medium)

        var worse = AlarmStory()
        worse.measured(160, 85, .at(0))
        _ = worse.alarms.board.switchedOff(key, reason: "usual for her", at: .at(1))
        #expect(worse.measured(180, 85, .at(5)).contains(.switchedOn))
        #expect(worse.alarm()?.switchedOffUntil == nil)
        #expect(worse.alarms.board.refusalToSwitchOff(key, reason: "no") != nil)
    }

    @Test("a red-flag symptom is high by itself until it is resolved and acknowledged")
    func redFlag() {
        var bed = AlarmStory()
        let chestPain = TestLists.symptoms[0]
        let key = AlarmKey(.symptom, item: "7")
        let outcome = bed.alarms.symptomReported(chestPain, item: "7", at: .at(0))
        #expect(outcome.changes.map(\.what) == [.raised, .raised])
        #expect(bed.alarm(key)?.priority == .high)
        bed.passed(.at(90))
        #expect(bed.alarm(key)?.isLatched == false)
        #expect(bed.alarms.board.symptomResolved(item: "7", at: .at(91)).map(\.what) == [.latched, .cleared])
        #expect(bed.alarms.board.emergency == nil)
        #expect(bed.acknowledged(.crisis, .at(92), key: key).last == .cleared)
    }

    @Test("apnoea is level 3 of breathing, harm is level 3 of distress")
    func meanings() {
        var bed = AlarmStory()
        let apnoea = TestLists.symptoms.first { $0.meaning == .apnoea }
        let harm = TestLists.symptoms.first { $0.meaning == .harm }
        for symptom in [apnoea, harm].compactMap(\.self) {
            _ = bed.alarms.symptomReported(symptom, item: "1", at: .at(0))
        }
        #expect(bed.alarm(AlarmKey(.respiratoryRate, .low))?.priority == .high)
        #expect(bed.alarm(AlarmKey(.distress, .high))?.priority == .high)
    }

    @Test("a confirmed level 3 opens an emergency, called out again after 10 minutes without arrival")
    func emergency() {
        var bed = AlarmStory()
        bed.measured(205, 100, .at(0))
        #expect(bed.alarms.board.emergency?.trigger == "BP 205/100")
        let key = AlarmKey(.emergency)
        _ = bed.alarms.board.emergencyCalled(at: .at(1))
        bed.passed(.at(9, 59))
        #expect(bed.alarm(key) == nil)
        #expect(bed.passed(.at(10)).contains(.reannounced))
        #expect(bed.alarm(key)?.priority == .high)
        bed.acknowledged(.crisis, .at(11), key: key)
        bed.passed(.at(20, 59))
        #expect(bed.alarm(key)?.acknowledgedBy == "AB")
        bed.passed(.at(21))
        #expect(bed.alarm(key)?.acknowledgedBy == nil)
        _ = bed.alarms.board.emergencyArrived(at: .at(22))
        #expect(bed.alarm(key) == nil)
        #expect(bed.alarms.board.emergency?.arrived == .at(22))
        // Help was called, so the card stays until somebody says that it is over.
        bed.measured(120, 80, .at(23))
        bed.measured(120, 80, .at(27))
        #expect(bed.alarms.board.emergency != nil)
        _ = bed.alarms.board.emergencyOver()
        #expect(bed.alarms.board.emergency == nil)
    }

    @Test("no pulse or pressure obtainable is an emergency at once")
    func notObtainable() {
        var bed = AlarmStory()
        _ = bed.alarms.notObtainable(at: .at(0))
        #expect(bed.alarm(AlarmKey(.pressure, .low))?.priority == .high)
        #expect(bed.alarms.board.emergency != nil)
    }
}
