import SessionCore
import Simulation
import Testing

@testable import Settings

/// A trainee in a test: holds an exercise and its session, files facts and does things at the minutes that the test names.
struct Player {
    let scenario: Scenario
    let careProtocol: CareProtocol
    private(set) var exercise: Exercise
    private(set) var session: Session
    /// T0 as planned, on the session's own time line.
    let zero: SessionTime

    static let opened = WallTime(milliseconds: 1_790_000_000_000)

    init(_ name: String, seed: UInt64 = 1, change: (inout Scenario) -> Void = { _ in }) throws {
        var scenario = try ScenarioLibrary().load(name)
        change(&scenario)
        careProtocol = try ScenarioLibrary().careProtocol(of: scenario)
        self.scenario = scenario
        exercise = Exercise(scenario, careProtocol: careProtocol, seed: seed, year: 2026)
        zero = exercise.tookOver - .minutes(scenario.begins.minute)
        let first = try #require(exercise.prelude.first)
        session = try Session(
            opening: try Player.fact(first.body, at: first.at, sequence: 1, author: ColleagueEntry.initials))
        for (index, entry) in exercise.prelude.enumerated().dropFirst() {
            try session.apply(
                try Player.fact(
                    entry.body, at: entry.at, sequence: index + 1, author: ColleagueEntry.initials))
        }
    }

    static func fact(
        _ body: FactBody, at time: SessionTime, measured: SessionTime? = nil, sequence: Int,
        author: String = "TR", source: FactSource = .live
    ) throws -> Fact {
        let id = try #require(SessionID("practice-1"))
        let wall = opened.advanced(byMilliseconds: time.milliseconds)
        return Fact(
            session: id, mode: .practice, sequence: sequence,
            measured: opened.advanced(byMilliseconds: (measured ?? time).milliseconds), entered: wall,
            elapsed: time, boot: BootReading(id: "practice", milliseconds: time.milliseconds), author: author,
            source: source, body: body)
    }

    /// Seconds since the trainee took over.
    mutating func wait(until seconds: Int) { exercise.advance(to: exercise.tookOver + .seconds(seconds)) }

    /// Minutes from T0 as planned.
    mutating func wait(untilMinute minute: Double) {
        exercise.advance(to: zero + Span(milliseconds: Int64(minute * 60_000)))
    }

    /// Seconds from now.
    mutating func wait(_ seconds: Int) { exercise.advance(to: exercise.now + .seconds(seconds)) }

    mutating func instruct(_ message: InstructorMessage) { exercise.injected(message) }

    mutating func act(_ deed: RoomDeed) throws { try exercise.act(deed) }

    mutating func file(_ body: FactBody, measured: SessionTime? = nil, source: FactSource = .live) throws {
        let fact = try Player.fact(
            body, at: exercise.now, measured: measured, sequence: session.facts.count + 1, source: source)
        try session.apply(fact)
        exercise.observe(fact)
    }

    /// Starts the cuff, waits for it, reads the oximeter and types both.
    mutating func measure(asking: Bool = false) throws {
        try act(.measurePressure)
        if asking { try act(.askEffects) }
        if asking { try act(.checkAlertness) }
        if asking { try act(.countBreathing) }
        wait(50)
        try act(.readOximeter)
        try file(.reading(Reading(values: shown)))
    }

    /// What stands on the monitor and is less than two minutes old.
    var shown: VitalSet {
        var values = VitalSet(gas: .air)
        for (vital, shown) in exercise.monitor.values where shown.at >= exercise.now - .minutes(2) {
            values[vital] = shown.value
        }
        return values
    }
}
