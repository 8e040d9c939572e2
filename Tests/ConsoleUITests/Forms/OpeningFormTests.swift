import Canvas
import ConsoleUI
import SessionCore
import Testing

@Suite("The form of a new session")
struct OpeningFormTests {
    @Test("starts empty, names the field that is wrong and what would be right")
    func wrongFields() throws {
        var robot = try Robot()
        robot.type("n")
        robot.enter("")
        #expect(robot.sees("the patient needs a label"))
        robot.enter("AB")
        robot.enter("80")
        #expect(robot.sees("a birth year is 1902 to 2026"))
        robot.type("<C-u>")
        robot.enter("1980")
        robot.enter("700")
        #expect(robot.sees("a weight is 25 to 300 kg"))
    }

    @Test("shows the dose in mg and mg/kg as it is typed")
    func liveDose() throws {
        var robot = try filled(upTo: "dose")
        robot.type("35")
        #expect(robot.sees("0.50 mg/kg"))
        robot.type("<C-u>0.4 mg/kg")
        #expect(robot.sees("28.0 mg is 0.40 mg/kg"))
    }

    @Test("a dose outside the range is typed twice")
    func doseTwice() throws {
        var robot = try filled(upTo: "dose")
        robot.enter("90")
        #expect(robot.sees("dose once more"))
        robot.enter("80")
        #expect(robot.sees("type the same dose again"))
        robot.enter("<C-u>90")
        #expect(robot.sees("▸ planned minutes"))
    }

    @Test("a dose far outside the range takes a reason too")
    func doseReason() throws {
        var robot = try filled(upTo: "dose")
        robot.enter("150")
        robot.enter("150")
        robot.enter("")
        #expect(robot.sees("takes a reason"))
        robot.enter("ordered by Dr X")
        finish(&robot)
        guard case .sessionOpened(let opened) = robot.stored.first?.body else {
            Issue.record("no session")
            return
        }
        #expect(opened.doseReason == "ordered by Dr X")
    }

    @Test("unknown counts as yes: intensive observation is proposed with its reason")
    func unknownCountsAsYes() throws {
        var robot = try filled(upTo: "dose")
        robot.enter("35")
        robot.enter("40")
        for _ in 0..<4 { robot.enter("") }
        #expect(robot.sees("proposed: intensive"))
        #expect(robot.sees("not known whether first session"))
        robot.enter("")
        robot.enter("KL")
        #expect(try robot.picture().profile == .intensive)
    }

    @Test("what is typed is kept once a second, and forgotten when the session is open")
    func draft() throws {
        var robot = try filled(upTo: "dose")
        robot.wait(seconds: 1)
        #expect(robot.formDraft.contains("label AB\n"))
        var next = try Robot(formDraft: robot.formDraft)
        #expect(next.sees("n offers it"))
        next.type("ng<Enter>")
        next.enter("35")
        finish(&next)
        #expect(next.kinds == ["sessionOpened"])
        #expect(next.formDraft.isEmpty)
        var other = try Robot(formDraft: robot.formDraft)
        other.type("ne")
        #expect(!other.sees("AB"))
        #expect(other.formDraft.isEmpty)
    }

    @Test("a form that is left keeps what was typed, and one that the disk refuses does too")
    func keepsText() throws {
        var robot = try filled(upTo: "dose")
        robot.type("3<Esc>")
        robot.type("n")
        #expect(robot.sees("AB"))
        robot.journal = .failing("the disk is full")
        robot.enter("5")
        finish(&robot)
        #expect(robot.sees("the session could not be saved: the disk is full"))
        robot.journal = .atOnce
        robot.type("<Enter>")
        #expect(robot.kinds == ["sessionOpened"])
    }

    @Test("keys that are pressed while the session is being created belong to it")
    func typeAhead() throws {
        var robot = try filled(upTo: "dose")
        robot.journal = .never
        robot.enter("35")
        finish(&robot)
        robot.enter("122/78")
        robot.journal = .atOnce
        robot.answer()
        #expect(robot.kinds == ["sessionOpened", "reading"])
    }

    @Test("works at every size without a trap")
    func sizes() throws {
        var robot = try filled(upTo: "dose")
        for columns in stride(from: 0, through: 120, by: 7) {
            for rows in 0..<30 {
                robot.size = Size(columns: columns, rows: rows)
                #expect(robot.surface.overlaps.isEmpty, "\(columns)×\(rows)")
            }
        }
    }

    @Test("a letter that is none of the choices leaves them on the screen, beside their field")
    func wrongLetter() throws {
        for size in [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)] {
            var robot = try filled(upTo: "dose")
            robot.size = size
            robot.type("<Up><Backspace>")
            robot.enter("")
            #expect(robot.sees("choose one of these"))
            robot.type("x")
            let lines = robot.screen.split(separator: "\n", omittingEmptySubsequences: false)
            let field = try #require(lines.firstIndex { $0.hasPrefix("▸ route") })
            #expect(lines[field + 1].contains("x is none of these"))
            #expect(lines[field + 2].contains("i IV infusion   m IM injection"))
        }
    }

    @Test("the route may be typed out: iv and im", arguments: ["i", "v", "iv", "IV"])
    func routeInWords(typed: String) throws {
        var robot = try filled(upTo: "dose")
        robot.type("<Up><Backspace>")
        robot.enter(typed)
        #expect(robot.sees("IV infusion"))
        robot.type("<Up><Backspace>im<Enter>")
        #expect(robot.sees("IM injection"))
    }

    @Test("the reasons for the proposed profile are read whole, and passing over it takes what is proposed")
    func profileReasons() throws {
        var robot = try filled(upTo: "dose")
        robot.size = Size(columns: 80, rows: 24)
        robot.enter("35")
        robot.enter("40")
        for _ in 0..<4 { robot.enter("") }
        let words = robot.screen.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        #expect(words.contains("not known whether first session; not known whether stimulant or MAO"))
        #expect(words.contains("not known whether an earlier session peaked at 160/100 or more"))
        robot.type("<Tab>")
        robot.enter("KL")
        #expect(try robot.picture().profile == .intensive)
    }

    @Test("a birth year is answered with the age, so that a wrong one is seen")
    func ageIsShown() throws {
        var robot = try Robot()
        robot.type("nAB<Enter>1908")
        #expect(robot.sees("117 or 118 years old"))
    }

    @Test("what Ctrl-C and a paste in the form are answered with is seen in the form")
    func formNotices() throws {
        var robot = try filled(upTo: "dose")
        robot.type("<C-c>")
        #expect(robot.sees("Esc goes back to the list"))
        robot.type("<Up>")
        robot.send(.pasted("i"))
        #expect(robot.sees("nothing was pasted: this field takes one letter"))
    }

    private func filled(upTo field: String) throws -> Robot {
        var robot = try Robot()
        robot.type("n")
        robot.enter("AB")
        robot.enter("1980")
        robot.enter("70")
        robot.enter("f")
        robot.enter("n")
        robot.enter("i")
        return robot
    }

    private func finish(_ robot: inout Robot) {
        robot.enter("40")
        for _ in 0..<3 { robot.enter("n") }
        robot.enter("")
        robot.enter("")
        robot.enter("KL")
    }
}
