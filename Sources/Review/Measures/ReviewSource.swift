import SessionCore

/// A fact as it stands with every correction applied.
struct StandingFact {
    var sequence: Int
    var body: FactBody
    var at: SessionTime
    /// From measured to entered.
    var delay: Span
    var author: String
    var isByPerson: Bool
}

/// What the measures of one session are computed from, gathered once.
struct ReviewSource {
    let session: Session
    let picture: Picture
    let transitions: Chunked<Transition>
    /// The facts that stand, in order of entry.
    let standing: [StandingFact]
    /// Stretches in which nobody kept the record.
    let unkept: [Range<SessionTime>]
    private let duties: [(from: SessionTime, nurse: String)]

    init(_ session: Session) {
        self.session = session
        let last = session.facts[session.facts.count - 1]
        picture = session.picture(at: Moment(wall: last.entered, boot: last.boot))
        transitions = session.transitions
        standing = ReviewSource.standing(in: session, timeline: picture.timeline)
        unkept = ReviewSource.unkept(
            standing, until: picture.now, hours: session.careProtocol.timers.abandonHours)
        var duties = [(from: SessionTime(milliseconds: .min), nurse: session.facts[0].author)]
        for fact in standing.sorted(by: { ($0.at, $0.sequence) < ($1.at, $1.sequence) }) {
            if case .nurseChanged(let change) = fact.body { duties.append((fact.at, change.initials)) }
        }
        self.duties = duties
    }

    /// The protocol it ran under.
    var careProtocol: CareProtocol { session.careProtocol }

    /// Whether nothing is watched any more.
    var isOver: Bool { picture.phase.isOver }

    /// When the patient went, or what is known so far.
    var end: SessionTime { picture.discharge.leftAt ?? picture.now }

    /// Stretches in which no person entered anything for longer than it takes until a session may be abandoned: nobody was
    /// there to owe anything.
    private static func unkept(
        _ standing: [StandingFact], until now: SessionTime, hours: Int
    ) -> [Range<SessionTime>] {
        let entered = standing.filter(\.isByPerson).map { $0.at + $0.delay }.sorted() + [now]
        return zip(entered, entered.dropFirst()).filter { $1 - $0 > .minutes(hours &* 60) }.map { $0..<$1 }
    }

    /// The nurse on duty at an instant.
    func nurse(at time: SessionTime) -> String { duties.last { $0.from <= time }?.nurse ?? duties[0].nurse }

    /// Whether a fact that could not be read may have been entered within that time.
    func isUnread(from: SessionTime, to: SessionTime) -> Bool {
        let facts = session.facts
        func entered(_ fact: Fact) -> SessionTime {
            picture.now - Span(milliseconds: picture.wall.milliseconds &- fact.entered.milliseconds)
        }
        return session.voids.contains { number in
            let after = entered(facts[max(0, number - 2)])
            let before = number < facts.count ? entered(facts[number]) : picture.now
            return after < to && before >= from
        }
    }

    private static func standing(in session: Session, timeline: Timeline) -> [StandingFact] {
        var lines: [Int: TimelineMark] = [:]
        for line in timeline.marks { lines[line.sequence] = line }
        return session.standingEntries.compactMap { entry in
            guard let body = entry.body, let line = lines[entry.fact.sequence], !line.isStruck else {
                return nil
            }
            return StandingFact(
                sequence: entry.fact.sequence, body: body, at: line.at,
                delay: max(.zero, entry.entered - entry.at), author: entry.fact.author,
                isByPerson: entry.fact.source != .console)
        }
    }
}

extension StandingFact {
    /// Whether it is a measurement, or says that none could be obtained.
    var isReading: Bool {
        switch body {
        case .reading, .notObtainable: true
        default: false
        }
    }

    /// Where the cuff sat, when said.
    var arm: String? { if case .reading(let reading) = body { reading.arm } else { nil } }
}
