import Canvas
import Review
import SessionCore
import Simulation
import Testing

@testable import ConsoleUI

@Suite("The replay screen")
struct ReplayScreenTests {
    /// Half an hour of an infusion with a crisis, a note and a correction.
    private func bedside(mode: SessionMode = .live) throws -> Robot {
        var robot = try Robot.infusing(mode: mode)
        robot.enter("186/112 98 97 16")
        robot.wait(minutes: 2)
        robot.type("a1")
        robot.type("nfeels floaty<Enter>")
        robot.wait(minutes: 8)
        robot.enter("150/92 86 97 14")
        return robot
    }

    /// The same session in replay, at its end, as another reviewer sees it.
    private func replaying(_ robot: Robot, runsOn: Bool = false) throws -> Robot {
        var other = robot
        var cursor = try ReplayCursor(robot.stored)
        cursor.seekToEnd()
        other.send(.recordLoaded(RecordedSession(cursor, runsOn: runsOn, isKept: true)))
        return other
    }

    /// The whole screen says why when it is not there.
    private func expectSeen(_ text: String, _ robot: Robot) {
        if !robot.sees(text) { Issue.record("\(text) is not on\n\(robot.screen)") }
    }

    @Test("the corner says REPLAY, in a shape of its own, and REPLAY OF PRACTICE for a practice session")
    func corner() throws {
        #expect(try replaying(bedside()).screen.hasPrefix("{REPLAY}"))
        #expect(try replaying(bedside(mode: .practice)).screen.hasPrefix("{REPLAY OF PRACTICE}"))
    }

    @Test("Esc too many does not leave the replay; q does")
    func escapeStays() throws {
        var robot = try replaying(bedside())
        robot.type("<Esc><Esc>")
        #expect(robot.model.stage == .replay)
        robot.type("q")
        #expect(robot.model.stage == .home)
    }

    @Test(
        "both clocks stand on the screen while it plays fast, at 80 columns too, and the keys clear of the scrub bar"
    )
    func clocksWhilePlaying() throws {
        var robot = try replaying(bedside())
        robot.size = Size(columns: 80, rows: 24)
        robot.type("<Home>")
        for _ in 0..<12 { robot.type("]") }
        robot.type("<Space>")
        expectSeen("600x", robot)
        expectSeen("now ", robot)
        #expect(robot.screen.split(separator: "\n").last?.contains(/\w─/) == false)
    }

    @Test("a damaged record says what is wrong with it whole, and asks nothing that cannot be answered there")
    func damagedWhole() throws {
        var robot = try bedside()
        let damage =
            "fact 12 of this session does not match its hash: what was entered from there on cannot be trusted"
        robot.load(damage: damage)
        expectSeen("the record is damaged: \(damage)", robot)
        #expect(!robot.sees("y confirms"))
    }

    @Test("no key of any kind files anything, keeps a draft or takes a lock", arguments: [UInt64(3), 4])
    func readOnly(seed: UInt64) throws {
        var dice = SeededChance(seed: seed)
        print("replay masher, seed \(seed)")
        var robot = try replaying(bedside(), runsOn: seed == 4)
        let stored = robot.stored.count
        let letters = Array("0123456789/ .,-@:?[]abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+#").map(
            Key.character)
        let others: [Key] = [
            .enter, .escape, .tab, .backTab, .backspace, .up, .down, .left, .right, .home, .end, .pageUp,
            .pageDown, .control("c"), .control("p"), .function(1), .function(2), .unknown,
        ]
        for step in 0..<4000 {
            let key = (dice.next() % 4 == 0 ? others : letters).randomElement(using: &dice) ?? .unknown
            for effect in update(&robot.model, .key(key), at: robot.moment) {
                switch effect {
                case .append, .openSession, .saveDraft, .loadSession: Issue.record("\(key): \(effect)")
                default: break
                }
            }
            if robot.model.stage != .replay { robot = try replaying(bedside(), runsOn: seed == 4) }
            if step % 50 == 0 {
                robot.wait(seconds: Int(dice.next() % 20))
                robot.size = Size(columns: Int(dice.next() % 160), rows: Int(dice.next() % 50))
                _ = robot.screen
            }
        }
        #expect(robot.stored.count == stored)
    }

    @Test("at every size from 0×0 to 200×60 no part covers another", arguments: [false, true])
    func sizes(runsOn: Bool) throws {
        let robot = try replaying(bedside(), runsOn: runsOn)
        for columns in stride(from: 0, through: 200, by: 3) {
            for rows in stride(from: 0, through: 60, by: 2) {
                var surface = Surface(Size(columns: columns, rows: rows))
                _ = view(robot.model, at: robot.moment, into: &surface)
                if !surface.overlaps.isEmpty {
                    Issue.record("\(columns)×\(rows): \(surface.overlaps)")
                    return
                }
            }
        }
    }

