import SessionCore

// The session before the trainee took over: its opening, and what a colleague filed.

extension Scenario {
    /// The minute, counted from T0 as planned, at which the session is opened: 20 min before T0, or earlier.
    var opensMinute: Int { min(begins.minute, -20) }

    /// The first fact of a session of this scenario.
    public func opening(
        under careProtocol: CareProtocol, year: Int, utcOffsetMinutes: Int = 0, software: String = ""
    ) -> SessionOpened {
        SessionOpened(
            patient: Patient(
                label: patient.label, birthYear: year &- patient.age, weightKg: patient.weightKg,
                sex: patient.sex, treatedHypertension: patient.treatedHypertension),
            route: careProtocol.route, plannedMilligrams: setting.milligrams, plannedMinutes: setting.minutes,
            profile: setting.profile, firstSession: setting.firstSession,
            stimulantOrMAOI: setting.stimulantOrMAOI, earlierPeak: setting.earlierPeak,
            utcOffsetMinutes: utcOffsetMinutes, protocolReference: .whole(careProtocol), software: software)
    }
}

extension ScenarioPatient {
    /// The patient as the simulation knows him or her: everything is said, nothing is drawn.
    var description: PatientDescription {
        var traits = GivenTraits.typical
        traits.systolic = Double(systolic)
        traits.diastolic = Double(diastolic)
        traits.heartRate = Double(heartRate)
        traits.oxygenSaturation = Double(saturation)
        traits.respiratoryRate = Double(respiratoryRate)
        traits.pressureResponse = pressureFactor
        traits.feltResponse = intensityFactor ?? 1
        traits.sedation = sedationFactor ?? 0.5
        return PatientDescription(
            age: age, sex: sex, weightKg: weightKg, hypertension: treatedHypertension == .yes,
            coldHands: coldHand ?? false, drawsBody: false, traits: traits)
    }
}

extension Exercise {
    /// The colleague's part: two baseline readings, checklist and time-out, the start, every device or the end of the infusion,
    /// and every checkpoint of the plan until the record stops, each as the patient truly was (a colleague's cuff has no
    /// noise), save what the scenario says was typed wrongly.
    mutating func keepRecord(opening: SessionOpened) {
        let zero = -scenario.opensMinute
        let until = scenario.begins.recordKeptUntil ?? scenario.begins.minute
        file(.sessionOpened(opening), minute: 0)
        guard scenario.begins.minute > scenario.opensMinute else { return }
        for minute in [-15, -12] where minute <= until {
            run(to: SessionTime(minutes: Int64(zero + minute)))
            file(.reading(reading(minute: nil, effects: true)), minute: zero + minute)
        }
        if -11 <= until {
            file(
                .attested(Attested(step: .checklist, outcome: .done, by: ColleagueEntry.initials)),
                minute: zero - 11)
        }
        guard scenario.begins.minute >= 0 else { return }
        file(
            .attested(Attested(step: .timeOut, outcome: .done, by: ColleagueEntry.initials)),
            minute: zero - 1)
        file(.administrationStarted(plannedStart), minute: zero)
        keepSession(zero: zero, until: until)
    }

    /// What a colleague does from T0 on, one thing after the other as the plan of the session has it.
    private mutating func keepSession(zero: Int, until: Int) {
        guard var session = colleagueSession() else { return }
        while true {
            let picture = session.picture(at: session.moment(at: now))
            let checkpoint = picture.checkpoints.first { $0.due > now && $0.due <= minute(zero + until) }
            let dose = nextDose(picture.administration)
            let change = [dose.map { ($0.at, $0.body) }, end(picture.administration)].compactMap { $0 }
                .first { $0.0 <= minute(zero + scenario.begins.minute) }
            // What is due at the same minute is measured first, then the infusion ends.
            if let checkpoint, change.map({ checkpoint.due <= $0.0 }) ?? true {
                run(to: checkpoint.due)
                let due = Int(clamping: (checkpoint.due - minute(zero)).wholeMinutes)
                file(.reading(reading(minute: due, effects: checkpoint.hasEffects)), at: checkpoint.due)
            } else if let change {
                file(change.1, at: change.0)
            } else {
                return
            }
            guard let filed = prelude.last, let fact = fact(filed, number: prelude.count) else { return }
            do throws(Refusal) {
                try session.apply(fact)
            } catch {
                preludeRefusal = error
                return
            }
        }
    }

