/// Why a care protocol cannot serve a session. A log may carry its protocol whole, so that its numbers come from anywhere:
/// one that would never ask for a checkpoint or a recheck, or whose limits would call everything normal, is refused
/// before the first reading is judged by it. What is right for a patient is for the clinician who signs it off.
struct ProtocolSoundness {
    private let careProtocol: CareProtocol

    init(_ careProtocol: CareProtocol) { self.careProtocol = careProtocol }

    /// The first thing that is wrong, with its key and what would be right; `nil` when the protocol can work.
    var refusal: Refusal? {
        if let missing { return Refusal("Protocol \(careProtocol.name) cannot work: \(missing).") }
        for (key, value, bounds) in times + counts where !bounds.contains(value) {
            return Refusal(
                "Protocol \(careProtocol.name) cannot work: \(key) is \(value); it lies between "
                    + "\(bounds.lowerBound) and \(bounds.upperBound).")
        }
        for (key, values) in limits where !Self.areLimits(values) {
            return Refusal(
                "Protocol \(careProtocol.name) cannot work: the limits of \(key) lie between 0 and 500 and each "
                    + "worse level lies further out than the one before.")
        }
        return nil
    }

    private typealias Bounded = (key: String, value: Int, bounds: ClosedRange<Int>)

    /// A day in minutes, the longest that anything in a session takes.
    private static let dayInMinutes = 1...1440
    private static let dayInSeconds = 1...86_400

    private var missing: String? {
        let dose = careProtocol.dose
        if careProtocol.schedule.standard.isEmpty { return "it has no checkpoints" }
        if careProtocol.schedule.windows.isEmpty { return "its checkpoints have no windows" }
        if careProtocol.schedule.standard.count > 100 { return "it has more than 100 checkpoints" }
        if careProtocol.route == .infusion, careProtocol.schedule.infusionEvery == nil {
            return "schedule.infusionEvery is missing"
        }
        let doses = [dose.minimum, dose.usual, dose.maximum, dose.reasonAboveFactor]
        guard doses.allSatisfy({ $0.isFinite && $0 > 0 }), dose.minimum <= dose.maximum else {
            return "its doses are numbers above 0, the highest not below the lowest"
        }
        return nil
    }

    private var times: [Bounded] {
        let schedule = careProtocol.schedule
        let recheck = careProtocol.recheck
        let alarms = careProtocol.alarms
        let timers = careProtocol.timers
        let minutes: [(String, Int?)] =
            [
                ("schedule.continueEvery", schedule.continueEvery),
                ("schedule.infusionEvery", schedule.infusionEvery),
                ("dose.restMinutes", careProtocol.dose.restMinutes),
                ("pressure.stepDownMinutes", careProtocol.pressure.stepDownMinutes),
                ("subsidence.apartMinutes", careProtocol.subsidence.apartMinutes),
                ("discharge.apartMinutes", careProtocol.discharge.apartMinutes),
                ("alarms.offMinutes", alarms.offMinutes),
                ("timers.baselineMinutes", timers.baselineMinutes),
                ("timers.readyMinutes", timers.readyMinutes),
                ("timers.heldRestMinutes", timers.heldRestMinutes),
                ("timers.heldMinutes", timers.heldMinutes),
                ("timers.pauseMinutes", timers.pauseMinutes),
                ("entry.changeWithinMinutes", careProtocol.entry.changeWithinMinutes),
                ("gate.baselineApartMinimum", careProtocol.gate.baselineApartMinimum),
            ] + schedule.intensive.map { ("schedule.intensive.every", $0.every) }
            + timers.rescueMinutes.map { ("timers.rescueMinutes", $0) }
        let seconds = [
            ("recheck.watchSeconds", recheck.watchSeconds), ("recheck.highSeconds", recheck.highSeconds),
            ("recheck.highLowSideSeconds", recheck.highLowSideSeconds),
            ("recheck.crisisSeconds", recheck.crisisSeconds),
            ("recheck.crisisSaturationSeconds", recheck.crisisSaturationSeconds),
            ("recheck.crisisRepeatSeconds", recheck.crisisRepeatSeconds),
            ("alarms.unacknowledgedHighSeconds", alarms.unacknowledgedHighSeconds),
            ("alarms.unacknowledgedMediumSeconds", alarms.unacknowledgedMediumSeconds),
            ("alarms.notifyWithinSeconds", alarms.notifyWithinSeconds),
            ("alarms.emergencyRepeatSeconds", alarms.emergencyRepeatSeconds),
            ("alarms.acknowledgedReminderSeconds", alarms.acknowledgedReminderSeconds),
        ]
        return minutes.compactMap { key, value in value.map { (key, $0, Self.dayInMinutes) } }
            + seconds.map { ($0, $1, Self.dayInSeconds) }
    }

