import SessionCore

/// A place in the record of a session, and what the screen showed there. A value: it reads nothing, writes nothing and
/// knows no clock. Both views are folds of facts by the rules that are used live:
///
/// - *as known then*: the facts that had been entered by the instant. A late entry is not there before it was typed,
///   and a wrong value stands until the instant at which it was corrected.
/// - *as corrected now*: the facts that had happened by the instant, each with the body and the time that its last
///   correction gave it. What was struck never happened, a late entry stands where it belongs, and the list still says
///   what stood there before.
///
/// The session's protocol travels in its first fact, so that a session replays for ever the same.
public struct ReplayCursor: Sendable {
    /// With whose eyes the session is looked at.
    public internal(set) var knowledge = Knowledge.asKnownThen
    /// The instant that is shown, on the session's own time line.
    public internal(set) var time: SessionTime
    /// How many facts of the present view have been folded: where several were entered in one instant, stepping stops
    /// after each.
    public internal(set) var count = 1
    /// The last instant that can be shown.
    public internal(set) var end: SessionTime
    var known: ReplayTape
    var clock: ReplayClock
    var knownMarks = KnownMarks()
    var corrected: CorrectedTape?
    private var shown: (time: SessionTime, count: Int, knowledge: Knowledge, facts: Int, picture: Picture)?

    /// Takes up a record at its beginning. Facts after the first one that does not fit are left out, and ``problem``
    /// says which that was and why. `resolve` finds a protocol that a log from elsewhere names.
    ///
    /// - Throws: a ``Refusal`` when there is no fact or the first one does not open a session.
    public init(_ facts: some Collection<Fact>, resolve: (String) -> CareProtocol? = { _ in nil })
        throws(Refusal)
    {
        guard let opening = facts.first else { throw Refusal("A session has at least one fact.") }
        clock = ReplayClock(opening: opening)
        let start = clock.times[0]
        known = try ReplayTape(opening: opening, at: start, resolve: resolve)
        time = start
        end = start
        append(facts.dropFirst())
    }

    /// Takes facts that were added to the record since.
    public mutating func append(_ facts: some Sequence<Fact>) {
        for fact in facts {
            let entered = max(clock.enteredTime(of: fact), clock.times[clock.times.count - 1])
            if KnownMarks.changesPast(fact) {
                let before = knownMarks.willFold(fact, on: known.last)
                known.add(fact, at: entered)
                if known.problem == nil { knownMarks.didFold(known.last, before: before, at: entered) }
            } else {
                known.add(fact, at: entered)
            }
            guard known.problem == nil else { break }
            clock.add(fact)
            knownMarks.take(fact, at: entered)
        }
        knownMarks.finish(known.last)
        end = max(end, clock.times[clock.times.count - 1])
        corrected = nil
    }

    /// The facts that can be replayed, in the order of entry.
    public var facts: [Fact] { known.facts }

    /// The fold of all facts: what is known at the end.
    public var session: Session { known.last }

    /// The fact at which the record stops being sound; `nil` when all of it was taken.
    public var problem: ReplayProblem? { known.problem }

    /// The first instant that can be shown in the present view.
    public var start: SessionTime {
        knowledge == .asKnownThen ? clock.times[0] : SessionTime.zero
    }

    /// What all clocks showed at the instant that is shown.
    public var moment: Moment {
        knowledge == .asKnownThen ? clock.moment(at: time, after: count) : clock.moment(at: time)
    }

    /// Whether the instant is the last one.
    public var isAtEnd: Bool { time >= end }

    /// What the screen shows at this place.
    public mutating func picture() -> Picture {
        if let shown, shown.time == time, shown.count == count, shown.knowledge == knowledge,
            shown.facts == known.facts.count
        {
            return shown.picture
        }
        let picture: Picture
        switch knowledge {
        case .asKnownThen: picture = known.session(after: count).picture(at: moment)
        case .asCorrectedNow: picture = withCorrected { $0.picture(after: $1.count, at: $1.moment) }
        }
        shown = (time, count, knowledge, known.facts.count, picture)
        return picture
    }

    /// Looks at the same instant with other eyes.
    public mutating func look(_ knowledge: Knowledge) {
        self.knowledge = knowledge
        seek(to: time)
    }

    /// The corrected view, made when it is first looked at.
    mutating func withCorrected<Result>(_ body: (inout CorrectedTape, ReplayCursor) -> Result) -> Result {
        var tape = corrected ?? CorrectedTape(known, clock: clock, end: end)
        // One owner at a time, so that moving along the tape copies nothing.
        corrected = nil
        let result = body(&tape, self)
        corrected = tape
        return result
    }

    /// The instants at which the facts of the present view are folded.
    var times: [SessionTime] {
        mutating get {
            knowledge == .asKnownThen ? known.times : withCorrected { tape, _ in tape.tape.times }
        }
    }

    /// What stands beside the present view.
    var marks: ReplayMarks {
        mutating get {
            knowledge == .asKnownThen ? knownMarks.marks : withCorrected { tape, _ in tape.marks }
        }
    }
}
