import Canvas
import SessionCore
import Testing

@testable import ConsoleUI

@Suite("A session asked for on the command line")
struct DirectSessionTests {
    private let moment = Moment(wall: WallTime(milliseconds: 1_772_373_600_000), boot: nil)

    @Test("it is read at once, without the list that nobody asked for")
    func direct() throws {
        let id = try #require(SessionID("a-1"))
        var model = Model(Setup(mode: .live, session: id), at: moment)
        #expect(model.start() == [.loadSession(id)])
    }

    @Test("when it cannot be read the list takes its place, once")
    func missing() {
        var model = Model(Setup(mode: .live, session: SessionID("a-1")), at: moment)
        _ = model.start()
        #expect(update(&model, .failed("There is no session a-1 here."), at: moment) == [.listSessions])
        #expect(update(&model, .failed("the disk cannot be read"), at: moment) == [])
    }
}
