/// What a fact says on the timeline, in the words of the ward.
struct FactWords {
    /// The protocol whose lists name symptoms and actions.
    let careProtocol: CareProtocol

    /// One line for a body.
    func line(for body: FactBody) -> String {
        switch body {
        case .sessionOpened(let opened): opening(opened)
        case .profileChosen(let chosen): "\(chosen.profile.rawValue) observation: \(chosen.reason)"
        case .attested(let attested): attestation(attested)
        case .reading(let reading): joined(reading.values.words, reading.arm)
        case .notObtainable(let finding): joined("no pulse or pressure obtainable", finding.note)
        case .couldNotMeasure(let reason): "\(reason.checkpoint) could not be done: \(reason.reason)"
        case .readingConfirmed(let confirmed): "reading \(confirmed.target) confirmed"
        case .proceedOrdered(let order): "proceed ordered by \(order.prescriber): \(order.reason)"
        case .administrationStarted, .rateChanged, .infusionPaused, .infusionResumed, .infusionEnded,
            .doseGiven,
            .pumpFigureNoted:
            administration(body)
        case .symptomReported(let symptom): joined(title(ofSymptom: symptom.code), symptom.note)
        case .symptomResolved(let resolved): "symptom \(resolved.target) resolved"
        case .actionTaken(let action): actionLine(action)
        case .noteWritten(let note): "“\(note.text)”"
        case .alarmAcknowledged(let seen): joined("alarm acknowledged: " + words(for: seen.alarm), seen.note)
        case .alarmSwitchedOff(let off): "alarm off: \(words(for: off.alarm)): \(off.reason)"
        case .nurseChanged(let change): "nurse on duty: \(change.initials)"
        case .amended(let amendment):
            amendment.now == nil
                ? "entry \(amendment.target) struck: \(amendment.reason)"
                : "entry \(amendment.target) corrected: \(amendment.reason)"
        case .dischargeAssessed, .patientLeft, .sessionCancelled, .sessionAbandoned, .sessionClosed:
            ending(body)
        case .clockChanged, .clockSet, .timeConfirmed, .consoleClosed, .consoleResumed:
            console(body)
        }
    }

    /// An alarm condition in words.
    func words(for key: AlarmKey) -> String { key.title + (key.item.map { " \($0)" } ?? "") }

    /// A symptom's title, or its code where the protocol does not know it.
    func title(ofSymptom code: String) -> String {
        careProtocol.symptoms.first { $0.code == code }?.title ?? code
    }

    /// An action's title, or its code where the protocol does not know it.
    func title(ofAction code: String) -> String {
        careProtocol.actions.first { $0.code == code }?.title ?? code
    }

    private func joined(_ text: String, _ more: String?) -> String {
        guard let more, !more.isEmpty else { return text }
        return text + ": " + more
    }

    private func opening(_ opened: SessionOpened) -> String {
        let minutes = opened.plannedMinutes.map { " over \($0) min" } ?? ""
        return "session opened: \(opened.route.title), \(figures(opened.plannedMilligrams)) mg\(minutes), "
            + "\(opened.profile.rawValue) observation"
    }

    private func attestation(_ attested: Attested) -> String {
        let by = attested.by.isEmpty ? "" : " by \(attested.by)"
        if attested.outcome == .done, attested.step == .followUp { return "follow-up booked\(by)" }
        return attested.outcome == .done
            ? "\(attested.step.title) done\(by)" : "\(attested.step.title) not recorded"
    }

    private func actionLine(_ action: ActionTaken) -> String {
        let order = action.orderedBy.isEmpty ? "" : " (ordered by \(action.orderedBy))"
        return joined(title(ofAction: action.code), action.detail) + order
    }

    /// Of devices and sprays only that there will be none is filed: they ended with the last one.
    private var endWords: String {
        careProtocol.route == .infusion
            ? "infusion ended (Te)" : "no further \(careProtocol.route.doseWord)"
    }

    private func rateWords(_ rate: InfusionRate) -> String {
        if let volume = rate.millilitresPerHour, let concentration = rate.milligramsPerMillilitre {
            return "\(figures(volume)) mL/h of \(figures(concentration)) mg/mL"
        }
        return rate.milligramsPerMinute.map { "\(figures($0)) mg/min" } ?? "rate not given"
    }

