import Canvas
import SessionCore
import Settings
import Simulation
import Testing

@testable import ConsoleUI

/// Somebody at the console in an exercise: keys go in, text comes back, the journal answers at once, time is moved by hand.
struct Trainee {
    var model: Model
    var moment: Moment
    var stored: [Fact] = []
    var size = Size(columns: 120, rows: 40)

    /// 2026-03-01 at 09:00 UTC.
    static let morning = Moment(
        wall: WallTime(milliseconds: 1_772_355_600_000), boot: BootReading(id: "boot", milliseconds: 1_000))

    static func plan(_ name: String, seed: UInt64 = 1) throws -> PracticePlan {
        let library = ScenarioLibrary()
        let scenario = try library.load(name)
        return PracticePlan(
            scenario: scenario, careProtocol: try library.careProtocol(of: scenario), seed: seed,
            session: try #require(SessionID("practice-1")))
    }

    /// Starts the exercise; `takesOver` reads the handover and takes over.
    init(_ name: String, seed: UInt64 = 1, takesOver: Bool = true) throws {
        var setup = Setup(mode: .practice, software: "test")
        setup.practice = try Trainee.plan(name, seed: seed)
        moment = Trainee.morning
        model = Model(setup, at: moment)
        perform(model.start())
        if takesOver { type("t") }
    }

    mutating func type(_ keys: String) {
        for key in Key.sequence(keys) ?? [] { send(.key(key)) }
    }

    /// So many seconds pass on the wall.
    mutating func wait(_ seconds: Int) {
        for _ in 0..<seconds {
            moment.wall = moment.wall.advanced(byMilliseconds: 1000)
            moment.boot?.milliseconds += 1000
            send(.tick)
        }
    }

    mutating func send(_ message: Message) { perform(update(&model, message, at: moment)) }

    private mutating func perform(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .openSession(let fact, let token):
                stored = [fact]
                send(.committed(token: token))
            case .append(let facts, let token):
                stored += facts
                send(.committed(token: token))
            case .listSessions, .loadSession, .loadRecord, .saveDraft, .releaseSession, .bell, .quit,
                .readComments, .keepComment:
                break
            }
        }
    }

    var surface: Surface {
        var surface = Surface(size)
        view(model, at: moment, into: &surface)
        return surface
    }

    var screen: String { surface.text.joined(separator: "\n") }

    /// Where the simulation stands, on the session's own time line.
    var simulated: SessionTime { model.practice?.clock.now ?? SessionTime(milliseconds: 0) }
}
