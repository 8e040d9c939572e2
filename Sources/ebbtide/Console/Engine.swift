import Canvas
import ConsoleUI
import Journal
import SessionCore

/// Moves messages into the model and performs the effects that come out. The same for the keyboard and for a script.
final class Engine {
    private(set) var model: Model
    var clock: ConsoleClock
    /// The journal; `nil` where a file is replayed.
    private let journal: JournalClient?
    private let reference: ReferenceRun
    private var background = SessionBackground()
    /// What the journal's answer will bring; `nil` while nothing is foreseen.
    private var foresight: Foresight?
    /// The frame of the model as it stands, when it was foreseen.
    private var readyFrame: Frame?
    /// The model before the one that was foreseen, kept until the screen shows the new one: letting go of it takes time.
    private var formerModel: Model?
    /// Bells that the model asked for and nobody has rung yet.
    private(set) var bells = 0
    private(set) var hasQuit = false

    /// `notify` is called on another thread when ``takeAnswers()`` has something to take.
    init(
        _ setup: Setup, clock: ConsoleClock, journal: JournalClient?, notify: @escaping @Sendable () -> Void
    ) {
        self.clock = clock
        reference = ReferenceRun(notify: notify)
        self.journal = journal
        model = Model(setup, at: clock.now)
    }

    /// Performs what is asked for before the first message.
    func start() { perform(model.start()) }

    /// Takes one message at the present instant.
    func send(_ message: Message) {
        let foreseen = foresight
        foresight = nil
        readyFrame = nil
        if let foreseen, case .committed(token: foreseen.token) = message {
            formerModel = model
            model = foreseen.model
            readyFrame = foreseen.frame
            perform(foreseen.effects)
        } else {
            perform(update(&model, message, at: clock.now))
        }
    }

    /// Takes the journal's answers, and reference runs that have ended.
    func takeAnswers() {
        for answer in journal?.answers() ?? [] { send(answer) }
        for outcome in reference.answers() { send(outcome) }
    }

    /// Takes what another console has added to the session in front.
    func takeNews() {
        journal?.giveSign(at: clock.now)
        if let id = model.sessionID, let news = journal?.news(of: id) { send(news) }
        if let inbox = model.inbox { tell(journal?.inbox(of: inbox.session, behind: inbox.taken)) }
        if let id = model.instructedSession { tell(journal?.newsOfExercise(id)) }
    }

    /// Bells to ring now.
    func takeBells() -> Int {
        defer { bells = 0 }
        return bells
    }

    /// The console as it is drawn now.
    func frame(_ size: Size, _ glyphs: GlyphSet) -> Frame {
        if let readyFrame, readyFrame.surface.size == size { return readyFrame }
        return frame(of: model, size, glyphs)
    }

    /// Works out what is shown when the journal has kept what it was given, so that the acknowledgement waits for the disk
    /// alone. Nobody is shown it before the journal has answered, and anything that happens first makes it void.
    func foresee(_ size: Size, _ glyphs: GlyphSet) {
        formerModel = nil
        guard foresight == nil, let token = model.tokenAtJournal else { return }
        var next = model
        let effects = update(&next, .committed(token: token), at: clock.now)
        foresight = Foresight(
            token: token, model: next, effects: effects, frame: frame(of: next, size, glyphs))
    }

    private func frame(of model: Model, _ size: Size, _ glyphs: GlyphSet) -> Frame {
        var surface = Surface(size, glyphs: glyphs)
        let cursor = view(model, at: clock.now, into: &surface, over: &background)
        return Frame(surface: surface, cursor: cursor)
    }

    private func perform(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .listSessions: if let journal { send(journal.list(at: clock.now)) }
            case .loadSession(let id): if let journal { send(journal.load(id)) }
            case .loadRecord(let id): if let journal { send(journal.record(of: id)) }
            case .readComments(let id): journal?.comments(on: id).forEach(send)
            case .keepComment(let comment, let id): journal?.keep(comment, on: id)
            case .openSession(let fact, let token): tell(journal?.append([fact], isOver: false, token: token))
            case .append(let facts, let isOver, let token):
                tell(journal?.append(facts, isOver: isOver, token: token))
            case .openExercise(let attempt, let token): tell(journal?.open(attempt, token: token))
            case .keepSteps(let steps, let first, let id, let token):
                tell(journal?.keep(steps, from: first, of: id, token: token))
            case .listAttempts(let scenario): tell(journal?.attempts(of: scenario))
            case .loadAttempt(let id): tell(journal?.attemptToCompare(id))
            case .playReference(let plan, let sent): reference.play(plan, sent: sent)
            case .readExercise(let id): tell(journal?.watchedExercise(id))
            case .sendToExercise(let message, let id):
                journal?.send(message, to: id, at: clock.now).forEach(send)
            case .keepClock(let clock, let id): journal?.keep(clock, of: id)
            case .saveDraft(let id, let text): journal?.saveDraft(text, of: id)
            case .releaseSession(let id): journal?.release(id)
            case .bell(let count): bells += count
            case .quit: hasQuit = true
            }
        }
    }

    private func tell(_ answer: Message?) { if let answer { send(answer) } }
}

/// A screen and where its cursor stands; `nil` where nothing is typed.
struct Frame {
    var surface: Surface
    var cursor: Point?
}

/// What an answer of the journal makes of the console.
private struct Foresight {
    /// The request that is answered.
    var token: Int
    var model: Model
    var effects: [Effect]
    var frame: Frame
}

extension Place {
    /// The protocols for new sessions as the console is told of them.
    var protocolsLoaded: Message {
        let (protocols, problems) = defaultProtocols()
        return .protocolsLoaded(protocols, problems: problems)
    }
}
