// What each kind of fact does to the course.

extension Course {
    mutating func happened(_ body: FactBody, entry: Record.Entry, stands: Bool) throws(Refusal) {
        let sequence = entry.fact.sequence
        if phase.phase.isOver, body.needsPatient {
            throw Refusal("The session is over since then: nothing can be measured or given any more.")
        }
        switch body {
        case .sessionOpened, .noteWritten, .amended, .clockChanged, .clockSet, .timeConfirmed, .consoleClosed:
            break
        case .profileChosen(let chosen): choose(chosen.profile)
        case .attested(let fact): attested[fact.step] = fact
        case .nurseChanged(let change): nurse = change.initials
        case .consoleResumed(let resumed):
            gaps.append(Gap(from: now - Span(milliseconds: max(0, resumed.gapMilliseconds)), to: now))
        case .proceedOrdered(let order): ordered(order, sequence: sequence)
        case .reading(let reading): try took(reading, sequence: sequence)
        case .notObtainable: foundNothing(sequence: sequence)
        case .couldNotMeasure(let ended):
            couldNotDo.append(CouldNotDo(checkpoint: ended.checkpoint, at: now, reason: ended.reason))
        case .readingConfirmed(let confirmed): try confirm(confirmed.target)
        case .administrationStarted, .rateChanged, .infusionPaused, .infusionResumed, .infusionEnded,
            .doseGiven,
            .pumpFigureNoted:
            try administered(body, sequence: sequence)
        case .symptomReported(let report): try reported(report, sequence: sequence)
        case .symptomResolved(let resolved): try resolvedSymptom(resolved.target, sequence: sequence)
        case .actionTaken(let action): try acted(action, sequence: sequence)
        case .alarmAcknowledged(let seen):
            conclude(
                board.acknowledged(seen.alarm, level: seen.level, by: entry.fact.author, at: now),
                fact: sequence)
        case .alarmSwitchedOff(let off):
            conclude(board.switchedOff(off.alarm, reason: off.reason, at: now), fact: sequence)
        case .dischargeAssessed, .patientLeft, .sessionCancelled, .sessionAbandoned, .sessionClosed:
            try left(body, sequence: sequence, stands: stands)
        }
    }

    private mutating func choose(_ chosen: ObservationProfile) {
        if chosen != profile { earlierProfiles.append(EarlierProfile(profile: profile, until: now)) }
        profile = chosen
    }

    private mutating func ordered(_ order: ProceedOrdered, sequence: Int) {
        if let missing = order.missing {
            deviated("an order to proceed without \(missing) lifts nothing", fact: sequence)
        } else {
            proceed = TimedOrder(order: order, at: now)
        }
    }

    private mutating func confirm(_ target: Int) throws(Refusal) {
        guard observations.readings.contains(where: { $0.timed.sequence == target }) else {
            throw Refusal("There is no reading \(target) to confirm.")
        }
        remarks.unconfirmed[target] = nil
        remarks.doubted.remove(target)
    }

    // MARK: Administration

    private mutating func administered(_ body: FactBody, sequence: Int) throws(Refusal) {
        let pressure = observations.trend.last?.level ?? .unknown
        let event = AdministrationEvent(
            sequence: sequence, at: now, body: body, pressureLevel: pressure, standingCause: standingCause)
        let actions = administration.happened(event)
        if let refusal = actions.refusal { throw refusal }
        if case .administrationStarted(let start) = body { try began(start, sequence: sequence) }
        for action in actions { try follow(action, sequence: sequence) }
    }

    /// What speaks against going on with the drug beside the pressure: a red flag, or another vital at level 2 or worse.
    private var standingCause: String? {
        if let flag = observations.redFlags.first { return flag }
        let key = WatchKey.all.first { key in
            key.parameter != .pressure && (watches[key]?.condition?.level ?? .normal) >= .high
        }
        guard let key, let level = watches[key]?.condition?.level.number else { return nil }
        return "\(key.parameter.title) \(key.direction.rawValue), level \(level)"
    }

    private mutating func began(_ start: AdministrationStarted, sequence: Int) throws(Refusal) {
        observations.began(at: administration.start ?? now)
        atStart = StartState(baseline: view.book.baseline, gate: view.gate)
        let findings = view.gate.outcome == .ok ? [] : view.gate.findings.map(\.sentence)
        var moved = phase.administrationStarted(gate: findings)
        if let reason = start.deviation, !reason.isBlank {
            // The rule that was broken and the reason that was given are one sentence.
            let rule = moved.deviations.first
            moved.removeAll { $0.deviation != nil }
            moved.append(.deviation(rule.map { "\($0) (\(reason))" } ?? reason))
        }
        try move(moved, fact: sequence)
    }

