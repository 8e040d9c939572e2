import SessionCore

extension CareProtocol {
    func describeParameters(_ page: inout Page) {
        let limits = parameters
        page.heading("Other values (levels 1, 2, 3)")
        page.item("heart rate, fast", words(limits.heartRateHigh) + "/min")
        page.item("  rise", "level 2 from +\(limits.heartRateRise)/min")
        page.item("  with a red flag", "level 3 from \(limits.heartRateWithSymptom)/min")
        page.item("heart rate, slow", words(limits.heartRateLow) + "/min")
        page.item("  with low pressure", "level 3 below \(limits.heartRateLowSystolicBelow) mmHg")
        page.item("saturation", words(limits.oxygenSaturation) + " %")
        page.item("breathing, slow", words(limits.respiratoryLow) + "/min")
        page.item("breathing, fast", words(limits.respiratoryHigh) + "/min")
        page.item("fever", words(limits.temperatureHigh, degrees) + " °C")
        page.item("cold", words(limits.temperatureLow, degrees) + " °C")
        page.item("end-tidal CO2, high", words(limits.endTidalHigh) + " mmHg")
        page.item("  rise", "level 1 from +\(limits.endTidalRise) mmHg")
        page.item("end-tidal CO2, low", words(limits.endTidalLow) + " mmHg")
        page.item("alertness", words(limits.alertness) + " of 5")
        page.item("  level 1", "later than Te+\(limits.alertnessWatchAfterMinutes) min")
        page.item("distress", words(limits.distress) + " of 10")
        page.item("  with harm", "level 3 from \(limits.distressWithHarm)")
    }

    private func words(_ limits: UpperLimits, _ number: (Int) -> String = { "\($0)" }) -> String {
        let values = [limits.watch, limits.high, limits.crisis]
        return "from " + values.map { $0.map(number) ?? "none" }.joined(separator: ", ")
    }

    private func words(_ limits: LowerLimits, _ number: (Int) -> String = { "\($0)" }) -> String {
        let values = [limits.watch, limits.high, limits.crisis]
        return "down from " + values.map { $0.map(number) ?? "none" }.joined(separator: ", ")
    }

    private func degrees(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }

    func describeRecheck(_ page: inout Page) {
        page.heading("Measured again after")
        page.item("level 1", "\(recheck.watchSeconds) s")
        page.item("level 2", "\(recheck.highSeconds) s, low pressure \(recheck.highLowSideSeconds) s")
        page.item(
            "level 3",
            "\(recheck.crisisSeconds) s, saturation \(recheck.crisisSaturationSeconds) s, then every "
                + "\(recheck.crisisRepeatSeconds) s")
        page.item("rest of one arm", "\(recheck.minimumGapSeconds) s")
        page.item(
            "overdue",
            "after \(recheck.graceSeconds) s; level 2 becomes high at \(recheck.overdueHighFactor) times its interval"
        )
    }

    func describeAlarms(_ page: inout Page) {
        page.heading("Alarms")
        page.item(
            "not acknowledged",
            "high \(alarms.unacknowledgedHighSeconds) s, medium \(alarms.unacknowledgedMediumSeconds) s")
        page.item("prescriber told within", "\(alarms.notifyWithinSeconds) s of confirmed level 2")
        page.item("emergency called again", "after \(alarms.emergencyRepeatSeconds) s without help")
        page.item("reminder", "\(alarms.acknowledgedReminderSeconds) s after acknowledging")
        page.item("level 1 switched off", "for \(alarms.offMinutes) min at most")
        page.item("sound paused", "for \(alarms.audioPauseSeconds) s")
        page.item("stale", "after \(alarms.staleTenths / 10).\(alarms.staleTenths % 10) intervals")
        for (name, bells, flash) in [
            ("high", alarms.highBells, alarms.highFlashMilliseconds),
            ("medium", alarms.mediumBells, alarms.mediumFlashMilliseconds),
        ] {
            page.item(
                name, "\(bells.count) bells every \(bells.everySeconds) s, flash turns after \(flash) ms")
        }
    }

    func describeEntry(_ page: inout Page) {
        page.heading("Typed values (accepted; questioned)")
        for vital in Vital.allCases {
            guard let field = entry.fields[vital.rawValue] else { continue }
            func number(_ value: Int) -> String { vital == .temperature ? degrees(value) : "\(value)" }
            var questions: [String] = []
            if let below = field.confirmBelow { questions.append("below \(number(below))") }
            if let above = field.confirmAbove { questions.append("above \(number(above))") }
            if let change = field.confirmChange { questions.append("change over \(number(change))") }
            if let fall = field.confirmFall { questions.append("fall of \(number(fall))") }
            let range = "\(number(field.minimum)) to \(number(field.maximum))"
            page.item(vital.rawValue, ([range] + questions).joined(separator: "; "))
        }
        let weight = entry.weightKg
        page.item(
            "weight", "\(weight.minimum) to \(weight.maximum) kg; change over \(weight.changePercent) %")
        page.item(
            "pulse pressure",
            "below \(entry.pulsePressureMinimum) or above \(entry.pulsePressureMaximum) mmHg, below "
                + "\(entry.pulsePressurePercent) % of systolic")
        page.item("mean pressure", "more than \(entry.meanDifference) mmHg from the formula")
        page.item("changes", "against readings of the last \(entry.changeWithinMinutes) min")
        page.item("suggestions", "within \(entry.suggestionWithin) of the reading before")
        page.item("late", "more than \(entry.lateAfterMinutes) min old")
    }

