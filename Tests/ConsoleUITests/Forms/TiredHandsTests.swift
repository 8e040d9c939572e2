import Canvas
import SessionCore
import Testing

@testable import ConsoleUI

@Suite("Keys of a nurse who is called away in the middle")
struct TiredHandsTests {
    @Test("nobody who left against advice is signed fit for discharge")
    func fitness() throws {
        var robot = try Robot.infusing(minutes: 10)
        robot.type("wvwants to go<Enter>Dr N<Enter>wsKim Lee<Enter>f")
        #expect(robot.kinds.last == "patientLeft", "\(robot.screen)")
        #expect(robot.sees("did not leave by two assessments"), "\(robot.screen)")
        robot.type("r")
        #expect(robot.kinds.last == "sessionClosed", "\(robot.screen)")
    }

    @Test("an action is filed at the time at which its key was pressed, however long its question stood open")
    func actionTime() throws {
        var robot = try Robot.infusing(minutes: 10)
        let pressed = robot.moment.wall
        robot.type("xo")
        robot.wait(minutes: 4)
        robot.type("2 L<Enter>")
        #expect(robot.stored.last?.body.kind == .actionTaken)
        #expect(robot.stored.last.map { $0.measured.milliseconds - pressed.milliseconds < 60_000 } == true)
    }

    @Test("a reading that is typed into an open question of an action is told, and nothing is filed")
    func readingIntoQuestion() throws {
        var robot = try Robot.infusing(minutes: 10)
        let filed = robot.stored.count
        robot.type("xospo2 95<Enter>")
        #expect(robot.sees("that is a reading") && robot.stored.count == filed, "\(robot.screen)")
        robot.type("<Esc>xz94 air<Enter>")
        #expect(robot.sees("a name has no figures") && robot.stored.count == filed, "\(robot.screen)")
    }

    @Test("a device after the last one still asks why it did not wait for the rest")
    func restAfterEnd() throws {
        var robot = try Robot.ready(.esketamine, dose: "56")
        robot.type("ds28<Enter>")
        robot.wait(minutes: 2)
        robot.type("de")
        robot.wait(minutes: 1)
        robot.type("dn28<Enter>")
        #expect(robot.sees("given all the same, because"), "\(robot.screen)")
    }

    @Test("what one device does not hold is said, and a dose beyond the plan is typed again")
    func device() throws {
        var robot = try Robot.ready(.esketamine, dose: "84")
        robot.type("ds84<Enter>")
        #expect(robot.sees("a device holds 28 mg") && robot.kinds.last != "administrationStarted")
        var sprays = try Robot.ready(.nasalRacemic, dose: "60")
        sprays.type("ds25")
        #expect(sprays.sees("a spray holds 10 mg: look again"), "\(sprays.screen)")
        sprays.type("<Enter>")
        sprays.wait(minutes: 6)
        sprays.type("dn60<Enter>")
        #expect(sprays.sees("type it again") && sprays.sees("60 mg are planned in all"), "\(sprays.screen)")
    }

    @Test("a start that is typed as @14:05 comes after the readings of that minute")
    func startOfTheMinute() throws {
        var robot = try Robot.opened(.injection, dose: "40")
        robot.takeBaseline()
        robot.wait(seconds: 40)
        let last = try #require(robot.stored.last { $0.body.kind == .reading })
        let clock = clockWords(last.measured, utcOffsetMinutes: 0)
        robot.wait(minutes: 2)
        robot.type("ds40 @\(clock)<Enter>left arm<Enter>")
        #expect(robot.kinds.last == "administrationStarted", "\(robot.screen)")
        #expect(robot.stored.last?.measured == last.measured)
        #expect(try robot.picture().timeline.compactMap(\.deviation).isEmpty, "\(robot.screen)")
    }

