import Canvas
import ConsoleUI
import SessionCore
import Testing

@Suite("The list of sessions")
struct HomeTests {
    private func listed(_ robot: Robot, isOver: Bool, label: String = "AB") throws -> HomeSession {
        let session = try robot.folded()
        return HomeSession(
            id: session.id, patientLabel: label, birthYear: 1980, route: .infusion, opened: Robot.morning,
            lastEntered: robot.stored.last?.entered ?? Robot.morning, isOver: isOver,
            session: isOver ? nil : session)
    }

    @Test("an unfinished session stands first with its phase, its worst alarm and what is due")
    func unfinishedFirst() throws {
        var robot = try Robot.infusing()
        robot.enter("190/112")
        var next = try Robot()
        next.moment = robot.moment
        next.stored = robot.stored
        let open = try listed(robot, isOver: false)
        let ended = try listed(robot, isOver: true, label: "ZZ")
        next.send(.sessionsListed([ended, open]))
        let lines = next.screen.split(separator: "\n")
        #expect(lines[1].contains("> UNFINISHED AB, born 1980"))
        #expect(lines[2].contains("administering"))
        #expect(lines[2].contains("190/112"))
        #expect(lines[3].contains("ended"))
    }

    @Test(
        "how old the last entry is and the worst alarm stand whole at 80 columns, however long the names",
        arguments: ["AB", "a label of some forty letters, as wards do"])
    func narrow(label: String) throws {
        var robot = try Robot.infusing()
        robot.enter("190/112")
        robot.wait(minutes: 3)
        var next = try Robot()
        (next.moment, next.stored) = (robot.moment, robot.stored)
        next.size = Size(columns: 80, rows: 24)
        next.send(.resized(next.size))
        next.send(.sessionsListed([try listed(robot, isOver: false, label: label)]))
        let lines = next.screen.split(separator: "\n")
        #expect(
            lines[1].contains("UNFINISHED \(label.prefix(2))") && lines[1].contains("last entry 3 min ago"))
        #expect(lines[1].contains("born 1980"))
        #expect(lines[2].contains("!! BP 190/112") && lines[2].contains("recheck BP in 0 s"))
    }

    @Test("continuing shows label and birth year and asks for a yes")
    func resume() throws {
        var robot = try Robot.opened()
        robot.enter("122/78")
        var next = try Robot()
        (next.moment, next.stored) = (robot.moment, robot.stored)
        next.wait(minutes: 7)
        next.send(.sessionsListed([try listed(robot, isOver: false)]))
        next.type("<Enter>")
        #expect(next.sees("Continue AB, born 1980"))
        next.type("n")
        #expect(!next.sees("LIVE AB"))
        next.type("y")
        #expect(next.sees("122/78"))
        #expect(next.kinds.last == "consoleResumed")
        guard case .consoleResumed(let resumed) = next.stored.last?.body else {
            Issue.record("no gap was filed")
            return
        }
        #expect(resumed.gapMilliseconds == 7 * 60_000)
    }

    @Test(
        "the gap begins with the last sign of life of the console that crashed, never before the last entry")
    func gapSinceSign() throws {
        for (signMinutes, gap) in [(5, 2), (9, 7), (-3, 7)] as [(Int64, Int64)] {
            var robot = try Robot.opened()
            robot.enter("122/78")
            let entered = robot.moment.wall
            robot.wait(minutes: 7)
            var next = try Robot()
            (next.moment, next.stored) = (robot.moment, robot.stored)
            next.load(lastSign: entered.advanced(byMilliseconds: signMinutes * 60_000))
            guard case .consoleResumed(let resumed)? = next.stored.last?.body else {
                Issue.record("no gap was filed")
                continue
            }
            #expect(
                resumed.gapMilliseconds == gap * 60_000, "sign of life \(signMinutes) min after the entry")
        }
    }

    @Test("an ended session opens as RECORD: corrections alone")
    func record() throws {
        var robot = try Robot.opened()
        robot.enter("122/78")
        robot.type("wcpatient changed his mind<Enter>")
        robot.load()
        #expect(robot.sees("RECORD"))
        let before = robot.stored.count
        robot.type("9")
        #expect(robot.sees("the session has ended"))
        robot.type("nhello<Enter><Esc>")
        #expect(robot.stored.count == before)
        robot.load()
        robot.type("c<Up><Enter>124/78<Enter>t")
        #expect(robot.kinds.last == "amended")
    }

    @Test("a session that another console writes is watched")
    func watching() throws {
        var robot = try Robot.opened()
        let before = robot.stored.count
        robot.load(writtenBy: "bay-2, process 4711")
        #expect(robot.sees("WATCHING"))
        robot.type("122/78<Enter>nx<Enter>")
        #expect(robot.stored.count == before)
        #expect(robot.sees("bay-2"))
    }

    @Test("leaving asks once, and the session runs on")
    func leave() throws {
        var robot = try Robot.opened()
        robot.type("q")
        #expect(robot.sees("stays running"))
        #expect(!robot.hasQuit)
        robot.type("<Esc>")
        robot.type("qq")
        #expect(robot.hasQuit)
        #expect(robot.kinds.last == "consoleClosed")
    }

    @Test("a record that is damaged says so in the list, in place of where it stands")
    func damagedListed() throws {
        var robot = try Robot.opened()
        robot.enter("190/112")
        var next = try Robot()
        next.moment = robot.moment
        var entry = try listed(robot, isOver: false)
        entry.damage = "fact 3 is not what was written"
        next.send(.sessionsListed([entry]))
        #expect(next.sees("damaged: fact 3 is not what was written"))
        #expect(!next.sees("BP 190/112"))
    }

    @Test("the list is drawn at every size without a trap")
    func sizes() throws {
        let robot = try Robot.opened()
        var next = try Robot()
        next.send(.sessionsListed([try listed(robot, isOver: false), try listed(robot, isOver: true)]))
        for columns in stride(from: 0, through: 120, by: 7) {
            for rows in 0..<20 {
                next.size = Size(columns: columns, rows: rows)
                #expect(next.surface.overlaps.isEmpty, "\(columns)×\(rows)")
            }
        }
    }
}
