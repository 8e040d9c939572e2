import Canvas
import ConsoleUI
import SessionCore
import Testing

@Suite("Lists of keys over the session")
struct PanelTests {
    private func running(_ size: Size) throws -> Robot {
        var robot = try Robot.infusing()
        robot.size = size
        return robot
    }

    @Test("at 80×24 the ways out stand in sight however much is open, and what is open can be scrolled to")
    func wayOutKeysFirst() throws {
        var robot = try running(Size(columns: 80, rows: 24))
        robot.type("dxb")
        robot.wait(minutes: 120)
        robot.enter("126/82 74 98 14")
        robot.type("w")
        #expect(robot.sees(" a  assess for discharge"))
        #expect(robot.sees(" v  patient leaves against advice"))
        #expect(robot.sees("more"))
        for _ in 0..<40 { robot.type("<Down>") }
        #expect(!robot.sees(" a  assess for discharge"))
        #expect(robot.sees("is blank"))
        robot.type("a")
        #expect(robot.sees("walks unaided?"))
    }

    @Test("an open item of the discharge list is named once")
    func obstaclesOnce() throws {
        var robot = try running(Size(columns: 120, rows: 60))
        robot.type("dxb")
        robot.wait(minutes: 120)
        robot.enter("126/82 74 98 14")
        robot.type("w")
        #expect(robot.sees("escort present"))
        #expect(!robot.sees("obstacle: 10 escort"))
    }

    @Test("the gate's advice is read whole at 80×24, and the pressure that it holds for is not called normal")
    func gateAdvice() throws {
        var robot = try Robot()
        robot.size = Size(columns: 80, rows: 24)
        robot.open(.infusion, dose: "35")
        robot.enter("148/94 72 98 14 air")
        robot.wait(minutes: 2)
        robot.enter("150/92 74 98 14 air")
        #expect(!robot.sees("150/92 normal"))
        robot.type("g")
        #expect(robot.sees("prescriber orders to proceed "))
        #expect(robot.sees("gate: HOLD  baseline 149/93 is above 140/90"))
    }

    @Test("at 120×40 the gate's reason is read whole while alarms and a proposed profile stand beside it")
    func gateReasonWide() throws {
        var robot = try Robot.opened()
        robot.enter("128/84 72 98 14 air")
        robot.enter("190/112 132 91 24")
        #expect(robot.sees("no-go from 180 systolic or 110 diastolic"))
        #expect(robot.sees("132? /min"))
        #expect(!robot.sees("profile proposed: intensive observation is proposed"))
        #expect(
            !robot.sees("not yet confirmed") || !robot.sees("▸ measure again                  not confirmed"))
    }

    @Test("a console that only watches does not offer to bring back what cannot be filed there")
    func watchingOffersNothing() throws {
        var robot = try running(Size(columns: 120, rows: 40))
        robot.type("nhalf a note<Esc>")
        robot.wait(seconds: 11)
        #expect(robot.sees("typed and not filed: half a note"))
        robot.load(writtenBy: "host vm, process 7")
        #expect(!robot.sees("typed and not filed"))
    }

    @Test("a dose to be typed again says why beside a field with room to type", arguments: [40, 80])
    func typedAgain(columns: Int) throws {
        var robot = try running(Size(columns: columns, rows: 24))
        robot.type("dr300 1<Enter>300 1")
        #expect(robot.sees("type it again ▸ 300 1"))
        #expect(robot.sees("that rate leaves the protocol's dose"))
    }

    @Test("a list that has one or two lines has no frame over its choices")
    func noFrame() throws {
        for rows in 9...12 {
            var robot = try running(Size(columns: 40, rows: rows))
            robot.enter("190/118 90")
            robot.type("?")
            let lines = robot.screen.split(separator: "\n").filter { $0.contains("0-9") }
            #expect(!lines.isEmpty || rows < 11)
            #expect(lines.allSatisfy { !$0.contains("└") && !$0.contains("┌") && !$0.contains("──") })
        }
    }

    @Test("a signed record asks for no value again")
    func recordAsksNothing() throws {
        var robot = try running(Size(columns: 80, rows: 24))
        robot.enter("84/50 44 90 8")
        #expect(robot.sees("again?"))
        robot.type("dxbwvwants to go<Enter>Dr Who<Enter>wsAnn Brown<Enter>r")
        #expect(robot.sees("RECORD"))
        #expect(!robot.sees("again?"))
    }

    @Test("the number before an alarm on the screen is the number that acknowledges it")
    func alarmNumbers() throws {
        var robot = try running(Size(columns: 120, rows: 40))
        robot.enter("186/112 135 90 14")
        let alarms = try robot.picture().alarms
        #expect(alarms.count >= 3)
        for (index, alarm) in alarms.enumerated() {
            #expect(robot.sees("\(index + 1) \(alarm.priority.tag) \(alarm.sentence)"))
        }
        robot.type("a2")
        guard case .alarmAcknowledged(let fact)? = robot.stored.last?.body else {
            Issue.record("nothing was acknowledged")
            return
        }
        #expect(fact.alarm == alarms[1].key)
    }

    @Test("a worse alarm that comes between a and the number does not take the number")
    func alarmNumbersStay() throws {
        var robot = try running(Size(columns: 120, rows: 40))
        robot.enter("130/80 135 98 14")
        let seen = try #require(try robot.picture().alarms.first)
        robot.journal = .never
        robot.enter("205/125 135 98 14")
        robot.type("a")
        robot.journal = .atOnce
        robot.answer()
        #expect(try robot.picture().alarms.first?.key != seen.key, "another alarm stands first now")
        robot.type("1")
        guard case .alarmAcknowledged(let fact)? = robot.stored.last?.body else {
            Issue.record("nothing was acknowledged")
            return
        }
        #expect(fact.alarm == seen.key)
    }
}
