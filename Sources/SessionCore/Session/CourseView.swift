/// What stood at T0 and is frozen with it.
struct StartState: Sendable {
    /// The baseline against which the session is judged.
    var baseline: Baseline?
    /// The gate's answer.
    var gate: GateReport
}

/// What follows from a course at its present instant.
struct CourseView: Sendable {
    /// The pre-dose readings and their baseline.
    var book: BaselineBook
    /// The gate's answer; as it was at T0 once the session has started.
    var gate: GateReport
    /// The plan's checkpoints.
    var schedule: Schedule
    /// The checkpoints' states by name, with whether they are mandatory.
    private var states: [String: CheckpointState]
    /// How far the effects have subsided.
    var effects: SubsidencePicture
    /// Where they are heading.
    var trend: Effects.Trend
    /// How discharge stands.
    var discharge: DischargePicture
    private var dischargeDeadline: SessionTime?
    /// What the effects were judged from; without a change of it they are as they were.
    private var judged: Judged?
    private var known: Effects?

    /// What the effects depend on.
    private struct Judged: Equatable {
        var readings: Int
        var start: SessionTime?
        var baseline: Baseline?
        var leftAt: SessionTime?
    }

    /// The view of a course to which nothing has happened yet.
    init(
        careProtocol: CareProtocol, administration: Administration, profile: ObservationProfile,
        at now: SessionTime
    ) {
        book = BaselineBook(readings: [], gate: careProtocol.gate, timers: careProtocol.timers)
        gate = GateReport(outcome: .incomplete, findings: [], advice: "")
        schedule = Schedule(
            ScheduleQuestion(
                careProtocol: careProtocol, profile: profile, administration: administration, at: now),
            at: now)
        states = [:]
        effects = SubsidencePicture()
        trend = .lasting
        discharge = DischargePicture()
    }

    init(of course: Course) {
        let readings = course.observations.timed
        let start = course.administration.start
        book = course.baselineBook(readings, before: start)
        gate = course.atStart?.gate ?? course.gateReport(book)
        let baseline = course.atStart?.baseline ?? book.baseline
        let now = course.discharge.leftAt ?? course.now
        let judging = Judged(
            readings: readings.count, start: start, baseline: baseline, leftAt: course.discharge.leftAt)
        let unchanged = judging == course.view.judged ? course.view.known : nil
        let effects =
            unchanged
            ?? Effects(
                readings: readings, since: start, baseline: baseline, rules: course.careProtocol.subsidence,
                at: now)
        judged = judging
        known = effects
        self.effects = effects.picture
        trend = effects.trend
        let question = ScheduleQuestion(
            careProtocol: course.careProtocol, profile: course.profile, administration: course.administration,
            at: now, baseline: baseline, readings: readings, couldNotDo: course.couldNotDoUntil(now),
            until: nil)
        let plain = Schedule(question, at: now)
        let leaving = course.dischargePicture(baseline: baseline, schedule: plain, effects: effects, at: now)
        discharge = leaving.picture
        dischargeDeadline = leaving.deadline
        if let until = course.discharge.leftAt ?? discharge.mayLeaveAt {
            var bounded = question
            bounded.until = until
            schedule = Schedule(bounded, at: now)
        } else {
            schedule = plain
        }
        states = [:]
        for checkpoint in schedule.checkpoints { states[checkpoint.name] = checkpoint.state }
    }

    /// The baseline in force.
    func baseline(of course: Course) -> Baseline? { course.atStart?.baseline ?? book.baseline }

    /// The next instant at which time alone changes something here.
    func nextDeadline(of course: Course) -> SessionTime? {
        let now = course.now
        var deadlines = [
            course.phase.nextDeadline(after: now), schedule.nextDeadline(after: now),
            dischargeDeadline,
        ]
        if course.administration.start == nil { deadlines.append(book.nextDeadline(after: now)) }
        return deadlines.compactMap(\.self).filter { $0 > now }.min()
    }

    /// The checkpoints whose state is another than before.
    func checkpointChanges(since before: CourseView) -> [(String, CheckpointState, isMandatory: Bool)] {
        schedule.checkpoints.filter { $0.state != (before.states[$0.name] ?? .planned) }
            .map { ($0.name, $0.state, $0.isMandatory) }
    }

    /// Checkpoints that were on the plan before and are no longer.
    func vanishedCheckpoints(since before: CourseView) -> [String] {
        before.states.keys.filter { states[$0] == nil }.sorted()
    }
}

extension Course {
    func baselineBook(_ readings: [TimedReading], before start: SessionTime?) -> BaselineBook {
        BaselineBook(
            readings: Array(readings.prefix { reading in start.map { reading.at <= $0 } ?? true }),
            freshFrom: phase.freshFrom, gate: careProtocol.gate, timers: careProtocol.timers)
    }

    func gateReport(_ book: BaselineBook) -> GateReport {
        let question = GateQuestion(
            book: book, ages: ages, redFlags: observations.redFlags,
            saturationTarget: opened.saturationTarget,
            proceed: proceed, hold: phase.hold)
        return PreDoseGate(careProtocol).report(question, at: now)
    }

    /// Checkpoints that ended with a reason; a reason given after the patient had left counts as given then.
    func couldNotDoUntil(_ last: SessionTime) -> [CouldNotDo] {
        couldNotDo.map { CouldNotDo(checkpoint: $0.checkpoint, at: min($0.at, last), reason: $0.reason) }
    }

    /// The ages that the birth year allows on the day of the session.
    var ages: ClosedRange<Int> {
        let year = CivilTime(openedWall, utcOffsetMinutes: opened.utcOffsetMinutes).year
        return opened.patient.ages(inYear: year)
    }
}
