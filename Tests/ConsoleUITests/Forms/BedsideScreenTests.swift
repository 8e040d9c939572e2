import Canvas
import ConsoleUI
import SessionCore
import Testing

@Suite("What the screen says while somebody is treated")
struct BedsideScreenTests {
    private func running() throws -> Robot {
        var robot = try Robot()
        robot.open(.infusion, dose: "35")
        robot.takeBaseline()
        robot.type("ds250 0.21<Enter><Enter>")
        robot.wait(minutes: 10)
        return robot
    }

    @Test("a reading typed over a list of choices is a reading", arguments: ["x", "w", "c", "d", "s"])
    func readingOverChoices(list: String) throws {
        var robot = try running()
        robot.enter("130/80 72")
        robot.type(list)
        robot.enter("132/84 78 98 14")
        guard case .reading(let reading)? = robot.stored.last?.body else {
            Issue.record("\(robot.kinds.last ?? "nothing") was filed")
            return
        }
        #expect(reading.values.pressure == BloodPressure(systolic: 132, diastolic: 84))
    }

    @Test("in a list whose choices are numbers a digit is a choice")
    func numbersChoose() throws {
        var robot = try running()
        robot.enter("186/112 90")
        robot.type("a1")
        #expect(robot.kinds.last == "alarmAcknowledged")
    }

    @Test("a pressure from before a checkpoint that could not be done has no level now")
    func unknownSince() throws {
        var robot = try running()
        robot.enter("130/80 72 98 14")
        #expect(robot.sees("130/80 normal"))
        robot.wait(minutes: 10)
        robot.type("o1c")
        #expect(robot.kinds.last == "couldNotMeasure")
        #expect(robot.sees("130/80 level unknown"))
        #expect(!robot.sees("130/80 normal"))
        robot.wait(minutes: 5)
        robot.enter("128/80")
        #expect(robot.sees("128/80 normal"))
    }

    @Test("fainting stands out among the entries, and dizziness does not")
    func faintingIsMarked() throws {
        var robot = try running()
        robot.type("sssd")
        robot.wait(minutes: 1)
        #expect(robot.sees("! fainting") && robot.sees("dizziness") && !robot.sees("! dizziness"))
    }

    @Test(
        "however long an alarm's sentence is, it says that nobody has acknowledged it", arguments: [80, 120])
    func longSentence(columns: Int) throws {
        var robot = try running()
        robot.size = Size(columns: columns, rows: columns / 3)
        robot.type("sf")
        #expect(robot.sees("weakness, numbness") && robot.sees("NOT ACKNOWLEDGED"))
        #expect(robot.sees("symptoms"))
    }

    @Test("of what cannot be a pressure nothing is computed")
    func noMean() throws {
        var robot = try running()
        robot.type("130/844")
        #expect(robot.sees("130/844, not judged") && !robot.sees("mean"))
    }

    @Test("what speaks against resuming is said before it is done, by the rule that files it")
    func objections() throws {
        var robot = try running()
        robot.enter("130/80 72 98 14")
        robot.type("dpdscdu<Enter>")
        #expect(robot.sees("resumed while its cause stands: chest pain"))
        robot.type("prescriber has seen it<Enter>")
        #expect(robot.kinds.last == "infusionResumed")
        let filed = try robot.picture().timeline.entry(sequence: robot.stored.count)
        #expect(filed?.deviation == "resumed while its cause stands: chest pain (prescriber has seen it)")
    }

    @Test("a pressure that has been confirmed at level 2 for 15 minutes is called sustained, and not before")
    func sustained() throws {
        var robot = try running()
        robot.enter("184/104")
        robot.wait(minutes: 3)
        robot.enter("182/104")
        for _ in 0..<4 {
            robot.wait(minutes: 3)
            robot.enter("176/100")
            robot.enter("182/104")
        }
        robot.wait(minutes: 2)
        #expect(!robot.sees("sustained"))
        robot.wait(minutes: 1)
        #expect(robot.sees("sustained 15m"))
    }

    @Test("until the effects have subsided it says by when they are expected to")
    func expectedToSubside() throws {
        var robot = try running()
        robot.type("e500500")
        robot.type("<Enter>")
        #expect(robot.sees("expected to subside by"))
    }
}
