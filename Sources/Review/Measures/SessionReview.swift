import SessionCore

/// The review of one session: first what happened, thing by thing with the facts behind each, then what can be counted
/// from that. A pure function of the session as corrected now.
public struct SessionReview: Sendable {
    /// The session.
    public var session: SessionID
    /// Real or practised.
    public var mode: SessionMode
    /// When it was opened, by the wall clock.
    public var opened: WallTime
    /// How the drug is given.
    public var route: Route
    /// Name and version of the protocol that it ran under.
    public var careProtocol: String
    /// Where it stands.
    public var phase: Phase
    /// How many facts it has.
    public var factCount: Int
    /// Numbers of facts that were refused or could not be read: they count for nothing.
    public var unread: [Int]
    /// What is wrong with the record, when it is damaged: nothing behind that is known.
    public var damage: String?
    /// T0; `nil` when no dose was begun.
    public var start: SessionTime?
    /// Everything that was looked at, in order of time within each measure.
    public var items: [ReviewItem]
    /// How long each parameter stood at each level, in order of time; empty without a T0.
    public var stretches: [LevelStretch]
    /// The last digits of typed pressures, by author.
    public var digits: [DigitCount]

    /// Reviews a session as it is known now; `damage` says what is wrong with its record.
    public init(_ session: Session, damage: String? = nil) {
        self.damage = damage
        unread = session.voids
        let source = ReviewSource(session)
        self.session = session.id
        mode = session.mode
        opened = source.picture.opened
        route = source.picture.plan.route
        careProtocol = "\(session.careProtocol.name) \(session.careProtocol.version)"
        phase = source.picture.phase
        factCount = session.facts.count
        start = source.picture.start
        items =
            source.checkpoints + source.rechecks + source.acknowledgements + source.notifications
            + source.confirmations + source.entries + source.corrections + source.stays
        stretches = source.levelStretches
        digits = DigitCount.counts(in: session)
    }

    /// The things of one measure, in order of time.
    public func items(of kind: MeasureKind) -> [ReviewItem] { items.filter { $0.kind == kind } }

    /// Everybody who answers for something in this session, in alphabetical order.
    public var nurses: [String] {
        Set(items.map(\.nurse) + stretches.map(\.nurse) + digits.map(\.author)).sorted()
    }
}
