import Canvas
import SessionCore

extension Model {
    /// The program was asked to end from outside: what is typed is kept as a draft, and what is with the journal is
    /// waited for.
    mutating func asked(toEnd cause: String) -> [Effect] {
        guard ending == nil else { return finish() }
        ending = cause
        let draft = keepDraft(always: true) + keepForm()
        guard outbox.isEmpty else { return draft }
        let parting = partingFact(cause)
        return draft + (parting.isEmpty ? finish() : parting)
    }

    private mutating func partingFact(_ cause: String) -> [Effect] {
        guard canRecord else { return [] }
        let fact = FactBody.consoleClosed(Reasoned(reason: cause))
        return file([Filing(fact)], from: nil, saying: "console closed")
    }

    /// The last effects of the program.
    mutating func finish() -> [Effect] {
        // What an exercise has come to is kept while its session is still this console's.
        var effects = keepExercise(always: true) + keepDraft(always: false) + keepForm()
        if stage == .bedside, let id = bedside?.id, bedside?.writtenBy == nil {
            effects.append(.releaseSession(id))
        }
        return effects + [.quit]
    }

    /// Goes back to the list of sessions; the session runs on.
    mutating func goHome() -> [Effect] {
        var effects = keepDraft(always: false)
        if let id = bedside?.id, bedside?.writtenBy == nil { effects.append(.releaseSession(id)) }
        stack = []
        bedside = nil
        practice = nil
        stage = .home
        return effects + [.listSessions]
    }

    /// Keeps every text that was typed and not filed; an empty draft when everything was filed since.
    mutating func keepDraft(always: Bool) -> [Effect] {
        guard let bedside, bedside.writtenBy == nil else { return [] }
        let id = bedside.id
        let unsent = outbox.compactMap { $0.origin?.typedText }
        let open = stack.map(\.typedText)
        let draft = (bedside.aside + unsent + open).filter { !$0.isEmpty }.joined(separator: "\n")
        guard draft != bedside.keptDraft || (always && !draft.isEmpty) else { return [] }
        self.bedside?.keptDraft = draft
        return [.saveDraft(id, draft)]
    }
}