    /// The next device or spray, once the rest after the one before is over; `nil` when all of them were given.
    private func nextDose(_ given: AdministrationPicture) -> (at: SessionTime, body: FactBody)? {
        let left = scenario.setting.milligrams - given.deliveredMilligrams
        guard careProtocol.route.isNasal, left > 0.05, let last = given.doses.last else { return nil }
        let milligrams = min(left, careProtocol.dose.deviceMilligrams ?? left)
        let order = DoseGiven(milligrams: milligrams, orderedBy: "as planned")
        return (last.at + .minutes(careProtocol.dose.restMinutes ?? 0), .doseGiven(order))
    }

    /// The planned end of a running infusion.
    private func end(_ given: AdministrationPicture) -> (SessionTime, FactBody)? {
        guard careProtocol.route == .infusion, given.stage == .running else { return nil }
        return given.plannedEnd.map { ($0, .infusionEnded(InfusionEnded())) }
    }

    /// The fold of what the colleague has filed so far; `nil`, with the refusal kept, when the rules refuse it.
    private mutating func colleagueSession() -> Session? {
        let facts = prelude.enumerated().compactMap { fact($0.element, number: $0.offset + 1) }
        guard let opening = facts.first else { return nil }
        do throws(Refusal) {
            var session = try Session(opening: opening)
            for fact in facts.dropFirst() { try session.apply(fact) }
            return session
        } catch {
            preludeRefusal = error
            return nil
        }
    }

    private func fact(_ entry: ColleagueEntry, number: Int) -> Fact? {
        // Any instant within the year of the practice: the rules look at the patient's age.
        let year = Int64(log.year) &- 1970
        let wall = WallTime(milliseconds: (year &* 365 &+ 182) &* 86_400_000 &+ entry.at.milliseconds)
        return SessionID("colleague").map { session in
            Fact(
                session: session, mode: .practice, sequence: number, measured: wall, entered: wall,
                elapsed: entry.at, author: ColleagueEntry.initials, body: entry.body)
        }
    }

    private func minute(_ minute: Int) -> SessionTime { SessionTime(minutes: Int64(minute)) }

    private mutating func file(_ body: FactBody, minute: Int) { file(body, at: self.minute(minute)) }

    private mutating func file(_ body: FactBody, at time: SessionTime) {
        run(to: time)
        prelude.append(ColleagueEntry(at: now, body: body))
        lastFact = prelude.count
        take(body, sequence: lastFact, author: ColleagueEntry.initials)
    }

    private func reading(minute: Int?, effects: Bool) -> Reading {
        let state = truth
        var vitals: [Vital] = [
            .systolic, .diastolic, .heartRate, .oxygenSaturation, .respiratoryRate, .alertness,
        ]
        if effects { vitals += [.agitation, .orientation, .intensity, .distress] }
        var values = VitalSet(gas: state.gas)
        for vital in vitals { values[vital] = state[vital].map { Int($0.rounded()) } }
        let wrong = scenario.begins.wrongEntries?.first { $0.minute == minute }
        if let wrong { values[.systolic] = wrong.systolic }
        return Reading(values: values)
    }

    /// The start as it was planned: the pump's rate, or the first dose.
    private var plannedStart: AdministrationStarted {
        let milligrams = scenario.setting.milligrams
        switch careProtocol.route {
        case .infusion: return AdministrationStarted(rate: plannedInfusionRate)
        case .injection: return AdministrationStarted(milligrams: milligrams)
        case .nasalRacemic, .esketamine:
            let device = careProtocol.dose.deviceMilligrams ?? milligrams
            return AdministrationStarted(milligrams: min(device, milligrams))
        }
    }

    private var plannedInfusionRate: InfusionRate? {
        guard let minutes = scenario.setting.minutes, minutes > 0 else { return nil }
        let perMinute = scenario.setting.milligrams / Double(minutes)
        guard let strength = scenario.setting.milligramsPerMillilitre, strength > 0 else {
            return InfusionRate(milligramsPerMinute: perMinute)
        }
        return InfusionRate(millilitresPerHour: perMinute / strength * 60, milligramsPerMillilitre: strength)
    }
}
