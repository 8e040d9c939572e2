import Canvas
import SessionCore

extension Model {
    /// A session came from the journal: it is shown as it stands now, and its next overdue check with it.
    mutating func sessionLoaded(_ loaded: LoadedSession) -> [Effect] {
        let isReread =
            bedside?.id == loaded.session.id && stage == .bedside && bedside?.writtenBy == loaded.writtenBy
        awaited = nil
        var bedside = Bedside(loaded)
        if isReread, let old = self.bedside {
            bedside.aside = old.aside
            bedside.keptDraft = old.keptDraft
        }
        bedside.look(at: moment)
        self.bedside = bedside
        stage = .bedside
        notice = nil
        guard !isReread else { return replayTypedAhead() }
        stack = []
        var effects: [Effect] = []
        if bedside.readOnlyBecause == nil, bedside.picture?.phase.isOver == false {
            effects = resumed(after: gap(in: bedside.session, lastSign: loaded.lastSign))
        }
        return effects + replayTypedAhead()
    }

    /// How long no console ran: since the last fact, or since a later sign of life of the console that crashed.
    private func gap(in session: Session, lastSign: WallTime?) -> Span {
        let now = session.time(of: moment).time
        guard let last = session.facts.last else { return .zero }
        let then =
            last.elapsed ?? now - Span(milliseconds: moment.wall.milliseconds &- last.entered.milliseconds)
        let sinceFact = max(.zero, now - then)
        guard let lastSign, lastSign <= moment.wall else { return sinceFact }
        return min(sinceFact, Span(milliseconds: moment.wall.milliseconds &- lastSign.milliseconds))
    }

    private mutating func resumed(after gap: Span) -> [Effect] {
        let fact = ConsoleResumed(gapMilliseconds: gap.milliseconds, software: setup.software)
        return file([Filing(.consoleResumed(fact))], from: nil, saying: "console resumed")
    }

    /// A new session is on disk.
    mutating func opened(_ outgoing: Outgoing) -> [Effect] {
        guard let fact = outgoing.facts.first else { return [] }
        do {
            let protocols = setup.protocols
            var session = try Session(opening: fact) { name in protocols.values.first { $0.name == name } }
            for fact in outgoing.facts.dropFirst() { try session.apply(fact) }
            form = nil
            stack = []
            return keepForm() + showNew(LoadedSession(session: session))
        } catch {
            say(error.sentence, .critical)
            return []
        }
    }

    private mutating func showNew(_ loaded: LoadedSession) -> [Effect] {
        var bedside = Bedside(loaded)
        bedside.look(at: moment)
        self.bedside = bedside
        stage = .bedside
        if ending != nil { return finish() }
        return replayTypedAhead()
    }

    /// Keys that were pressed while the session was on its way.
    mutating func replayTypedAhead() -> [Effect] {
        let keys = typedAhead
        typedAhead = []
        return keys.flatMap { pressed($0) }
    }

    /// Another console, which this one watches, added facts.
    mutating func factsArrived(_ facts: [Fact]) {
        do {
            for fact in facts { try bedside?.session.apply(fact) }
        } catch {
            say("a fact from the other console cannot be read: \(error.sentence)", .critical)
        }
        bedside?.look(at: moment)
        if stage == .replay { reachNow(adding: facts) }
    }

    /// The machine slept: the gap becomes a fact, and what fell due meanwhile is raised at once.
    mutating func slept(_ span: Span) -> [Effect] {
        guard practice == nil else { return [] }
        bedside?.look(at: moment)
        guard canRecord else { return [] }
        say("the machine slept for \(spanWords(span)); the clock has run on")
        return resumed(after: span)
    }

    /// The wall clock stepped: elapsed times stand, because they are counted on the boot clock.
    mutating func clockStepped(_ span: Span) -> [Effect] {
        guard practice == nil else { return [] }
        let direction = span.milliseconds < 0 ? "back" : "forward"
        let size = spanWords(Span(milliseconds: abs(span.milliseconds)))
        clockComplaint = "the wall clock stepped \(direction) by \(size); elapsed times are unchanged"
        bedside?.look(at: moment)
        guard canRecord else { return [] }
        let fact = ClockChanged(stepMilliseconds: span.milliseconds)
        return file([Filing(.clockChanged(fact))], from: nil, saying: "clock step")
    }

    /// The protocols for new sessions have been read. A running session has its own and never waits for them.
    mutating func protocolsLoaded(_ protocols: [Route: CareProtocol], problems: [Route: String]) {
        setup.protocols = protocols
        setup.protocolProblems = problems
        let spoiled = Route.allCases.filter { problems[$0] != nil }
        guard let first = spoiled.first else { return }
        let titles = spoiled.map(\.title).joined(separator: ", ")
        say("\(titles) cannot be chosen: \(problems[first] ?? "")", .warning)
    }

    /// A script set the clock: in a practice session that runs, that is a fact.
    mutating func clockSet(to time: WallTime) -> [Effect] {
        bedside?.look(at: moment)
        guard practice == nil else { return [] }
        guard canRecord else { return [] }
        return file([Filing(.clockSet(ClockSet(to: time)))], from: nil, saying: "clock set")
    }

    /// Whether the session in front runs and this console writes it.
    var canRecord: Bool {
        guard stage == .bedside, let bedside, bedside.readOnlyBecause == nil else { return false }
        return bedside.picture?.phase.isOver == false
    }
}
