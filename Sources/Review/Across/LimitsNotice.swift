import SessionCore

/// Whether a clinic's limits ask to be reviewed: more than half of the level-2 flags of the latest 20 sessions were not
/// confirmed when they were measured again. Denominator: level-2 flags with a recheck. Ebbtide default, unpublished.
public struct LimitsNotice: Sendable {
    /// Over so many sessions it is counted.
    public static let sessionCount = 20

    private struct Counted {
        var opened: WallTime
        var session: SessionID
        var confirmed: Int
        var notConfirmed: Int
    }

    /// The latest sessions, oldest first.
    private var latest: [Counted] = []

    /// No session yet.
    public init() {}

    /// Takes one session; the order does not matter.
    public mutating func add(_ review: SessionReview) {
        let flags = review.items.filter { $0.kind == .confirmation && $0.level == .high }
        let counted = Counted(
            opened: review.opened, session: review.session,
            confirmed: flags.count { $0.outcome.name == "confirmed" },
            notConfirmed: flags.count { $0.outcome.name == "notConfirmed" })
        let place = latest.firstIndex {
            ($0.opened, $0.session.name) > (counted.opened, counted.session.name)
        }
        latest.insert(counted, at: place ?? latest.count)
        if latest.count > LimitsNotice.sessionCount { latest.removeFirst() }
    }

    /// Level-2 flags that were measured again, and those of them that were not confirmed.
    public var counts: (measuredAgain: Int, notConfirmed: Int) {
        let notConfirmed = latest.reduce(0) { $0 + $1.notConfirmed }
        return (latest.reduce(notConfirmed) { $0 + $1.confirmed }, notConfirmed)
    }

    /// The notice in one sentence; `nil` when there are fewer than 20 sessions or nothing to say.
    public var sentence: String? {
        let (measuredAgain, notConfirmed) = counts
        guard latest.count == LimitsNotice.sessionCount, notConfirmed &* 2 > measuredAgain else { return nil }
        return "Limits review: \(notConfirmed) of \(measuredAgain) level-2 flags of the latest "
            + "\(LimitsNotice.sessionCount) sessions were not confirmed when measured again."
    }
}
