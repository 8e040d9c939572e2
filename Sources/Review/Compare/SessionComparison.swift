import SessionCore

/// Two sessions on one axis: what happened in each, minute by minute from the T0 of each, and their measures side by side.
public struct SessionComparison: Sendable {
    /// One minute in which something happened in either session.
    public struct Row: Hashable, Sendable {
        /// Whole minutes since T0, rounded down; negative before.
        public var minute: Int64
        /// What happened in the first session, in words, in order.
        public var first: [String]
        /// What happened in the second.
        public var second: [String]
    }

    /// The minutes, in order.
    public let rows: [Row]
    /// The review of the first session.
    public let first: SessionReview
    /// The review of the second.
    public let second: SessionReview

    /// Puts two sessions on one axis.
    ///
    /// - Throws: a ``Refusal`` when a dose was never begun in one of them, so that there is no common zero, or when one is
    ///   real and the other practised.
    public init(_ first: Session, _ second: Session) throws(Refusal) {
        guard first.mode == second.mode else {
            throw Refusal("A real session is not compared with a practised one.")
        }
        self.first = SessionReview(first)
        self.second = SessionReview(second)
        for review in [self.first, self.second] where review.start == nil {
            throw Refusal("Session \(review.session) has no T0, so that there is no axis to compare it on.")
        }
        var minutes: [Int64: Row] = [:]
        func add(_ session: Session, _ start: SessionTime?, to side: WritableKeyPath<Row, [String]>) {
            for (at, words) in SessionComparison.story(of: session) {
                let minute = (at - (start ?? at)).wholeMinutes
                minutes[minute, default: Row(minute: minute, first: [], second: [])][keyPath: side]
                    .append(words)
            }
        }
        add(first, self.first.start, to: \.first)
        add(second, self.second.start, to: \.second)
        rows = minutes.values.sorted { $0.minute < $1.minute }
    }

    /// What happened, in words: entries that stand, and alarms as they were raised and confirmed.
    private static func story(of session: Session) -> [(SessionTime, String)] {
        let source = ReviewSource(session)
        let entries = source.picture.timeline.filter { !$0.isStruck && $0.kind != .console }
            .map { ($0.at, $0.text) }
        let alarms = source.alarmChanges.compactMap { at, _, change -> (SessionTime, String)? in
            guard change.what == .raised || change.what == .confirmed else { return nil }
            let level = change.level.number.map { " level \($0)" } ?? ""
            return (at, "alarm \(change.what.rawValue): \(change.key.words)\(level)")
        }
        return (entries + alarms).enumerated()
            .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element)
    }
}
