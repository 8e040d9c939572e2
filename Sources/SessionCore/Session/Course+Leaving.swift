/// What discharge is judged from, as it is gathered.
struct DischargeBook: Sendable {
    /// The assessments, in order.
    var assessments: [TimedAssessment] = []
    /// When the patient vomited.
    var vomited: [SessionTime] = []
    /// Stretches in which a recheck of the pressure was owed.
    var openRechecks: [OpenStretch] = []
    /// When the patient went, or the session was ended otherwise.
    var leftAt: SessionTime?
}

// How a session ends.

extension Course {
    /// Ends the session, or assesses whether it may end. What `stands` was accepted when it was entered.
    mutating func left(_ body: FactBody, sequence: Int, stands: Bool) throws(Refusal) {
        switch body {
        case .dischargeAssessed(let assessment):
            try move(phase.dischargeAssessed(), fact: sequence)
            discharge.assessments.append(TimedAssessment(at: now, assessment: assessment))
            noteFailing(sequence: sequence)
        case .patientLeft(let left):
            refreshView()
            let obstacles = Outlook(of: self).discharge.obstacles
            try move(phase.patientLeft(left, obstacles: obstacles, stands: stands), fact: sequence)
            discharge.leftAt = now
        case .sessionCancelled:
            try move(phase.cancelled(), fact: sequence)
            discharge.leftAt = now
        case .sessionAbandoned(let abandoned):
            let age = now - SessionTime.zero
            try move(phase.abandoned(reason: abandoned.reason, age: age), fact: sequence)
            discharge.leftAt = now
        case .sessionClosed:
            try move(phase.closed(obstacles: closingObstacles, stands: stands), fact: sequence)
        default:
            break
        }
    }

    /// Keeps what of the list did not hold at an assessment, the minimum stay aside, which goes by itself. It is looked up on
    /// a copy: what follows from the assessment is concluded where everything is.
    private mutating func noteFailing(sequence: Int) {
        var looked = self
        looked.refreshView()
        let failing = Outlook(of: looked).discharge.items.filter { $0.number > 1 && $0.holds != .yes }
        guard !failing.isEmpty else { return }
        let items = failing.map { "\($0.number)" }.joined(separator: ", ")
        remarks.failing[sequence] = "does not hold: item \(items) of the list"
    }

    /// What stands against a signature.
    var closingObstacles: [String] {
        // The reason for abandoning a session stands for everything that it left blank.
        let blank =
            phase.phase == .abandoned
            ? [] : Outlook(of: self).schedule.blankMandatory(at: discharge.leftAt ?? now)
        return ClosingCheck(
            blankCheckpoints: blank, timers: careProtocol.timers, wasDosed: administration.start != nil,
            isFormNoted: attested[.monitoringForm] != nil
        ).obstacles
    }

    /// Keeps the stretches in which a recheck of the pressure is owed.
    mutating func notePressureRecheck() {
        let isOpen = Direction.allCases.contains { direction in
            watches[WatchKey(parameter: .pressure, direction: direction)]?.condition != nil
        }
        let wasOpen = discharge.openRechecks.last.map { $0.to == nil } ?? false
        if isOpen, !wasOpen { discharge.openRechecks.append(OpenStretch(from: now)) }
        if !isOpen, wasOpen { discharge.openRechecks[discharge.openRechecks.count - 1].to = now }
    }
}

extension Rescue {
    /// The drugs that delay discharge.
    var sedatives: [SedativeDose] {
        drugs.compactMap { drug in
            switch drug.meaning {
            case .sedativeGiven: SedativeDose(at: drug.at, isBenzodiazepine: false)
            case .benzodiazepineGiven: SedativeDose(at: drug.at, isBenzodiazepine: true)
            case .prescriberNotified, .prescriberAtBedside, .emergencyCalled, .emergencyArrived,
                .emergencyOver,
                .oxygenGiven, .rescueDrug:
                nil
            }
        }
    }
}
