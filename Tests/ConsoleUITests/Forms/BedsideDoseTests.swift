import Canvas
import SessionCore
import Testing

@testable import ConsoleUI

@Suite("The gate, the dose and the ways out at the bedside")
struct BedsideDoseTests {
    @Test("T0 is moved with a reason and everything counts from the new one")
    func moveStart() throws {
        var robot = try Robot.infusing()
        robot.type("ct")
        robot.enter("-12m")
        robot.type("l")
        #expect(robot.kinds.last == "amended")
        #expect(try robot.picture().sinceStart == .minutes(12))
    }

    @Test("a hold is lifted by a prescriber's order with a reason")
    func hold() throws {
        var robot = try Robot.opened()
        robot.enter("150/88 72 98 14 air")
        robot.wait(minutes: 2)
        robot.enter("148/88 72 98 14 air")
        robot.type("g")
        #expect(robot.sees("HOLD"))
        robot.type("p")
        robot.enter("Dr Y")
        robot.enter("usual for this patient")
        #expect(robot.kinds.last == "proceedOrdered")
    }

    @Test(
        "a stop is not lifted at the bedside, and a start that happened is filed as a deviation with its reason"
    )
    func stop() throws {
        var robot = try Robot.opened()
        robot.enter("168/102 72 98 14 air")
        robot.wait(minutes: 2)
        robot.enter("166/102 72 98 14 air")
        robot.type("gp")
        #expect(robot.sees("lifts a hold"))
        robot.type("<Esc>ds250 0.21<Enter><Enter>")
        #expect(robot.sees("not lifted at the bedside"))
        #expect(!robot.kinds.contains("administrationStarted"))
        robot.enter("pump was started by mistake")
        guard case .administrationStarted(let start) = robot.stored.last?.body else {
            Issue.record("no start")
            return
        }
        #expect(start.deviation == "pump was started by mistake")
    }

    @Test("a rate is read back in mg/min with its end, and one outside the range is typed twice")
    func rates() throws {
        var robot = try Robot.infusing()
        robot.type("dr500 0.21")
        #expect(robot.sees("1.75 mg/min"))
        robot.type("<C-u>700 0.21<Enter>")
        #expect(robot.sees("type it again"))
        robot.enter("70 0.21")
        #expect(robot.sees("another rate"))
        robot.type("<C-u>700 0.21<Enter>")
        robot.enter("Dr Y")
        #expect(robot.kinds.last == "rateChanged")
    }

    @Test("pause, resume and an early stop take a reason each and two or three keys")
    func pauseAndStop() throws {
        var robot = try Robot.infusing()
        robot.type("dpd")
        #expect(robot.kinds.last == "infusionPaused")
        robot.wait(minutes: 5)
        robot.type("du<Enter>")
        #expect(robot.kinds.last == "infusionResumed")
        robot.type("dxp")
        #expect(robot.kinds.last == "infusionEnded")
        #expect(try robot.picture().phase == .monitoring)
    }

    @Test("leaving against advice, transfer and cancelling are ways of their own")
    func waysOut() throws {
        var robot = try Robot.infusing()
        robot.type("wc")
        #expect(robot.sees("stops it early"))
        robot.type("<Esc>wvwants home<Enter>Dr Y<Enter>")
        #expect(try robot.picture().phase == .leftAgainstAdvice)
        var other = try Robot.infusing()
        other.type("wtward 3<Enter>nurse Z<Enter><Enter>")
        #expect(try other.picture().phase == .transferred)
        var third = try Robot.opened()
        third.type("wcfever<Enter>")
        #expect(try third.picture().phase == .cancelled)
    }

    @Test("failing discharge items are named before the patient may leave")
    func failingItems() throws {
        var robot = try Robot.infusing()
        robot.type("dep")
        robot.wait(minutes: 70)
        robot.enter("150/96 74 98 14 air")
        robot.type("e404550<Enter>")
        robot.type("wd")
        #expect(robot.sees("patient goes home: "))
        #expect(robot.sees("alertness 4, needs 5"))
        #expect(!robot.kinds.contains("patientLeft"))
    }
}
