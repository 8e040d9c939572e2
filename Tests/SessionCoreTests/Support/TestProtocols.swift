@testable import SessionCore

/// The four default care protocols as values, so that the core's tests need no file. Limits are equal across the
/// routes; dose, schedule, stay and forms differ.
enum TestProtocols {
    static let infusion = make(
        name: "iv-racemic", title: "Racemic ketamine, intravenous infusion", route: .infusion,
        drug: "ketamine (racemic)",
        dose: DoseRules(
            unit: .milligramsPerKilogram, minimum: 0.3, usual: 0.5, maximum: 1.0, reasonAboveFactor: 2,
            infusionMinutes: MinutesRange(usual: 40, minimum: 2, maximum: 100), deviceMilligrams: nil,
            restMinutes: nil, supplementUntilMinutes: nil),
        schedule: TestSchedules.infusion, stayMinutes: 60, doseAbove: 0.5)

    static let injection = make(
        name: "im-racemic", title: "Racemic ketamine, intramuscular injection", route: .injection,
        drug: "ketamine (racemic)",
        dose: DoseRules(
            unit: .milligramsPerKilogram, minimum: 0.25, usual: 0.5, maximum: 1.0, reasonAboveFactor: 2,
            infusionMinutes: nil, deviceMilligrams: nil, restMinutes: nil, supplementUntilMinutes: 30),
        schedule: TestSchedules.injection, stayMinutes: 120)

    static let nasalRacemic = make(
        name: "in-racemic", title: "Racemic ketamine, nasal spray", route: .nasalRacemic,
        drug: "ketamine (racemic)",
        dose: DoseRules(
            unit: .milligrams, minimum: 30, usual: 50, maximum: 100, reasonAboveFactor: 2,
            infusionMinutes: nil, deviceMilligrams: 10, restMinutes: 5, supplementUntilMinutes: nil),
        schedule: TestSchedules.nasalRacemic, stayMinutes: 120)

    static let esketamine = make(
        name: "esketamine", title: "Esketamine, nasal devices of 28 mg", route: .esketamine,
        drug: "esketamine",
        dose: DoseRules(
            unit: .milligrams, minimum: 28, usual: 56, maximum: 84, reasonAboveFactor: 2,
            infusionMinutes: nil, deviceMilligrams: 28, restMinutes: 5, supplementUntilMinutes: nil),
        schedule: TestSchedules.esketamine, stayMinutes: 120, formDays: 7)

    /// All four.
    static let all = [infusion, injection, nasalRacemic, esketamine]

    private static func make(
        name: String, title: String, route: Route, drug: String, dose: DoseRules, schedule: ScheduleRules,
        stayMinutes: Int, doseAbove: Double? = nil, formDays: Int? = nil
    ) -> CareProtocol {
        CareProtocol(
            name: name, version: 1, title: title, route: route, drug: drug, dose: dose, schedule: schedule,
            gate: gate, pressure: pressure, parameters: parameters, recheck: recheck, alarms: alarms,
            entry: entry, subsidence: subsidence, discharge: discharge(stayMinutes: stayMinutes),
            timers: timers(formDays: formDays),
            intensive: IntensiveRules(ageYears: 65, systolic: 130, diastolic: 85, doseAbove: doseAbove),
            symptoms: TestLists.symptoms, actions: TestLists.actions)
    }

    static let gate = GateRules(
        systolicMaximum: 140, systolicMaximumOlder: 150, diastolicMaximum: 90,
        stop: PressurePair(systolic: 160, diastolic: 100), noGo: PressurePair(systolic: 180, diastolic: 110),
        systolicMinimum: 90, meanMinimum: 65, heartRateMinimum: 50, heartRateMaximum: 110,
        saturationMinimum: 94, olderFromYears: 65, baselineSpread: 10, baselineApartMinimum: 1,
        baselineApartMaximum: 5)

