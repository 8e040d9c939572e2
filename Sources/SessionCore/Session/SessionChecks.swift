/// What a session's first fact must fulfil.
enum OpeningCheck {
    static func careProtocol(of opened: SessionOpened, resolve: (String) -> CareProtocol?) throws(Refusal)
        -> CareProtocol
    {
        switch opened.protocolReference {
        case .whole(let careProtocol): return careProtocol
        case .named(let name):
            guard let careProtocol = resolve(name) else {
                throw Refusal("There is no care protocol named \(name) here; give the protocol itself.")
            }
            return careProtocol
        }
    }

    static func check(_ opened: SessionOpened, under careProtocol: CareProtocol, in fact: Fact)
        throws(Refusal)
    {
        if let refusal = ProtocolSoundness(careProtocol).refusal { throw refusal }
        guard careProtocol.route == opened.route else {
            throw Refusal(
                "Protocol \(careProtocol.name) is for \(careProtocol.route.title), not for \(opened.route.title)."
            )
        }
        let weight = opened.patient.weightKg
        let bounds = careProtocol.entry.weightKg
        guard weight.isFinite, weight >= Double(bounds.minimum), weight <= Double(bounds.maximum) else {
            throw Refusal("A weight lies between \(bounds.minimum) and \(bounds.maximum) kg.")
        }
        if let refusal = DoseCheck.refusal(of: opened.plannedMilligrams, "A planned dose") { throw refusal }
        guard (-1440...1440).contains(opened.utcOffsetMinutes) else {
            throw Refusal(
                "A clock is at most 1440 min ahead of UTC or behind it, not \(opened.utcOffsetMinutes).")
        }
        let year = CivilTime(fact.measured, utcOffsetMinutes: opened.utcOffsetMinutes).year
        guard opened.patient.birthYear >= year - 130, opened.patient.birthYear <= year else {
            throw Refusal("A birth year lies between \(year - 130) and \(year).")
        }
        guard !opened.patient.label.isBlank else {
            throw Refusal("A patient needs a label.")
        }
        if let minutes = opened.plannedMinutes, !(1...1440).contains(minutes) {
            throw Refusal("An infusion is planned for 1 to 1440 minutes.")
        }
        if let target = opened.saturationTarget {
            guard (50...100).contains(target.lower), (target.lower...100).contains(target.upper) else {
                throw Refusal("A saturation target is two values in %, such as 88 and 92.")
            }
        }
    }
}

extension Session {
    /// Whether `fact` fits on this session.
    func check(_ fact: Fact) throws(Refusal) {
        guard fact.session == id else {
            throw Refusal("This fact belongs to session \(fact.session), not to \(id).")
        }
        guard fact.mode == mode else {
            throw Refusal("A \(fact.mode.rawValue) fact cannot enter a \(mode.rawValue) session.")
        }
        guard fact.sequence == facts.count + 1 else {
            throw Refusal("The next fact has number \(facts.count + 1), not \(fact.sequence).")
        }
        if case .sessionOpened = fact.body { throw Refusal("The session is open already.") }
        guard fact.measured <= fact.entered else {
            throw Refusal("Something cannot have been measured after it was entered.")
        }
        guard clock.enteredTime(of: fact) >= clock.last.time else {
            throw Refusal("Time goes backwards: this was entered before the fact before it.")
        }
        guard clock.measuredTime(of: fact) >= .zero else {
            throw Refusal("This lies before the session was opened.")
        }
        if phase == .closed, !fact.body.isPossibleAfterSigning {
            throw Refusal("The record is signed: corrections alone are possible.")
        }
    }

    /// The fact that would record `body`, stamped and numbered; nothing is folded.
    ///
    /// - Throws: a ``Refusal`` that says what was wrong and what would be right.
    public func decide(
        _ body: FactBody, measured: WallTime? = nil, at moment: Moment, author: String,
        source: FactSource = .live
    ) throws(Refusal) -> Fact {
        try deciding(body, measured: measured, at: moment, author: author, source: source).fact
    }