    @Test("step, seek, jump, play and change the view")
    func keys() throws {
        var robot = try replaying(bedside())
        robot.type("<Home>")
        expectSeen("open 0:00:00", robot)
        robot.type("..")
        expectSeen("BP  124/80", robot)
        robot.type("<End>a")
        expectSeen("no alarm after this moment", robot)
        robot.type("A")
        #expect(!robot.sees("no alarm after"))
        robot.type("<Home>gT0+10<Enter>")
        expectSeen("T0+0:10:00", robot)
        expectSeen("BP  186/112", robot)
        robot.type("<Right>")
        expectSeen("T0+0:10:30", robot)
        robot.type("<PageUp>")
        expectSeen("T0+0:05:30", robot)
        robot.type("gnowhere<Enter>")
        expectSeen("is no place to go to", robot)
        robot.type("<Esc>v")
        expectSeen("as corrected now", robot)
        robot.type("v<Home>]]] ")
        robot.wait(seconds: 6)
        expectSeen("playing 10x", robot)
        expectSeen("open 0:01:00", robot)
        robot.type(" 5")
        expectSeen("paused 10x", robot)
    }

    @Test("play stays on the last frame, and play again starts anew")
    func theEnd() throws {
        var robot = try replaying(bedside())
        robot.type("]]]]]]]]] ")
        robot.wait(seconds: 5)
        #expect(robot.sees("at the end 600x"))
        robot.type(" ")
        robot.wait(seconds: 1)
        #expect(robot.sees("600x") && !robot.sees("at the end 600x") || robot.sees("playing"))
    }

    @Test(
        "while a session runs on, its worst alarm of now stays in sight, and what comes is added to the record"
    )
    func live() throws {
        var nurse = try bedside()
        var robot = try replaying(nurse, runsOn: true)
        robot.type("<Home>")
        nurse.enter("214/126 104 96 18")
        let fact = try #require(nurse.stored.last)
        robot.send(.factsArrived([fact]))
        for size in [(120, 40), (80, 24), (60, 12), (40, 12)] {
            robot.size = Size(columns: size.0, rows: size.1)
            #expect(robot.sees("NOW "), "\(size)")
            #expect(robot.sees("!!! BP 214/126"), "\(size)")
        }
        robot.type("<End>")
        robot.size = Size(columns: 120, rows: 40)
        #expect(robot.sees("BP  214/126"))
    }

    @Test("who stands at the end of a session that runs on watches it; who has gone back is not moved")
    func following() throws {
        var nurse = try bedside()
        var robot = try replaying(nurse, runsOn: true)
        robot.type("<End>")
        expectSeen("following", robot)
        func arrive(_ line: String) throws {
            nurse.wait(minutes: 2)
            robot.moment = nurse.moment
            nurse.enter(line)
            robot.send(.factsArrived([try #require(nurse.stored.last)]))
        }
        try arrive("132/84 76")
        expectSeen("BP  132/84", robot)
        robot.wait(minutes: 3)
        expectSeen("3 min ago", robot)
        robot.type("<Left>")
        expectSeen("paused 1x", robot)
        try arrive("128/80 75")
        expectSeen("BP  132/84", robot)
        robot.type("<End>")
        expectSeen("BP  128/80", robot)
    }

    @Test("from the screen of an ended or watched session and back; never from one that this console writes")
    func lookBack() throws {
        var robot = try bedside()
        robot.type("p")
        #expect(robot.sees("this console writes the session"))
        robot.load(writtenBy: "another console on ward-2 (process 7)")
        robot.type("p")
        #expect(robot.screen.hasPrefix("{REPLAY}"))
        robot.type("q")
        #expect(robot.screen.hasPrefix("<WATCHING>"))
    }

    @Test("a screen of the replay is the live one but for the mode corner, the entry line and the key bar")
    func sameAsLive() throws {
        for size in [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)]
        {
            var robot = try bedside()
            robot.wait(seconds: 90)
            robot.size = size
            var live = Surface(size)
            _ = view(robot.model, at: robot.moment, into: &live)
            var cursor = try ReplayCursor(robot.stored)
            let now = try #require(robot.model.picture?.now)
            cursor.reach(now)
            cursor.seek(to: now)
            var film = ReplayFilm(RecordedSession(cursor))
            var replayed = Surface(size)
            film.draw(into: &replayed)
            for row in 0..<size.rows - 2 {
                let from = row == 0 ? 8 : 0
                #expect(
                    Array(live.row(row).dropFirst(from)) == Array(replayed.row(row).dropFirst(from)), "\(row)"
                )
            }
        }
    }
}
