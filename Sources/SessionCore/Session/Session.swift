/// A therapy session: the fold of all its facts. Live, replay and practice are this one function with other clocks.
///
/// Facts arrive in the order of entry and are judged in the order in which they happened. A fact that happened after all
/// others only adds to what is known; a late one or a correction recomputes everything, so that flags, schedule and
/// alarms stand as if it had been known in time.
public struct Session: Sendable {
    /// Every fact that was accepted, in order of entry.
    public private(set) var facts: Chunked<Fact>
    /// Numbers that were given to nobody, because what stood there was refused or could not be read; in order.
    public private(set) var voids: [Int] = []
    /// The protocol that the session runs under.
    public let careProtocol: CareProtocol
    private(set) var clock: SessionClock
    private(set) var record: Record
    private(set) var course: Course
    /// Earlier states, from which a late fact or a correction is folded on instead of from the beginning.
    private var marks: [Mark] = []

    /// The course when so many entries of the record's order had been taken.
    private struct Mark {
        var taken: Int
        var course: Course
    }

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
        _ = try record.add(opening, clock: clock)
        course = Course(
            opened: opened, careProtocol: careProtocol, opening: opening, at: .zero)
    }

    /// The session's name.
    public var id: SessionID { facts[0].session }

    /// Real or practised.
    public var mode: SessionMode { facts[0].mode }

    /// Where the session stands after its last fact.
    public var phase: Phase { course.phase.phase }

    /// Folds one more fact. One that `stands` was accepted before, in the order of entry, and is folded again in another.
    ///
    /// - Throws: a ``Refusal`` when the fact contradicts itself or the session; the session is then unchanged.
    public mutating func apply(_ fact: Fact, stands: Bool = false) throws(Refusal) {
        var fact = fact
        if fact.sequence == 0 { fact.sequence = facts.count + 1 }
        try check(fact)
        var nextClock = clock
        nextClock.advance(by: fact)
        let addition = try record.add(fact, clock: nextClock)
        do throws(Refusal) {
            if let newest = record.newest(addition), newest.at >= course.now {
                keepMark(taken: addition.firstChanged)
                course.advance(to: newest.at)
                try course.take(newest, stands: stands)
            } else {
                try refold(from: addition.firstChanged, new: stands ? nil : fact.sequence)
            }
        } catch {
            record.takeBack(addition)
            try refold(from: addition.firstChanged)
            throw error
        }
        clock = nextClock
        facts.append(fact)
    }

    /// Keeps the present state every few facts, so that a late fact or a correction, which is mostly near, has only a
    /// little to fold. In a long session a state is too large to be kept for nothing: there the first late fact pays for
    /// all, and leaves states behind for the next one.
    private mutating func keepMark(taken: Int) {
        guard taken <= Session.mostForMarks, taken - (marks.last?.taken ?? 0) >= Session.markEvery else {
            return
        }
        marks.append(Mark(taken: taken, course: course))
        if marks.count > 8 { marks.removeFirst(4) }
    }

    private static let markEvery = 6
    private static let mostForMarks = 256

    /// Concludes everything anew from a place in the record's order on. All of it stands but the fact that is `new`.
    private mutating func refold(from place: Int, new: Int? = nil) throws(Refusal) {
        guard let first = record.entries.first, case .sessionOpened(let opened)? = first.body else {
            throw Refusal("A session begins with sessionOpened.")
        }
        marks.removeAll { $0.taken > place || place == 0 }
        var next: Course
        if let mark = marks.last {
            next = mark.course
        } else {
            try OpeningCheck.check(opened, under: careProtocol, in: first.fact)
            next = Course(
                opened: opened, careProtocol: careProtocol, opening: first.fact,
                at: .zero)
        }
        for taken in (marks.last?.taken ?? 0)..<record.order.count {
            if Session.markDistances.contains(record.order.count - taken), taken > marks.last?.taken ?? 0 {
                marks.append(Mark(taken: taken, course: next))
            }
            let entry = record.entries[record.order[taken]]
            guard entry.body != nil, entry.fact.sequence != 1 else { continue }
            next.advance(to: entry.at)
            try next.take(entry, stands: entry.fact.sequence != new)
        }
        course = next
        if marks.count > 8 { marks.removeFirst(4) }
    }

    /// How far behind the newest entry a state is kept.
    private static let markDistances = [16, 256]

    /// Gives the number of a fact that was refused to nobody else, so that the numbers after it stay true. What it said
    /// counts for nothing.
    public mutating func skip(_ fact: Fact) {
        var fact = fact
        fact.sequence = facts.count + 1
        let place = record.addVoid(fact, clock: clock)
        marks.removeAll { $0.taken > place }
        facts.append(fact)
        voids.append(fact.sequence)
    }

    /// Everything that the rules have concluded up to the instant at which the last fact was entered, in order.
    public var transitions: Chunked<Transition> {
        var course = course
        course.advance(to: max(course.now, clock.last.time))
        return course.transitions
    }

    /// The point on the session's own time line that `moment` is, and whether it had to be taken from the wall clock.
    public func time(of moment: Moment) -> (time: SessionTime, isEstimated: Bool) { clock.time(of: moment) }

    /// What a reading that is measured at `moment` is judged with beside its own values; those of the reading `sequence`,
    /// which it corrects, left out.
    public func judgementContext(at moment: Moment, without sequence: Int? = nil) -> JudgementContext {
        course.context(at: clock.time(of: moment).time, without: sequence)
    }

    /// What a screen needs at `moment`.
    public func picture(at moment: Moment) -> Picture {
        var course = course
        let (now, isEstimated) = clock.time(of: moment)
        course.advance(to: max(course.now, now))
        course.refreshView()
        return PictureMaker(session: self, course: course, moment: moment, now: now, isEstimated: isEstimated)
            .picture
    }
}
