import SessionCore

extension ProtocolCheck {
    /// A pair of pressures: plausible, and the systolic one above the diastolic one.
    func pair(_ key: String, _ pair: PressurePair) { pressures(key, pair.systolic, pair.diastolic) }

    private func pressures(_ key: String, _ systolic: Int, _ diastolic: Int) {
        number("\(key).systolic", systolic, in: 30...300)
        number("\(key).diastolic", diastolic, in: 20...200)
        less("\(key).diastolic", diastolic, than: "systolic", systolic)
    }

    /// The pre-dose gate: hold before stop before no-go.
    func checkGate() {
        let gate = careProtocol.gate
        pair("gate.stop", gate.stop)
        pair("gate.noGo", gate.noGo)
        number("gate.systolicMinimum", gate.systolicMinimum, in: 40...200)
        number("gate.meanMinimum", gate.meanMinimum, in: 30...120)
        number("gate.saturationMinimum", gate.saturationMinimum, in: 70...100)
        number("gate.olderFromYears", gate.olderFromYears, in: 18...120)
        number("gate.baselineSpread", gate.baselineSpread, in: 1...50)
        number("gate.baselineApartMinimum", gate.baselineApartMinimum, in: 1...60)
        number("gate.baselineApartMaximum", gate.baselineApartMaximum, in: 1...60)
        number("gate.heartRateMinimum", gate.heartRateMinimum, in: 20...200)
        number("gate.heartRateMaximum", gate.heartRateMaximum, in: 20...250)
        number("gate.diastolicMaximum", gate.diastolicMaximum, in: 40...200)
        ascending(
            "gate",
            [
                ("systolicMinimum", gate.systolicMinimum), ("systolicMaximum", gate.systolicMaximum),
                ("systolicMaximumOlder", gate.systolicMaximumOlder),
            ])
        ascending(
            "gate",
            [("heartRateMinimum", gate.heartRateMinimum), ("heartRateMaximum", gate.heartRateMaximum)])
        ascending(
            "gate",
            [
                ("baselineApartMinimum", gate.baselineApartMinimum),
                ("baselineApartMaximum", gate.baselineApartMaximum),
            ])
        less(
            "gate.systolicMaximumOlder", gate.systolicMaximumOlder, than: "stop.systolic", gate.stop.systolic)
        less("gate.diastolicMaximum", gate.diastolicMaximum, than: "stop.diastolic", gate.stop.diastolic)
        ordered("gate", ("stop", gate.stop), ("noGo", gate.noGo))
    }

    /// Pressure limits: watch before high before crisis, on both sides.
    func checkPressure() {
        let limits = careProtocol.pressure
        checkRise("pressure.watch", limits.watch)
        checkRise("pressure.high", limits.high)
        pair("pressure.crisis", limits.crisis)
        pair("pressure.withSymptom", limits.withSymptom)
        pair("pressure.relativeNeeds", limits.relativeNeeds)
        checkRises(limits)
        ordered("pressure", ("withSymptom", limits.withSymptom), ("crisis", limits.crisis))
        ascending(
            "pressure",
            [
                ("relativeNeeds.systolic", limits.relativeNeeds.systolic),
                ("high.systolic", limits.high.systolic),
            ])
        ascending(
            "pressure",
            [
                ("relativeNeeds.diastolic", limits.relativeNeeds.diastolic),
                ("high.diastolic", limits.high.diastolic),
            ])
        number("pressure.hysteresis.systolic", limits.hysteresis.systolic, in: 0...30)
        number("pressure.hysteresis.diastolic", limits.hysteresis.diastolic, in: 0...30)
        number("pressure.noFall", limits.noFall, in: 1...50)
        number("pressure.stepDownMinutes", limits.stepDownMinutes, in: 1...60)
        number("pressure.sustainedMinutes", limits.sustainedMinutes, in: 1...120)
        checkLowPressure(limits)
    }

    private func checkRise(_ key: String, _ limits: RiseLimits) {
        pressures(key, limits.systolic, limits.diastolic)
        number("\(key).riseSystolic", limits.riseSystolic, in: 1...150)
        number("\(key).riseDiastolic", limits.riseDiastolic, in: 1...100)
        number("\(key).riseMeanPercent", limits.riseMeanPercent, in: 1...200)
    }

    private func checkRises(_ limits: PressureLimits) {
        ascending(
            "pressure",
            [
                ("watch.systolic", limits.watch.systolic), ("high.systolic", limits.high.systolic),
                ("crisis.systolic", limits.crisis.systolic),
            ])
        ascending(
            "pressure",
            [
                ("watch.diastolic", limits.watch.diastolic), ("high.diastolic", limits.high.diastolic),
                ("crisis.diastolic", limits.crisis.diastolic),
            ])
        let rises: [(String, KeyPath<RiseLimits, Int>)] = [
            ("riseSystolic", \.riseSystolic), ("riseDiastolic", \.riseDiastolic),
            ("riseMeanPercent", \.riseMeanPercent),
        ]
        for (key, rise) in rises {
            ascending(
                "pressure",
                [("watch.\(key)", limits.watch[keyPath: rise]), ("high.\(key)", limits.high[keyPath: rise])])
        }
    }

    private func checkLowPressure(_ limits: PressureLimits) {
        let low = limits.low
        number("pressure.low.crisisSystolic", low.crisisSystolic, in: 30...200)
        number("pressure.low.crisisMeanBelow", low.crisisMeanBelow, in: 20...150)
        number("pressure.low.crisisHeartRateBelow", low.crisisHeartRateBelow, in: 20...100)
        number("pressure.low.watchFallPercent", low.watchFallPercent, in: 1...90)
        number("pressure.low.highFallPercent", low.highFallPercent, in: 1...90)
        ascending(
            "pressure.low",
            [
                ("crisisSystolic", low.crisisSystolic), ("highSystolic", low.highSystolic),
                ("watchSystolic", low.watchSystolic),
            ])
        ascending(
            "pressure.low", [("crisisMeanBelow", low.crisisMeanBelow), ("highMeanBelow", low.highMeanBelow)])
        ascending(
            "pressure.low",
            [("watchFallPercent", low.watchFallPercent), ("highFallPercent", low.highFallPercent)])
        less(
            "pressure.low.watchSystolic", low.watchSystolic, than: "pressure.watch.systolic",
            limits.watch.systolic)
    }

    /// Of two pairs the second is the worse one, in both numbers.
    func ordered(
        _ group: String, _ milder: (key: String, pair: PressurePair),
        _ worse: (key: String, pair: PressurePair)
    ) {
        ascending(
            group,
            [
                ("\(milder.key).systolic", milder.pair.systolic),
                ("\(worse.key).systolic", worse.pair.systolic),
            ])
        ascending(
            group,
            [
                ("\(milder.key).diastolic", milder.pair.diastolic),
                ("\(worse.key).diastolic", worse.pair.diastolic),
            ])
    }
}
