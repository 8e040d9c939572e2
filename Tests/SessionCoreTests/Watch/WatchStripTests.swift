import Testing

@testable import SessionCore

@Suite("The watch, drawn minute by minute")
struct WatchStripTests {
    @Test("a first reading is suspected, a second confirms it")
    func confirms() {
        //                        0    5    10
        #expect(Strip.play("0....1....1") == ".....sssss1")
        #expect(Strip.play("2..2") == "SSS2")
    }

    @Test("a milder recheck takes a suspicion back, to normal or to the milder suspicion")
    func takesBack() {
        #expect(Strip.play("1....0") == "sssss.")
        #expect(Strip.play("2..1....0") == "SSSsssss.")
        #expect(Strip.play("2..0") == "SSS.")
        // Hysteresis is for stepping down from what is confirmed; a suspicion is judged by the plain level.
        #expect(Strip.play("1....a") == "sssss.")
    }

    @Test("one reading of level 3 is confirmed at once, from every state")
    func crisis() {
        #expect(Strip.play("3") == "3")
        #expect(Strip.play("1....3") == "sssss3")
        #expect(Strip.play("1....1....3") == "sssss111113")
        #expect(Strip.play("2..2..3") == "SSS2223")
    }

    @Test("a worse reading confirms what stood and is suspected at once, also over a confirmed level")
    func worse() {
        #expect(Strip.play("1....2") == "sssssS")
        #expect(Strip.play("1....2..2") == "sssssSSS2")
        #expect(Strip.play("1....1....2..2") == "sssss11111SSS2")
        // The suspicion falls back to the confirmed level underneath, never to normal.
        #expect(Strip.play("1....2..1") == "sssssSSS1")
        #expect(Strip.play("1....2..0") == "sssssSSS1")
        #expect(Strip.play("1....1....2..0..0") == "sssss11111SSS111.")
    }

    @Test("a worse reading between two readings below a confirmed level breaks their row")
    func worseReadingBreaksTheRow() {
        #expect(Strip.play("1....1....0..2..0..0") == "sssss11111111SSS111.")
    }

    @Test("a confirmed level steps down only after readings below it that span 3 minutes")
    func stepsDown() {
        #expect(Strip.play("1....1....0..0") == "sssss11111111.")
        #expect(Strip.play("1....1....0.0") == "sssss11111111")
        #expect(Strip.play("1....1....0.0.0") == "sssss111111111.")
        #expect(Strip.play("1....1....0.1.0.0") == "sssss111111111111")
        // To the worse of them.
        #expect(Strip.play("2..2..1..0") == "SSS2222221")
        #expect(Strip.play("2..2..0..1") == "SSS2222221")
        #expect(Strip.play("3.0..0") == "33333.")
    }

    @Test("a pressure just under the limit does not step down")
    func hysteresis() {
        #expect(Strip.play("1....1....a..a..a") == "sssss111111111111")
        #expect(Strip.play("2..2..b..b..b") == "SSS2222222222")
        // 0 counted as level 1 by hysteresis steps down from 2 to 1, not to normal.
        #expect(Strip.play("2..2..a..a") == "SSS2222221")
    }

    @Test("a reading that says nothing changes nothing, and the recheck stays owed")
    func unknown() {
        #expect(Strip.play("1....?.") == "ssssss" + "o")
        #expect(Strip.play("?") == ".")
        #expect(Strip.play("2..2..?..?") == "SSS2222OOO")
    }

    @Test("the recheck is overdue a minute after 5, 3, 2 and 1 minutes, and a late one still counts")
    func overdue() {
        #expect(Strip.play("1......1") == "sssssso" + "1")
        #expect(Strip.play("1.......") == "ssssss" + "oo")
        #expect(Strip.play("2.....") == "SSSS" + "oo")
        #expect(Strip.play("2....", .pressure, .low) == "SSS" + "oo")
        #expect(Strip.play("3...", .pressure, .high) == "33" + "OO")
        #expect(Strip.play("33....", .pressure, .high) == "3333" + "OO")
    }

    @Test("two further readings of level 2 that do not fall by 5 mmHg are level 3")
    func noFall() {
        let course = "2..2..2..2"
        #expect(Strip.play(course, systolic: [184, 186, 182, 183]) == "SSS2222223")
        #expect(Strip.play(course, systolic: [184, 186, 181, 183]) == "SSS2222222")
        #expect(Strip.play(course + "..2", systolic: [184, 186, 181, 183, 182]) == "SSS2222222223")
        // A reading at level 1 that has not fallen by 5 either does not begin the count anew.
        #expect(Strip.play("2..2..2..b..2", systolic: [181, 181, 181, 179, 182]) == "SSS2222222223")
        // The rule is one of high pressure alone.
        #expect(Strip.play("2.2.2.2.2", .pressure, .low, systolic: [84, 84, 84, 84, 84]) == "SS2222222")
        #expect(Strip.play("2..2..2..2", .heartRate, .high) == "SSS2222222")
    }
}
