import Review
import SessionCore
import Simulation

/// An exercise as it is kept: with this and nothing else it is taken up, looked back on and practised again.
public struct KeptAttempt: Sendable, Equatable {
    /// What is played, with the scenario as it was when the exercise was begun.
    public var plan: PracticePlan
    /// When it was begun, by the machine's clock.
    public var began: WallTime
    /// What came to it from outside; its room is empty and follows from playing it again.
    public var log: ExerciseLog
    /// The facts of its session.
    public var facts: [Fact]
    /// A line that was typed but never filed when the last console ended.
    public var draft: String?

    /// Makes an attempt from its parts.
    public init(
        plan: PracticePlan, began: WallTime, log: ExerciseLog, facts: [Fact], draft: String? = nil
    ) {
        self.plan = plan
        self.began = began
        self.log = log
        self.facts = facts
        self.draft = draft
    }

    /// The exercise where it was left, or ended.
    public var exercise: Exercise {
        Exercise.replayed(plan.scenario, careProtocol: plan.careProtocol, facts: facts, log: log)
    }

    /// The fold of the facts.
    ///
    /// - Throws: a ``Refusal`` for the first fact that cannot stand.
    public func session() throws(Refusal) -> Session {
        guard let opening = facts.first else { throw Refusal("The exercise \(plan.session) has no facts.") }
        var session = try Session(opening: opening) { _ in plan.careProtocol }
        for fact in facts.dropFirst() { try session.apply(fact) }
        return session
    }

    /// The attempt as a debrief looks back on it, ended or not.
    ///
    /// - Throws: a ``Refusal`` for the first fact that cannot stand.
    public func outcome() throws(Refusal) -> PracticeOutcome {
        PracticeOutcome(plan: plan, session: try session(), log: exercise.log)
    }

    /// A new exercise that goes on from an instant of this one with its first `facts` facts, in a session of its own.
    func goingOn(from instant: SessionTime, facts count: Int, as session: SessionID, began: WallTime)
        -> KeptAttempt
    {
        var next = self
        next.plan.session = session
        next.began = began
        next.log = log.goingOn(from: instant, of: plan.session, facts: count)
        next.draft = nil
        next.facts = facts.prefix(count).map { fact in
            var fact = fact
            fact.session = session
            return fact
        }
        return next
    }
}

/// An attempt in the list of those that can be compared.
public struct AttemptSummary: Hashable, Sendable {
    /// Its session.
    public var session: SessionID
    /// When it was begun, by the machine's clock.
    public var began: WallTime
    /// The version of the scenario that was played.
    public var version: Int
    /// The seed.
    public var seed: UInt64
    /// Whether it has ended.
    public var isOver: Bool

    /// Makes a summary from its parts.
    public init(session: SessionID, began: WallTime, version: Int, seed: UInt64, isOver: Bool) {
        self.session = session
        self.began = began
        self.version = version
        self.seed = seed
        self.isOver = isOver
    }
}
