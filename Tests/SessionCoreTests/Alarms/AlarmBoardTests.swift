import Testing

@testable import SessionCore

/// A patient at the bedside, for telling alarm stories: readings and deeds in, the board out.
struct AlarmStory {
    var alarms = AlarmWatch(TestProtocols.infusion)
    var context = JudgementContext()

    static let pressure = AlarmKey(.pressure, .high)

    /// A pressure was measured; what changed until then and by it.
    @discardableResult
    mutating func measured(_ systolic: Int, _ diastolic: Int, _ at: SessionTime) -> [AlarmChange.What] {
        let before = alarms.timePassed(to: at)
        let outcome = alarms.readingTaken(Ward.pressure(systolic, diastolic), in: context, at: at)
        return (before + outcome.changes).map(\.what)
    }

    @discardableResult
    mutating func passed(_ at: SessionTime) -> [AlarmChange.What] { alarms.timePassed(to: at).map(\.what) }

    @discardableResult
    mutating func acknowledged(
        _ level: Level, _ at: SessionTime, key: AlarmKey = pressure
    ) -> [AlarmChange.What] {
        let before = alarms.timePassed(to: at)
        return (before + alarms.board.acknowledged(key, level: level, by: "AB", at: at)).map(\.what)
    }

    /// The alarm of one key as a screen would show it.
    func alarm(_ key: AlarmKey = pressure, at: SessionTime = .at(0)) -> AlarmPicture? {
        alarms.board.open().first { $0.key == key }
    }
}

@Suite("Alarms are raised, escalate and clear")
struct AlarmBoardTests {
    @Test(
        "levels 1, 2 and 3 are low, medium and high; a late checkpoint is low, a missed mandatory one medium")
    func priorities() {
        for (systolic, priority) in [(160, Priority.low), (180, .medium), (200, .high)] {
            var bed = AlarmStory()
            bed.measured(systolic, 85, .at(0))
            #expect(bed.alarm()?.priority == priority)
        }
        var board = AlarmBoard(rules: TestProtocols.alarms)
        _ = board.checkpointChanged("T0+20", to: .late, isMandatory: true, at: .at(25))
        #expect(board.open().map(\.priority) == [.low])
        _ = board.checkpointChanged("T0+20", to: .missed, isMandatory: true, at: .at(30))
        #expect(board.open().map(\.priority) == [.medium])
        _ = board.checkpointChanged("T0+30", to: .late, isMandatory: false, at: .at(35))
        _ = board.checkpointChanged("T0+30", to: .missed, isMandatory: false, at: .at(38))
        #expect(board.open().map(\.key.item) == ["T0+20"])
    }

    @Test(
        "a mandatory checkpoint that is missed after it was late escalates once, and fills its line with it")
    func missedOnce() {
        var board = AlarmBoard(rules: TestProtocols.alarms)
        _ = board.checkpointChanged("T0+20", to: .late, isMandatory: true, at: .at(20))
        #expect(board.timePassed(to: .at(22)) == [])
        let missed = board.checkpointChanged("T0+20", to: .missed, isMandatory: true, at: .at(22))
        #expect(missed.map(\.what) == [.escalated])
        #expect(board.open().map(\.isFullBar) == [true])
        #expect(board.timePassed(to: .at(60)) == [])
        // Missed as soon as it was late, it fills its line after the time that a medium alarm has.
        _ = board.checkpointChanged("T0+30", to: .late, isMandatory: true, at: .at(60))
        _ = board.checkpointChanged("T0+30", to: .missed, isMandatory: true, at: .at(60))
        #expect(board.open().map(\.isFullBar) == [true, false])
        #expect(board.timePassed(to: .at(90)).map(\.what) == [.escalated])
    }

    @Test("one alarm stands for a condition, not one for each reading")
    func oneAnnunciation() {
        var bed = AlarmStory()
        #expect(bed.measured(186, 104, .at(0)) == [.raised])
        bed.acknowledged(.high, .at(1))
        #expect(bed.measured(188, 104, .at(3)) == [.confirmed])
        #expect(bed.measured(187, 104, .at(6)) == [])
        #expect(bed.alarms.board.open().count == 1)
        #expect(bed.alarm()?.sentence == "BP 187/104 level 2, confirmed")
    }

    @Test("an overdue recheck raises level 1 to medium and no further, level 2 to high at twice its interval")
    func overdue() {
        var mild = AlarmStory()
        mild.measured(160, 85, .at(0))
        #expect(mild.passed(.at(5, 59)) == [])
        // Nobody has acknowledged it for six minutes: as a medium alarm it fills a line at once.
        #expect(mild.passed(.at(6)) == [.overdue, .escalated])
        #expect(mild.alarm()?.priority == .medium)
        #expect(mild.alarm()?.nextAction == "measure now")
        mild.passed(.at(200))
        #expect(mild.alarm()?.priority == .medium)

        var bed = AlarmStory()
        bed.measured(180, 85, .at(0))
        bed.acknowledged(.high, .at(1))
        #expect(bed.passed(.at(4)) == [.overdue])
        #expect(bed.alarm()?.priority == .medium)
        #expect(bed.alarm()?.acknowledgedBy == "AB")
        #expect(bed.passed(.at(6)) == [.escalated])
        #expect(bed.alarm()?.priority == .high)
        #expect(bed.alarm()?.acknowledgedBy == nil)
    }