    static let pressure = PressureLimits(
        watch: RiseLimits(
            systolic: 160, diastolic: 100, riseSystolic: 30, riseDiastolic: 20, riseMeanPercent: 20),
        high: RiseLimits(
            systolic: 180, diastolic: 110, riseSystolic: 40, riseDiastolic: 25, riseMeanPercent: 30),
        crisis: PressurePair(systolic: 200, diastolic: 120),
        withSymptom: PressurePair(systolic: 160, diastolic: 100),
        relativeNeeds: PressurePair(systolic: 140, diastolic: 90),
        low: LowPressureLimits(
            watchSystolic: 99, watchFallPercent: 20, highSystolic: 89, highMeanBelow: 65,
            highFallPercent: 30, crisisSystolic: 79, crisisMeanBelow: 55, crisisHeartRateBelow: 40),
        hysteresis: PressurePair(systolic: 5, diastolic: 3), noFall: 5, stepDownMinutes: 3,
        sustainedMinutes: 15)

    static let parameters = ParameterLimits(
        heartRateHigh: UpperLimits(watch: 111, high: 131, crisis: 150), heartRateRise: 40,
        heartRateWithSymptom: 131, heartRateLow: LowerLimits(watch: 50, high: 40, crisis: 34),
        heartRateLowSystolicBelow: 90, oxygenSaturation: LowerLimits(watch: 94, high: 91, crisis: 89),
        respiratoryLow: LowerLimits(watch: 11, high: 8, crisis: 6),
        respiratoryHigh: UpperLimits(watch: 21, high: 25, crisis: 35),
        temperatureHigh: UpperLimits(watch: 381, high: 391, crisis: nil),
        temperatureLow: LowerLimits(watch: 360, high: 350, crisis: nil),
        endTidalHigh: UpperLimits(watch: 51, high: 61, crisis: nil), endTidalRise: 11,
        endTidalLow: LowerLimits(watch: nil, high: 24, crisis: nil),
        alertness: LowerLimits(watch: 4, high: 3, crisis: 2), alertnessWatchAfterMinutes: 60,
        distress: UpperLimits(watch: 5, high: 8, crisis: nil), distressWithHarm: 0)

    static let recheck = RecheckRules(
        watchSeconds: 300, highSeconds: 180, highLowSideSeconds: 120, crisisSeconds: 60,
        crisisSaturationSeconds: 30, crisisRepeatSeconds: 120, minimumGapSeconds: 60, graceSeconds: 60)

    static let alarms = AlarmRules(
        unacknowledgedHighSeconds: 60, unacknowledgedMediumSeconds: 120, notifyWithinSeconds: 300,
        emergencyRepeatSeconds: 600, acknowledgedReminderSeconds: 300, offMinutes: 30,
        audioPauseSeconds: 120, staleTenths: 15, highBells: BellPattern(count: 3, everySeconds: 10),
        mediumBells: BellPattern(count: 2, everySeconds: 25))

    static let subsidence = SubsidenceRules(
        intensity: 1, distress: 3, alertness: 5, agitation: 0, orientation: 4, meanPercent: 20,
        saturation: 94, saturationWithin: 2, apartMinutes: 10, subsidingPercent: 50, reboundIntensity: 4,
        expectedMinutes: 60)

    private static func discharge(stayMinutes: Int) -> DischargeRules {
        DischargeRules(
            minimumStayMinutes: stayMinutes, pressureMaximum: PressurePair(systolic: 140, diastolic: 90),
            systolicMinimum: 100, systolicBelowBaselinePercent: 10, meanPercent: 20,
            fallingBelow: PressurePair(systolic: 160, diastolic: 100), quietMinutes: 30,
            heartRateMinimum: 50, heartRateMaximum: 110, respiratoryMinimum: 10, respiratoryMaximum: 24,
            saturation: 94, saturationWithin: 2, alertness: 5, agitation: 0, orientation: 4, intensity: 1,
            distress: 3, nausea: 1, vomitingFreeMinutes: 30, sedativeMinutes: 60, benzodiazepineMinutes: 120,
            apartMinutes: 15)
    }

    private static func timers(formDays: Int?) -> TimerRules {
        TimerRules(
            baselineMinutes: 20, readyMinutes: 15, heldRestMinutes: 5, heldMinutes: 60, heldRounds: 3,
            pauseMinutes: 20, rescueMinutes: [5, 15], formDays: formDays, followUpHours: [24, 168, 672],
            abandonHours: 12)
    }
}
