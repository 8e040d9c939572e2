import SessionCore

/// A scenario that is being played: a simulated patient in a room, driven by time, by the facts that the trainee files and
/// by what the trainee does in the room. A value without clock, screen or file: whoever holds it moves its time on.
///
/// Its time line is the session's own. The trainee sees ``monitor``, ``says`` and ``hint``, never the physiology. The same
/// scenario, seed, facts and deeds at the same instants give the same exercise for ever.
public struct Exercise: Sendable {
    /// What is played.
    public let scenario: Scenario
    /// The care protocol that the session runs under.
    public let careProtocol: CareProtocol
    /// When the trainee takes over, on the session's own time line.
    public let tookOver: SessionTime
    /// When the exercise ends by itself.
    public let endsAt: SessionTime
    /// What a colleague filed before the trainee took over, the opening first: to be filed as it stands, numbered from 1.
    public internal(set) var prelude: [ColleagueEntry] = []
    /// What the rules refuse of the colleague's record; `nil` where it stands, as in every scenario that was checked.
    public internal(set) var preludeRefusal: Refusal?
    /// Where the exercise stands, on the session's own time line.
    public internal(set) var now = SessionTime.zero
    /// What the simulated monitor shows.
    public internal(set) var monitor = RoomMonitor()
    /// Everything that was heard or seen so far, in order.
    public internal(set) var says: [Utterance] = []
    /// Whether it is over: its time is up, the patient has left, or the session was cancelled or signed.
    public internal(set) var isOver = false
    /// What is to be kept beside the session.
    public internal(set) var log: ExerciseLog

    var patient: SimulatedPatient
    var happenings: Happenings
    var script: ScriptState
    var tasks: [RoomTask] = []
    var lastFact = 0
    /// What the script waits for by time, as far as is known; computed anew when something has happened.
    var dues: [ScriptDue] = []
    /// Whether something waits for the patient's physiology.
    var watchesPatient = false

    /// Begins an exercise. `year` is the calendar year of the practice, which turns the scenario's age into a year of
    /// birth; `utcOffsetMinutes` and `software` stand in the opening fact.
    public init(
        _ scenario: Scenario, careProtocol: CareProtocol, seed: UInt64, year: Int, utcOffsetMinutes: Int = 0,
        software: String = ""
    ) {
        self.scenario = scenario
        self.careProtocol = careProtocol
        let opens = scenario.opensMinute
        tookOver = SessionTime(minutes: Int64(scenario.begins.minute &- opens))
        endsAt = tookOver + .minutes(scenario.lastsMinutes)
        log = ExerciseLog(
            scenario: scenario.name, version: scenario.version, seed: seed, year: year,
            room: RoomRecord(tookOver: tookOver))
        patient = SimulatedPatient(scenario.patient.description, route: careProtocol.route, seed: seed)
        happenings = Happenings(tookOver: tookOver)
        script = ScriptState(scenario)
        refresh()
        let opening = scenario.opening(
            under: careProtocol, year: year, utcOffsetMinutes: utcOffsetMinutes, software: software)
        keepRecord(opening: opening)
        run(to: tookOver)
    }

    /// The seed.
    public var seed: UInt64 { log.seed }

    /// Time passes up to `time`; an earlier one changes nothing, and nothing happens any more once it is over.
    public mutating func advance(to time: SessionTime) {
        guard !isOver else { return }
        run(to: min(time, endsAt))
        if now >= endsAt { end() }
    }

    /// The trainee gives up, or the supervisor stops the exercise.
    public mutating func end() {
        guard !isOver else { return }
        isOver = true
        log.room.ended = now
        log.steps.append(.init(at: now, step: .ended))
    }

    /// Notes how far simulated time has come, so that an exercise whose console dies is taken up from here.
    public mutating func noteReached() {
        guard !isOver, now > log.steps.last?.at ?? tookOver else { return }
        log.steps.append(.init(at: now, step: .reached))
    }

    /// The trainee filed a fact. What it says reaches the patient at the instant at which it was entered; a fact that was
    /// taken already, or that the colleague filed, changes nothing.
    public mutating func observe(_ fact: Fact) {
        guard fact.sequence > lastFact else { return }
        lastFact = fact.sequence
        if let entered = fact.elapsed { advance(to: entered) }
        guard !isOver else { return }
        log.steps.append(.init(at: now, step: .fact(fact.sequence)))
        take(fact.body, sequence: fact.sequence, author: fact.author)
        switch fact.body {
        case .patientLeft, .sessionCancelled, .sessionAbandoned, .sessionClosed: end()
        default: break
        }
    }

    /// The help that is due now; `nil` when none is.
    public var hint: String? {
        scenario.hints.first { hint in
            hint.after.fired(in: happenings) != nil
                && !happenings.all.contains { $0.at >= tookOver && (hint.unless ?? []).match($0) }
        }?.text
    }

    /// How the patient really is now. For the supervisor and for tests: no trainee's screen may show it.
    public var truth: PatientState { script.state(patient.truth, at: second) }

    /// What has really been delivered, mg: the pump's own figure.
    public var deliveredMilligrams: Double { patient.levels(at: second).given }

    /// Whole seconds of the session.
    var second: Int { Int(clamping: now.wholeSeconds) }

    mutating func say(_ speaker: Speaker, _ text: String) {
        says.append(Utterance(at: now, speaker: speaker, text: text))
    }
}

/// Something that a colleague filed before the trainee took over.
public struct ColleagueEntry: Hashable, Sendable {
    /// Initials under which it is filed.
    public static let initials = "CO"

    /// When, on the session's own time line.
    public var at: SessionTime
    /// What.
    public var body: FactBody
}
