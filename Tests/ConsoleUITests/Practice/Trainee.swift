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
    /// What the journal holds of each exercise, by session, in the order in which they were begun.
    var kept: [KeptAttempt] = []
    /// How the clock of the exercise stands, as other consoles are told.
    var keptClock: ExerciseClock?
    /// Whether the journal refuses steps.
    var refusesSteps = false
    var hasQuit = false
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
            case .openExercise(let attempt, let token):
                stored = attempt.facts
                kept.append(attempt)
                send(.committed(token: token))
            case .append(let facts, _, let token):
                stored += facts
                if let last = kept.indices.last { kept[last].facts = stored }
                send(.committed(token: token))
            case .keepSteps(let steps, let first, let session, let token):
                keep(steps, from: first, of: session, token)
            case .listAttempts: send(.attemptsListed(kept.reversed().map(AttemptSummary.init)))
            case .loadAttempt(let session): compare(with: session)
            case .quit: hasQuit = true
            case .keepClock(let clock, _): keptClock = clock
            case .readExercise, .sendToExercise: break
            case .listSessions, .loadSession, .loadRecord, .saveDraft, .releaseSession, .bell,
                .readComments, .keepComment, .playReference, .openSession:
                break
            }
        }
    }

    private mutating func keep(
        _ steps: [ExerciseLog.TimedStep], from first: Int, of session: SessionID, _ token: Int
    ) {
        guard !refusesSteps, let index = kept.firstIndex(where: { $0.plan.session == session }),
            first == kept[index].log.steps.count + 1
        else { return send(.commitFailed(token: token, sentence: "the disk is full", mayBeStored: false)) }
        kept[index].log.steps += steps
        send(.committed(token: token))
    }

    private mutating func compare(with session: SessionID) {
        guard let attempt = kept.first(where: { $0.plan.session == session }),
            let outcome = try? attempt.outcome()
        else { return send(.comparisonFailed("no such attempt")) }
        send(.attemptToCompare(outcome, title: session.name))
    }

    /// The console dies here and now, and another one takes the newest exercise up.
    mutating func dieAndStartAgain() throws {
        let attempt = try #require(kept.last)
        var setup = Setup(mode: .practice, software: "test")
        setup.session = attempt.plan.session
        moment.wall = moment.wall.advanced(byMilliseconds: 3_600_000)
        moment.boot = BootReading(id: "after the restart", milliseconds: 5_000)
        model = Model(setup, at: moment)
        perform(model.start())
        send(.exerciseLoaded(attempt))
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

extension AttemptSummary {
    /// A kept attempt in the journal's list.
    init(_ attempt: KeptAttempt) {
        self.init(
            session: attempt.plan.session, began: attempt.began, version: attempt.log.version,
            seed: attempt.log.seed, isOver: attempt.log.steps.last?.step == .ended)
    }
}
