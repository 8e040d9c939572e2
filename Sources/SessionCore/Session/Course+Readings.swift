// How a reading is judged, watched and remembered.

extension Course {
    mutating func took(_ reading: Reading, sequence: Int) throws(Refusal) {
        let report = Plausibility(rules: careProtocol.entry).doubts(
            reading.values, earlier: recentReadings, at: now)
        if let refused = report.refused.first { throw Refusal(refused.sentence) }
        let assessments = classifier.assess(reading.values, in: context(at: now))
        remember(reading.values, assessments: assessments, arm: reading.arm, sequence: sequence)
        let questioned = Set(report.questioned.flatMap(\.vitals))
        // Measured again: what was questioned about this vital before is settled, unless it is questioned anew.
        for vital in reading.values.present {
            for (earlier, vitals) in remarks.unconfirmed where vitals.contains(vital) {
                remarks.unconfirmed[earlier]?.remove(vital)
                remarks.doubted.insert(earlier)
                if remarks.unconfirmed[earlier]?.isEmpty == true { remarks.unconfirmed[earlier] = nil }
            }
        }
        if !questioned.isEmpty { remarks.unconfirmed[sequence] = questioned }
        if reading.values.pressure != nil, !reading.values.has(.heartRate) {
            rejudge(.heartRate, sequence: sequence)
        }
        if reading.values.has(.heartRate), reading.values.pressure == nil {
            rejudge(.systolic, sequence: sequence)
        }
    }

    /// The newest reading of each vital within the rules' window: a value is compared with no other.
    private var recentReadings: [EarlierReading] {
        let window = Span.minutes(careProtocol.entry.changeWithinMinutes)
        return observations.newestReadings.filter { now - $0.at <= window }
            .map { EarlierReading(values: $0.values, at: $0.at) }
    }

    mutating func foundNothing(sequence: Int) {
        remember(
            VitalSet(), assessments: [classifier.notObtainable], arm: nil, sequence: sequence,
            isUnobtainable: true)
    }

    private mutating func remember(
        _ values: VitalSet, assessments: [Assessment], arm: String?, sequence: Int,
        isUnobtainable: Bool = false
    ) {
        let level = assessments.map(\.level).max() ?? .normal
        let pressure = assessments.first { $0.parameter == .pressure }?.level ?? .unknown
        remarks.levels[sequence] = level
        for assessment in assessments {
            for flag in assessment.flags { conclude(.flagged(flag), fact: sequence) }
        }
        watch(assessments, values: values, arm: arm, sequence: sequence)
        observations.add(
            JudgedReading(
                timed: TimedReading(
                    sequence: sequence, at: now, values: values, level: level, pressureLevel: pressure,
                    isUnobtainable: isUnobtainable),
                assessments: assessments))
    }

    /// What the rules need to know beside a reading's own values. Before T0 nothing is judged against the baseline that
    /// the readings are only about to make.
    func context(at time: SessionTime, without sequence: Int? = nil) -> JudgementContext {
        JudgementContext(
            baseline: atStart?.baseline, saturationTarget: opened.saturationTarget,
            hasRedFlag: !observations.redFlags.isEmpty, hasCollapse: observations.has(.collapse),
            hasHarm: observations.has(.harm), hasApnoea: observations.has(.apnoea),
            sinceEnd: administration.end.map { time - $0 },
            recent: observations.recent(
                at: time, within: .minutes(careProtocol.entry.changeWithinMinutes), without: sequence))
    }

    /// Hands each side of each judgement to its watch and tells the board where the watch stands now.
    /// What was only judged anew is no second measurement: it can raise a level and nothing else.
    mutating func watch(
        _ assessments: [Assessment], values: VitalSet, arm: String?, sequence: Int, isJudgedAnew: Bool = false
    ) {
        for assessment in assessments {
            for direction in Direction.allCases {
                let key = WatchKey(parameter: assessment.parameter, direction: direction)
                let judgement = assessment[direction]
                guard var watch = watches[key] else { continue }
                let reading = WatchReading(judgement, at: now, systolic: values[.systolic], arm: arm)
                let actions = isJudgedAnew ? watch.rejudged(reading) : watch.readingTaken(reading)
                watches[key] = watch
                if actions.contains(.tooSoon), watch.condition != nil {
                    deviated(
                        "measured again within \(careProtocol.recheck.minimumGapSeconds) s on the same arm: "
                            + "it does not count as a recheck", fact: sequence)
                }
                guard watch.condition != nil || board.isConcerned(by: key.alarm) else { continue }
                let said = (words: subject(of: assessment, values: values), level: judgement.level)
                conclude(
                    board.conditionChanged(key.alarm, to: watch.condition, reading: said, at: now),
                    fact: sequence)
            }
        }
        notePressureRecheck()
    }

    /// What joins a rule over a vital may make its last value worse than it was: a symptom for the pressure, a low pressure
    /// for a slow pulse. It is judged again, whichever of the two came first.
    mutating func rejudge(_ vital: Vital, sequence: Int) {
        guard let last = observations.latest(vital)?.reading,
            now - last.timed.at <= .minutes(careProtocol.entry.changeWithinMinutes) || isWatched(vital)
        else { return }
        // What stood beside it in its line is judged as it is known now.
        let parameter = Classifier.parameter(of: vital)
        var values = last.timed.values
        for other in values.present where Classifier.parameter(of: other) != parameter { values[other] = nil }
        let again = classifier.assess(values, in: context(at: now))
        let worse = again.filter { assessment in
            assessment.parameter == parameter
                && assessment.level > (last.assessment(of: assessment.parameter)?.level ?? .crisis)
        }
        guard let level = worse.map(\.level).max() else { return }
        watch(worse, values: last.timed.values, arm: nil, sequence: sequence, isJudgedAnew: true)
        // A value never looks better than the alarm that it raised.
        observations.rejudged(vital, as: worse)
        let reading = last.timed.sequence
        remarks.levels[reading] = max(remarks.levels[reading] ?? .normal, level)
    }

    /// Whether something stands that a value of this vital has raised: it is judged again however old it is.
    private func isWatched(_ vital: Vital) -> Bool {
        guard let parameter = Classifier.parameter(of: vital) else { return false }
        return Direction.allCases.contains {
            watches[WatchKey(parameter: parameter, direction: $0)]?.condition != nil
        }
    }

    /// The reading in the words of its alarm: `BP 186/112`, `SpO2 88 %`.
    private func subject(of assessment: Assessment, values: VitalSet) -> String {
        if assessment.parameter == .pressure, let pressure = values.pressure {
            return "BP \(pressure.systolic)/\(pressure.diastolic)"
        }
        let vital = values.present.first { Classifier.parameter(of: $0) == assessment.parameter }
        guard let vital, let value = values[vital] else { return assessment.sentence }
        // The symptom is what is wrong; the number beside it may look well.
        if assessment.parameter == .distress, observations.has(.harm) {
            return "harm to self or others, \(vital.shortTitle) \(vital.figures(value))"
        }
        return "\(vital.shortTitle) \(vital.figures(value))"
    }
}
