import Canvas
import ConsoleUI
import Foundation
import Journal
import SessionCore
import Settings
import Terminal

/// Starts the console, on the terminal or for a script.
struct ConsoleRun {
    let place: Place
    let options: ConsoleOptions
    var session: SessionID?
    /// The record to replay, instead of a session that can be written.
    var record: Recording?
    /// The exercise to begin with; in the practice journal alone.
    var exercise: PracticePlan?
    /// An unfinished exercise that can be taken up instead.
    var unfinished: AttemptSummary?
    /// The exercise to watch as its instructor.
    var instructs: SessionID?
    /// The form of a new session to begin with.
    var opening: Setup.Opening?

    /// Runs until the console is left.
    func start() throws {
        let reader = try readerForSession()
        let preferences = try Preferences.load(configurationFolder: place.configurationPath)
        let bindings = try KeyBindings.load(
            configurationFolder: place.configurationPath,
            commands: BindableCommand.all.map {
                KeyBindings.Command(name: $0.name, keys: $0.keys, place: $0.place)
            },
            reserved: BindableCommand.reserved)
        let themes = ThemeLibrary(configurationFolder: place.configurationPath)
        let first = options.theme ?? preferences.theme
        let theme = try themes.load(first)
        var setup = Setup(
            mode: place.options.mode, keyBindings: bindings.keys.filter { bindings.lines[$0.key] != nil },
            themes: [first] + themes.names.filter { $0 != first }, software: Program.nameAndVersion,
            session: session,
            bell: preferences.bell)
        setup.record = record?.recorded
        setup.practice = exercise
        setup.instructs = instructs
        setup.unfinished = unfinished
        setup.opening = opening
        if let script = options.script {
            let size = options.size ?? Size(columns: 80, rows: 24)
            try ScriptRun(place: place, setup: setup, size: size).run(script)
        } else {
            try interact(setup, theme: theme, themes: themes, glyphs: preferences.glyphs, reader: reader)
        }
    }

    /// The journal opened for the session that was asked for, which is in it; `nil` when none was asked for.
    private func readerForSession() throws -> JournalStore? {
        guard let session else { return nil }
        let reader = try place.journal(for: .reading)
        guard try reader.summary(of: session) != nil else {
            throw Failure(
                "There is no session \(session) in the \(place.options.mode.rawValue) journal.", .noInput)
        }
        return reader
    }

    private func interact(
        _ setup: Setup, theme: Theme, themes: ThemeLibrary, glyphs: Preferences.Glyphs, reader: JournalStore?
    ) throws {
        let colourless = ProcessInfo.processInfo.environment["NO_COLOR"]?.isEmpty == false
        let terminal: TerminalSession
        do throws(TerminalError) {
            terminal = try TerminalSession(
                theme: theme, depth: colourless ? ColourDepth.none : nil,
                options: TerminalOptions(synchronised: !options.plainUpdates))
        } catch {
            throw Failure(error.sentence, .unavailable)
        }
        defer { terminal.close() }
        let waker = terminal.waker
        // A record from a file is replayed without a journal.
        let isFile = record.map { $0.name == nil } ?? false
        let journal = isFile ? nil : try JournalClient(place: place, reader: reader) { waker.wake() }
        if let record, let name = record.name { journal?.watch(name, from: record.cursor.facts.count) }
        let diary = DiagnosticLog.logger(inFolder: place.dataPath)
        diary.info(
            "\(Program.nameAndVersion) started, \(place.options.mode.rawValue), \(terminal.size.columns)×\(terminal.size.rows)"
        )
        let engine = Engine(setup, clock: ConsoleClock(), journal: journal) { waker.wake() }
        ConsoleLoop(
            terminal: terminal, engine: engine, place: place, themes: themes,
            glyphs: glyphs.set(for: terminal)
        ).run()
        diary.info("left")
        if journal?.finish(within: 2) == false {
            diary.error("the journal had not finished writing")
            terminal.close()
            throw Failure("The journal had not finished writing when the console ended.", .inputOutput)
        }
    }
}

extension Preferences.Glyphs {
    /// The signs to draw with on a terminal.
    func set(for terminal: TerminalSession) -> GlyphSet {
        switch self {
        case .auto: terminal.glyphs
        case .unicode: .unicode
        case .ascii: .ascii
        }
    }
}
