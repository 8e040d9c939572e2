import SessionCore

/// What the list of sessions shows about one of them, kept beside its facts so that a long list opens at once.
public struct SessionSummary: Hashable, Sendable {
    /// The session.
    public var id: SessionID
    /// Real or practised.
    public var mode: SessionMode
    /// When it was opened, by the wall clock.
    public var opened: WallTime
    /// When its last fact was entered, by the wall clock.
    public var lastEntered: WallTime
    /// What the ward calls the patient.
    public var label: String
    /// The patient's year of birth.
    public var birthYear: Int?
    /// How the drug is given.
    public var route: Route?
    /// Whether nothing is watched any more.
    public var isOver: Bool
    /// How many facts it has.
    public var count: Int

    /// The summary of a session before its first fact.
    init(of fact: Fact) {
        id = fact.session
        mode = fact.mode
        opened = fact.measured
        lastEntered = fact.entered
        label = ""
        isOver = false
        count = 0
    }

    /// Makes a summary from its parts.
    public init(
        id: SessionID, mode: SessionMode, opened: WallTime, lastEntered: WallTime, label: String,
        birthYear: Int?, route: Route?, isOver: Bool, count: Int
    ) {
        self.id = id
        self.mode = mode
        self.opened = opened
        self.lastEntered = lastEntered
        self.label = label
        self.birthYear = birthYear
        self.route = route
        self.isOver = isOver
        self.count = count
    }

    /// Takes one more fact into account; an opening that was corrected shows as corrected.
    mutating func fold(_ fact: Fact) {
        count += 1
        lastEntered = fact.entered
        switch fact.body {
        case .sessionOpened(let opening): take(opening)
        case .amended(let amendment):
            if case .sessionOpened(let opening) = amendment.now { take(opening) }
        default: break
        }
    }

    private mutating func take(_ opening: SessionOpened) {
        label = opening.patient.label
        birthYear = opening.patient.birthYear
        route = opening.route
    }
}