    private var counts: [Bounded] {
        let schedule = careProtocol.schedule
        let windows = schedule.windows.flatMap { window in
            [
                ("schedule.windows.interval", window.interval), ("schedule.windows.before", window.before),
                ("schedule.windows.after", window.after),
            ]
        }
        let own = schedule.standard.compactMap(\.window).flatMap {
            [("window.before", $0.before), ("window.after", $0.after)]
        }
        let apart = careProtocol.gate.baselineApartMinimum
        return windows.map { ($0, $1, 0...1440) } + own.map { ($0, $1, 0...1440) }
            + schedule.standard.map { ("schedule.standard.at", $0.at, 0...1440) }
            + [
                ("recheck.graceSeconds", careProtocol.recheck.graceSeconds, 0...86_400),
                ("recheck.minimumGapSeconds", careProtocol.recheck.minimumGapSeconds, 0...86_400),
                ("recheck.overdueHighFactor", careProtocol.recheck.overdueHighFactor, 1...100),
                ("alarms.staleTenths", careProtocol.alarms.staleTenths, 10...1000),
                ("timers.heldRounds", careProtocol.timers.heldRounds, 1...100),
                ("discharge.minimumStayMinutes", careProtocol.discharge.minimumStayMinutes, 0...1440),
                (
                    "gate.baselineApartMaximum", careProtocol.gate.baselineApartMaximum,
                    max(1, min(apart, 1440))...1440
                ),
            ]
    }

    /// Limits from the mildest to the worst level, those of a low side with their sign turned.
    private var limits: [(key: String, values: [Int?])] {
        let pressure = careProtocol.pressure
        let parameters = careProtocol.parameters
        let upper = [
            ("heartRateHigh", parameters.heartRateHigh), ("respiratoryHigh", parameters.respiratoryHigh),
            ("temperatureHigh", parameters.temperatureHigh), ("endTidalHigh", parameters.endTidalHigh),
            ("distress", parameters.distress),
        ]
        let lower = [
            ("heartRateLow", parameters.heartRateLow), ("oxygenSaturation", parameters.oxygenSaturation),
            ("respiratoryLow", parameters.respiratoryLow), ("temperatureLow", parameters.temperatureLow),
            ("endTidalLow", parameters.endTidalLow), ("alertness", parameters.alertness),
        ]
        func turned(_ values: [Int?]) -> [Int?] { values.map { $0.map { 0 &- $0 } } }
        return [
            (
                "systolic pressure",
                [pressure.watch.systolic, pressure.high.systolic, pressure.crisis.systolic]
            ),
            (
                "diastolic pressure",
                [pressure.watch.diastolic, pressure.high.diastolic, pressure.crisis.diastolic]
            ),
            (
                "low systolic pressure",
                turned([pressure.low.watchSystolic, pressure.low.highSystolic, pressure.low.crisisSystolic])
            ),
        ] + upper.map { ($0, [$1.watch, $1.high, $1.crisis]) }
            + lower.map { ($0, turned([$1.watch, $1.high, $1.crisis])) }
    }

    private static func areLimits(_ values: [Int?]) -> Bool {
        let present = values.compactMap(\.self)
        return present.allSatisfy { (-500...500).contains($0) }
            && zip(present, present.dropFirst()).allSatisfy(<)
    }
}
