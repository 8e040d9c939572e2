/// What the rules make of a session's facts, taken one by one in the order in which they happened, with time stepped
/// exactly from deadline to deadline in between. Folding in one go equals folding in parts.
struct Course: Sendable {
    /// The plan as it stands.
    let opened: SessionOpened
    /// The protocol it runs under.
    let careProtocol: CareProtocol
    /// When the session was opened, on the wall clock.
    let openedWall: WallTime
    let classifier: Classifier
    let words: FactWords

    /// The instant up to which everything has been concluded.
    private(set) var now: SessionTime
    var nurse: String
    var profile: ObservationProfile
    var earlierProfiles: [EarlierProfile] = []
    var attested: [AttestedStep: Attested] = [:]
    var observations = Observations()
    var administration: Administration
    var watches: WatchBank
    var board: AlarmBoard
    /// When doses followed the first, in order.
    var furtherDoses: [SessionTime] = []
    var couldNotDo: [CouldNotDo] = []
    var proceed: TimedOrder?
    /// What the gate and the baseline said at T0.
    var atStart: StartState?
    var rescue = Rescue()
    var discharge = DischargeBook()
    var gaps: [Gap] = []
    var remarks = Remarks()
    var phase: PhaseMachine
    /// What follows from all of the above at ``now``.
    var view: CourseView
    /// The view of a course to which nothing has happened yet.
    private let blank: CourseView
    /// Everything that was concluded, in order.
    private(set) var transitions: Chunked<Transition> = []

    init(opened: SessionOpened, careProtocol: CareProtocol, opening: Fact, at time: SessionTime) {
        self.opened = opened
        self.careProtocol = careProtocol
        openedWall = opening.measured
        classifier = Classifier(careProtocol)
        words = FactWords(careProtocol: careProtocol)
        now = time
        nurse = opening.author
        profile = opened.profile
        administration = Administration(plan: AdministrationPlan(opened, careProtocol: careProtocol))
        watches = WatchBank(careProtocol)
        board = AlarmBoard(rules: careProtocol.alarms)
        phase = PhaseMachine(timers: careProtocol.timers)
        blank = CourseView(careProtocol: careProtocol, at: time)
        view = blank
        refreshView()
    }

    /// Lets time pass up to `time`, stopping at every deadline on the way.
    mutating func advance(to time: SessionTime) {
        while let deadline = nextDeadline, deadline <= time {
            now = max(now, deadline)
            expire()
        }
        now = max(now, time)
    }

    /// Takes one fact that happened at ``now``. One that `stands` was accepted when it was entered, and is only judged
    /// anew: what became known since may show that a rule was broken, and not that it did not happen.
    ///
    /// - Throws: a ``Refusal`` when it contradicts what happened before. The course is then to be thrown away.
    mutating func take(_ entry: Record.Entry, stands: Bool) throws(Refusal) {
        guard let body = entry.body else { return }
        try happened(body, entry: entry, stands: stands)
        settle(fact: entry.fact.sequence)
    }

    /// Writes down a conclusion.
    mutating func conclude(_ event: Transition.Event, fact: Int?) {
        transitions.append(Transition(at: now, fact: fact, event: event))
    }

    /// Writes down what changed at the alarm board.
    mutating func conclude(_ changes: [AlarmChange], fact: Int?) {
        for change in changes { conclude(.alarm(change), fact: fact) }
    }

    /// A fact went against the protocol.
    mutating func deviated(_ sentence: String, fact: Int) {
        let earlier = remarks.deviations[fact].map { $0 + "; " } ?? ""
        remarks.deviations[fact] = earlier + sentence
        conclude(.deviation(sentence), fact: fact)
    }
}

// MARK: - Time

extension Course {
    private var nextDeadline: SessionTime? {
        guard !phase.phase.isOver else { return nil }
        return [watches.nextDeadline, board.nextDeadline, view.nextDeadline(of: self)].compactMap(\.self)
            .min()
    }

    private mutating func expire() {
        for key in watches.expired(at: now) {
            guard var watch = watches[key] else { continue }
            _ = watch.timePassed(to: now)
            watches[key] = watch
            conclude(board.conditionChanged(key.alarm, to: watch.condition, at: now), fact: nil)
        }
        conclude(board.timePassed(to: now), fact: nil)
        settle(fact: nil)
    }

    /// Brings the view to ``now``, which may lie between two deadlines.
    mutating func refreshView() {
        // Taken out while it is brought up to date, so that what it keeps has one owner and is not copied.
        var next = blank
        swap(&next, &view)
        next.update(of: self)
        view = next
    }

    /// Recomputes what follows from everything so far and writes down what changed.
    mutating func settle(fact: Int?) {
        let before = view.standing
        refreshView()
        let after = view.standing
        for name in after.vanishedCheckpoints(since: before) {
            // What is no longer on the plan can be neither late nor missed.
            conclude(board.checkpointChanged(name, to: .planned, isMandatory: false, at: now), fact: fact)
        }
        for (name, state, isMandatory) in after.checkpointChanges(since: before) {
            conclude(.checkpoint(name: name, state: state), fact: fact)
            conclude(
                board.checkpointChanged(name, to: state, isMandatory: isMandatory, at: now), fact: fact)
        }
        if administration.start == nil, after.gate != before.gate {
            conclude(.gate(view.gate.outcome, findings: view.gate.findings), fact: fact)
        }
        let freshFrom = phase.freshFrom
        movePhase(fact: fact)
        // A session that was ready for too long asks for a fresh pair: the gate has to hear of it.
        if phase.freshFrom != freshFrom { return settle(fact: fact) }
        if after.hasSubsided, !before.hasSubsided { conclude(.subsided, fact: fact) }
        if after.isReady, !before.isReady { conclude(.ready, fact: fact) }
        if after.mayLeave, !before.mayLeave { conclude(.mayLeave, fact: fact) }
    }
}
