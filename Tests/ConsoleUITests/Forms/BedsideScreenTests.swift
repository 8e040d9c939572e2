import Canvas
import ConsoleUI
import SessionCore
import Testing

@Suite("What the screen says while somebody is treated")
struct BedsideScreenTests {
    @Test("a reading typed over a list of choices is a reading", arguments: ["x", "w", "c", "d", "s"])
    func readingOverChoices(list: String) throws {
        var robot = try Robot.infusing()
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
        var robot = try Robot.infusing()
        robot.enter("186/112 90")
        robot.type("a1")
        #expect(robot.kinds.last == "alarmAcknowledged")
    }

    @Test("a pressure from before a checkpoint that could not be done has no level now")
    func unknownSince() throws {
        var robot = try Robot.infusing()
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
        var robot = try Robot.infusing()
        robot.type("sssd")
        robot.wait(minutes: 1)
        #expect(robot.sees("! fainting") && robot.sees("dizziness") && !robot.sees("! dizziness"))
    }

    @Test(
        "however long an alarm's sentence is, it says that nobody has acknowledged it", arguments: [80, 120])
    func longSentence(columns: Int) throws {
        var robot = try Robot.infusing()
        robot.size = Size(columns: columns, rows: columns / 3)
        robot.type("sf")
        #expect(robot.sees("weakness, numbness") && robot.sees("NOT ACKNOWLEDGED"))
        #expect(robot.sees("symptoms"))
    }

    @Test("of what cannot be a pressure nothing is computed")
    func noMean() throws {
        var robot = try Robot.infusing()
        robot.type("130/844")
        #expect(robot.sees("130/844, not judged") && !robot.sees("mean"))
    }

    @Test("what speaks against resuming is said before it is done, by the rule that files it")
    func objections() throws {
        var robot = try Robot.infusing()
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
        var robot = try Robot.infusing()
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

    @Test(
        "a label typed without a digit before it files what it says and nothing else",
        arguments: ["spo2 91 air", "etco2 38", "hr 78", "ori4", "dis2"])
    func labels(line: String) throws {
        var robot = try Robot.infusing()
        let before = robot.stored.count
        robot.enter(line)
        #expect(robot.stored.count == before + 1)
        #expect(robot.kinds.last == "reading", "\(line): \(robot.kinds.last ?? "")")
    }

    @Test("T0 is when the rate was typed, not when the last question was answered minutes later")
    func startTime() throws {
        var robot = try Robot.ready()
        robot.type("ds250 0.21<Enter>")
        let typed = robot.moment.wall
        robot.wait(minutes: 6)
        robot.type("<Enter>")
        #expect(robot.kinds.last == "administrationStarted")
        #expect(robot.stored.last?.measured == typed)
        #expect(robot.sees("T0+0:06:00"))
    }

    @Test(
        "in a crisis the drug is to be stopped until it is, overdue or not; before any drug none is started")
    func crisisAction() throws {
        var robot = try Robot.infusing()
        robot.enter("204/110 95 96 12 air")
        robot.wait(minutes: 3)
        #expect(robot.sees("stop the drug, prescriber to bedside, measure now"))
        var before = try Robot.opened()
        before.enter("120/76 72 88 14 air")
        #expect(before.sees("do not start the drug") && !before.sees("stop the drug"))
        robot.type("dxp")
        #expect(robot.sees("prescriber to bedside, measure now") && !robot.sees("stop the drug"))
    }

    @Test(
        "a red flag asks for a pressure and for the prescriber; once help is called no checkpoint is asked for"
    )
    func redFlag() throws {
        var robot = try Robot.infusing()
        robot.type("sc")
        #expect(robot.sees("recheck BP: chest pain") && robot.sees("notify prescriber"))
        robot.enter("128/80 78 97 14")
        #expect(robot.sees("recheck BP: chest pain in 2:00"))
        robot.type("xn")
        #expect(!robot.sees("notify prescriber"))
        #expect(robot.sees("T0+20"))
        robot.type("xe<Enter>")
        robot.wait(minutes: 14)
        let due = try robot.picture().due
        #expect(!due.contains { if case .checkpoint = $0.kind { true } else { false } })
        #expect(try !robot.picture().alarms.contains { $0.key.parameter == .checkpoint })
    }

    @Test("who was told of level 1 has not been told of level 2")
    func toldOfLevelOne() throws {
        var robot = try Robot.infusing()
        robot.enter("156/88 78 97 14")
        robot.type("xn")
        robot.wait(minutes: 3)
        #expect(try robot.picture().alarms.first?.level == .watch)
        robot.enter("184/98")
        robot.wait(minutes: 3)
        robot.enter("185/98")
        #expect(robot.sees("notify prescriber"))
        robot.type("xn")
        #expect(!robot.sees("notify prescriber"))
    }

    @Test("effects that a checkpoint asks for are due until they are observed")
    func effectsOwed() throws {
        var robot = try Robot.infusing()
        robot.wait(minutes: 10)
        robot.enter("134/84 78 97 14 moaa5")
        #expect(robot.sees("effects of T0+20"))
        robot.type("e504200<Enter>")
        #expect(!robot.sees("effects of T0+20"))
    }

    @Test("oxygen that was given leaves the gas unknown until it is typed")
    func oxygen() throws {
        var robot = try Robot.infusing()
        robot.enter("132/84 78 97 14 air")
        #expect(try robot.picture().gas == .air)
        robot.type("xo2 L<Enter>")
        #expect(try robot.picture().gas == nil)
        robot.enter("133/84 78 96 14 ox")
        #expect(try robot.picture().gas == .oxygen)
    }

    @Test(
        "a wrong weight, target or name is corrected with a reason, and everything counts from the right one")
    func openingCorrected() throws {
        var robot = try Robot.infusing()
        robot.enter("128/80 78 90 14 air")
        #expect(try robot.picture().alarms.contains { $0.key.parameter == .oxygenSaturation })
        robot.type("c<Home><Enter>o88 92<Enter>t")
        #expect(robot.kinds.last == "amended")
        #expect(try robot.picture().plan.saturationTarget?.lower == 88)
        #expect(try !robot.picture().alarms.contains { $0.key.parameter == .oxygenSaturation })
        robot.type("c<Home><Enter>w999<Enter>")
        #expect(robot.sees("A weight lies between"))
        robot.type("<C-u>much<Enter>")
        #expect(robot.sees("type a number"))
    }

    @Test("an infusion whose end nobody recorded has given no more than was planned")
    func endNotRecorded() throws {
        var robot = try Robot.infusing()
        robot.wait(minutes: 120)
        #expect(robot.sees("35 of 35 mg  END NOT RECORDED"))
    }

    @Test("every value that a correction replaced stays readable, and entries are named and not numbered")
    func readable() throws {
        var robot = try Robot.infusing()
        robot.enter("213/84 78 98 14")
        robot.type("<Esc>c<Enter>123/84<Enter>d")
        robot.type("c<Enter>132/84<Enter>t")
        robot.wait(minutes: 1)
        #expect(robot.sees("213/84") && robot.sees("123/84") && robot.sees("132/84"))
        robot.type("sc")
        robot.type("a1s1")
        let texts = try robot.picture().timeline.map(\.text)
        #expect(
            texts.contains("alarm acknowledged: chest pain") || texts.contains("resolved: chest pain"),
            "\(texts)")
    }

    @Test("until the effects have subsided it says by when they are expected to")
    func expectedToSubside() throws {
        var robot = try Robot.infusing()
        robot.type("e500500")
        robot.type("<Enter>")
        #expect(robot.sees("expected to subside by"))
    }
}
