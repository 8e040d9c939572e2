/// The rules for everything that is not blood pressure. Bands of heart rate, saturation, breathing and temperature
/// follow NEWS2 (Royal College of Physicians, 2017); level 3, end-tidal carbon dioxide, alertness and distress are
/// Ebbtide defaults, unpublished.
struct ParameterJudge {
    let limits: ParameterLimits
    let values: VitalSet
    let context: JudgementContext

    /// Heart rate: bands, the rise over baseline, and what a symptom or a low pressure makes of it.
    var heartRate: Assessment? {
        guard let rate = values[.heartRate] else { return nil }
        var high = limits.heartRateHigh.findings(rate, rule: "fast-heart")
        if let baseline = context.baseline?.means[.heartRate],
            baseline.isRisen(rate, by: limits.heartRateRise)
        {
            high.append(
                Finding(
                    rule: "heart-rise", level: .high,
                    words: "rise \(rate &- baseline.rounded) over baseline \(baseline.rounded)"))
        }
        if context.hasRedFlag, rate >= limits.heartRateWithSymptom {
            high.append(
                Finding(
                    rule: "fast-heart-symptom", level: .crisis,
                    words: "≥ \(limits.heartRateWithSymptom) with a red-flag symptom"))
        }
        var low = limits.heartRateLow.findings(rate, rule: "slow-heart")
        if let slow = limits.heartRateLow.high, rate <= slow,
            let systolic = values[.systolic] ?? context.recent[.systolic],
            systolic < limits.heartRateLowSystolicBelow
        {
            low.append(
                Finding(
                    rule: "slow-heart-low-pressure", level: .crisis,
                    words: "≤ \(slow) with systolic \(systolic) < \(limits.heartRateLowSystolicBelow)"))
        }
        return assessment(
            .heartRate, "pulse \(rate)", high: (high, limits.heartRateHigh.isEmpty),
            low: (low, limits.heartRateLow.isEmpty))
    }

    /// Saturation; a recorded target range moves all bands so that level 1 begins just below its lower end.
    var oxygenSaturation: Assessment? {
        guard let saturation = values[.oxygenSaturation] else { return nil }
        let shifted = limits.oxygenSaturation.shifted(toBeginBelow: context.saturationTarget?.lower)
        return assessment(
            .oxygenSaturation, "SpO2 \(saturation) %",
            low: (shifted.findings(saturation, rule: "low-saturation", unit: " %"), shifted.isEmpty))
    }

    /// Breathing; none at all, or an apnoea that was reported, is level 3 whatever the limits say.
    var respiratoryRate: Assessment? {
        guard let rate = values[.respiratoryRate] else { return nil }
        var low = limits.respiratoryLow.findings(rate, rule: "slow-breathing")
        if rate <= 0 || context.hasApnoea {
            low.insert(Finding(rule: "apnoea", level: .crisis, words: "apnoea"), at: 0)
        }
        return assessment(
            .respiratoryRate, "breathing \(rate)",
            high: (
                limits.respiratoryHigh.findings(rate, rule: "fast-breathing"), limits.respiratoryHigh.isEmpty
            ),
            low: (low, limits.respiratoryLow.isEmpty))
    }

    /// Temperature in tenths of a degree.
    var temperature: Assessment? {
        guard let tenths = values[.temperature] else { return nil }
        return assessment(
            .temperature, "temperature \(tenths.inTenths) °C",
            high: (
                limits.temperatureHigh.findings(tenths, rule: "fever", inTenths: true),
                limits.temperatureHigh.isEmpty
            ),
            low: (
                limits.temperatureLow.findings(tenths, rule: "cold", inTenths: true),
                limits.temperatureLow.isEmpty
            ))
    }

    /// End-tidal carbon dioxide. A rise is stated in whole mmHg; a started one over a fractional baseline counts, so
    /// that "from 11" is the same as "more than 10".
    var endTidalCO2: Assessment? {
        guard let pressure = values[.endTidalCO2] else { return nil }
        var high = limits.endTidalHigh.findings(pressure, rule: "etco2-high")
        if let baseline = context.baseline?.means[.endTidalCO2],
            baseline.scaledRise(of: pressure) > (limits.endTidalRise &- 1) &* baseline.count
        {
            high.append(
                Finding(
                    rule: "etco2-rise", level: .watch,
                    words: "rise \(pressure &- baseline.rounded) over baseline \(baseline.rounded)"))
        }
        return assessment(
            .endTidalCO2, "EtCO2 \(pressure)", high: (high, limits.endTidalHigh.isEmpty),
            low: (limits.endTidalLow.findings(pressure, rule: "etco2-low"), limits.endTidalLow.isEmpty))
    }

    /// Alertness; level 1 is part of the expected effect until some time after the end of administration.
    var alertness: Assessment? {
        guard let alertness = values[.alertness] else { return nil }
        let expected = Span.minutes(limits.alertnessWatchAfterMinutes)
        let isLong = context.sinceEnd.map { $0 > expected } ?? false
        let findings = limits.alertness.findings(alertness, rule: "sedation")
            .filter { $0.level > .watch || isLong }
        return assessment(
            .alertness, "alertness \(alertness)", low: (findings, limits.alertness.isEmpty))
    }

    /// Distress; with harm to self or others it is level 3.
    var distress: Assessment? {
        guard let distress = values[.distress] else { return nil }
        var high = limits.distress.findings(distress, rule: "distress")
        if context.hasHarm, distress >= limits.distressWithHarm {
            high.append(
                Finding(rule: "distress-harm", level: .crisis, words: "with harm to self or others"))
        }
        return assessment(.distress, "distress \(distress)", high: (high, limits.distress.isEmpty))
    }

    /// A side without any limit is unknown, never normal; a side that the parameter does not have is normal.
    private func assessment(
        _ parameter: AlarmParameter, _ title: String,
        high: (findings: [Finding], isWithoutLimits: Bool) = ([], false),
        low: (findings: [Finding], isWithoutLimits: Bool) = ([], false)
    ) -> Assessment {
        func side(_ side: (findings: [Finding], isWithoutLimits: Bool)) -> SideJudgement {
            SideJudgement(
                value: title, findings: side.findings, quiet: side.isWithoutLimits ? .unknown : .normal,
                remark: side.isWithoutLimits ? "no limits" : "")
        }
        return Assessment(parameter: parameter, high: side(high), low: side(low))
    }
}
