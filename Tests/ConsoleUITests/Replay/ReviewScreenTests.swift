import Canvas
import Review
import SessionCore
import Testing

@testable import ConsoleUI

@Suite("The review in the replay")
struct ReviewScreenTests {
    /// A crisis that was acknowledged, a correction, and a checkpoint that was late.
    private func replaying(isKept: Bool = true) throws -> Robot {
        var robot = try Robot.infusing()
        robot.enter("186/112 98 97 16")
        robot.wait(minutes: 2)
        robot.type("a1")
        robot.wait(minutes: 8)
        robot.enter("150/92 86 97 14")
        robot.send(
            .recordLoaded(RecordedSession(try ReplayCursor(robot.stored), isKept: isKept)))
        return robot
    }

    private func expectSeen(_ text: String, _ robot: Robot) {
        if !robot.sees(text) { Issue.record("\(text) is not on\n\(robot.screen)") }
    }

    @Test("raw facts come first, then counts; not applicable is in words and never a zero")
    func order() throws {
        let robot = try replaying()
        let rows = try #require(robot.model.rows(of: .review)).map(\.text)
        let happened = try #require(rows.firstIndex(of: "What happened"))
        let counts = try #require(rows.firstIndex(of: "Counts"))
        #expect(happened < counts)
        #expect(rows[counts...].contains { $0.contains("digit preference") && $0.contains("not applicable") })
        #expect(!rows[counts...].contains { $0.contains("0 not applicable") || $0.contains(" 0 of 0") })
        #expect(rows[counts...].contains { $0.contains("corrections") && $0.hasSuffix("none") })
    }

    @Test("a line of the review leads to its fact, at the instant at which it was entered, in both views")
    func goTo() throws {
        for view in ["", "v"] {
            var robot = try replaying()
            robot.type(view + "m")
            expectSeen("Review, as corrected now", robot)
            robot.type("acknowledge BP high<Enter>")
            #expect(robot.model.stack.isEmpty)
            expectSeen("fact 1 of 2: #", robot)
            expectSeen("T0+0:10:00", robot)
            #expect(robot.model.replay?.selected != nil)
            robot.type("<Enter>")
            expectSeen("fact 2 of 2: #", robot)
            expectSeen("T0+0:12:00", robot)
            robot.type("<Enter>")
            expectSeen("fact 1 of 2: #", robot)
            robot.type("<Backspace>")
            expectSeen("fact 2 of 2: #", robot)
            robot.type("<Left>")
            #expect(robot.model.replay?.selected == nil, "nobody points at a fact that was left")
        }
    }

    @Test("a heading leads nowhere and says so, and Enter without a review says what to do first")
    func nowhere() throws {
        var robot = try replaying()
        robot.type("<Enter>")
        expectSeen("choose a line of the review first", robot)
        robot.type("m<Home><Enter>")
        expectSeen("nothing stands behind this line", robot)
        robot.type("<Esc>")
        #expect(robot.model.stack.isEmpty)
    }

    @Test("a count leads through every fact that was counted")
    func counts() throws {
        var robot = try replaying()
        robot.type("mdigit preference<Enter>")
        expectSeen("fact 1 of 4: #", robot)
    }

    @Test("a comment is signed once, kept beside the record, marked on the bar, listed and gone to")
    func comments() throws {
        var robot = try replaying()
        let stored = robot.stored
        robot.type("gT0+10<Enter>wMK<Enter>asked late<Enter>")
        #expect(robot.comments.map(\.text) == ["asked late"])
        #expect(robot.comments.first?.author == "MK")
        robot.type("gT0+15<Enter>wpaused too long<Enter>")
        #expect(robot.comments.map(\.author) == ["MK", "MK"], "the initials are asked once")
        #expect(robot.stored == stored, "nothing was written into the session")
        robot.type("<Home>")
        #expect(robot.screen.split(separator: "\n").last?.contains(GlyphSet.unicode.marks.diamond) == true)
        robot.type("l")
        expectSeen("Comments, kept beside the record", robot)
        robot.type("asked<Enter>")
        expectSeen("T0+0:10:00", robot)
        expectSeen("asked late", robot)
    }

    @Test("a comment that is closed or cannot be kept is not lost")
    func unfinished() throws {
        var robot = try replaying()
        robot.type("wMK<Enter>asked la<Esc>")
        #expect(robot.comments.isEmpty)
        robot.type("w")
        expectSeen("asked la", robot)
        robot.journal = .failing("the disk is full")
        robot.type("te<Enter>")
        expectSeen("the disk is full", robot)
        robot.journal = .atOnce
        robot.type("w<Enter>")
        #expect(robot.comments.map(\.text) == ["asked late"])
    }

    @Test("beside a file nothing is kept, and the key says why")
    func file() throws {
        var robot = try replaying(isKept: false)
        robot.type("w")
        expectSeen("this is a file", robot)
        #expect(robot.model.stack.isEmpty)
        robot.type("m")
        expectSeen("Review, as corrected now", robot)
    }

    @Test("the lists cover no other part, and the chosen line is in sight, at every size")
    func sizes() throws {
        for keys in ["m<Down><Down><Down>", "m<End>", "wMK<Enter>x<Enter>l", "wMK<Enter>asked"] {
            var robot = try replaying()
            robot.type(keys)
            for columns in stride(from: 0, through: 200, by: 7) {
                for rows in stride(from: 0, through: 60, by: 3) {
                    var surface = Surface(Size(columns: columns, rows: rows))
                    _ = view(robot.model, at: robot.moment, into: &surface)
                    if !surface.overlaps.isEmpty {
                        Issue.record("\(keys) \(columns)×\(rows): \(surface.overlaps)")
                        return
                    }
                }
            }
            guard case .list(let list)? = robot.model.stack.last, let chosen = list.chosen else { continue }
            for size in [(120, 40), (80, 24), (40, 12)] {
                robot.size = Size(columns: size.0, rows: size.1)
                let words = chosen.text.split(separator: "  ").first.map { String($0).stripped } ?? ""
                expectSeen(words, robot)
            }
        }
    }

    @Test("from the list of sessions and from an ended or watched session one key opens the review")
    func findable() throws {
        var robot = try replaying()
        robot.type("q")
        let session = try robot.folded()
        robot.send(
            .sessionsListed([
                HomeSession(
                    id: session.id, patientLabel: "AB", birthYear: 1980, route: .infusion,
                    opened: Robot.morning, lastEntered: Robot.morning, isOver: false, session: session)
            ]))
        expectSeen("m review", robot)
        robot.type("m")
        robot.send(
            .recordLoaded(RecordedSession(try ReplayCursor(robot.stored), isKept: true)))
        expectSeen("Review, as corrected now", robot)
        robot.type("<Esc>q")
        robot.load(writtenBy: "another console")
        expectSeen("M review", robot)
        robot.type("M")
        expectSeen("Review, as corrected now", robot)
        robot.type("<Esc>")
        expectSeen("m review", robot)
    }
}
