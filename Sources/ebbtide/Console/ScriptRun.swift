import Canvas
import ConsoleUI
import Dispatch
import Foundation
import SessionCore

/// Plays a script: its keys go the same way as the keyboard's, over the same journal, onto a screen of its own.
struct ScriptRun {
    let place: Place
    let setup: Setup
    let size: Size

    /// Plays the file to its end and leaves the console; an unfinished session stays unfinished.
    func run(_ path: String) throws {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Failure("The script \(path) cannot be read.", .noInput)
        }
        let script = try Script(text: text, file: path)
        if script.movesClock, setup.mode == .live, setup.record == nil {
            throw Failure(
                "\(path): a script may set the clock of a practice session alone; add --practice.", .usage)
        }
        let answered = DispatchSemaphore(value: 0)
        let journal = try JournalClient(place: place) { answered.signal() }
        var clock = ConsoleClock()
        if script.movesClock { clock.hold() }
        let player = Player(
            engine: Engine(setup, clock: clock, journal: journal) { answered.signal() }, answered: answered,
            size: size)
        player.begin(with: place.protocolsLoaded)
        try player.play(script)
        guard journal.finish(within: 30) else {
            throw Failure("The journal had not finished writing when the script ended.", .inputOutput)
        }
    }
}

/// The console without a terminal.
private final class Player {
    private let engine: Engine
    private let answered: DispatchSemaphore
    private var size: Size

    init(engine: Engine, answered: DispatchSemaphore, size: Size) {
        self.engine = engine
        self.answered = answered
        self.size = size
    }

    func begin(with protocols: Message) {
        engine.send(.resized(size))
        engine.send(protocols)
        engine.start()
        settle()
    }

    func play(_ script: Script) throws {
        for (_, step) in script.steps where !engine.hasQuit { try take(step) }
        if !engine.hasQuit {
            engine.send(.asked(toEnd: "the script ended"))
            settle()
        }
    }

    private func take(_ step: Script.Step) throws {
        switch step {
        case .keys(let keys):
            for key in keys {
                engine.send(.key(key))
                settle()
            }
        case .paste(let text): engine.send(.pasted(text))
        case .pass(let span): move(by: span)
        case .clock(let time):
            move(by: Span(milliseconds: time.milliseconds - engine.clock.now.wall.milliseconds))
        case .size(let size):
            self.size = size
            engine.send(.resized(size))
        case .screen(let path): try save(drawn.text, to: path)
        case .roles(let path): try save(drawn.roles, to: path)
        }
        settle()
    }

    private func move(by span: Span) {
        engine.clock.pass(span)
        engine.send(.clockSet(engine.clock.now.wall))
        settle()
        engine.takeNews()
        engine.send(.tick)
    }

    /// Waits until the journal has answered everything that was asked.
    private func settle() {
        while engine.model.isWaiting, !engine.hasQuit {
            guard answered.wait(timeout: .now() + 60) == .success else { return }
            engine.takeAnswers()
        }
    }

    private var drawn: Surface { engine.frame(size, .unicode).surface }

    private func save(_ rows: [String], to path: String) throws {
        let text =
            rows.map { row in
                var row = row
                while row.last == " " { row.removeLast() }
                return row
            }.joined(separator: "\n") + "\n"
        let file = path == "-" ? FileHandle.standardOutput : try Output.file(path)
        try Output.write(Data(text.utf8), into: file)
    }
}
