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
    let session: SessionID?

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
        let setup = Setup(
            mode: place.options.mode, keyBindings: bindings.keys.filter { bindings.lines[$0.key] != nil },
            themes: [first] + themes.names.filter { $0 != first }, software: Program.nameAndVersion,
            session: session,
            bell: preferences.bell)
        if let script = options.script {
            try ScriptRun(place: place, setup: setup, size: options.size ?? Size(columns: 80, rows: 24)).run(
                script)
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
        let journal = try JournalClient(place: place, reader: reader) { waker.wake() }
        let diary = DiagnosticLog.logger(inFolder: place.dataPath)
        diary.info(
            "\(Program.nameAndVersion) started, \(place.options.mode.rawValue), \(terminal.size.columns)×\(terminal.size.rows)"
        )
        let engine = Engine(setup, clock: ConsoleClock(), journal: journal)
        ConsoleLoop(
            terminal: terminal, engine: engine, place: place, themes: themes,
            glyphs: glyphs.set(for: terminal)
        ).run()
        diary.info("left")
        if !journal.finish(within: 2) {
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
        case .unicode: terminal.glyphs
        case .ascii: .ascii
        }
    }
}
