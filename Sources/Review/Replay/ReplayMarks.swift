import SessionCore

/// What stands beside a tape: the stops, the alarm track, and every instant at which something happened.
struct ReplayMarks: Sendable {
    /// The stops, in order once ``arrange()`` was called.
    private(set) var stops: [ReplayStop] = []
    /// The worst open alarm over time.
    private(set) var track = AlarmTrack()
    /// When the rules concluded something, in order.
    private(set) var times: [SessionTime] = []

    /// Nothing yet.
    init() {}

    /// Takes a conclusion that became known at `time`; `number` gives a fact its number in the record.
    mutating func take(_ transition: Transition, at time: SessionTime, number: (Int) -> Int = { $0 }) {
        var transition = transition
        transition.fact = transition.fact.map(number)
        if let stop = ReplayStop(transition, at: time) { stops.append(stop) }
        track.take(transition, at: time)
        note(time)
    }

    /// Takes a fact that is a stop by itself.
    mutating func take(_ fact: Fact, at time: SessionTime) {
        if let stop = ReplayStop(fact, at: time) { stops.append(stop) }
    }

    /// A late entry or a correction made the past another one: `new` are conclusions that nobody knew before, `all` is
    /// what stands now.
    mutating func take(new: [Transition], all: some Sequence<Transition>, at time: SessionTime) {
        for transition in new {
            if let stop = ReplayStop(transition, at: time) { stops.append(stop) }
        }
        track.replace(with: all, at: time)
        note(time)
    }

    private mutating func note(_ time: SessionTime) {
        if times.last != time { times.append(max(time, times.last ?? time)) }
    }

    /// Puts the stops in order, those of one instant as they were taken.
    mutating func arrange() {
        let isInOrder = zip(stops, stops.dropFirst()).allSatisfy { $0.time <= $1.time }
        if !isInOrder {
            stops = stops.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
                .map(\.element)
        }
    }
}

/// Gathers what became known, and when, while the facts of a session are folded in the order of entry. A conclusion
/// about the past, drawn from a late entry or a correction, became known when that was entered and not before.
struct KnownMarks: Sendable {
    private(set) var marks = ReplayMarks()
    /// How many of the fold's conclusions have been taken.
    private var taken = 0

    /// Whether folding a fact may change what was concluded about time before its entry.
    static func changesPast(_ fact: Fact) -> Bool {
        if case .amended = fact.body { return true }
        return fact.measured < fact.entered
    }

    /// Before a fact that changes the past is folded: takes what was concluded until then. Answers with it.
    mutating func willFold(_ fact: Fact, on session: Session) -> Chunked<Transition> {
        // An entry of the console itself lets time pass up to this one and says nothing else.
        var probe = session
        var pause = fact
        pause.sequence = session.facts.count + 1
        pause.measured = fact.entered
        pause.body = .consoleClosed(Reasoned(reason: ""))
        guard (try? probe.apply(pause)) != nil else { return [] }
        let before = probe.transitions
        take(before)
        return before
    }

    /// After a fact that changes the past was folded.
    mutating func didFold(_ session: Session, before: Chunked<Transition>, at time: SessionTime) {
        var known: [Transition: Int] = [:]
        for transition in before { known[transition, default: 0] += 1 }
        let after = session.transitions
        var new: [Transition] = []
        for transition in after {
            if let count = known[transition], count > 0 {
                known[transition] = count - 1
            } else {
                new.append(transition)
            }
        }
        marks.take(new: new, all: after, at: time)
        taken = after.count
    }

    /// Takes what was concluded up to the last fact of the fold.
    mutating func finish(_ session: Session) {
        take(session.transitions)
        marks.arrange()
    }

    /// Takes a fact for itself.
    mutating func take(_ fact: Fact, at time: SessionTime) { marks.take(fact, at: time) }

    private mutating func take(_ transitions: Chunked<Transition>) {
        for transition in transitions.dropFirst(taken) { marks.take(transition, at: transition.at) }
        taken = max(taken, transitions.count)
    }
}
