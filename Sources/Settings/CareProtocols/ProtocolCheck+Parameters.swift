import SessionCore

extension ProtocolCheck {
    /// Limits of everything that is not blood pressure: in order, and inside what may be typed.
    func checkParameters() {
        let limits = careProtocol.parameters
        upper("heartRateHigh", limits.heartRateHigh, .heartRate, levels: 3)
        lower("heartRateLow", limits.heartRateLow, .heartRate, levels: 3)
        lower("oxygenSaturation", limits.oxygenSaturation, .oxygenSaturation, levels: 3)
        upper("respiratoryHigh", limits.respiratoryHigh, .respiratoryRate, levels: 3)
        lower("respiratoryLow", limits.respiratoryLow, .respiratoryRate, levels: 3)
        upper("temperatureHigh", limits.temperatureHigh, .temperature, levels: 2)
        lower("temperatureLow", limits.temperatureLow, .temperature, levels: 2)
        upper("endTidalHigh", limits.endTidalHigh, .endTidalCO2, levels: 2)
        lower("endTidalLow", limits.endTidalLow, .endTidalCO2, levels: 1)
        lower("alertness", limits.alertness, .alertness, levels: 3)
        upper("distress", limits.distress, .distress, levels: 2)
        apart("heartRate", limits.heartRateLow, limits.heartRateHigh)
        apart("respiratory", limits.respiratoryLow, limits.respiratoryHigh)
        apart("temperature", limits.temperatureLow, limits.temperatureHigh)
        apart("endTidal", limits.endTidalLow, limits.endTidalHigh)
        number("parameters.heartRateRise", limits.heartRateRise, in: 5...150)
        number("parameters.endTidalRise", limits.endTidalRise, in: 1...60)
        number("parameters.heartRateLowSystolicBelow", limits.heartRateLowSystolicBelow, in: 40...200)
        number("parameters.alertnessWatchAfterMinutes", limits.alertnessWatchAfterMinutes, in: 0...480)
        number("parameters.distressWithHarm", limits.distressWithHarm, in: 0...10)
        reachable("heartRateWithSymptom", limits.heartRateWithSymptom, .heartRate)
    }

    private func upper(_ key: String, _ limits: UpperLimits, _ vital: Vital, levels: Int) {
        ascending(
            "parameters.\(key)",
            [("watch", limits.watch), ("high", limits.high), ("crisis", limits.crisis)])
        bounded(key, limits.watch, limits.high, limits.crisis, vital, levels: levels)
    }

    private func lower(_ key: String, _ limits: LowerLimits, _ vital: Vital, levels: Int) {
        let values = [("watch", limits.watch), ("high", limits.high), ("crisis", limits.crisis)]
        let present = values.compactMap { name, value in value.map { (name: name, value: $0) } }
        for (milder, worse) in zip(present, present.dropFirst()) where worse.value > milder.value {
            findings.report(
                "parameters.\(key).\(worse.name)",
                "\(worse.name) is \(worse.value); it must not be more than \(milder.name), \(milder.value).")
        }
        bounded(key, limits.watch, limits.high, limits.crisis, vital, levels: levels)
    }

    /// Each limit can be reached by a value that may be typed, and there are as many as the parameter needs: all three,
    /// or at least level 2 where level 3 is not known from the value alone.
    private func bounded(
        _ key: String, _ watch: Int?, _ high: Int?, _ crisis: Int?, _ vital: Vital, levels: Int
    ) {
        reachable("\(key).watch", watch, vital)
        reachable("\(key).high", high, vital)
        reachable("\(key).crisis", crisis, vital)
        let needed = [(watch, "watch", 2), (high, "high", 1), (crisis, "crisis", 3)]
        for (value, name, from) in needed where value == nil && levels >= from {
            findings.report("parameters.\(key).\(name)", "\(name) must be a number; it cannot be none here.")
        }
    }

