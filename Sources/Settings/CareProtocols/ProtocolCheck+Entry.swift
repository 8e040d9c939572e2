import SessionCore

extension ProtocolCheck {
    /// A scale has fixed ends; everything else is measured, and only its sanity can be checked.
    private func bounds(of vital: Vital) -> ClosedRange<Int> {
        switch vital {
        case .systolic, .diastolic, .meanPressure: 0...400
        case .heartRate: 0...400
        case .oxygenSaturation: 0...100
        case .respiratoryRate: 0...120
        case .temperature: 150...500
        case .endTidalCO2: 0...200
        case .alertness: 0...5
        case .agitation: -5...4
        case .orientation: 0...4
        case .intensity, .distress: 0...10
        case .nausea: 0...3
        }
    }

    /// Every vital has an entry field; its confirm limits lie between the values that are refused.
    func checkEntry() {
        let entry = careProtocol.entry
        for vital in Vital.allCases where entry.fields[vital.rawValue] == nil {
            findings.report(
                "entry.fields.\(vital.rawValue)",
                "\(vital.rawValue) is missing; without it, it cannot be typed.")
        }
        for (name, field) in entry.fields.sorted(by: { $0.key < $1.key }) {
            guard let vital = Vital(rawValue: name) else {
                let known = Vital.allCases.map(\.rawValue).joined(separator: ", ")
                findings.report(
                    "entry.fields.\(name)", "\(name) is not something that is measured; there are: \(known).")
                continue
            }
            checkField("entry.fields.\(name)", field, bounds(of: vital))
        }
        number("entry.weightKg.minimum", entry.weightKg.minimum, in: 1...300)
        number("entry.weightKg.maximum", entry.weightKg.maximum, in: 50...500)
        less("entry.weightKg.minimum", entry.weightKg.minimum, than: "maximum", entry.weightKg.maximum)
        number("entry.weightKg.changePercent", entry.weightKg.changePercent, in: 1...100)
        number("entry.changeWithinMinutes", entry.changeWithinMinutes, in: 1...240)
        number("entry.pulsePressureMaximum", entry.pulsePressureMaximum, in: 40...250)
        number("entry.pulsePressureMinimum", entry.pulsePressureMinimum, in: 1...100)
        less(
            "entry.pulsePressureMinimum", entry.pulsePressureMinimum, than: "pulsePressureMaximum",
            entry.pulsePressureMaximum)
        number("entry.pulsePressurePercent", entry.pulsePressurePercent, in: 1...90)
        number("entry.meanDifference", entry.meanDifference, in: 1...100)
        number("entry.suggestionWithin", entry.suggestionWithin, in: 1...50)
        number("entry.lateAfterMinutes", entry.lateAfterMinutes, in: 1...120)
    }

    private func checkField(_ key: String, _ field: EntryField, _ bounds: ClosedRange<Int>) {
        number("\(key).minimum", field.minimum, in: bounds)
        number("\(key).maximum", field.maximum, in: bounds)
        guard field.minimum < field.maximum else {
            less("\(key).minimum", field.minimum, than: "maximum", field.maximum)
            return
        }
        number("\(key).confirmBelow", field.confirmBelow, in: field.minimum...field.maximum)
        number("\(key).confirmAbove", field.confirmAbove, in: field.minimum...field.maximum)
        if let below = field.confirmBelow, let above = field.confirmAbove {
            less("\(key).confirmBelow", below, than: "confirmAbove", above)
        }
        let width = field.maximum - field.minimum
        number("\(key).confirmChange", field.confirmChange, in: 1...width)
        number("\(key).confirmFall", field.confirmFall, in: 1...width)
    }

    /// When effects have subsided.
    func checkSubsidence() {
        let rules = careProtocol.subsidence
        scales(
            "subsidence", alertness: rules.alertness, agitation: rules.agitation,
            orientation: rules.orientation, intensity: rules.intensity, distress: rules.distress)
        saturation("subsidence", rules.saturation, within: rules.saturationWithin)
        number("subsidence.meanPercent", rules.meanPercent, in: 1...100)
        number("subsidence.apartMinutes", rules.apartMinutes, in: 1...120)
        number("subsidence.subsidingPercent", rules.subsidingPercent, in: 1...100)
        number("subsidence.reboundIntensity", rules.reboundIntensity, in: 1...10)
        number("subsidence.expectedMinutes", rules.expectedMinutes, in: 1...480)
        less("subsidence.intensity", rules.intensity, than: "reboundIntensity", rules.reboundIntensity)
    }

