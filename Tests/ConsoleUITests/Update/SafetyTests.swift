import Canvas
import ConsoleUI
import SessionCore
import Testing

@Suite("Nothing is shown before it is kept, and nothing typed is lost")
struct SafetyTests {
    @Test("a line stays in its field and says saving until the disk has it")
    func onDiskBeforeOnScreen() throws {
        var robot = try Robot.infusing()
        robot.journal = .never
        robot.enter("132/84 78 98 14")
        #expect(robot.sees("saving"))
        #expect(robot.sees("132/84 78 98 14"))
        #expect(!robot.sees("BP 132/84"))
        robot.answer()
        #expect(robot.sees("BP 132/84"))
        #expect(!robot.sees("saving…"))
    }

    @Test("typing goes on while the disk is slow, and the second line waits its turn")
    func typingGoesOn() throws {
        var robot = try Robot.infusing()
        robot.journal = .never
        robot.enter("132/84")
        robot.wait(seconds: 20)
        robot.enter("nfloaty")
        robot.type("14")
        #expect(robot.sees("14"))
        #expect(robot.unanswered.count == 1)
        robot.answer()
        robot.answer()
        #expect(robot.kinds.suffix(2) == ["reading", "noteWritten"])
        #expect(robot.stored.last?.sequence == robot.stored.count)
        #expect(robot.sees("▸ 14"))
    }

    @Test("a disk that refuses leaves the text in the field, says why, and alarms until it accepts again")
    func diskRefuses() throws {
        var robot = try Robot.infusing()
        let before = robot.stored.count
        robot.journal = .failing("the disk is full")
        robot.enter("132/84 78")
        #expect(robot.sees("▸ 132/84 78"))
        #expect(robot.sees("not saved: the disk is full"))
        #expect(robot.sees("ENTRIES ARE NOT SAVED"))
        robot.wait(minutes: 1)
        #expect(robot.sees("ENTRIES ARE NOT SAVED"))
        robot.journal = .atOnce
        robot.type("<Enter>")
        #expect(robot.stored.count == before + 1)
        #expect(!robot.sees("ENTRIES ARE NOT SAVED"))
        #expect(robot.sees("BP 132/84"))
    }

    @Test("a refused note and a refused line both come back, each in its place")
    func bothComeBack() throws {
        var robot = try Robot.infusing()
        robot.journal = .never
        robot.enter("nfirst note")
        robot.enter("132/84")
        let token = robot.unanswered[0].token
        robot.send(.commitFailed(token: token, sentence: "no space", mayBeStored: false))
        robot.journal = .atOnce
        robot.type("<Enter><Enter>")
        #expect(robot.kinds.suffix(2).sorted() == ["noteWritten", "reading"])
    }

    @Test("what is typed when the program is told to end becomes the draft and is offered at the next start")
    func draft() throws {
        var robot = try Robot.infusing()
        robot.type("132/8")
        robot.send(.asked(toEnd: "TERM"))
        #expect(robot.drafts == ["132/8"])
        #expect(robot.hasQuit)
        #expect(robot.kinds.last == "consoleClosed")
        let (stored, drafts) = (robot.stored, robot.drafts)
        var next = try Robot()
        (next.stored, next.drafts, next.moment) = (stored, drafts, robot.moment)
        next.wait(minutes: 3)
        next.load()
        #expect(next.sees("132/8"))
        next.type("b")
        #expect(next.sees("▸ 132/8"))
        next.enter("4")
        #expect(next.sees("BP 132/84"))
    }

    @Test("a line that was kept as a draft while the disk was slow is no draft any more once it is filed")
    func slowDisk() throws {
        var robot = try Robot.infusing()
        robot.journal = .never
        robot.enter("132/84")
        robot.wait(seconds: 1)
        #expect(robot.drafts == ["132/84"], "it is neither on the screen nor in the record yet")
        robot.answer()
        robot.wait(seconds: 1)
        #expect(robot.drafts.last == "")
        var next = try Robot()
        (next.stored, next.drafts, next.moment) = (robot.stored, robot.drafts, robot.moment)
        next.wait(minutes: 3)
        next.load()
        #expect(next.sees("BP 132/84") && !next.sees("not filed"))
    }

    @Test(
        "a line that is being typed when the power fails is offered at the next start, and not once it is filed"
    )
    func powerCut() throws {
        var robot = try Robot.infusing()
        robot.type("132/8")
        robot.wait(seconds: 1)
        #expect(robot.drafts == ["132/8"])
        robot.wait(seconds: 1)
        #expect(robot.drafts == ["132/8"])
        robot.enter("4")
        robot.wait(seconds: 1)
        #expect(robot.drafts.isEmpty)
    }

    @Test("Ctrl-C ends nothing and says how to end")
    func controlC() throws {
        var robot = try Robot.infusing()
        robot.type("132<C-c>")
        #expect(robot.sees("w ends the session"))
        #expect(robot.sees("▸ 132"))
        #expect(!robot.hasQuit)
    }

    @Test("Esc puts a text aside and Up brings it back")
    func putAside() throws {
        var robot = try Robot.infusing()
        robot.type("nhalf a thought<Esc>")
        #expect(robot.sees("put aside"))
        robot.type("n<Up>")
        #expect(robot.sees("▸ half a thought"))
        robot.type("<Esc>b")
        #expect(robot.sees("▸ half a thought"))
    }

    @Test("a resize in the middle of a line changes nothing of it")
    func resize() throws {
        var robot = try Robot.infusing()
        robot.type("132/84")
        robot.size = Size(columns: 60, rows: 20)
        robot.send(.resized(robot.size))
        #expect(robot.sees("▸ 132/84"))
    }

    @Test("a paste is one event: whole readings go in and still need Enter, anything else does not")
    func paste() throws {
        var robot = try Robot.infusing()
        let before = robot.stored.count
        robot.send(.pasted("q\nq\ny"))
        #expect(robot.sees("nothing was pasted"))
        #expect(!robot.hasQuit)
        robot.type("1<Backspace>")
        robot.type("<Esc>:reading<Enter>")
        robot.send(.pasted("rm -rf /"))
        #expect(robot.sees("nothing was pasted"))
        robot.send(.pasted("132/84 78"))
        #expect(robot.stored.count == before)
        robot.type("<Enter>")
        #expect(robot.stored.count == before + 1)
    }

    @Test("a high alarm that arrives over an open note leaves the note as it is, and two keys acknowledge it")
    func interruption() throws {
        var robot = try Robot.infusing()
        robot.enter("210/122 90 97 16")
        robot.type("nfeels a headache com")
        robot.wait(seconds: 30)
        #expect(robot.sees("!!!"))
        #expect(robot.sees("▸ feels a headache com"))
        robot.type("<F2>1")
        #expect(robot.kinds.last == "alarmAcknowledged")
        robot.enter("ing")
        #expect(robot.sees("feels a headache coming"))
        #expect(robot.kinds.last == "noteWritten")
    }
}