    /// The fact that ``decide(_:measured:at:author:source:)`` answers with, and the session as it stands after it, so
    /// that it need not be folded a second time.
    public func deciding(
        _ body: FactBody, measured: WallTime? = nil, at moment: Moment, author: String,
        source: FactSource = .live
    ) throws(Refusal) -> (fact: Fact, after: Session) {
        let elapsed = clock.time(of: moment).time
        let happened = measured ?? moment.wall
        guard happened <= moment.wall else { throw Refusal("This lies in the future.") }
        let lateness = Span(milliseconds: moment.wall.milliseconds &- happened.milliseconds)
        let isLate = lateness > .minutes(careProtocol.entry.lateAfterMinutes)
        let fact = Fact(
            session: id, mode: mode, sequence: facts.count + 1, measured: happened, entered: moment.wall,
            elapsed: elapsed, boot: moment.boot, author: author,
            source: isLate && source == .live ? .late : source,
            body: body)
        try refuseRequest(body, at: elapsed)
        var trial = self
        try trial.apply(fact)
        return (fact, trial)
    }

    /// What is a request rather than something that happened, and can be refused.
    private func refuseRequest(_ body: FactBody, at time: SessionTime) throws(Refusal) {
        switch body {
        case .alarmAcknowledged(let seen):
            if let refusal = courseAdvanced(to: time).board.refusalToAcknowledge(
                seen.alarm, level: seen.level)
            {
                throw refusal
            }
        case .alarmSwitchedOff(let off):
            let board = courseAdvanced(to: time).board
            if let refusal = board.refusalToSwitchOff(off.alarm, reason: off.reason) { throw refusal }
        case .couldNotMeasure(let ended):
            let plan = Outlook(of: courseAdvanced(to: time)).schedule
            guard let checkpoint = plan.checkpoints.first(where: { $0.name == ended.checkpoint }) else {
                throw Refusal("There is no checkpoint \(ended.checkpoint) on this plan.")
            }
            guard time >= checkpoint.opens else {
                throw Refusal(
                    "Checkpoint \(ended.checkpoint) is asked for in \((checkpoint.opens - time).minutesAndSeconds); "
                        + "a reason can be filed then.")
            }
        case .proceedOrdered(let order):
            if let missing = order.missing { throw Refusal("An order to proceed needs \(missing).") }
        default: break
        }
    }

    private func courseAdvanced(to time: SessionTime) -> Course {
        var course = course
        course.advance(to: max(course.now, time))
        return course
    }

    /// A session's first fact.
    ///
    /// - Throws: a ``Refusal`` when the opening says something impossible.
    public static func open(
        _ opened: SessionOpened, id: SessionID, mode: SessionMode, measured: WallTime? = nil,
        at moment: Moment,
        author: String, source: FactSource = .live
    ) throws(Refusal) -> Fact {
        let began = measured ?? moment.wall
        let elapsed = SessionTime(milliseconds: max(0, moment.wall.milliseconds &- began.milliseconds))
        let fact = Fact(
            session: id, mode: mode, sequence: 1, measured: began, entered: moment.wall, elapsed: elapsed,
            boot: moment.boot, author: author, source: source, body: .sessionOpened(opened))
        _ = try Session(opening: fact)
        return fact
    }
}

extension FactBody {
    /// Whether a signed record still takes it.
    var isPossibleAfterSigning: Bool {
        switch self {
        case .amended, .clockChanged, .clockSet, .timeConfirmed, .consoleClosed, .consoleResumed: true
        case .sessionOpened, .profileChosen, .attested, .reading, .notObtainable, .couldNotMeasure,
            .readingConfirmed, .proceedOrdered, .administrationStarted, .rateChanged, .infusionPaused,
            .infusionResumed, .infusionEnded, .doseGiven, .pumpFigureNoted, .symptomReported,
            .symptomResolved,
            .actionTaken, .noteWritten, .alarmAcknowledged, .alarmSwitchedOff, .nurseChanged,
            .dischargeAssessed,
            .patientLeft, .sessionCancelled, .sessionAbandoned, .sessionClosed:
            false
        }
    }

    /// Whether it says something of a patient who is present.
    var needsPatient: Bool {
        switch self {
        case .reading, .notObtainable, .proceedOrdered, .administrationStarted, .rateChanged, .infusionPaused,
            .infusionResumed, .infusionEnded, .doseGiven, .symptomReported:
            true
        default: false
        }
    }
}