    private func reachable(_ key: String, _ value: Int?, _ vital: Vital) {
        guard let value, let field = careProtocol.entry.fields[vital.rawValue] else { return }
        if value < field.minimum || value > field.maximum {
            findings.report(
                "parameters.\(key)",
                "\(last(key)) is \(value), which can never be typed; the entry field runs from "
                    + "\(field.minimum) to \(field.maximum).")
        }
    }

    private func apart(_ name: String, _ low: LowerLimits, _ high: UpperLimits) {
        guard let lowest = low.watch ?? low.high, let highest = high.watch ?? high.high else { return }
        less("parameters.\(name)Low", lowest, than: "the first limit of \(name)High", highest)
    }

    /// Recheck times: sooner the worse, never sooner than one arm allows.
    func checkRecheck() {
        let recheck = careProtocol.recheck
        number("recheck.watchSeconds", recheck.watchSeconds, in: 30...1800)
        number("recheck.highLowSideSeconds", recheck.highLowSideSeconds, in: 30...1800)
        number("recheck.crisisRepeatSeconds", recheck.crisisRepeatSeconds, in: 30...1800)
        number("recheck.crisisSaturationSeconds", recheck.crisisSaturationSeconds, in: 10...600)
        number("recheck.minimumGapSeconds", recheck.minimumGapSeconds, in: 30...600)
        number("recheck.graceSeconds", recheck.graceSeconds, in: 0...600)
        number("recheck.overdueHighFactor", recheck.overdueHighFactor, in: 1...5)
        ascending(
            "recheck",
            [
                ("minimumGapSeconds", recheck.minimumGapSeconds), ("crisisSeconds", recheck.crisisSeconds),
                ("highLowSideSeconds", recheck.highLowSideSeconds), ("highSeconds", recheck.highSeconds),
                ("watchSeconds", recheck.watchSeconds),
            ])
        ascending(
            "recheck",
            [
                ("crisisSaturationSeconds", recheck.crisisSaturationSeconds),
                ("crisisSeconds", recheck.crisisSeconds),
                ("crisisRepeatSeconds", recheck.crisisRepeatSeconds),
            ])
    }

    /// Alarm timers: positive, the worse the sooner, and fewer than three flashes a second.
    func checkAlarms() {
        let alarms = careProtocol.alarms
        number("alarms.unacknowledgedHighSeconds", alarms.unacknowledgedHighSeconds, in: 10...600)
        number("alarms.notifyWithinSeconds", alarms.notifyWithinSeconds, in: 30...1800)
        number("alarms.emergencyRepeatSeconds", alarms.emergencyRepeatSeconds, in: 60...3600)
        number("alarms.acknowledgedReminderSeconds", alarms.acknowledgedReminderSeconds, in: 30...1800)
        number("alarms.offMinutes", alarms.offMinutes, in: 1...120)
        number("alarms.audioPauseSeconds", alarms.audioPauseSeconds, in: 10...600)
        number("alarms.staleTenths", alarms.staleTenths, in: 10...50)
        number("alarms.highFlashMilliseconds", alarms.highFlashMilliseconds, in: 170...2000)
        number("alarms.mediumFlashMilliseconds", alarms.mediumFlashMilliseconds, in: 170...4000)
        number("alarms.unacknowledgedMediumSeconds", alarms.unacknowledgedMediumSeconds, in: 10...1200)
        ascending(
            "alarms",
            [
                ("highFlashMilliseconds", alarms.highFlashMilliseconds),
                ("mediumFlashMilliseconds", alarms.mediumFlashMilliseconds),
            ])
        ascending(
            "alarms",
            [
                ("unacknowledgedHighSeconds", alarms.unacknowledgedHighSeconds),
                ("unacknowledgedMediumSeconds", alarms.unacknowledgedMediumSeconds),
            ])
        for (key, bells) in [("highBells", alarms.highBells), ("mediumBells", alarms.mediumBells)] {
            number("alarms.\(key).count", bells.count, in: 1...10)
            number("alarms.\(key).everySeconds", bells.everySeconds, in: 2...120)
        }
    }
}
