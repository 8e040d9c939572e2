import Testing

@testable import SessionCore

@Suite("The watch to the second")
struct WatchTests {
    private func watch(_ parameter: AlarmParameter = .pressure, _ direction: Direction = .high) -> Watch {
        Watch(rules: WatchRules(TestProtocols.infusion, parameter: parameter, direction: direction))
    }

    private func reading(_ at: SessionTime, _ level: Level, arm: String? = nil) -> WatchReading {
        WatchReading(at: at, level: level, arm: arm)
    }

    @Test("the recheck comes after 300, 180 (low side 120), 60 (saturation 30) and then 120 seconds")
    func intervals() {
        func due(_ parameter: AlarmParameter, _ direction: Direction, _ level: Level) -> Int64? {
            var watch = watch(parameter, direction)
            _ = watch.readingTaken(reading(.at(0), level))
            return watch.condition.map { ($0.recheckDue - .at(0)).wholeSeconds }
        }
        #expect(due(.pressure, .high, .watch) == 300)
        #expect(due(.pressure, .high, .high) == 180)
        #expect(due(.pressure, .low, .high) == 120)
        #expect(due(.heartRate, .low, .high) == 180)
        #expect(due(.pressure, .high, .crisis) == 60)
        #expect(due(.oxygenSaturation, .low, .crisis) == 30)
        var saturation = watch(.oxygenSaturation, .low)
        _ = saturation.readingTaken(reading(.at(0), .crisis))
        _ = saturation.readingTaken(reading(.at(0, 30), .crisis))
        #expect(saturation.condition?.recheckDue == .at(2, 30))
    }

    @Test(
        "a recheck within 60 s on one arm neither confirms nor steps down, yet a worse value counts at once")
    func tooSoon() {
        var watch = watch()
        _ = watch.readingTaken(reading(.at(0), .high))
        #expect(watch.readingTaken(reading(.at(0, 59), .high)) == [.tooSoon])
        #expect(watch.condition?.isConfirmed == false)
        #expect(watch.readingTaken(reading(.at(1, 58), .normal)) == [.tooSoon])
        #expect(watch.readingTaken(reading(.at(2), .crisis)) == [.confirmed(.crisis), .tooSoon])

        var other = self.watch()
        _ = other.readingTaken(reading(.at(0), .high, arm: "left"))
        #expect(other.readingTaken(reading(.at(0, 30), .high, arm: "right")) == [.confirmed(.high)])
        var exact = self.watch()
        _ = exact.readingTaken(reading(.at(0), .high))
        #expect(exact.readingTaken(reading(.at(1), .high)) == [.confirmed(.high)])
    }

    @Test("overdue begins exactly at due plus grace, and level 2 is long overdue at twice its interval")
    func deadlines() {
        var watch = watch()
        _ = watch.readingTaken(reading(.at(0), .high))
        #expect(watch.nextDeadline == .at(4))
        #expect(watch.timePassed(to: .at(3, 59)).isEmpty)
        #expect(watch.timePassed(to: .at(4)) == [.overdue(.high)])
        #expect(watch.timePassed(to: .at(4)).isEmpty)
        #expect(watch.nextDeadline == .at(6))
        #expect(watch.timePassed(to: .at(6)) == [.longOverdue])
        #expect(watch.nextDeadline == nil)
        #expect(watch.readingTaken(reading(.at(20), .high)) == [.confirmed(.high)])
        var mild = self.watch()
        _ = mild.readingTaken(reading(.at(0), .watch))
        #expect(mild.timePassed(to: .at(100)) == [.overdue(.watch)])
        #expect(mild.nextDeadline == nil)
    }

    @Test("a reading that is judged anew can raise the level but is no second measurement")
    func rejudged() {
        var watch = watch(.heartRate)
        _ = watch.readingTaken(reading(.at(0), .high))
        #expect(watch.rejudged(reading(.at(1), .high)).isEmpty)
        #expect(watch.rejudged(reading(.at(1), .normal)).isEmpty)
        #expect(watch.condition?.isConfirmed == false)
        #expect(watch.rejudged(reading(.at(1), .crisis)) == [.confirmed(.crisis)])
    }

    @Test("a reading from before the last one can raise the level but neither confirm nor step down")
    func outOfOrder() {
        var watch = watch()
        _ = watch.readingTaken(reading(.at(10), .watch))
        #expect(watch.readingTaken(reading(.at(5), .watch)).isEmpty)
        #expect(watch.readingTaken(reading(.at(5), .normal)).isEmpty)
        #expect(watch.condition?.isConfirmed == false)
        #expect(!watch.readingTaken(reading(.at(6), .crisis)).isEmpty)
    }

    @Test("confirmed level 2 or worse for 15 minutes is sustained, whatever is suspected above it")
    func sustained() {
        var watch = watch()
        _ = watch.readingTaken(reading(.at(0), .high))
        _ = watch.readingTaken(reading(.at(3), .high))
        #expect(!watch.isSustained(at: .at(17, 59)))
        #expect(watch.isSustained(at: .at(18)))
        _ = watch.readingTaken(reading(.at(6), .crisis))
        #expect(watch.isSustained(at: .at(18)))
        _ = watch.readingTaken(reading(.at(8), .watch))
        _ = watch.readingTaken(reading(.at(11), .watch))
        #expect(!watch.isSustained(at: .at(30)))
    }

    /// Every state by every event, written by hand from the rules: readings of level 0, 1, 2, 3 and unknown three
    /// minutes after the last one, and nothing at all for nine minutes.
    @Test(
        "every event in every state leads where the table says",
        arguments: [
            ("", [".", "s", "S", "3", ".", "."]),
            ("1", [".", "1", "S", "3", "s", "o"]),
            ("2", [".", "s", "2", "3", "S", "o"]),
            ("11", ["1", "1", "S", "3", "1", "O"]),
            ("22", ["2", "2", "2", "3", "2", "O"]),
            ("12", ["1", "1", "2", "3", "S", "o"]),
            ("3", ["3", "3", "3", "3", "O", "O"]),
        ])
    func table(history: String, expected: [String]) {
        let spaced = history.map { "\($0).." }.joined()
        for (event, outcome) in zip(["0", "1", "2", "3", "?", "........."], expected) {
            let said = Strip.play(spaced + event).last
            #expect(said.map(String.init) == outcome, "\(history) then \(event)")
        }
    }
}