    @Test("two texts that were put aside come back one after the other")
    func twoAside() throws {
        var robot = try Robot.infusing(minutes: 10)
        robot.type("nmother wants news<Esc>132/84<Esc>b")
        #expect(robot.sees("132/84"))
        robot.type("<Up>")
        #expect(robot.sees("note ▸ mother wants news"), "a note comes back as a note: \(robot.screen)")
        robot.type("<Up>")
        #expect(robot.sees("entry ▸ 132/84"), "\(robot.screen)")
        robot.type("5<Up>")
        #expect(robot.sees("132/845"), "what was changed is not swapped: \(robot.screen)")
    }

    @Test(
        "the end of an infusion that is recorded late is asked for its time; one well before its time for its reason"
    )
    func lateEnd() throws {
        func ended(after minutes: Int, _ keys: String) throws -> (Double, String?) {
            var robot = try Robot.infusing(minutes: minutes)
            robot.type("de" + keys)
            let picture = try robot.picture()
            var reason: String?
            if case .infusionEnded(let end)? = robot.stored.last?.body { reason = end.stoppedEarly }
            return (picture.administration.deliveredMilligrams.rounded(), reason)
        }
        #expect(try ended(after: 60, "p").0 == 35)
        #expect(try ended(after: 60, "n").0 > 50)
        #expect(try ended(after: 60, "w-20m<Enter>").0 == 35)
        #expect(try ended(after: 41, "").0 >= 35)
        #expect(try ended(after: 20, "p").1 == "patient's wish")
    }

    @Test(
        "a pump's figure with a letter in it, an exponent or another unit is refused, a plain one read back")
    func pumpFigure() throws {
        for typed in ["2O.5", "1e2", "8.7ml", "8 9"] {
            var robot = try Robot.infusing(minutes: 10)
            robot.type("df\(typed)<Enter>")
            #expect(robot.kinds.last != "pumpFigureNoted" && robot.sees("one number of mg"), "\(typed)")
        }
        var robot = try Robot.infusing(minutes: 10)
        robot.type("df8.7")
        #expect(robot.sees("the pump shows 8.7 mg"))
        robot.type("<Enter>")
        #expect(robot.kinds.last == "pumpFigureNoted")
    }

    @Test("a departure of a stated time is judged as of that time, by the rules and not by the menu")
    func lateDeparture() throws {
        var robot = try Robot.infusing(minutes: 30)
        robot.type("wd")
        #expect(robot.sees("patient goes home: "), "as of now the menu says what is missing")
        robot.type("<Esc>l-5m<Enter>wdsister<Enter>")
        #expect(!robot.kinds.contains("patientLeft"), "the rules refuse what did not hold then either")
        #expect(robot.sees("not met") || robot.sees("minimum stay"), "\(robot.screen)")
    }

    @Test("a time for the next entry is taken back with Enter alone")
    func lateTimeTakenBack() throws {
        var robot = try Robot.infusing(minutes: 10)
        robot.type("l-5m<Enter>l<Enter>")
        robot.enter("132/84")
        #expect(robot.stored.last.map { $0.entered == $0.measured } == true, "\(robot.screen)")
    }

    @Test("answers that were given before Esc are said to be gone")
    func answersGone() throws {
        var robot = try Robot.infusing(minutes: 10)
        robot.type("way<Esc>")
        #expect(robot.sees("what was answered is not filed"), "\(robot.screen)")
    }

    @Test(
        "a gate that forbids the start says so before it says why",
        arguments: [(80, 24), (120, 40), (40, 12)])
    func forbidden(columns: Int, rows: Int) throws {
        var robot = try Robot.opened(.injection, dose: "40")
        robot.send(.resized(Size(columns: columns, rows: rows)))
        robot.enter("192/115 72 98 14 air")
        robot.wait(minutes: 2)
        robot.enter("193/115 72 98 14 air")
        #expect(robot.sees("DO NOT START") || rows < 24 && robot.sees("NO-GO"), "\(robot.screen)")
    }
}