    /// When the patient may leave.
    func checkDischarge() {
        let rules = careProtocol.discharge
        scales(
            "discharge", alertness: rules.alertness, agitation: rules.agitation,
            orientation: rules.orientation, intensity: rules.intensity, distress: rules.distress)
        saturation("discharge", rules.saturation, within: rules.saturationWithin)
        number("discharge.nausea", rules.nausea, in: 0...3)
        number("discharge.minimumStayMinutes", rules.minimumStayMinutes, in: 1...1440)
        checkDischargePressure(rules)
        number("discharge.heartRateMinimum", rules.heartRateMinimum, in: 20...200)
        less(
            "discharge.heartRateMinimum", rules.heartRateMinimum, than: "heartRateMaximum",
            rules.heartRateMaximum)
        number("discharge.heartRateMaximum", rules.heartRateMaximum, in: 40...250)
        number("discharge.respiratoryMinimum", rules.respiratoryMinimum, in: 4...60)
        less(
            "discharge.respiratoryMinimum", rules.respiratoryMinimum, than: "respiratoryMaximum",
            rules.respiratoryMaximum)
        number("discharge.respiratoryMaximum", rules.respiratoryMaximum, in: 8...60)
        number("discharge.quietMinutes", rules.quietMinutes, in: 1...480)
        number("discharge.vomitingFreeMinutes", rules.vomitingFreeMinutes, in: 1...480)
        number("discharge.sedativeMinutes", rules.sedativeMinutes, in: 1...720)
        number("discharge.benzodiazepineMinutes", rules.benzodiazepineMinutes, in: 1...720)
        number("discharge.apartMinutes", rules.apartMinutes, in: 1...120)
    }

    private func checkDischargePressure(_ rules: DischargeRules) {
        pair("discharge.pressureMaximum", rules.pressureMaximum)
        pair("discharge.fallingBelow", rules.fallingBelow)
        number("discharge.systolicMinimum", rules.systolicMinimum, in: 60...200)
        number("discharge.systolicBelowBaselinePercent", rules.systolicBelowBaselinePercent, in: 0...50)
        number("discharge.meanPercent", rules.meanPercent, in: 1...100)
        let maximum = rules.pressureMaximum
        less(
            "discharge.systolicMinimum", rules.systolicMinimum, than: "pressureMaximum.systolic",
            maximum.systolic)
        ordered("discharge", ("pressureMaximum", maximum), ("fallingBelow", rules.fallingBelow))
    }

    private func scales(
        _ group: String, alertness: Int, agitation: Int, orientation: Int, intensity: Int, distress: Int
    ) {
        number("\(group).alertness", alertness, in: bounds(of: .alertness))
        number("\(group).agitation", agitation, in: bounds(of: .agitation))
        number("\(group).orientation", orientation, in: bounds(of: .orientation))
        number("\(group).intensity", intensity, in: bounds(of: .intensity))
        number("\(group).distress", distress, in: bounds(of: .distress))
    }

    private func saturation(_ group: String, _ value: Int, within: Int) {
        number("\(group).saturation", value, in: 70...100)
        number("\(group).saturationWithin", within, in: 0...10)
    }

    /// Everything else that expires.
    func checkTimers() {
        let timers = careProtocol.timers
        number("timers.baselineMinutes", timers.baselineMinutes, in: 1...240)
        number("timers.readyMinutes", timers.readyMinutes, in: 1...240)
        number("timers.heldRestMinutes", timers.heldRestMinutes, in: 1...60)
        number("timers.heldMinutes", timers.heldMinutes, in: 1...480)
        number("timers.heldRounds", timers.heldRounds, in: 1...20)
        number("timers.pauseMinutes", timers.pauseMinutes, in: 1...240)
        number("timers.formDays", timers.formDays, in: 1...90)
        number("timers.abandonHours", timers.abandonHours, in: 1...168)
        number("timers.attestationDays.medical", timers.attestationDays.medical, in: 1...730)
        number("timers.attestationDays.psychiatric", timers.attestationDays.psychiatric, in: 1...730)
        number("timers.attestationDays.goals", timers.attestationDays.goals, in: 1...730)
        rising("timers.rescueMinutes", timers.rescueMinutes, in: 1...240)
        rising("timers.followUpHours", timers.followUpHours, in: 1...8760)
        less(
            "timers.heldRestMinutes", timers.heldRestMinutes, than: "heldMinutes", timers.heldMinutes)
    }
}
