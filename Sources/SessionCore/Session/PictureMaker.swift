/// Draws the picture of a session at one instant from its fold.
struct PictureMaker {
    private let session: Session
    private let course: Course
    private let outlook: Outlook
    private let moment: Moment
    private let now: SessionTime
    private let isEstimated: Bool

    /// The course must stand at `now`.
    init(session: Session, course: Course, moment: Moment, now: SessionTime, isEstimated: Bool) {
        self.session = session
        self.course = course
        outlook = Outlook(of: course)
        self.moment = moment
        self.now = now
        self.isEstimated = isEstimated
    }

    private var isOver: Bool { course.phase.phase.isOver }

    var picture: Picture {
        let baseline = course.baseline
        let due = DueList(of: course, outlook: outlook, at: now)
        let proposal = ProfileProposal(
            plan: course.opened, careProtocol: course.careProtocol, ages: course.ages, baseline: baseline)
        return Picture(
            session: session.id, mode: session.mode, patient: course.opened.patient, plan: course.opened,
            careProtocol: course.careProtocol, profile: course.profile,
            profileProposal: isOver ? nil : proposal.reasonToChange(from: course.profile),
            nurse: course.nurse,
            now: now, wall: moment.wall, utcOffsetMinutes: moment.utcOffsetMinutes,
            isTimeEstimated: isEstimated && !isOver,
            asksTimeConfirmation: !isOver && session.clock.asksConfirmation(at: moment),
            phase: course.phase.phase, start: course.administration.start, end: course.administration.end,
            opened: session.clock.zero, baseline: baseline, gate: course.view.gate, attested: course.attested,
            administration: course.administration.picture(at: course.discharge.leftAt ?? now),
            due: isOver ? due.owedAfterLeaving : due.items,
            latest: latest(baseline), gas: course.observations.gas,
            alarms: isOver ? [] : alarms,
            symptoms: symptoms, emergency: isOver ? nil : course.board.emergency,
            checkpoints: outlook.schedule.checkpoints,
            timeline: timeline, trend: course.observations.trend, subsidence: outlook.effects,
            discharge: outlook.discharge,
            gaps: course.gaps)
    }

    private var alarms: [AlarmPicture] {
        course.board.open(drug: course.administration.stage).map { alarm in
            var alarm = alarm
            let watch = WatchKey.all.first { $0.alarm == alarm.key }.flatMap { course.watches[$0] }
            if let watch, watch.isSustained(at: now) { alarm.sustainedSince = watch.condition?.highSince }
            return alarm
        }
    }

    private var symptoms: [OpenSymptom] {
        course.observations.symptoms.sorted { $0.key < $1.key }.map { sequence, symptom in
            OpenSymptom(
                sequence: sequence, title: symptom.item.title, isRedFlag: symptom.item.redFlag,
                since: symptom.since)
        }
    }

    private var timeline: Timeline { Timeline(TimelineWriter(session.record, of: course, until: now)) }

    private func latest(_ baseline: Baseline?) -> [Vital: LatestValue] {
        var result: [Vital: LatestValue] = [:]
        let intervals = ReadingInterval(course: course, schedule: outlook.schedule, at: now)
        for vital in Vital.allCases {
            guard let (value, reading) = course.observations.latest(vital) else { continue }
            let assessment = Classifier.parameter(of: vital).flatMap { reading.assessment(of: $0) }
            let interval = intervals.interval(of: vital)
            let age = now - reading.timed.at
            let limit = interval.milliseconds &* Int64(course.careProtocol.alarms.staleTenths) / 10
            let isOld = age.milliseconds > limit || outlook.schedule.passed(reading.timed.at, asking: vital)
            let mean = baseline?.means[vital]
            result[vital] = LatestValue(
                value: value, at: reading.timed.at, level: assessment?.level ?? .normal,
                direction: assessment?.direction, isStale: !isOver && isOld,
                isUnconfirmed: course.remarks.unconfirmed[reading.timed.sequence]?.contains(vital) ?? false,
                change: course.administration.start == nil ? nil : mean.map { value &- $0.rounded },
                sequence: reading.timed.sequence)
        }
        return result
    }
}

/// How often a vital is to be measured at an instant.
struct ReadingInterval {
    let course: Course
    let schedule: Schedule
    let now: SessionTime

    init(course: Course, schedule: Schedule, at now: SessionTime) {
        self.course = course
        self.schedule = schedule
        self.now = now
    }

    /// The interval in force: the recheck's while one is owed, else that of the plan around now.
    func interval(of vital: Vital) -> Span {
        if let parameter = Classifier.parameter(of: vital) {
            let recheck = Direction.allCases.compactMap { direction -> Span? in
                let key = WatchKey(parameter: parameter, direction: direction)
                return course.watches[key]?.condition.map { $0.recheckDue - $0.lastReading }
            }.min()
            if let recheck { return recheck }
        }
        return planned(effects: Schedule.effectVitals.contains(vital))
    }

    private func planned(effects: Bool) -> Span {
        let fallback = Span.minutes(course.careProtocol.timers.baselineMinutes)
        guard let start = course.administration.start else { return fallback }
        let times =
            [start]
            + schedule.checkpoints.filter {
                $0.name != Schedule.baselineName && (!effects || $0.hasEffects)
            }.map(\.due)
        guard let next = times.firstIndex(where: { $0 > now }), next > 0 else {
            guard times.count > 1 else { return fallback }
            return times[times.count - 1] - times[times.count - 2]
        }
        return times[next] - times[next - 1]
    }
}

extension Schedule {
    /// Whether a checkpoint that asks for a vital was missed since then: what was stale stays so, though the next checkpoint may
    /// be further away.
    fileprivate func passed(_ time: SessionTime, asking vital: Vital) -> Bool {
        checkpoints.contains { checkpoint in
            checkpoint.state == .missed && checkpoint.opens > time
                && (checkpoint.hasEffects || !Schedule.effectVitals.contains(vital))
                && checkpoint.name != Schedule.baselineName
        }
    }

    /// What belongs to effect checkpoints alone and is therefore asked for less often.
    static let effectVitals: Set<Vital> = [
        .intensity, .distress, .nausea, .agitation, .orientation, .temperature, .endTidalCO2,
    ]
}
