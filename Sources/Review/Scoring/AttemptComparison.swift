import SessionCore

/// Two attempts at one scenario side by side: an earlier one, or a reference run, and a later one.
public struct AttemptComparison: Hashable, Sendable {
    /// One expected action in both.
    public struct Row: Hashable, Sendable {
        /// Its short name.
        public var name: String
        /// In words.
        public var title: String
        /// How it stood in the earlier attempt; `nil` when it was not expected there.
        public var earlier: ExpectationOutcome.Standing?
        /// How it stands in the later one.
        public var later: ExpectationOutcome.Standing?
        /// From trigger to deed in the earlier attempt.
        public var earlierDelay: Span?
        /// From trigger to deed in the later one.
        public var laterDelay: Span?
    }

    /// The actions of both, the later attempt's first.
    public var rows: [Row]
    /// Points of % gained, negative when lost.
    public var gain: Int
    /// Critical misses that the later attempt no longer has, by name.
    public var overcome: [String]
    /// Critical misses that the later attempt has anew, by name.
    public var added: [String]

    /// Compares two scores.
    public init(earlier: Score, later: Score) {
        let former = Dictionary(earlier.actions.map { ($0.name, $0) }) { first, _ in first }
        rows = later.actions.map { action in
            let before = former[action.name]
            return Row(
                name: action.name, title: action.title, earlier: before?.standing, later: action.standing,
                earlierDelay: before?.delay, laterDelay: action.delay)
        }
        let present = Set(later.actions.map(\.name))
        rows += earlier.actions.filter { !present.contains($0.name) }.map { action in
            Row(
                name: action.name, title: action.title, earlier: action.standing, later: nil,
                earlierDelay: action.delay, laterDelay: nil)
        }
        gain = later.percent - earlier.percent
        let misses = (Set(earlier.criticalMisses.map(\.name)), Set(later.criticalMisses.map(\.name)))
        overcome = misses.0.subtracting(misses.1).sorted()
        added = misses.1.subtracting(misses.0).sorted()
    }
}

extension ScoredAction {
    /// From its trigger to when it was done; `nil` when either is not known.
    public var delay: Span? {
        guard let trigger, let doneAt else { return nil }
        return doneAt - trigger
    }
}
