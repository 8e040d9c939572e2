import SessionCore

/// Measures over many sessions, folded one at a time: all together, by nurse and by route. Its size grows with the number
/// of nurses and not with the number of sessions.
public struct AcrossReview: Sendable {
    /// What is looked at.
    public struct Scope: Hashable, Sendable {
        /// Sessions opened at this time or later.
        public var since: WallTime?
        /// Sessions opened before this time.
        public var until: WallTime?
        /// Only what this nurse answers for.
        public var nurse: String?
        /// Only sessions of this route.
        public var route: Route?

        /// Makes a scope; what is not said is not limited.
        public init(
            since: WallTime? = nil, until: WallTime? = nil, nurse: String? = nil, route: Route? = nil
        ) {
            self.since = since
            self.until = until
            self.nurse = nurse
            self.route = route
        }

        /// Whether a session opened then on that route is looked at; an unknown route is not left out.
        public func contains(opened: WallTime, route other: Route?) -> Bool {
            if let since, opened < since { return false }
            if let until, opened >= until { return false }
            if let route, let other, route != other { return false }
            return true
        }
    }

    /// What is looked at.
    public let scope: Scope
    /// Everything in the scope together.
    public private(set) var all = Tally()
    /// What each nurse answers for.
    public private(set) var byNurse: [String: Tally] = [:]
    /// The sessions of each route.
    public private(set) var byRoute: [Route: Tally] = [:]
    /// Whether the limits ask to be reviewed.
    public private(set) var limits = LimitsNotice()

    /// Nothing folded yet.
    public init(scope: Scope = Scope()) { self.scope = scope }

    /// Folds one session; one outside of the scope changes nothing.
    public mutating func add(_ review: SessionReview) {
        guard scope.contains(opened: review.opened, route: review.route) else { return }
        let nurses = review.nurses
        if let nurse = scope.nurse, !nurses.contains(nurse) { return }
        all.add(review, nurse: scope.nurse)
        byRoute[review.route, default: Tally()].add(review, nurse: scope.nurse)
        for nurse in nurses where scope.nurse == nil || scope.nurse == nurse {
            byNurse[nurse, default: Tally()].add(review, nurse: nurse)
        }
        limits.add(review)
    }
}
