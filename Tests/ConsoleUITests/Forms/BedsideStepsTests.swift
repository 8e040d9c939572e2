import Canvas
import ConsoleUI
import SessionCore
import Testing

@Suite("What is still to be done, and what was there before")
struct BedsideStepsTests {
    @Test(
        "an entry that is chosen to be corrected is on the list, however far back it lies",
        arguments: [24, 40])
    func chosenIsSeen(rows: Int) throws {
        var robot = try Robot.infusing()
        robot.send(.resized(Size(columns: 80, rows: rows)))
        for systolic in 120..<140 {
            robot.wait(minutes: 1)
            robot.enter("\(systolic)/80")
        }
        robot.type("c" + String(repeating: "<Up>", count: 19))
        #expect(robot.sees("▸") && robot.sees("BP 120/80") && robot.sees("newer below"), "\(robot.screen)")
    }

    @Test("a corrected time says when it was before")
    func formerTime() throws {
        var robot = try Robot.infusing(minutes: 10)
        robot.type("c<Up>t-5m<Enter>l")
        #expect(robot.sees("(was at "), "\(robot.screen)")
    }

    @Test("a pause that has lasted too long says so where the dose stands")
    func longPause() throws {
        var robot = try Robot.infusing(minutes: 10)
        robot.type("dpb")
        robot.wait(minutes: 19)
        #expect(robot.sees("PAUSED 19:00") && !robot.sees("PAUSED 19:00:"))
        robot.wait(minutes: 3)
        #expect(robot.sees("PAUSED 22:00: resume or stop early"), "\(robot.screen)")
    }

    @Test("when the rest is over the next device is due, until it is given")
    func nextDevice() throws {
        var robot = try Robot.ready(.esketamine, dose: "56")
        robot.type("ds28<Enter>")
        robot.wait(minutes: 4)
        #expect(robot.sees("next device in 1:00"), "\(robot.screen)")
        robot.wait(minutes: 1)
        #expect(robot.sees("next device now"), "\(robot.screen)")
        robot.wait(minutes: 1)
        #expect(robot.sees("next device overdue by 1:00"), "\(robot.screen)")
        robot.type("dn28<Enter>")
        #expect(!robot.sees("next device"))
    }

    @Test("who leaves against advice has left, also when no prescriber was told: that is marked")
    func leftUntold() throws {
        var robot = try Robot.infusing(minutes: 10)
        robot.type("wvwants to go<Enter><Enter>")
        #expect(robot.kinds.last == "patientLeft", "\(robot.screen)")
        #expect(robot.sees("without a prescriber"), "\(robot.screen)")
    }

    @Test("a supplemental injection that comes too late asks why")
    func lateSupplement() throws {
        var robot = try Robot.ready(.injection, dose: "40")
        robot.type("ds40<Enter><Enter>")
        robot.wait(minutes: 40)
        robot.type("dn10<Enter>")
        #expect(robot.sees("all the same, because"), "\(robot.screen)")
        robot.type("asked for twice<Enter><Enter>Dr N<Enter>")
        guard case .doseGiven(let dose)? = robot.stored.last?.body else {
            Issue.record("\(robot.kinds.last ?? "")")
            return
        }
        #expect(dose.reason == "asked for twice")
    }

    @Test("what a level 3 still asks for stands on its line, and nothing that was filed")
    func nextStep() throws {
        var flag = try Robot.infusing()
        flag.type("sh<Enter>")
        #expect(flag.sees("stop the drug, prescriber to bedside, call emergency help"))
        flag.type("dxp")
        #expect(flag.sees("▸ prescriber to bedside, call emergency help"))
        flag.type("xe<Enter>")
        #expect(flag.sees("prescriber to bedside") && !flag.sees("call emergency help"))
        flag.type("xb<Enter>")
        #expect(flag.sees("stay with the patient"))
        var low = try Robot.infusing()
        low.enter("70/40 60 97 14 air")
        #expect(low.sees("stop the drug, prescriber to bedside, call emergency help"))
        var none = try Robot.infusing()
        none.type("o0<Enter>")
        #expect(none.sees("stop the drug, prescriber to bedside, call emergency help"))
    }

    @Test("an alarm names a reading with its own level, and beside it the level at which the alarm stands")
    func ownLevel() throws {
        var robot = try Robot.infusing()
        robot.enter("164/102 88 97 14 air")
        robot.type("164/102<Enter>")
        for pressure in ["166/103", "165/102", "163/101"] {
            robot.wait(minutes: 3)
            robot.enter(pressure)
        }
        #expect(robot.sees("level 2, stands at level 3"), "\(robot.screen)")
        #expect(!robot.sees("102 level 3") && !robot.sees("103 level 3"))
    }
}
