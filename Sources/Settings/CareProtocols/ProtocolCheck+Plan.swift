import SessionCore

extension ProtocolCheck {
    private var isInfusion: Bool { careProtocol.route == .infusion }

    /// Doses in order, and the parts of them that the route has.
    func checkDose() {
        let dose = careProtocol.dose
        let most = dose.unit == .milligrams ? 1000.0 : 10.0
        if dose.minimum <= 0 { findings.report("dose.minimum", "minimum must be more than 0.") }
        if dose.usual < dose.minimum {
            findings.report("dose.usual", "usual must not be less than minimum, \(dose.minimum).")
        }
        if dose.maximum < dose.usual {
            findings.report("dose.maximum", "maximum must not be less than usual, \(dose.usual).")
        }
        if dose.maximum > most {
            findings.report("dose.maximum", "maximum must be at most \(most) \(dose.unit.rawValue).")
        }
        if !(1...10).contains(dose.reasonAboveFactor) {
            findings.report("dose.reasonAboveFactor", "reasonAboveFactor must be from 1 to 10.")
        }
        if let device = dose.deviceMilligrams, device <= 0 || device > 1000 {
            findings.report("dose.deviceMilligrams", "deviceMilligrams must be more than 0, at most 1000.")
        }
        number("dose.restMinutes", dose.restMinutes, in: 1...120)
        number("dose.supplementUntilMinutes", dose.supplementUntilMinutes, in: 1...240)
        present("dose.infusionMinutes", dose.infusionMinutes != nil, exactlyFor: isInfusion)
        present("dose.deviceMilligrams", dose.deviceMilligrams != nil, exactlyFor: careProtocol.route.isNasal)
        present("dose.restMinutes", dose.restMinutes != nil, exactlyFor: careProtocol.route.isNasal)
        if dose.supplementUntilMinutes != nil, careProtocol.route != .injection {
            present("dose.supplementUntilMinutes", true, exactlyFor: false)
        }
        if let minutes = dose.infusionMinutes {
            number("dose.infusionMinutes.minimum", minutes.minimum, in: 1...720)
            number("dose.infusionMinutes.maximum", minutes.maximum, in: 1...720)
            ascending(
                "dose.infusionMinutes",
                [("minimum", minutes.minimum), ("usual", minutes.usual), ("maximum", minutes.maximum)])
        }
    }

    /// Checkpoints in order, with windows that open before they close and do not overlap.
    func checkSchedule() {
        let schedule = careProtocol.schedule
        present("schedule.infusionEvery", schedule.infusionEvery != nil, exactlyFor: isInfusion)
        number("schedule.infusionEvery", schedule.infusionEvery, in: 1...120)
        number("schedule.continueEvery", schedule.continueEvery, in: 1...120)
        if !schedule.standard.contains(where: { $0.mandatory == true }) {
            findings.report("schedule.standard", "At least one checkpoint must be mandatory.")
        }
        if !schedule.standard.contains(where: { $0.effects == true }) {
            findings.report("schedule.standard", "At least one checkpoint must record effects.")
        }
        for index in schedule.standard.indices { checkCheckpoint(at: index, of: schedule.standard) }
        checkBands(schedule.intensive)
        checkWindows(schedule.windows)
    }

    private func checkCheckpoint(at index: Int, of all: [PlannedCheckpoint]) {
        let checkpoint = all[index]
        let key = YamlSource.path("schedule.standard", element: index + 1)
        number("\(key).at", checkpoint.at, in: 0...1440)
        if checkpoint.from == .end, !isInfusion {
            findings.report("\(key).from", "Only an infusion has an end to count from; leave `from` out.")
        }
        if index > 0, !follows(checkpoint, all[index - 1]) {
            findings.report(
                "\(key).at",
                "Checkpoints must rise from one to the next, those from the end after those from the start.")
        }
        guard let window = checkpoint.window else { return }
        number("\(key).window.before", window.before, in: 0...120)
        number("\(key).window.after", window.after, in: 0...120)
        if index > 0, all[index - 1].from == checkpoint.from,
            checkpoint.at - window.before <= all[index - 1].at
        {
            findings.report(
                "\(key).window.before", "The window must open after the checkpoint before this one is due.")
        }
        if index + 1 < all.count, all[index + 1].from == checkpoint.from,
            checkpoint.at + window.after >= all[index + 1].at
        {
            findings.report("\(key).window.after", "The window must close before the next checkpoint is due.")
        }
    }

    private func follows(_ later: PlannedCheckpoint, _ earlier: PlannedCheckpoint) -> Bool {
        switch (earlier.from ?? .start, later.from ?? .start) {
        case (.start, .end): true
        case (.end, .start): false
        case (.start, .start), (.end, .end): earlier.at < later.at
        }
    }

    private func checkBands(_ bands: [IntervalBand]) {
        let key = "schedule.intensive"
        if bands.last?.until != nil || bands.isEmpty {
            findings.report(key, "The last stretch must be open: `until: none`.")
        }
        for (index, band) in bands.enumerated() {
            let inner = YamlSource.path(key, element: index + 1)
            number("\(inner).every", band.every, in: 1...120)
            number("\(inner).until", band.until, in: 1...1440)
            if band.until == nil, index + 1 < bands.count {
                findings.report(
                    "\(inner).until", "Only the last stretch is open; say until when this one runs.")
            }
            if band.from == .end, !isInfusion {
                findings.report(
                    "\(inner).from", "Only an infusion has an end to count from; leave `from` out.")
            }
            if index > 0, let until = band.until, let before = bands[index - 1].until,
                bands[index - 1].from == band.from, before >= until
            {
                findings.report("\(inner).until", "Each stretch must end after the one before it, \(before).")
            }
        }
    }

    private func checkWindows(_ windows: [DueWindow]) {
        let key = "schedule.windows"
        if windows.isEmpty { findings.report(key, "There must be at least one window.") }
        for (index, window) in windows.enumerated() {
            let inner = YamlSource.path(key, element: index + 1)
            number("\(inner).interval", window.interval, in: 1...120)
            number("\(inner).before", window.before, in: 0...120)
            number("\(inner).after", window.after, in: 0...120)
            if window.before + window.after >= window.interval {
                findings.report(
                    inner, "before and after together must be less than the interval, \(window.interval).")
            }
            if index > 0, windows[index - 1].interval >= window.interval {
                findings.report("\(inner).interval", "Intervals must rise from one window to the next.")
            }
        }
    }

    /// When closer observation is proposed.
    func checkIntensive() {
        let intensive = careProtocol.intensive
        number("intensive.ageYears", intensive.ageYears, in: 18...120)
        number("intensive.systolic", intensive.systolic, in: 60...250)
        number("intensive.diastolic", intensive.diastolic, in: 40...150)
        number("intensive.stimulantHours", intensive.stimulantHours, in: 1...336)
        pair("intensive.earlierPeak", intensive.earlierPeak)
        if let dose = intensive.doseAbove, dose <= 0 || dose > careProtocol.dose.maximum {
            findings.report(
                "intensive.doseAbove",
                "doseAbove must be more than 0 and at most the highest dose, \(careProtocol.dose.maximum).")
        }
    }

    private func present(_ key: String, _ isThere: Bool, exactlyFor expected: Bool) {
        guard isThere != expected else { return }
        let route = careProtocol.route.title
        findings.report(
            key, expected ? "\(last(key)) is needed for \(route)." : "\(last(key)) must be none for \(route)."
        )
    }
}
