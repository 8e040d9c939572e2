import Canvas
import SessionCore
import Testing

@testable import ConsoleUI

@Suite("Mistakes, corrections and deviations at the bedside")
struct BedsideStoryTests {
    @Test("swapped numbers are refused with what may have been meant; Tab takes it, Enter files it")
    func swapped() throws {
        var robot = try Robot.infusing()
        let before = robot.stored.count
        robot.enter("84/132")
        #expect(robot.stored.count == before)
        #expect(robot.sees("look swapped"))
        robot.type("<Tab>")
        #expect(robot.sees("▸ 132/84"))
        robot.type("<Enter>")
        #expect(robot.stored.count == before + 1)
    }

    @Test("an entry that was struck is not offered for another correction")
    func struckStays() throws {
        var robot = try Robot.infusing()
        robot.enter("150/92 90")
        robot.type("cxtstruck by mistake<Enter>")
        let struck = robot.stored.count - 1
        let before = robot.stored.count
        robot.type("c")
        #expect(!robot.model.correctable.contains { $0.sequence == struck })
        robot.type("<Esc>")
        #expect(robot.stored.count == before)
    }

    @Test("an unusual pressure is filed at once as unconfirmed; typed again within a minute it is confirmed")
    func unconfirmed() throws {
        var robot = try Robot.infusing()
        robot.enter("186/112 90")
        #expect(robot.sees("type it again to confirm"))
        robot.enter("186/112")
        #expect(robot.kinds.last == "readingConfirmed")
        #expect(!robot.sees("type it again to confirm"))
    }

    @Test("the same pressure typed after the cuff has rested is a new reading, not a confirmation")
    func recheckIsNoConfirmation() throws {
        var robot = try Robot.infusing()
        robot.enter("186/112 90")
        robot.wait(minutes: 3)
        robot.enter("186/112 90")
        #expect(robot.kinds.last == "reading")
    }

    @Test("a wrong reading is typed again with a reason; what stood there stays readable")
    func correction() throws {
        var robot = try Robot.infusing()
        robot.enter("182/84 78")
        robot.type("c<Enter>")
        #expect(robot.sees("instead of"))
        robot.enter("128/84 78")
        robot.type("t")
        guard case .amended(let amended) = robot.stored.last?.body else {
            Issue.record("no amendment")
            return
        }
        #expect(amended.reason == "typing error")
        #expect(amended.was != nil)
        #expect(try robot.picture().latest[.systolic]?.value == 128)
        #expect(robot.sees("182/84"))
    }

    @Test("a correction of the pressure leaves the other values of the reading, and says so")
    func correctionKeepsTheRest() throws {
        var robot = try Robot.infusing()
        robot.enter("182/84 78 97 15")
        robot.type("c<Enter>128/84")
        #expect(robot.sees("stays as it was: hr78 spo297 rr15"), "\(robot.screen)")
        robot.type("<Enter>t")
        let latest = try robot.picture().latest
        #expect(latest[.systolic]?.value == 128)
        #expect([latest[.heartRate]?.value, latest[.oxygenSaturation]?.value] == [78, 97])
        #expect(latest[.heartRate]?.sequence == latest[.systolic]?.sequence)
    }

    @Test("where no pressure was obtained the last one is history, and nothing of it is called normal")
    func noneObtained() throws {
        var robot = try Robot.infusing()
        robot.enter("130/84 78")
        robot.wait(minutes: 4)
        robot.type("o0")
        let line = try #require(robot.screen.split(separator: "\n").first { $0.hasPrefix("BP") })
        #expect(line.contains("none obtained") && line.contains("!!!"), "\(line)")
        #expect(!line.contains("normal") && line.contains("before that 130/84"), "\(line)")
        robot.enter("124/80")
        #expect(robot.sees("BP  124/80"))
    }

    @Test("a prescriber who was not told in time is still to be told")
    func stillToBeTold() throws {
        var robot = try Robot.infusing()
        robot.enter("186/112 90")
        robot.wait(minutes: 3)
        robot.enter("186/112 90")
        robot.wait(minutes: 6)
        #expect(try robot.picture().due.contains { $0.title == "notify prescriber" })
        #expect(robot.sees("notify prescriber, measure now"))
    }

