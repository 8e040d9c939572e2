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
    func send(_ message: Message) { perform(update(&model, message, at: clock.now)) }

    /// Takes the journal's answers, and reference runs that have ended.
    func takeAnswers() {
        for answer in journal?.answers() ?? [] { send(answer) }
        for outcome in reference.answers() { send(outcome) }
    }

    /// Takes what another console has added to the session in front.
    func takeNews() {
        if let id = model.sessionID, let news = journal?.news(of: id) { send(news) }
        if let inbox = model.inbox { tell(journal?.inbox(of: inbox.session, behind: inbox.taken)) }
        if let id = model.instructedSession { tell(journal?.newsOfExercise(id)) }
    }

    /// Bells to ring now.
    func takeBells() -> Int {
        defer { bells = 0 }
        return bells
    }

    /// Draws the console; returns the cursor.
    func draw(into surface: inout Surface) -> Point? {
        view(model, at: clock.now, into: &surface, over: &background)
    }

    private func perform(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .listSessions: if let journal { send(journal.list()) }
            case .loadSession(let id): if let journal { send(journal.load(id)) }
            case .loadRecord(let id): if let journal { send(journal.record(of: id)) }
            case .readComments(let id): journal?.comments(on: id).forEach(send)
            case .keepComment(let comment, let id): journal?.keep(comment, on: id)
            case .openSession(let fact, let token): request([fact], token)
            case .append(let facts, let token): request(facts, token)
            case .openExercise(let attempt, let token): tell(journal?.open(attempt, token: token))
            case .keepSteps(let steps, let first, let id, let token):
                tell(journal?.keep(steps, from: first, of: id, token: token))
            case .listAttempts(let scenario): tell(journal?.attempts(of: scenario))
            case .loadAttempt(let id): tell(journal?.attemptToCompare(id))
            case .playReference(let plan): reference.play(plan)
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

    private func request(_ facts: [Fact], _ token: Int) { tell(journal?.append(facts, token: token)) }

    private func tell(_ answer: Message?) { if let answer { send(answer) } }
}

extension Place {
    /// The protocols for new sessions as the console is told of them.
    var protocolsLoaded: Message {
        let (protocols, problems) = defaultProtocols()
        return .protocolsLoaded(protocols, problems: problems)
    }
}
