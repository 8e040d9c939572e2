/// A therapy session: the fold of all its facts. Live, replay and practice are this one function with other clocks.
public struct Session: Sendable {
    /// Every fact that was accepted, in order of entry.
    public private(set) var facts: [Fact]

    /// Opens the fold with a session's first fact. `resolve` finds a protocol that a log from elsewhere names.
    ///
    /// - Throws: a ``Refusal`` when the fact is not `sessionOpened` or its protocol cannot be found.
    public init(opening: Fact, resolve: (String) -> CareProtocol? = { _ in nil }) throws(Refusal) {
        facts = [opening]
        throw Refusal("not yet")
    }

    /// Folds one more fact and returns what the rules concluded since the fact before.
    ///
    /// - Throws: a ``Refusal`` when the fact contradicts itself or the session; the session is then unchanged.
    @discardableResult
    public mutating func apply(_ fact: Fact) throws(Refusal) -> [Transition] {
        throw Refusal("not yet")
    }

    /// The fact that would record `body`, stamped and numbered; nothing is folded.
    ///
    /// - Throws: a ``Refusal`` that says what was wrong and what would be right.
    public func decide(
        _ body: FactBody, measured: WallTime? = nil, at moment: Moment, author: String,
        source: FactSource = .live
    ) throws(Refusal) -> Fact {
        throw Refusal("not yet")
    }

    /// What the rules conclude from the passing of time alone, up to `moment`.
    public mutating func timePassed(to moment: Moment) -> [Transition] { [] }

    /// The point on the session's own time line that `moment` is, and whether it had to be taken from the wall clock.
    public func time(of moment: Moment) -> (time: SessionTime, isEstimated: Bool) {
        (SessionTime(milliseconds: 0), false)
    }

    /// What a screen needs at `moment`.
    public func picture(at moment: Moment) -> Picture? { nil }
}
