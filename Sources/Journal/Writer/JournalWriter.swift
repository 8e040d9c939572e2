import Foundation
import SessionCore
import Synchronization

/// The journal's own thread. Requests never wait: they are queued, and each is answered when the disk has answered. The
/// caller is told on the journal's thread when answers are there.
public final class JournalWriter: Sendable {
    /// What the thread is asked to do.
    enum Request: Sendable {
        case append(JournalAnswer.Token, FactBatch)
        case appendSteps(JournalAnswer.Token, StepBatch)
        case keepClock(JournalAnswer.Token, String, SessionLock)
        case saveDraft(JournalAnswer.Token, String, SessionLock?)
        case keepComment(JournalAnswer.Token, KeptComment, SessionID)
        case reserveSpace(JournalAnswer.Token)
        case stop
    }

    private struct State {
        var lastToken = 0
        var requests: [Request] = []
        var answers: [JournalAnswer] = []
    }

    private let state = Mutex(State())
    private let wake = DispatchSemaphore(value: 0)
    private let stopped = DispatchSemaphore(value: 0)
    private let whenAnswered: @Sendable () -> Void

    /// Takes the journal over and starts the thread. Nobody else writes through `store` after this. `whenAnswered` is
    /// called on the journal's thread, once for each answer, when ``answers()`` has it.
    public init(_ store: JournalStore, whenAnswered: @escaping @Sendable () -> Void) {
        self.whenAnswered = whenAnswered
        let desk = JournalDesk(store: store)
        let thread = Thread { [self] in run(desk) }
        thread.name = "journal"
        thread.start()
    }

    /// Asks for facts of the locked session to be kept, all or none.
    public func append(_ batch: FactBatch) -> JournalAnswer.Token {
        enqueue { .append($0, batch) }
    }

    /// Asks for steps of the locked session's exercise to be kept, all or none.
    public func append(_ batch: StepBatch) -> JournalAnswer.Token {
        enqueue { .appendSteps($0, batch) }
    }

    /// Asks for the state of the clock of the locked session's exercise to be kept, in place of the one before.
    public func keepClock(_ text: String, under lock: SessionLock) -> JournalAnswer.Token {
        enqueue { .keepClock($0, text, lock) }
    }

    /// Asks for a typed, unfiled line of the locked session to be kept, or what was typed into the form of a session
    /// that is not opened yet; an empty text forgets it.
    public func saveDraft(_ text: String, under lock: SessionLock?) -> JournalAnswer.Token {
        enqueue { .saveDraft($0, text, lock) }
    }

    /// Asks for a reviewer's words to be kept beside a session; that takes no lock, because they are no part of it.
    public func keep(_ comment: KeptComment, on session: SessionID) -> JournalAnswer.Token {
        enqueue { .keepComment($0, comment, session) }
    }

    /// Asks for room on the disk to be held for the end of a session; the answer's notice says when there is too little.
    public func reserveSpace() -> JournalAnswer.Token { enqueue { .reserveSpace($0) } }

    /// The answers since the last call, in the order of the requests.
    public func answers() -> [JournalAnswer] {
        state.withLock { state in
            defer { state.answers = [] }
            return state.answers
        }
    }

    /// Lets the thread finish everything that was asked and end; `false` when the disk took longer than `seconds`.
    public func finish(within seconds: Double) -> Bool {
        state.withLock { $0.requests.append(.stop) }
        wake.signal()
        return stopped.wait(timeout: .now() + seconds) == .success
    }

    private func enqueue(_ request: (JournalAnswer.Token) -> Request) -> JournalAnswer.Token {
        let token = state.withLock { state in
            state.lastToken += 1
            state.requests.append(request(state.lastToken))
            return state.lastToken
        }
        wake.signal()
        return token
    }

    private func run(_ desk: JournalDesk) {
        var desk = desk
        while true {
            wake.wait()
            let request = state.withLock { $0.requests.removeFirst() }
            guard let answer = desk.handle(request) else { break }
            state.withLock { $0.answers.append(answer) }
            whenAnswered()
            // Housekeeping delays nobody: the answer is out.
            if state.withLock({ $0.requests.isEmpty }) { desk.tidy() }
        }
        desk.close()
        stopped.signal()
    }
}
