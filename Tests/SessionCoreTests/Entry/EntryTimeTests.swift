import Testing

@testable import SessionCore

@Suite("The time and the read-back of a typed line")
struct EntryTimeTests {
    @Test("a clock time or an offset gives the reading its own time, and above 5 minutes it is late")
    func times() {
        #expect(Desk.read("132/84").age == .zero)
        #expect(Desk.read("132/84 -5m").isLate == false)
        #expect(Desk.read("132/84 -301s").isLate)
        #expect(Desk.read("132/84 -90s").age == .seconds(90))
        #expect(Desk.read("132/84 @14:05").measured.iso8601 == "2026-03-01T13:05:00.000Z")
        #expect(Desk.read("132/84 @1405").measured.iso8601 == "2026-03-01T13:05:00.000Z")
        #expect(Desk.read("132/84 @14:05").isLate)
        #expect(Desk.read("@14:30 132/84").age == .seconds(20))
    }

    @Test("nothing lies after now or before the session was opened")
    func bounds() {
        #expect(!Desk.read("132/84 @14:31").canFile)
        #expect(!Desk.read("132/84 @13:49").canFile)
        #expect(!Desk.read("132/84 -41m").canFile)
        #expect(Desk.read("132/84 -40m").canFile)
        // The session was opened at 13:50:10; that minute is taken as its opening.
        #expect(Desk.read("132/84 @13:50").measured == Desk.opened)
        #expect(Desk.read("132/84 @99999999999999999999").problems.count == 1)
    }

    @Test("after midnight a clock time after now was yesterday's, if the session was open then")
    func midnight() {
        let now = WallTime(iso8601: "2026-03-01T23:10:00Z") ?? Desk.now  // 00:10 on the ward
        let opened = WallTime(iso8601: "2026-03-01T22:40:00Z") ?? Desk.opened  // 23:40
        let context = Desk.context(now: now, opened: opened)
        #expect(Desk.read("132/84 @23:55", context).measured.iso8601 == "2026-03-01T22:55:00.000Z")
        #expect(Desk.read("132/84 @23:39", context).problems.first?.sentence.contains("after now") == true)
        #expect(Desk.read("132/84 @00:05", context).age == .minutes(5))
    }

    @Test("a line is read back in words with flags and the change from baseline")
    func readBack() {
        #expect(
            Desk.read("132/84 78 98").readBackText
                == "132/84 mean 100, +10/+6 over baseline, normal · pulse 78 · SpO2 98 %")
        let high = Desk.read("188/104 rr 25 spo2 91 air t36.8")
        #expect(high.readBackText.hasPrefix("188/104 mean 132, +66/+26 over baseline, high, level 2"))
        #expect(high.readBackText.contains("SpO2 91 % on air, low, level 2 · breathing 25, high, level 2"))
        #expect(high.readBack.map(\.level) == [.high, .high, .high, .normal])
        #expect(Desk.read("110/78").readBackText.contains("−12/±0 against baseline"))
        let without = Desk.context(baseline: nil)
        #expect(Desk.read("132/84", without).readBackText == "132/84 mean 100, no baseline, normal")
        #expect(Desk.read("132/84 @14:05").readBackText.hasSuffix("at 14:05, 25 min ago, late entry"))
        #expect(Desk.read("132", typing: true).readBackText == "132/…")
    }

    @Test("an implausible line can be filed and says what is implausible; an impossible one cannot")
    func zones() {
        let high = Desk.read("210/118")
        #expect(high.canFile)
        #expect(high.questions.map(\.sentence) == ["systolic 210 mmHg is above 200"])
        #expect(high.assessments.first?.level == .crisis)
        let swapped = Desk.read("84/132")
        #expect(!swapped.canFile)
        #expect(swapped.suggestions.first?.values == Ward.pressure(132, 84))
        #expect(Desk.read("etco2 5.2").suggestions.first?.values[.endTidalCO2] == 39)
        #expect(!Desk.read("etco2 5.2").canFile)
        #expect(Desk.read("t98.6").suggestions.first?.values[.temperature] == 370)
        var context = Desk.context()
        context.cuffRestsUntil = context.sessionNow + .seconds(1)
        #expect(Desk.read("132/84", context).remarks.count == 1)
        #expect(Desk.read("hr78", context).remarks.isEmpty)
    }
}