    private mutating func follow(_ action: AdministrationAction, sequence: Int) throws(Refusal) {
        switch action {
        case .began: break
        case .paused: try move(phase.infusionPaused(), fact: sequence)
        case .resumed: try move(phase.infusionResumed(), fact: sequence)
        case .dosed:
            furtherDoses.append(now)
            if administration.stage == .ended { try move(phase.furtherDoseGiven(), fact: sequence) }
        case .ended:
            if phase.phase == .administering || phase.phase == .paused {
                try move(phase.administrationEnded(), fact: sequence)
            }
        case .deviation(let sentence): deviated(sentence, fact: sequence)
        case .refused(let refusal): throw refusal
        }
    }

    // MARK: Symptoms and actions

    private mutating func reported(_ report: SymptomReported, sequence: Int) throws(Refusal) {
        // A red flag with a slip in its code must not pass for something harmless.
        guard let item = careProtocol.symptoms.first(where: { $0.code == report.code }) else {
            throw Refusal.unknown("symptom", report.code, known: careProtocol.symptoms.map(\.code))
        }
        observations.symptoms[sequence] = StandingSymptom(item: item, since: now)
        remarks.levels[sequence] = classifier.level(of: item)
        if item.meaning == .vomiting { discharge.vomited.append(now) }
        if item.redFlag {
            conclude(
                board.symptomReported(item: String(sequence), title: item.title, at: now), fact: sequence)
        }
        if let meaning = item.meaning, let assessment = classifier.assess(meaning) {
            watch([assessment], values: VitalSet(), arm: nil, sequence: sequence)
        }
        rejudge(.systolic, sequence: sequence)
        rejudge(.heartRate, sequence: sequence)
    }

    private mutating func resolvedSymptom(_ target: Int, sequence: Int) throws(Refusal) {
        guard let symptom = observations.symptoms.removeValue(forKey: target) else {
            throw Refusal("Entry \(target) is no symptom that stands.")
        }
        guard symptom.item.redFlag else { return }
        conclude(board.symptomResolved(item: String(target), at: now), fact: sequence)
    }

    private mutating func acted(_ action: ActionTaken, sequence: Int) throws(Refusal) {
        guard let item = careProtocol.actions.first(where: { $0.code == action.code }) else {
            throw Refusal.unknown("action", action.code, known: careProtocol.actions.map(\.code))
        }
        guard let meaning = item.meaning else { return }
        switch meaning {
        case .prescriberNotified: conclude(board.prescriberNotified(at: now), fact: sequence)
        case .prescriberAtBedside: conclude(board.prescriberAtBedside(at: now), fact: sequence)
        case .emergencyCalled: conclude(board.emergencyCalled(at: now), fact: sequence)
        case .emergencyArrived: conclude(board.emergencyArrived(at: now), fact: sequence)
        case .emergencyOver: conclude(board.emergencyOver(), fact: sequence)
        case .oxygenGiven: observations.oxygenGiven(at: now)
        case .rescueDrug, .sedativeGiven, .benzodiazepineGiven: rescue.given(meaning, at: now)
        }
    }

    // MARK: Phases

    mutating func move(_ actions: [PhaseAction], fact: Int?) throws(Refusal) {
        if let refusal = actions.refusal { throw refusal }
        for action in actions {
            switch action {
            case .moved(let from, let to): conclude(.phase(from: from, to: to), fact: fact)
            case .deviation(let sentence): if let fact { deviated(sentence, fact: fact) }
            case .refused(let refusal): throw refusal
            }
        }
    }

    /// Moves the phase by what the gate, the clock and the effects say; none of these is ever refused.
    mutating func movePhase(fact: Int?) {
        var actions: [PhaseAction] = []
        if administration.start == nil {
            actions += phase.gateAnswered(view.gate.outcome, judged: view.book.judged, at: now)
            actions += phase.timePassed(at: now)
        } else if let effects = view.effects?.course {
            actions += phase.effectsAssessed(
                effects.trend, hasSubsided: effects.subsidedAt != nil)
        }
        try? move(actions, fact: fact)
    }
}

extension Refusal {
    /// A code that the protocol does not know.
    fileprivate static func unknown(_ kind: String, _ code: String, known: [String]) -> Refusal {
        Refusal("The protocol has no \(kind) \(code.prefix(40)); it has \(known.joined(separator: ", ")).")
    }
}

/// Rescue drugs given, for reassessment and for discharge.
struct Rescue: Sendable {
    /// Each with its meaning and time, oldest first.
    private(set) var drugs: [(meaning: ActionMeaning, at: SessionTime)] = []

    mutating func given(_ meaning: ActionMeaning, at time: SessionTime) { drugs.append((meaning, time)) }

    /// When a drug with this meaning was last given.
    func last(_ meaning: ActionMeaning) -> SessionTime? { drugs.last { $0.meaning == meaning }?.at }
}