    func describeSubsidence(_ page: inout Page) {
        let rules = subsidence
        page.heading("Effects have subsided (two assessments \(rules.apartMinutes) min apart)")
        page.item("intensity, distress", "at most \(rules.intensity) and \(rules.distress) of 10")
        page.item(
            "alertness, agitation",
            "\(rules.alertness) and \(rules.agitation), oriented to \(rules.orientation)")
        page.item("mean pressure", "within \(rules.meanPercent) % of baseline")
        page.item("saturation", "from \(rules.saturation) %, or within \(rules.saturationWithin) of baseline")
        page.item("subsiding", "at \(rules.subsidingPercent) % of the highest intensity, twice")
        page.item("rebound", "intensity from \(rules.reboundIntensity)")
        page.item("expected by", "T0+\(rules.expectedMinutes) min")
    }

    func describeDischarge(_ page: inout Page) {
        let rules = discharge
        page.heading("The patient may leave (two assessments \(rules.apartMinutes) min apart)")
        page.item("minimum stay", "\(rules.minimumStayMinutes) min from the last dose")
        page.item(
            "pressure",
            "\(rules.systolicMinimum) (or baseline -\(rules.systolicBelowBaselinePercent) %) to "
                + "\(rules.pressureMaximum.words) mmHg")
        page.item(
            "  or",
            "within \(rules.meanPercent) % of baseline, falling, below \(rules.fallingBelow.words) mmHg")
        page.item("no level 2", "for \(rules.quietMinutes) min")
        page.item("heart rate", "\(rules.heartRateMinimum) to \(rules.heartRateMaximum)/min")
        page.item("breathing", "\(rules.respiratoryMinimum) to \(rules.respiratoryMaximum)/min")
        page.item("saturation", "from \(rules.saturation) %, or within \(rules.saturationWithin) of baseline")
        page.item(
            "alertness, agitation",
            "\(rules.alertness) and \(rules.agitation), oriented to \(rules.orientation)")
        page.item("intensity, distress", "at most \(rules.intensity) and \(rules.distress) of 10")
        page.item("nausea", "at most \(rules.nausea) of 3, no vomiting for \(rules.vomitingFreeMinutes) min")
        page.item(
            "after a sedative",
            "\(rules.sedativeMinutes) min, a benzodiazepine \(rules.benzodiazepineMinutes) min")
    }

    func describeTimers(_ page: inout Page) {
        page.heading("What expires")
        page.item("baseline", "\(timers.baselineMinutes) min")
        page.item("ready", "\(timers.readyMinutes) min")
        page.item(
            "held",
            "rest \(timers.heldRestMinutes) min, at most \(timers.heldRounds) rounds or \(timers.heldMinutes) min"
        )
        page.item("pause", "\(timers.pauseMinutes) min")
        page.item("after a rescue drug", "values due after \(list(timers.rescueMinutes)) min")
        if let days = timers.formDays { page.item("monitoring form", "\(days) days") }
        page.item("follow-up", "\(list(timers.followUpHours)) h")
        page.item("abandoned", "after \(timers.abandonHours) h")
        let days = timers.attestationDays
        page.item(
            "evaluations",
            "medical \(days.medical), psychiatric \(days.psychiatric), goals \(days.goals) days")
    }

    private func list(_ numbers: [Int]) -> String { numbers.map { "\($0)" }.joined(separator: ", ") }

    func describeLists(_ page: inout Page) {
        page.heading("Symptoms (! red flag)")
        for symptom in symptoms {
            page.item(
                "\(symptom.key)  \(symptom.code)" + (symptom.redFlag ? " !" : ""),
                symptom.title + (symptom.meaning.map { " [\($0.rawValue)]" } ?? ""))
        }
        page.heading("Actions")
        for action in actions {
            var asked: [String] = []
            if action.orderedBy == true { asked.append("ordered by whom") }
            if action.detail == true { asked.append("what exactly") }
            let question = asked.isEmpty ? "" : "; asked: " + asked.joined(separator: ", ")
            page.item(
                "\(action.key)  \(action.code)",
                action.title + question + (action.meaning.map { " [\($0.rawValue)]" } ?? ""))
        }
    }
}