    @Test("confirmed level 2 of which nobody tells the prescriber within 300 s becomes high")
    func notification() {
        var silent = AlarmStory()
        silent.measured(185, 85, .at(0))
        silent.measured(185, 85, .at(3))
        #expect(silent.alarm()?.nextAction == "notify prescriber")
        silent.measured(180, 85, .at(6))
        silent.passed(.at(7, 59))
        #expect(silent.alarm()?.priority == .medium)
        silent.passed(.at(8))
        #expect(silent.alarm()?.priority == .high)
        #expect(silent.alarm()?.nextAction == "notify prescriber")

        var told = AlarmStory()
        told.measured(185, 85, .at(0))
        told.measured(185, 85, .at(3))
        _ = told.alarms.board.prescriberNotified(at: .at(4))
        told.measured(180, 85, .at(6))
        told.passed(.at(8))
        #expect(told.alarm()?.priority == .medium)
        #expect(told.alarm()?.nextAction == "measure again")
    }

    @Test("unacknowledged for 60 s (high) or 120 s (medium) an alarm fills a whole line; low never does")
    func fullBar() {
        for (systolic, seconds) in [(200, Int64(60)), (180, 120)] {
            var bed = AlarmStory()
            bed.measured(systolic, 85, .at(0))
            bed.passed(.at(0, seconds - 1))
            #expect(bed.alarm()?.isFullBar == false)
            bed.passed(.at(0, seconds))
            #expect(bed.alarm()?.isFullBar == true)
        }
        var low = AlarmStory()
        low.measured(160, 85, .at(0))
        low.passed(.at(4))
        #expect(low.alarm()?.isFullBar == false)
    }

    @Test("medium and high stay until acknowledged when the condition is over; low goes by itself")
    func latching() {
        var low = AlarmStory()
        low.measured(160, 85, .at(0))
        #expect(low.measured(120, 80, .at(3)) == [.cleared])
        #expect(low.alarm() == nil)

        var medium = AlarmStory()
        medium.measured(180, 85, .at(0))
        #expect(medium.measured(120, 80, .at(3)).last == .latched)
        #expect(medium.alarm()?.isLatched == true)
        #expect(medium.alarm()?.level == .high)
        medium.passed(.at(500))
        #expect(medium.alarm()?.isLatched == true)
        #expect(medium.acknowledged(.high, .at(501)) == [.acknowledged, .cleared])
        #expect(medium.alarm() == nil)

        var seen = AlarmStory()
        seen.measured(180, 85, .at(0))
        seen.acknowledged(.high, .at(1))
        #expect(seen.measured(120, 80, .at(3)) == [.cleared])
    }

    @Test("a condition that clears and returns is a new occurrence")
    func returns() {
        var bed = AlarmStory()
        bed.measured(180, 85, .at(0))
        bed.acknowledged(.high, .at(1))
        bed.measured(120, 80, .at(3))
        #expect(bed.measured(180, 85, .at(20)) == [.raised])
        #expect(bed.alarm()?.raised == .at(20))
        #expect(bed.alarm()?.acknowledgedBy == nil)
    }

    @Test("alarms never clear by time")
    func neverByTime() {
        var bed = AlarmStory()
        bed.measured(160, 85, .at(0))
        bed.passed(.at(100_000))
        #expect(bed.alarm()?.level == .watch)
    }

    @Test("worst first: priority, then unacknowledged, then level, then age")
    func order() {
        var bed = AlarmStory()
        bed.measured(160, 85, .at(0))
        _ = bed.alarms.readingTaken(VitalSet([.heartRate: 135]), in: bed.context, at: .at(1))
        _ = bed.alarms.readingTaken(VitalSet([.oxygenSaturation: 91]), in: bed.context, at: .at(2))
        bed.acknowledged(.high, .at(2), key: AlarmKey(.heartRate, .high))
        let order = bed.alarms.board.open().map(\.key.parameter)
        #expect(order == [.oxygenSaturation, .heartRate, .pressure])
    }

    @Test("three bells every 10 s for high, two every 25 s for a medium that is confirmed or overdue")
    func bells() {
        let rules = TestProtocols.alarms
        func bells(_ bed: AlarmStory, _ last: SessionTime?, _ at: SessionTime) -> Int {
            Bell.bellsDue(for: bed.alarms.board.open(), rules: rules, lastBurst: last, at: at)
        }
        var bed = AlarmStory()
        bed.measured(180, 85, .at(0))
        #expect(bells(bed, nil, .at(0)) == 0)
        bed.measured(180, 85, .at(3))
        #expect(bells(bed, nil, .at(3)) == 2)
        #expect(bells(bed, .at(3), .at(3, 24)) == 0)
        #expect(bells(bed, .at(3), .at(3, 25)) == 2)
        bed.measured(200, 85, .at(6))
        #expect(bells(bed, .at(6), .at(6, 9)) == 0)
        #expect(bells(bed, .at(6), .at(6, 10)) == 3)
        bed.acknowledged(.crisis, .at(6, 11))
        #expect(bells(bed, .at(6), .at(6, 30)) == 0)
    }
}