    @Test(
        "a pressure that is typed among the observations of effect is a pressure, and nothing else is filed")
    func readingAmongEffects() throws {
        var robot = try Robot.infusing()
        let before = robot.stored.count
        robot.type("e164/102 74<Enter>")
        #expect(robot.stored.count == before + 1)
        let latest = try robot.picture().latest
        #expect(
            [latest[.systolic]?.value, latest[.diastolic]?.value, latest[.heartRate]?.value] == [
                164, 102, 74,
            ])
        #expect(latest[.agitation] == nil && latest[.intensity] == nil)
    }

    @Test("observations that only want Enter keep while a reading is typed over them")
    func readingOverEffects() throws {
        var robot = try Robot.infusing()
        robot.type("e504000132/84 78<Enter>")
        #expect(try robot.picture().latest[.systolic]?.value == 132)
        #expect(try robot.picture().latest[.intensity] == nil)
        robot.type("<Enter>")
        #expect(try robot.picture().latest[.intensity]?.value == 0)
        #expect(try robot.picture().latest[.orientation]?.value == 4)
    }

    @Test("a correction that the disk refuses is not lost")
    func correctionRefused() throws {
        var robot = try Robot.infusing()
        robot.enter("182/84 78")
        robot.type("c<Enter>")
        robot.enter("128/84 78")
        robot.journal = .failing("no space")
        robot.type("t")
        #expect(robot.sees("no space"))
        robot.journal = .atOnce
        robot.type("t")
        #expect(robot.kinds.last == "amended")
    }

    @Test("an entry is struck with a reason and stays on the list")
    func strike() throws {
        var robot = try Robot.infusing()
        robot.enter("nwrong room")
        robot.type("cxp")
        #expect(robot.kinds.last == "amended")
        #expect(robot.sees("struck"))
    }

    @Test("a reading taken earlier stands at its own time, by the line or by the late key")
    func late() throws {
        var robot = try Robot.infusing()
        robot.enter("132/84 -3m")
        #expect(robot.stored.last?.measured == robot.moment.wall.advanced(byMilliseconds: -180_000))
        robot.type("l")
        robot.enter("-6m")
        #expect(robot.sees("the next entry happened at"))
        robot.type("sn")
        #expect(robot.stored.last?.measured == robot.moment.wall.advanced(byMilliseconds: -360_000))
        #expect(robot.stored.last?.source == .late)
        robot.type("sn")
        #expect(robot.stored.last?.measured == robot.moment.wall)
    }

    @Test("a checkpoint ends with a reason when nothing could be measured")
    func couldNot() throws {
        var robot = try Robot.infusing()
        robot.type("o1m")
        #expect(robot.kinds.last == "couldNotMeasure")
        #expect(try robot.picture().checkpoints.contains { $0.state == .couldNotDo })
        robot.type("o0")
        #expect(robot.kinds.last == "notObtainable")
    }

    @Test("another nurse takes over with one key, and entries bear the new initials")
    func nurse() throws {
        var robot = try Robot.infusing()
        robot.type("NMO<Enter>")
        robot.enter("nhello")
        #expect(robot.stored.last?.author == "MO")
    }

    @Test("the bell is off until it is asked for, and rings three times for an unacknowledged high alarm")
    func bell() throws {
        var robot = try Robot.infusing()
        robot.enter("210/122 90 97 14")
        robot.wait(seconds: 20)
        #expect(robot.bells == 0)
        #expect(robot.sees("AUDIO OFF"))
        robot.type("Ao")
        robot.wait(seconds: 1)
        #expect(robot.bells == 3)
        robot.wait(seconds: 5)
        #expect(robot.bells == 3)
        robot.wait(seconds: 6)
        #expect(robot.bells == 6)
        robot.type("a1")
        robot.wait(seconds: 20)
        #expect(robot.bells == 6)
    }

    @Test("after a restart of the machine the nurse is asked whether the clock is right")
    func reboot() throws {
        let before = try Robot.infusing()
        var robot = try Robot()
        (robot.stored, robot.moment) = (before.stored, before.moment)
        robot.moment.boot = BootReading(id: "other boot", milliseconds: 60_000)
        robot.wait(minutes: 4)
        robot.load()
        #expect(robot.sees("is the clock right"))
        robot.type("y")
        #expect(robot.kinds.last == "timeConfirmed")
        #expect(!robot.sees("is the clock right"))
    }
}
