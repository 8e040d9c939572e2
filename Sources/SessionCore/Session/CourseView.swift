/// What stood at T0 and is frozen with it.
struct StartState: Sendable {
    /// The baseline against which the session is judged.
    var baseline: Baseline?
    /// The gate's answer.
    var gate: GateReport
}

/// What follows from a course at its present instant, kept from fact to fact so that a fact costs no more late in a
/// session than early. It holds what the rules go on from; the words for a screen are an ``Outlook``.
struct CourseView: Sendable {
    /// The pre-dose readings and their baseline.
    private(set) var book: BaselineBook
    /// The gate's answer; as it was at T0 once the session has started.
    private(set) var gate: GateReport
    /// The plan without an end, against which the patient may leave.
    private(set) var openPlan = KeptSchedule()
    /// The plan that ends where the patient may leave; `nil` before.
    private(set) var endedPlan: KeptSchedule?
    /// How far the effects have subsided.
    private(set) var effects: KeptEffects?
    /// From T0 to the first window in which effects are asked for.
    private let firstEffects: Span?
    /// When the patient was ready and when the patient may leave.
    private(set) var discharge = KeptDischarge()
    /// How the baseline readings stand.
    private var baselineState = CheckpointState.due
    private var bookBasis: BookBasis?
    private var scheduleDeadline: SessionTime?
    private var dischargeDeadline: SessionTime?
    private var now: SessionTime

    /// What the baseline book rests on beside the protocol.
    private struct BookBasis: Equatable {
        var readings: Int
        var start: SessionTime?
        var freshFrom: SessionTime?
    }

    /// The view of a course to which nothing has happened yet.
    init(careProtocol: CareProtocol, at now: SessionTime) {
        book = BaselineBook(readings: [], gate: careProtocol.gate, timers: careProtocol.timers)
        gate = GateReport(outcome: .incomplete, findings: [], advice: "")
        firstEffects = careProtocol.schedule.firstEffects
        self.now = now
    }

    /// Brings the view to the instant of `course`, whose own view is not looked at.
    mutating func update(of course: Course) {
        now = course.discharge.leftAt ?? course.now
        updateBook(of: course)
        if course.administration.start != nil {
            if effects == nil {
                effects = KeptEffects(
                    baseline: course.atStart?.baseline ?? book.baseline,
                    rules: course.careProtocol.subsidence)
            }
            effects?.take(
                course.observations.sinceStart, furtherDoses: course.furtherDoses,
                end: course.effectsCount(from: firstEffects))
        }
        updateDischarge(of: course)
        var question = course.scheduleQuestion(baseline: course.atStart?.baseline ?? book.baseline, at: now)
        question.free = discharge.free
        openPlan.update(question, at: now)
        question.until = course.discharge.leftAt ?? discharge.row.second
        if question.until != nil {
            var ended = endedPlan ?? KeptSchedule()
            endedPlan = nil
            ended.update(question, at: now)
            endedPlan = ended
        } else {
            endedPlan = nil
        }
        baselineState = Schedule.baselineState(question, at: now)
        scheduleDeadline = (endedPlan ?? openPlan).nextDeadline(after: now)
    }

    private mutating func updateBook(of course: Course) {
        let start = course.administration.start
        let basis = BookBasis(
            readings: course.observations.untilStartCount, start: start, freshFrom: course.phase.freshFrom)
        if basis != bookBasis {
            book = BaselineBook(
                readings: course.observations.untilStart, freshFrom: course.phase.freshFrom,
                gate: course.careProtocol.gate, timers: course.careProtocol.timers)
            if start != nil, course.atStart?.baseline == nil { effects = nil }
            bookBasis = basis
        }
        gate = course.atStart?.gate ?? course.gateReport(book)
    }

    /// Nothing is asked of discharge before somebody has assessed.
    private mutating func updateDischarge(of course: Course) {
        dischargeDeadline = nil
        guard !course.discharge.assessments.isEmpty else { return }
        let judged = Discharge(
            course.dischargeRecord(of: self), rules: course.careProtocol.discharge)
        discharge.settle(judged, at: now)
        if discharge.readyAt == nil { dischargeDeadline = judged.nextDeadline(after: now) }
    }

    /// The next instant at which time alone changes something here.
    func nextDeadline(of course: Course) -> SessionTime? {
        let now = course.now
        var deadlines = [course.phase.nextDeadline(after: now), scheduleDeadline, dischargeDeadline]
        if course.administration.start == nil { deadlines.append(book.nextDeadline(after: now)) }
        return deadlines.compactMap(\.self).filter { $0 > now }.min()
    }

    /// What of this is written down when it changes.
    var standing: Standing {
        let plan = endedPlan ?? openPlan
        return Standing(
            baseline: baselineState, plan: plan.plan, states: plan.states(at: now), gate: gate.outcome,
            hasSubsided: effects?.course.subsidedAt != nil, isReady: discharge.readyAt != nil,
            mayLeave: discharge.row.second != nil)
    }

    /// How everything stood that is written down when it changes.
    struct Standing: Sendable {
        var baseline: CheckpointState
        var plan: [KeptSchedule.Planned]
        var states: [CheckpointState]
        var gate: GateOutcome
        var hasSubsided: Bool
        var isReady: Bool
        var mayLeave: Bool
    }
}

extension CourseView.Standing {
    /// The checkpoints whose state is another than before.
    func checkpointChanges(since before: Self) -> [(String, CheckpointState, isMandatory: Bool)] {
        var changes: [(String, CheckpointState, isMandatory: Bool)] = []
        if baseline != before.baseline { changes.append((Schedule.baselineName, baseline, true)) }
        let known = plan == before.plan ? nil : before.byName
        for (index, checkpoint) in plan.enumerated() {
            let former = known.map { $0[checkpoint.name] ?? .planned } ?? before.states[index]
            if states[index] != former {
                changes.append((checkpoint.name, states[index], checkpoint.isMandatory))
            }
        }
        return changes
    }

    /// Checkpoints that were on the plan before and are no longer.
    func vanishedCheckpoints(since before: Self) -> [String] {
        if plan == before.plan { return [] }
        let present = byName
        return before.plan.map(\.name).filter { present[$0] == nil }.sorted()
    }

    private var byName: [String: CheckpointState] {
        Dictionary(zip(plan.map(\.name), states)) { _, last in last }
    }
}
