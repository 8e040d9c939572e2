/// A therapy session: the fold of all its facts. Live, replay and practice are this one function with other clocks.
///
/// Facts arrive in the order of entry and are judged in the order in which they happened. A fact that happened after all
/// others only adds to what is known; a late one or a correction recomputes everything, so that flags, schedule and
/// alarms stand as if it had been known in time.
public struct Session: Sendable {
    /// Every fact that was accepted, in order of entry.
    public private(set) var facts: [Fact]
    /// The protocol that the session runs under.
    public let careProtocol: CareProtocol
    private(set) var clock: SessionClock
    private(set) var record: Record
    private(set) var course: Course

    /// Opens the fold with a session's first fact. `resolve` finds a protocol that a log from elsewhere names.
    ///
    /// - Throws: a ``Refusal`` when the fact is not `sessionOpened`, says something impossible, or its protocol cannot
    ///   be found.
    public init(opening: Fact, resolve: (String) -> CareProtocol? = { _ in nil }) throws(Refusal) {
        guard case .sessionOpened(let opened) = opening.body else {
            throw Refusal("A session begins with sessionOpened, not with \(opening.body.kind).")
        }
        var opening = opening
        if opening.sequence == 0 { opening.sequence = 1 }
        guard opening.sequence == 1 else {
            throw Refusal("A session's first fact has number 1, not \(opening.sequence).")
        }
        guard opening.measured <= opening.entered else {
            throw Refusal("The session was opened in the future.")
        }
        careProtocol = try OpeningCheck.careProtocol(of: opened, resolve: resolve)
        try OpeningCheck.check(opened, under: careProtocol, in: opening)
        facts = [opening]
        clock = SessionClock(opening: opening)
        record = Record()
        try record.add(opening, clock: clock)
        course = Course(
            opened: opened, careProtocol: careProtocol, opening: opening, at: SessionTime(milliseconds: 0))
    }

    /// The session's name.
    public var id: SessionID { facts[0].session }

    /// Real or practised.
    public var mode: SessionMode { facts[0].mode }

    /// Where the session stands after its last fact.
    public var phase: Phase { course.phase.phase }

    /// Folds one more fact.
    ///
    /// - Throws: a ``Refusal`` when the fact contradicts itself or the session; the session is then unchanged.
    public mutating func apply(_ fact: Fact) throws(Refusal) {
        var fact = fact
        if fact.sequence == 0 { fact.sequence = facts.count + 1 }
        try check(fact)
        var nextClock = clock
        nextClock.advance(by: fact)
        if case .amended = fact.body {
            try recompute(with: fact, clock: nextClock)
        } else if nextClock.measuredTime(of: fact) < course.now {
            try recompute(with: fact, clock: nextClock)
        } else {
            try extend(with: fact, clock: nextClock)
        }
        clock = nextClock
        facts.append(fact)
    }

    /// Takes a fact that happened before others, or changes them: everything is concluded anew.
    private mutating func recompute(with fact: Fact, clock: SessionClock) throws(Refusal) {
        var next = record
        try next.add(fact, clock: clock)
        course = try Session.course(of: next, careProtocol: careProtocol)
        record = next
    }

    /// Takes a fact that happened after all others. Nothing is copied, so that a long session costs no more per fact
    /// than a short one; a course that refuses is spoilt and concluded anew.
    private mutating func extend(with fact: Fact, clock: SessionClock) throws(Refusal) {
        try record.add(fact, clock: clock)
        guard let entry = record.entries.last else { return }
        course.advance(to: entry.at)
        do throws(Refusal) {
            try course.take(entry)
        } catch {
            record.removeLast()
            course = try Session.course(of: record, careProtocol: careProtocol)
            throw error
        }
    }

    /// Gives the number of a fact that was refused to nobody else, so that the numbers after it stay true. What it said
    /// counts for nothing.
    public mutating func skip(_ fact: Fact) {
        var fact = fact
        fact.sequence = facts.count + 1
        record.addVoid(fact, clock: clock)
        facts.append(fact)
    }

    /// Everything that the rules have concluded up to the instant at which the last fact was entered, in order.
    public var transitions: [Transition] {
        var course = course
        course.advance(to: max(course.now, clock.last.time))
        return course.transitions
    }

    /// The point on the session's own time line that `moment` is, and whether it had to be taken from the wall clock.
    public func time(of moment: Moment) -> (time: SessionTime, isEstimated: Bool) { clock.time(of: moment) }

    /// What a screen needs at `moment`.
    public func picture(at moment: Moment) -> Picture {
        var course = course
        let (now, isEstimated) = clock.time(of: moment)
        course.advance(to: max(course.now, now))
        course.refreshView()
        return PictureMaker(session: self, course: course, moment: moment, now: now, isEstimated: isEstimated)
            .picture
    }

    private static func course(of record: Record, careProtocol: CareProtocol) throws(Refusal) -> Course {
        guard let first = record.entries.first, case .sessionOpened(let opened)? = first.body else {
            throw Refusal("A session begins with sessionOpened.")
        }
        try OpeningCheck.check(opened, under: careProtocol, in: first.fact)
        var course = Course(
            opened: opened, careProtocol: careProtocol, opening: first.fact, at: SessionTime(milliseconds: 0))
        for entry in record.standing where entry.fact.sequence != 1 {
            course.advance(to: entry.at)
            try course.take(entry)
        }
        return course
    }
}
