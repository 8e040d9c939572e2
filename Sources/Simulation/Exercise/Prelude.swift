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
    /// The colleague's part: two baseline readings, checklist and time-out, the start, and every checkpoint until the record
    /// stops, each as the patient truly was (a colleague's cuff has no noise), save what the scenario says was typed
    /// wrongly.
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
        file(.administrationStarted(AdministrationStarted(rate: plannedInfusionRate)), minute: zero)
        keepCheckpoints(zero: zero, until: until)
    }

    private mutating func keepCheckpoints(zero: Int, until: Int) {
        let end = scenario.setting.minutes
        var plan: [(minute: Int, effects: Bool)] = []
        for checkpoint in careProtocol.schedule.standard {
            switch checkpoint.from ?? .start {
            case .start: plan.append((checkpoint.at, checkpoint.effects ?? false))
            case .end: if let end { plan.append((end + checkpoint.at, checkpoint.effects ?? false)) }
            }
        }
        var isEnded = false
        for (minute, effects) in plan.sorted(by: { $0.minute < $1.minute }) where minute <= until {
            if let end, minute > end, !isEnded {
                file(.infusionEnded(InfusionEnded()), minute: zero + end)
                isEnded = true
            }
            run(to: SessionTime(minutes: Int64(zero + minute)))
            file(.reading(reading(minute: minute, effects: effects)), minute: zero + minute)
        }
        if let end, end <= scenario.begins.minute, !isEnded {
            file(.infusionEnded(InfusionEnded()), minute: zero + end)
        }
    }

    private mutating func file(_ body: FactBody, minute: Int) {
        run(to: SessionTime(minutes: Int64(minute)))
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

    private var plannedInfusionRate: InfusionRate? {
        guard careProtocol.route == .infusion, let minutes = scenario.setting.minutes, minutes > 0 else {
            return nil
        }
        let perMinute = scenario.setting.milligrams / Double(minutes)
        guard let strength = scenario.setting.milligramsPerMillilitre, strength > 0 else {
            return InfusionRate(milligramsPerMinute: perMinute)
        }
        return InfusionRate(millilitresPerHour: perMinute / strength * 60, milligramsPerMillilitre: strength)
    }
}
