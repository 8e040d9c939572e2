/// Draws the picture of a session at one instant from its fold.
struct PictureMaker {
    let session: Session
    let course: Course
    let moment: Moment
    let now: SessionTime
    let isEstimated: Bool

    private var isOver: Bool { course.phase.phase.isOver }

    var picture: Picture {
        let baseline = course.view.baseline(of: course)
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
            due: isOver ? DueList(of: course, at: now).owedAfterLeaving : DueList(of: course, at: now).items,
            latest: latest(baseline), gas: course.observations.gas,
            alarms: isOver ? [] : course.board.open(at: now),
            symptoms: symptoms, emergency: isOver ? nil : course.board.emergency,
            checkpoints: course.view.schedule.checkpoints,
            timeline: timeline, trend: trend, subsidence: course.view.effects,
            discharge: course.view.discharge,
            gaps: course.gaps)
    }

    private var symptoms: [OpenSymptom] {
        course.observations.symptoms.sorted { $0.key < $1.key }.map { sequence, symptom in
            OpenSymptom(
                sequence: sequence, title: symptom.item.title, isRedFlag: symptom.item.redFlag,
                since: symptom.since)
        }
    }

    private var timeline: [TimelineEntry] {
        TimelineWriter(
            words: course.words, remarks: course.remarks,
            lateAfter: .minutes(course.careProtocol.entry.lateAfterMinutes)
        ).timeline(of: session.record, until: now)
    }

    private var trend: [TrendPoint] {
        course.observations.timed.filter(\.answersPressure).map {
            TrendPoint(at: $0.at, pressure: $0.values.pressure, level: $0.pressureLevel)
        }
    }

    private func latest(_ baseline: Baseline?) -> [Vital: LatestValue] {
        var result: [Vital: LatestValue] = [:]
        for vital in Vital.allCases {
            guard let (value, reading) = course.observations.latest(vital) else { continue }
            let assessment = Classifier.parameter(of: vital).flatMap { reading.assessment(of: $0) }
            let interval = ReadingInterval(course: course, at: now).interval(of: vital)
            let age = now - reading.timed.at
            let limit = interval.milliseconds &* Int64(course.careProtocol.alarms.staleTenths) / 10
            let mean = baseline?.means[vital]
            result[vital] = LatestValue(
                value: value, at: reading.timed.at, level: assessment?.level ?? .normal,
                direction: assessment?.direction, isStale: !isOver && age.milliseconds > limit,
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
    let now: SessionTime

    init(course: Course, at now: SessionTime) {
        self.course = course
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
            + course.view.schedule.checkpoints.filter {
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
    /// What belongs to effect checkpoints alone and is therefore asked for less often.
    static let effectVitals: Set<Vital> = [
        .intensity, .distress, .nausea, .agitation, .orientation, .temperature, .endTidalCO2,
    ]
}
