/// Whether the patient may leave: twelve items, all of which must hold at two assessments at least the protocol's
/// minutes apart, the first of which may come before the minimum stay ends. A clock alone never suffices (FDA label of
/// Spravato, 2019); the list and its numbers are Ebbtide defaults, unpublished.
public struct Discharge: Sendable {
    let record: DischargeRecord
    let rules: DischargeRules

    /// Discharge of a session under its protocol.
    public init(_ record: DischargeRecord, rules: DischargeRules) {
        self.record = record
        self.rules = rules
    }

    /// When the minimum stay ends; `nil` before the last dose.
    public var minimumStayEnds: SessionTime? {
        record.lastDose.map { $0 + .minutes(rules.minimumStayMinutes) }
    }

    /// The twelve items as they stood at `time`.
    public func items(at time: SessionTime) -> [DischargeItem] {
        let answers = record.assessments.last { $0.at <= time }?.assessment.answers ?? [:]
        let look = DischargeLook(record: record, rules: rules, answers: answers, time: time)
        return [
            minimumStay(at: time), look.pressure, look.breathing, look.alertness, look.effects, look.recovery,
            look.sedation,
            look.asked(8, "suicide screen not moderate or high, or cleared in writing", .suicideScreen),
            look.line,
            look.asked(10, "escort present, instructions in writing", .escort),
            look.asked(11, "next contact and integration date set", .nextContact),
            look.asked(12, "clinician signs fitness to leave", .clinicianSigns),
        ]
    }

    /// How discharge stands at `now`.
    public func picture(at now: SessionTime) -> DischargePicture {
        var kept = KeptDischarge()
        for time in changes where time < now { kept.settle(self, at: time) }
        kept.settle(self, at: now)
        return picture(at: now, kept: kept)
    }

    /// How discharge stands at `now`, when its two instants are known.
    func picture(at now: SessionTime, kept: KeptDischarge) -> DischargePicture {
        let items = items(at: record.leftAt.map { min($0, now) } ?? now)
        return DischargePicture(
            items: items, readyAt: kept.readyAt, mayLeaveAt: kept.row.second, leftAt: record.leftAt,
            minimumStayEnds: minimumStayEnds, firstAssessmentAt: kept.row.first,
            obstacles: obstacles(items, kept.row, at: now))
    }

    /// The first instant after `now` at which an item changes by time alone.
    public func nextDeadline(after now: SessionTime) -> SessionTime? {
        (expiries + quietEnds(after: now)).filter { $0 > now }.min()
    }

    private func minimumStay(at time: SessionTime) -> DischargeItem {
        let title = "minimum stay of \(rules.minimumStayMinutes) min after the last dose"
        guard let ends = minimumStayEnds else {
            return DischargeItem(
                number: 1, title: title, holds: .unknown, detail: "the end of administration is not recorded")
        }
        let left = ends - time
        // A begun minute is a minute to wait.
        let detail = left > .zero ? "\((left + .milliseconds(59_999)).wholeMinutes) min to go" : "met"
        return DischargeItem(number: 1, title: title, holds: left > .zero ? .no : .yes, detail: detail)
    }

    /// The instants at which time alone can make an item hold or take it back, those of single readings aside.
    private var expiries: [SessionTime] {
        var times = [minimumStayEnds].compactMap { $0 }
        times += record.vomited.map { $0 + .minutes(rules.vomitingFreeMinutes) }
        times += record.sedatives.map { $0.at + .minutes(minutes(of: $0)) }
        times += record.assessments.map { $0.at + .minutes(rules.apartMinutes) }
        return times
    }

    /// When a reading falls out of the last stretch: its values count up to the end and are gone one instant later.
    private func ends(of reading: TimedReading) -> [SessionTime] {
        let end = reading.at + .minutes(rules.quietMinutes)
        return [end, end + Schedule.instant]
    }

    /// When the oldest reading that is still in the last stretch falls out of it; all others do so later.
    private func quietEnds(after now: SessionTime) -> [SessionTime] {
        let since = now - .minutes(rules.quietMinutes)
        let oldest = record.readings.firstPlace { $0.at >= since }
        return record.readings[oldest...].first.map(ends) ?? []
    }

    /// Every instant at which something about discharge can have changed, in order.
    private var changes: [SessionTime] {
        let times =
            record.readings.map(\.at) + record.assessments.map(\.at) + expiries
            + record.readings.flatMap(ends) + record.openRechecks.compactMap(\.to)
            + [record.lastDose].compactMap { $0 }
        return times.sorted()
    }

    private func minutes(of dose: SedativeDose) -> Int {
        dose.isBenzodiazepine ? rules.benzodiazepineMinutes : rules.sedativeMinutes
    }

    /// Whether a pressure was taken after one assessment and by the next: two assessments of one reading are one.
    func isMeasured(after first: SessionTime, by time: SessionTime) -> Bool {
        record.readings.contains { $0.answersPressure && $0.at > first && $0.at <= time }
    }

    /// Whether items 2-8 hold at `time`.
    func isReady(at time: SessionTime) -> Bool { items(at: time)[1...7].allSatisfy { $0.holds == .yes } }

    private func obstacles(
        _ items: [DischargeItem], _ row: KeptDischarge.Row, at now: SessionTime
    ) -> [String] {
        guard record.leftAt == nil else { return [] }
        var obstacles = items.filter { $0.holds != .yes }.map { "\($0.number) \($0.title): \($0.detail)" }
        obstacles += record.confirmedAlarms.map { "confirmed alarm: \($0)" }
        if record.isEmergencyOpen { obstacles.append("an emergency is open") }
        obstacles += record.blankCheckpoints.map { "mandatory checkpoint \($0) is blank" }
        if row.first == nil {
            obstacles.append("two assessments that hold are owed, \(rules.apartMinutes) min apart")
        } else if let first = row.first, row.second == nil {
            let earliest = max(first + .minutes(rules.apartMinutes), minimumStayEnds ?? first)
            let wait = (earliest - now + .milliseconds(59_999)).wholeMinutes
            let when = wait > 0 ? "in \(wait) min" : "now"
            let fresh = wait > 0 || isMeasured(after: first, by: now) ? "" : ", after fresh vitals"
            obstacles.append("the second assessment is owed \(when)\(fresh)")
        }
        return obstacles
    }
}

extension Span {
    static func milliseconds(_ milliseconds: Int64) -> Span { Span(milliseconds: milliseconds) }
}
