import Canvas
import SessionCore

extension Outgoing {
    /// What is said while a new session is being created.
    static let openingWords = "new session"
}

extension Model {
    /// Enters something: it stands in line for the journal and is folded when the journal has it.
    mutating func file(_ filings: [Filing], from origin: Activity?, saying: String) -> [Effect] {
        var filings = filings
        if let late = bedside?.lateTime {
            for index in filings.indices where filings[index].measured == nil && filings[index].mayBeLate {
                filings[index].measured = late
            }
            bedside?.lateTime = nil
        }
        notice = nil
        if filings.contains(where: { $0.isCorrection }) { closeCorrection() }
        outbox.append(Outgoing(filings: filings, moment: moment, origin: origin, saying: saying))
        return sendNext()
    }

    /// Hands the first entry in line to the journal, unless one is with it already.
    mutating func sendNext() -> [Effect] {
        while var first = outbox.first, first.token == nil {
            guard let session = bedside?.session else { return [] }
            do {
                (first.facts, first.after) = try facts(for: first, in: session)
                first.token = nextToken()
                outbox[0] = first
                // The journal drops the draft with each entry; what is typed until it answers is kept anew behind it.
                bedside?.keptDraft = ""
                let isOver = first.after?.phase.isOver ?? false
                return first.token.map { [.append(first.facts, isOver: isOver, token: $0)] } ?? []
            } catch {
                outbox.removeFirst()
                giveBack(first, because: error.sentence)
            }
        }
        return []
    }

    private func facts(
        for outgoing: Outgoing, in session: Session
    ) throws(Refusal) -> (facts: [Fact], after: Session) {
        var after = session
        var facts: [Fact] = []
        let author = picture?.nurse ?? session.facts.first?.author ?? ""
        for filing in outgoing.filings {
            let decided = try after.deciding(
                filing.body, measured: filing.measured, at: outgoing.moment, author: author,
                source: filing.source(in: session))
            facts.append(decided.fact)
            after = decided.after
        }
        return (facts, after)
    }

    /// The journal has it: now it is folded, and only now it counts.
    mutating func committed(_ token: Int) -> [Effect] {
        if let effects = stepsAnswered(token) { return effects }
        guard let first = outbox.first, first.token == token else { return [] }
        outbox.removeFirst()
        diskComplaint = nil
        if first.saying == Outgoing.openingWords {
            let effects = opened(first)
            return effects + practiceOpened()
        }
        // Folded when it was decided: from here on it counts.
        if let after = first.after, after.id == bedside?.id { bedside?.session = after }
        practiceObserves(first.facts)
        bedside?.look(at: moment)
        askAgain(about: first)
        let effects = sendNext()
        return ending != nil && outbox.isEmpty ? effects + finish() : effects
    }

    /// The journal refuses: what was typed goes back into its field and says why.
    mutating func commitFailed(_ token: Int, sentence: String, mayBeStored: Bool) -> [Effect] {
        if let effects = stepsAnswered(token, refusal: sentence) { return effects }
        guard let first = outbox.first, first.token == token else { return [] }
        diskComplaint = sentence
        bedside?.keptDraft = nil
        let all = outbox
        outbox = []
        if first.saying == Outgoing.openingWords {
            form?.complaint = "the session could not be saved: \(sentence)"
            typedAhead = []
            if practice != nil {
                practice = nil
                say("the exercise could not be saved: \(sentence)", .critical)
            }
            return ending == nil ? [] : finish()
        }
        for waiting in all.reversed() { giveBack(waiting, because: "not saved: \(sentence)") }
        if ending != nil { return finish() }
        guard mayBeStored, let id = bedside?.id else { return [] }
        // The disk reported an error and may hold the entry all the same: only reading it again can tell.
        awaited = id
        return [.loadSession(id)]
    }

    /// Puts what was typed back where it was: on the screen, below whatever has been opened since.
    private mutating func giveBack(_ outgoing: Outgoing, because sentence: String) {
        if outgoing.origin == nil || !stack.isEmpty { say(sentence, .critical) }
        switch outgoing.origin {
        case .entry(var field):
            field.complaint = sentence
            stack.insert(.entry(field), at: 0)
        case .interview(var interview):
            interview.complaint = sentence
            stack.insert(.interview(interview), at: 0)
        case .some(let other): stack.insert(other, at: 0)
        case nil: break
        }
    }

    /// Something could not be done outside.
    mutating func failed(_ sentence: String) -> [Effect] {
        // Without the session that was asked for, the list is what there is to choose from.
        let effects: [Effect] = stage == .home && awaited != nil ? [.listSessions] : []
        awaited = nil
        typedAhead = []
        say(sentence, .critical)
        return effects
    }
}

extension Filing {
    /// Whether it amends another fact.
    var isCorrection: Bool {
        if case .amended = body { return true }
        return false
    }

    /// Whether it happened at the bedside, rather than at the console.
    var mayBeLate: Bool {
        switch body {
        case .alarmAcknowledged, .alarmSwitchedOff, .amended, .clockChanged, .clockSet, .timeConfirmed,
            .consoleClosed, .consoleResumed, .readingConfirmed, .sessionClosed, .sessionAbandoned:
            false
        default: true
        }
    }

    /// The console writes about itself; everything else comes from a person, who has from paper what happened before
    /// the console was opened on a session that had been kept on paper.
    func source(in session: Session) -> FactSource {
        switch body {
        case .clockChanged, .consoleClosed, .consoleResumed: return .console
        default:
            guard let opening = session.facts.first, opening.source == .paper, let measured,
                measured < opening.entered
            else { return .live }
            return .paper
        }
    }
}
