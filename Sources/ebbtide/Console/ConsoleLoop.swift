import Canvas
import ConsoleUI
import SessionCore
import Settings
import Terminal

/// The loop of the console: wait, turn what woke it into messages, draw. One thread for model and screen.
final class ConsoleLoop {
    private let terminal: TerminalSession
    private let engine: Engine
    private let place: Place
    private let themes: ThemeLibrary
    private let glyphs: GlyphSet
    private var themeName: String?
    private var hasLeftTerminal = false
    private var hasProtocols = false
    private var hasTicked = false
    /// Whether the screen still shows what it showed before an entry went to the journal.
    private var isHoldingBack = false
    /// How long a screen that says "saving…" is held back, in ms: nobody can read it sooner, and a disk that answers
    /// within that time is acknowledged without it.
    private static let patience = 5

    init(terminal: TerminalSession, engine: Engine, place: Place, themes: ThemeLibrary, glyphs: GlyphSet) {
        self.terminal = terminal
        self.engine = engine
        self.place = place
        self.themes = themes
        self.glyphs = glyphs
    }

    /// Runs until the console is left or the terminal is gone.
    func run() {
        engine.send(.resized(terminal.size))
        engine.start()
        themeName = engine.model.themeName
        _ = engine.clock.sleptSince()
        _ = engine.clock.steppedSince()
        draw()
        while !engine.hasQuit {
            readProtocols()
            terminal.setFlashing(engine.model.needsFlash)
            let wake = terminal.wait(atMost: hasLeftTerminal ? 200 : isHoldingBack ? Self.patience : nil)
            if wake.hungUp, !hasLeftTerminal { leaveTerminal() }
            let asked = engine.model.tokenAtJournal
            take(wake)
            if hasLeftTerminal {
                if !engine.model.isWaiting { return }
            } else {
                isHoldingBack = engine.model.tokenAtJournal.map { $0 != asked } ?? false
                if isHoldingBack { holdBack() } else { draw() }
            }
        }
    }

    /// The protocols of new sessions are read on the home screen: nobody at a running session waits for them.
    private func readProtocols() {
        guard !hasProtocols, !hasLeftTerminal, engine.model.sessionID == nil else { return }
        hasProtocols = true
        engine.send(place.protocolsLoaded)
        draw()
    }

    private func take(_ wake: Wake) {
        if wake.wasCalled || hasLeftTerminal { engine.takeAnswers() }
        if wake.hasInput, !hasLeftTerminal { takeInput() }
        for signal in wake.signals { take(signal) }
        if wake.ticked {
            if !hasTicked { ConsoleProcess.hasStarted() }
            hasTicked = true
            if let slept = engine.clock.sleptSince() { engine.send(.slept(slept)) }
            if let step = engine.clock.steppedSince() { engine.send(.clockStepped(step)) }
        }
        if wake.ticked { engine.takeNews() }
        if wake.ticked || wake.flashed { engine.send(.tick) }
        let bells = engine.takeBells()
        if !hasLeftTerminal { for _ in 0..<bells { terminal.ring() } }
    }

    private func takeInput() {
        for input in terminal.readInput() {
            switch input {
            case .key(let key): engine.send(.key(key))
            case .paste(let text): engine.send(.pasted(text))
            case .resized(let size): engine.send(.resized(size))
            }
        }
    }

    private func take(_ signal: ProcessSignal) {
        switch signal {
        case .terminate: engine.send(.asked(toEnd: "asked to end (TERM)"))
        case .interrupt: engine.send(.asked(toEnd: "interrupted (INT)"))
        case .quit: engine.send(.asked(toEnd: "asked to quit (QUIT)"))
        case .hangUp, .continued: break
        case .stop:
            // A stopped console cannot alarm: only an empty one may be stopped.
            if engine.model.sessionID == nil { terminal.suspend() }
        }
    }

    /// The terminal is gone: nothing is written to it any more; what was typed is kept, and the program ends.
    private func leaveTerminal() {
        hasLeftTerminal = true
        terminal.close(terminalIsGone: true)
        engine.send(.asked(toEnd: "the terminal was closed (HUP)"))
    }

    /// An entry has just gone to the journal: its thread goes first, and what its answer will show is worked out while
    /// the disk writes.
    private func holdBack() {
        ConsoleProcess.stepAside()
        engine.foresee(terminal.size, glyphs)
    }

    private func draw() {
        if engine.model.themeName != themeName {
            themeName = engine.model.themeName
            if let themeName, let theme = try? themes.load(themeName) { terminal.theme = theme }
        }
        let frame = engine.frame(terminal.size, glyphs)
        terminal.present(frame.surface, cursor: frame.cursor)
        engine.foresee(terminal.size, glyphs)
    }
}
