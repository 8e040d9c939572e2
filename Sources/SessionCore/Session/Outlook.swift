/// What follows from a course, in the words and pictures of a screen. Made only where somebody looks.
struct Outlook {
    /// The plan's checkpoints.
    let schedule: Schedule
    /// How far the effects have subsided.
    let effects: SubsidencePicture
    /// How discharge stands.
    let discharge: DischargePicture

    init(of course: Course) {
        let view = course.view
        let now = course.discharge.leftAt ?? course.now
        var question = course.scheduleQuestion(baseline: course.baseline, at: now)
        question.baselineLevel =
            course.baseline?.worstLevel(among: course.observations.untilStart) ?? .unknown
        schedule = Schedule(view.endedPlan ?? view.openPlan, question: question, at: now)
        effects = Effects(view.effects?.course ?? EffectCourse()).picture
        var record = course.dischargeRecord(of: view)
        let confirmed = course.board.open().filter {
            $0.isConfirmed && !$0.isLatched && $0.level >= .high
        }
        record.confirmedAlarms = confirmed.map(\.sentence)
        record.isEmergencyOpen = course.board.emergency != nil
        record.blankCheckpoints = Schedule(view.openPlan, question: question, at: now).blankMandatory(at: now)
        discharge = Discharge(record, rules: course.careProtocol.discharge)
            .picture(at: now, kept: view.discharge)
    }
}

extension Course {
    /// The baseline in force.
    var baseline: Baseline? { atStart?.baseline ?? view.book.baseline }

    /// What the plan is made from, without an end.
    func scheduleQuestion(baseline: Baseline?, at now: SessionTime) -> ScheduleQuestion {
        var question = ScheduleQuestion(
            careProtocol: careProtocol, profile: profile, administration: administration, at: now,
            couldNotDo: couldNotDoUntil(now))
        question.earlierProfiles = earlierProfiles
        question.baseline = baseline
        question.readings = observations.sinceStart
        question.rejudgements = observations.rejudgements
        return question
    }

    /// What discharge is judged from, without what only its obstacles name.
    func dischargeRecord(of view: CourseView) -> DischargeRecord {
        var record = DischargeRecord(
            route: opened.route, lastDose: administration.lastDose,
            baseline: atStart?.baseline ?? view.book.baseline, assessments: discharge.assessments,
            vomited: discharge.vomited, sedatives: rescue.sedatives, openRechecks: discharge.openRechecks,
            lastRebound: view.effects?.course.lastRebound, leftAt: discharge.leftAt)
        record.readings = observations.sinceStart
        record.oxygenSince = observations.oxygenSince
        return record
    }

    func gateReport(_ book: BaselineBook) -> GateReport {
        let question = GateQuestion(
            book: book, ages: ages, redFlags: observations.redFlags,
            saturationTarget: opened.saturationTarget,
            proceed: proceed, hold: phase.hold)
        return PreDoseGate(careProtocol).report(question, at: now)
    }

    /// Checkpoints that ended with a reason; a reason given after the patient had left counts as given then.
    private func couldNotDoUntil(_ last: SessionTime) -> [CouldNotDo] {
        couldNotDo.map { CouldNotDo(checkpoint: $0.checkpoint, at: min($0.at, last), reason: $0.reason) }
    }

    /// The ages that the birth year allows on the day of the session.
    var ages: ClosedRange<Int> {
        let year = CivilTime(openedWall, utcOffsetMinutes: opened.utcOffsetMinutes).year
        return opened.patient.ages(inYear: year)
    }
}