    private func administration(_ body: FactBody) -> String {
        switch body {
        case .administrationStarted(let start):
            joined(
                "administration started (T0)",
                [
                    start.rate.map(rateWords), start.milligrams.map { "\(figures($0)) mg" }, start.site,
                    start.deadSpaceMillilitres.map { "dead space \(figures($0)) mL" },
                    start.lineDelay.map { "\($0.wholeSeconds) s through the line" },
                ].compactMap(\.self).joined(separator: ", "))
        case .rateChanged(let change): "rate changed: \(rateWords(change.rate))"
        case .infusionPaused(let pause): "infusion paused: \(pause.reason)"
        case .infusionResumed(let resumed): joined("infusion resumed", resumed.rate.map(rateWords))
        case .infusionEnded(let end):
            end.stoppedEarly.map { "stopped early: \($0)" } ?? endWords
        case .doseGiven(let dose):
            joined(
                dose.supplemental == true ? "supplemental dose" : "dose",
                ["\(figures(dose.milligrams)) mg", dose.site, dose.reason].compactMap(\.self)
                    .joined(separator: ", "))
        case .pumpFigureNoted(let figure): "pump shows \(figures(figure.milligrams)) mg delivered"
        default: ""
        }
    }

    private func ending(_ body: FactBody) -> String {
        switch body {
        case .dischargeAssessed(let assessed):
            joined("discharge assessed by \(assessed.by)", unmet(in: assessed))
        case .patientLeft(let left): joined(left.manner.title, left.detail)
        case .sessionCancelled(let cancel): "cancelled before the first dose: \(cancel.reason)"
        case .sessionAbandoned(let abandoned): "closed as abandoned: \(abandoned.reason)"
        case .sessionClosed(let closed): "signed by \(closed.name): \(closed.meaning)"
        default: ""
        }
    }

    /// The questions that were answered with no, or not at all; empty when all were met.
    private func unmet(in assessed: DischargeAssessed) -> String {
        DischargeQuestion.allCases.compactMap { question in
            switch assessed.answers[question] {
            case .yes: nil
            case .no: "no \(question.title)"
            case .unknown: "not known: \(question.title)"
            case nil: nil
            }
        }.joined(separator: "; ")
    }

    /// A length of time in minutes, or in seconds below one.
    private func length(_ milliseconds: Int64) -> String {
        let span = Span(milliseconds: max(0, milliseconds))
        return span < .minutes(1) ? "\(span.wholeSeconds) s" : "\(span.wholeMinutes) min"
    }

    private func console(_ body: FactBody) -> String {
        switch body {
        case .clockChanged(let change): "wall clock stepped by \(change.stepMilliseconds / 1000) s"
        case .clockSet: "clock set by a script"
        case .timeConfirmed(let confirmed): "wall clock confirmed by \(confirmed.by)"
        case .consoleClosed(let closed): "console closed: \(closed.reason)"
        case .consoleResumed(let resumed): "console resumed after \(length(resumed.gapMilliseconds))"
        default: ""
        }
    }
}

extension AlarmParameter {
    /// What the ward calls it.
    public var title: String {
        switch self {
        case .pressure: "BP"
        case .heartRate: "HR"
        case .oxygenSaturation: "SpO2"
        case .respiratoryRate: "RR"
        case .temperature: "temperature"
        case .endTidalCO2: "EtCO2"
        case .alertness: "alertness"
        case .distress: "distress"
        case .symptom: "symptom"
        case .checkpoint: "checkpoint"
        case .emergency: "emergency"
        }
    }
}

extension DischargeQuestion {
    /// What is asked for, in a word or two.
    var title: String {
        switch self {
        case .walksUnaided: "walking unaided"
        case .fluids: "drink"
        case .suicideScreen: "safe suicide screen"
        case .lineRemoved: "line out"
        case .escort: "escort"
        case .nextContact: "next contact"
        case .clinicianSigns: "sign for fitness"
        }
    }
}

extension LeavingManner {
    /// The way out in words.
    public var title: String {
        switch self {
        case .discharged: "discharged"
        case .againstAdvice: "left against advice"
        case .transferred: "transferred"
        }
    }
}

extension FactBody {
    /// What sort of thing it is on the timeline.
    var timelineKind: TimelineEntry.Kind {
        switch self {
        case .reading, .notObtainable, .readingConfirmed: .reading
        case .administrationStarted, .rateChanged, .infusionPaused, .infusionResumed, .infusionEnded,
            .doseGiven,
            .pumpFigureNoted:
            .dose
        case .symptomReported, .symptomResolved: .symptom
        case .actionTaken, .attested, .proceedOrdered, .profileChosen, .dischargeAssessed: .action
        case .noteWritten: .note
        case .alarmAcknowledged, .alarmSwitchedOff: .alarm
        case .couldNotMeasure: .checkpoint
        case .amended: .correction
        case .sessionOpened, .patientLeft, .sessionCancelled, .sessionAbandoned, .sessionClosed: .phase
        case .nurseChanged, .clockChanged, .clockSet, .timeConfirmed, .consoleClosed, .consoleResumed:
            .console
        }
    }
}
