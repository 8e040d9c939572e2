import Canvas
import SessionCore
import Simulation
import Testing

@testable import ConsoleUI

@Suite("A cat on the keyboard")
struct MasherTests {
    private static let letters: [Key] = Array("0123456789/ .,-@:?abcdefghijklmnopqrstuvwxyzANPG").map(
        Key.character)
    private static let others: [Key] = [
        .enter, .enter, .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right,
        .home,
        .end, .pageUp, .pageDown, .control("c"), .control("u"), .control("p"), .function(1), .function(2),
        .unknown,
    ]

    @Test(
        "ten thousand random keys never trap, lose no text that Esc closed, and file nothing that cannot be measured",
        arguments: [UInt64(1), 2])
    func mash(seed: UInt64) throws {
        var dice = SeededChance(seed: seed)
        var robot = try fresh(seed)
        var (closed, measured) = (0, 0)
        for step in 0..<10_000 {
            let isOther = dice.next() % 5 == 0
            let key = (isOther ? Self.others : Self.letters).randomElement(using: &dice) ?? .unknown
            let closing = key == .escape ? robot.model.stack.last?.typedText ?? "" : ""
            robot.send(.key(key))
            if !closing.isEmpty {
                closed += 1
                #expect(robot.model.bedside?.aside.contains(closing) == true, "seed \(seed)")
            }
            if step % 40 == 0 { robot.wait(seconds: Int(dice.next() % 20)) }
            if step % 97 == 0 {
                robot.size = Size(columns: Int(dice.next() % 160), rows: Int(dice.next() % 50))
                _ = robot.screen
            }
            let isOver = robot.model.picture?.phase.isOver ?? true
            guard robot.model.stage != .bedside || robot.hasQuit || isOver || robot.stored.count > 150 else {
                continue
            }
            measured += try expectMeasurable(robot, seed)
            robot = try fresh(dice.next())
        }
        measured += try expectMeasurable(robot, seed)
        #expect(closed > 10 && measured > 0, "\(closed) closed texts and \(measured) readings are few")
        print("key masher, seed \(seed)")
    }

    private func fresh(_ number: UInt64) throws -> Robot {
        var robot = try Robot()
        let routes: [(Route, String)] = [
            (.infusion, "35"), (.injection, "35"), (.esketamine, "56"), (.nasalRacemic, "50"),
        ]
        let (route, dose) = routes[Int(number % 4)]
        robot.open(route, dose: dose)
        if number % 8 < 4 { robot.takeBaseline() }
        return robot
    }

    /// Whatever was filed can be a measurement, and the record folds anew to the same phase.
    /// - Returns: how many readings were filed.
    private func expectMeasurable(_ robot: Robot, _ seed: UInt64) throws -> Int {
        let session = try robot.folded()
        let rules = Plausibility(rules: session.careProtocol.entry)
        var readings = 0
        for case .reading(let reading) in robot.stored.map(\.body) {
            readings += 1
            let report = rules.check(reading.values, at: SessionTime(milliseconds: 0))
            #expect(report.refused.isEmpty, "seed \(seed)")
        }
        if robot.model.stage == .bedside {
            #expect(
                session.picture(at: robot.moment).phase
                    == robot.model.bedside?.session.picture(at: robot.moment).phase)
        }
        return readings
    }
}
