import SessionCore

/// Facts in the order in which they are folded, with folds kept along the way, so that any place of a long session is
/// reached from one near it and never from the start.
struct ReplayTape: Sendable {
    /// The facts.
    private(set) var facts: [Fact]
    /// When each is folded, on the session's own time line, in order.
    private(set) var times: [SessionTime]
    /// The fold of all of them.
    private(set) var last: Session
    /// The fact that could not be folded, from which on the tape holds nothing.
    private(set) var problem: ReplayProblem?
    /// Folds of the first facts, by how many they are, in order.
    private var kept: [(count: Int, session: Session)]
    /// The fold that was asked for last.
    private var current: (count: Int, session: Session)

    /// Whether the facts were accepted before and come in another order than that of their entry. One that does not fit
    /// then counts for nothing.
    private let stands: Bool

    /// The fewest facts between two folds that are kept.
    static let stride = 64
    /// The most folds that are kept; with more facts they stand further apart.
    static let mostKept = 128

    /// Begins a tape with the opening of a session.
    init(
        opening: Fact, at time: SessionTime, stands: Bool = false, resolve: (String) -> CareProtocol?
    ) throws(Refusal) {
        var opening = opening
        opening.sequence = 1
        last = try Session(opening: opening, resolve: resolve)
        self.stands = stands
        facts = [opening]
        times = [time]
        kept = [(1, last)]
        current = (1, last)
    }

    /// Folds the next fact at `time`. One that does not fit ends the tape, unless its facts stand.
    mutating func add(_ fact: Fact, at time: SessionTime) {
        guard problem == nil else { return }
        do throws(Refusal) {
            try last.apply(fact, stands: stands)
        } catch {
            guard stands else {
                problem = ReplayProblem(index: facts.count, refusal: error)
                return
            }
            last.skip(fact)
        }
        facts.append(fact)
        times.append(max(time, times.last ?? time))
        if facts.count - (kept.last?.count ?? 0) >= spacing { keep() }
    }

    private var spacing: Int { max(ReplayTape.stride, facts.count / ReplayTape.mostKept) }

    private mutating func keep() {
        kept.append((facts.count, last))
        guard kept.count > 2 * ReplayTape.mostKept else { return }
        kept = kept.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    }

    /// The fold of the first `count` facts.
    mutating func session(after count: Int) -> Session {
        let count = min(max(1, count), facts.count)
        if count == facts.count { return last }
        if current.count == count { return current.session }
        let below = kept.last { $0.count <= count } ?? kept[0]
        if current.count > count || current.count < below.count { current = below }
        while current.count < count {
            let fact = facts[current.count]
            do throws(Refusal) {
                try current.session.apply(fact, stands: stands)
            } catch {
                current.session.skip(fact)
            }
            current.count += 1
        }
        return current.session
    }
}

/// A fact of a record at which replay has to stop.
public struct ReplayProblem: Hashable, Sendable {
    /// Its position, from 0.
    public var index: Int
    /// Why it cannot be folded.
    public var refusal: Refusal
}
