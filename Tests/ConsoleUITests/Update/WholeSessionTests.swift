import Canvas
import ConsoleUI
import SessionCore
import Testing

@Suite("Whole sessions, keyed in")
struct WholeSessionTests {
    /// Every twenty minutes a set that is as it should be, with the effects.
    private func settle(_ robot: inout Robot, times: Int, intensity: Int, every minutes: Int = 15) {
        for _ in 0..<times {
            robot.wait(minutes: minutes)
            robot.enter("122/78 74 98 14 air")
            robot.type("e504\(intensity)00<Enter>")
        }
    }

    /// Two assessments fifteen minutes apart, the way home, the signature.
    private func leave(_ robot: inout Robot, questions: Int, hasForm: Bool = false) {
        for _ in 0..<2 {
            robot.enter("122/78 74 98 14 air")
            robot.type("e504000<Enter>")
            robot.type("wa" + String(repeating: "y", count: questions))
            robot.wait(minutes: 16)
        }
        robot.type("wdfriend<Enter>")
        if hasForm { robot.type("wmyKL, by fax<Enter>") }
        robot.type("wsKim Lee<Enter>r")
    }

    @Test("an infusion from the form to the signature")
    func infusion() throws {
        var robot = try Robot.ready()
        robot.wait(minutes: 1)
        robot.type("ds")
        robot.enter("250 0.21")
        robot.enter("")
        robot.wait(minutes: 10)
        robot.enter("132/84 78 98 14")
        robot.type("nfeels floaty<Enter>")
        robot.wait(minutes: 10)
        robot.enter("136/86 80 97 14")
        robot.type("e314620<Enter>")
        robot.wait(minutes: 10)
        robot.enter("138/86 80 97 14")
        robot.wait(minutes: 10)
        robot.enter("138/86 80 97 14")
        robot.type("de")
        settle(&robot, times: 5, intensity: 0)
        leave(&robot, questions: 7)
        #expect(try robot.picture().phase == .closed)
    }

    @Test("an injection with a supplement")
    func injection() throws {
        var robot = try Robot.ready(.injection)
        robot.type("ds")
        robot.enter("35")
        robot.enter("left deltoid")
        settle(&robot, times: 4, intensity: 0, every: 5)
        settle(&robot, times: 7, intensity: 0)
        leave(&robot, questions: 6)
        #expect(try robot.picture().phase == .closed)
    }

    @Test("sprays of racemic ketamine with the rest between them")
    func sprays() throws {
        var robot = try Robot.ready(.nasalRacemic, dose: "50")
        robot.type("ds")
        robot.enter("25")
        robot.wait(minutes: 6)
        robot.type("dn")
        robot.enter("25")
        settle(&robot, times: 1, intensity: 0, every: 14)
        settle(&robot, times: 1, intensity: 0, every: 20)
        settle(&robot, times: 7, intensity: 0)
        leave(&robot, questions: 6)
        #expect(try robot.picture().phase == .closed)
    }

    @Test("two devices of esketamine")
    func devices() throws {
        var robot = try Robot.ready(.esketamine, dose: "56")
        robot.type("ds")
        robot.enter("28")
        robot.wait(minutes: 2)
        robot.type("dn")
        robot.enter("28")
        robot.type("<Esc>")
        robot.wait(minutes: 3)
        robot.type("dn")
        robot.enter("28")
        settle(&robot, times: 9, intensity: 0)
        leave(&robot, questions: 6, hasForm: true)
        #expect(try robot.picture().phase == .closed)
    }
}
