import ArgumentParser
import ConsoleUI
import Foundation
import Journal
import SessionCore
import Settings
import Simulation

/// `ebbtide practice`: teaching scenarios. Nothing that happens in one is real.
struct PracticeCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice", abstract: "Practise on a simulated patient.",
        discussion:
            "With a scenario's name the console starts with that exercise, in the practice journal alone, and ends with "
            + "a debrief. An exercise that was left, or whose console died, goes on where it stood: without a name the "
            + "newest of them, with a name after a question. With --debrief the debrief of a kept exercise is printed. "
            + "With --list the scenarios are named: those of this program, then a clinic's own in the folder "
            + "scenarios/ of the configuration folder, where a file of the same name takes the place of a built-in one. "
            + "With --headless a policy plays the scenario without a terminal; exit status 0 says passed, 1 failed."
    )

    @OptionGroup var place: PlaceOptions
    @OptionGroup var console: ConsoleOptions
    @OptionGroup var output: JSONOption
    @ArgumentParser.Flag(name: .customLong("list"), help: "Name the scenarios.")
    var list = false
    @Argument(help: "A scenario by name, see --list; with --instruct the session of an exercise.")
    var scenario: String?
    @ArgumentParser.Flag(help: "Join a running exercise as its instructor, from a second terminal.")
    var instruct = false
    @Option(help: "With --instruct: send what this file says as one, - for standard input, and end.")
    var send: String?
    @Option(help: "Print the debrief of the exercise of this practice session.") var debrief: SessionID?
    @Option(
        help: "One seed means the same patient for ever; drawn from the clock when absent, 1 with --headless."
    )
    var seed: UInt64?
    @ArgumentParser.Flag(help: "Play without a terminal and print the debrief.")
    var headless = false
    @Option(
        help: "With --headless: who plays, \(PolicyName.allCases.map(\.rawValue).joined(separator: ", ")).")
    var policy: PolicyName?

    func validate() throws {
        if list, scenario != nil || headless || debrief != nil {
            throw ValidationError("--list stands alone.")
        }
        if instruct, list || headless || debrief != nil {
            throw ValidationError("--instruct takes the session of an exercise and nothing else.")
        }
        if send != nil, !instruct { throw ValidationError("--send belongs to --instruct.") }
        if debrief != nil, scenario != nil || headless {
            throw ValidationError("--debrief takes the exercise of a session and no scenario.")
        }
        if headless, scenario == nil { throw ValidationError("Name the scenario to play.") }
        if policy != nil, !headless { throw ValidationError("--policy belongs to --headless.") }
        if headless, console.script != nil {
            throw ValidationError("--headless has no keys to type: leave out --script.")
        }
        if output.json, showsConsole {
            throw ValidationError(
                "--json belongs to --list, --headless, --debrief or --send: a console is no JSON.")
        }
    }

    var showsConsole: Bool { !list && !headless && send == nil && debrief == nil }

    func perform() throws {
        if list { return try showAll() }
        var options = place
        options.practice = true
        let place = try Place(options: options)
        if instruct {
            let run = InstructRun(place: place, console: console, session: scenario)
            return try send.map { try run.send($0, json: output.json) } ?? run.start()
        }
        if let debrief { return try KeptDebrief(session: debrief, place: place).say(json: output.json) }
        guard let scenario else { return try goOn(place) }
        let library = place.scenarios
        guard library.names.contains(scenario) else {
            throw Failure("There is no scenario \(scenario); ebbtide practice --list names them.", .noInput)
        }
        let loaded = try library.load(scenario)
        let careProtocol = try library.careProtocol(of: loaded)
        if headless {
            return try HeadlessRun(
                scenario: loaded, careProtocol: careProtocol, seed: seed ?? 1, policy: policy ?? .good
            )
            .run(json: output.json)
        }
        let now = ConsoleClock().now.wall
        guard let session = try place.freshExercise(at: now) else { return }
        let plan = PracticePlan(
            scenario: loaded, careProtocol: careProtocol,
            seed: seed ?? UInt64(now.milliseconds.magnitude / 1000 % 100_000), session: session)
        try ConsoleRun(
            place: place, options: console, session: nil, exercise: plan,
            unfinished: try place.unfinished(of: scenario)
        ).start()
    }

    /// Takes the newest unfinished exercise up.
    private func goOn(_ place: Place) throws {
        guard let unfinished = try place.unfinished(of: nil) else {
            throw Failure(
                "No exercise is unfinished: name a scenario to begin one, or say --list to see them.", .usage)
        }
        try ConsoleRun(place: place, options: console, session: unfinished.session).start()
    }

    private func showAll() throws {
        let library = try Place(options: place).scenarios
        var problems: [String] = []
        for name in library.names {
            do throws(SettingsError) {
                try show(try library.load(name))
            } catch {
                problems.append(error.description)
            }
        }
        // A clinic's own file with a fault hides no other scenario, and is not passed over in silence.
        if !problems.isEmpty { throw Failure(problems.joined(separator: "\n"), .badConfiguration) }
    }

    /// A scenario as the list prints it.
    private struct Line: Encodable {
        var name: String
        var version: Int
        var title: String
        var difficulty: Int
        var minutes: Int
        var `protocol`: String
        var starred: Int
    }

    private func show(_ scenario: Scenario) throws(SettingsError) {
        let starred = scenario.rubric.actions.count { $0.starred == true }
        guard output.json else {
            let gap = String(repeating: " ", count: max(1, 22 - scenario.name.count))
            return Output.say(
                "\(scenario.name)\(gap)\(scenario.title) (level \(scenario.difficulty), "
                    + "up to \(scenario.lastsMinutes) min)")
        }
        try? Output.emit(
            json: Line(
                name: scenario.name, version: scenario.version, title: scenario.title,
                difficulty: scenario.difficulty, minutes: scenario.lastsMinutes,
                protocol: scenario.setting.careProtocol, starred: starred))
    }
}

extension Place {
    /// A name for an exercise that is begun now and that no session has: it counts milliseconds, since two
    /// trainees may begin within one second.
    func freshExercise(at now: WallTime) throws -> SessionID? {
        let name = "practice-" + now.iso8601.filter(\.isNumber).prefix(17)
        let journal: JournalStore
        do {
            journal = try self.journal(for: .reading)
        } catch let error as StorageError where error.kind == .noInput {
            return SessionID(name)
        }
        for number in 1... {
            guard let id = SessionID(number == 1 ? name : "\(name)-try\(number)") else { return nil }
            if try journal.summary(of: id) == nil { return id }
        }
        return nil
    }

    /// The newest unfinished exercise, or that of one scenario, which no other console writes; `nil` when there is none.
    func unfinished(of scenario: String?) throws -> AttemptSummary? {
        let journal: JournalStore
        do {
            journal = try self.journal(for: .reading)
        } catch let error as StorageError where error.kind == .noInput {
            return nil
        }
        return try journal.exercises(of: scenario).first { summary in
            !summary.isOver
                && SessionLock.holder(of: summary.exercise.session, in: journal.folder, mode: journal.mode)
                    == nil
        }.map(AttemptSummary.init)
    }

    /// The teaching scenarios of this program and of the clinic.
    var scenarios: ScenarioLibrary { ScenarioLibrary(configurationFolder: configurationPath) }
}
