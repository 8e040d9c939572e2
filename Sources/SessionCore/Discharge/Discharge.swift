/// Whether the patient may leave: twelve items, all of which must hold at two assessments at least the protocol's
/// minutes apart, the first of which may come before the minimum stay ends. A clock alone never suffices (FDA label of
/// Spravato, 2019); the list and its numbers are Ebbtide defaults, unpublished.
public struct Discharge: Sendable {
    private let record: DischargeRecord
    private let rules: DischargeRules

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
        let items = items(at: record.leftAt.map { min($0, now) } ?? now)
        let pair = assessedTwice(at: now)
        return DischargePicture(
            items: items, readyAt: readyAt(now), mayLeaveAt: pair.second, leftAt: record.leftAt,
            minimumStayEnds: minimumStayEnds, firstAssessmentAt: pair.first,
            obstacles: obstacles(items, pair, at: now))
    }

    /// The first instant after `now` at which an item changes by time alone.
    public func nextDeadline(after now: SessionTime) -> SessionTime? { expiries.filter { $0 > now }.min() }

    /// The first instant after `now` at which time alone can make items 2-8 hold for the first time; `nil` when only a
    /// fact can, because nobody has assessed yet or they held before.
    func readyDeadline(after now: SessionTime, in picture: DischargePicture) -> SessionTime? {
        record.assessments.isEmpty || picture.readyAt != nil ? nil : nextDeadline(after: now)
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

    /// The instants at which time alone can make an item hold or take it back.
    private var expiries: [SessionTime] {
        var times = [minimumStayEnds].compactMap { $0 }
        times += record.vomited.map { $0 + .minutes(rules.vomitingFreeMinutes) }
        times += record.sedatives.map { $0.at + .minutes(minutes(of: $0)) }
        for reading in record.readings {
            // Values of the last stretch count up to its end, and fall out of it one instant later.
            times.append(reading.at + .minutes(rules.quietMinutes))
            times.append(reading.at + .minutes(rules.quietMinutes) + Schedule.instant)
        }
        times += record.assessments.map { $0.at + .minutes(rules.apartMinutes) }
        return times
    }

    private func minutes(of dose: SedativeDose) -> Int {
        dose.isBenzodiazepine ? rules.benzodiazepineMinutes : rules.sedativeMinutes
    }

    /// The first time at which items 2-8 held. Answers are needed for that, so it is not before the first assessment.
    private func readyAt(_ now: SessionTime) -> SessionTime? {
        guard let lastDose = record.lastDose, let first = record.assessments.map(\.at).min() else {
            return nil
        }
        let last = record.leftAt.map { min($0, now) } ?? now
        let from = max(first, lastDose)
        let changes =
            record.readings.map(\.at) + record.assessments.map(\.at) + expiries
            + record.openRechecks.compactMap(\.to)
        return ([from] + changes).filter { $0 >= from && $0 <= last }.sorted().first { time in
            items(at: time)[1...7].allSatisfy { $0.holds == .yes }
        }
    }

    /// The first of an unbroken row of good assessments, and the one that lets the patient go. Only the minimum stay
    /// may be missing at the first. A rebound begins the row anew.
    private func assessedTwice(at now: SessionTime) -> (first: SessionTime?, second: SessionTime?) {
        var first: SessionTime?
        var second: SessionTime?
        for time in record.assessments.map(\.at).sorted() where time <= now {
            guard record.lastRebound.map({ time > $0 }) ?? true, record.lastDose.map({ time >= $0 }) ?? false
            else {
                continue
            }
            let items = items(at: time)
            guard items.dropFirst().allSatisfy({ $0.holds == .yes }) else {
                first = nil
                second = nil
                continue
            }
            let began = first ?? time
            first = began
            if second == nil, time - began >= .minutes(rules.apartMinutes), items[0].holds == .yes {
                second = time
            }
        }
        return (first, second)
    }

    private func obstacles(
        _ items: [DischargeItem], _ pair: (first: SessionTime?, second: SessionTime?), at now: SessionTime
    ) -> [String] {
        guard record.leftAt == nil else { return [] }
        var obstacles = items.filter { $0.holds != .yes }.map { "\($0.number) \($0.title): \($0.detail)" }
        obstacles += record.confirmedAlarms.map { "confirmed alarm: \($0)" }
        if record.isEmergencyOpen { obstacles.append("an emergency is open") }
        obstacles += record.blankCheckpoints.map { "mandatory checkpoint \($0) is blank" }
        if pair.first == nil {
            obstacles.append("two assessments that hold are owed, \(rules.apartMinutes) min apart")
        } else if let first = pair.first, pair.second == nil {
            let earliest = max(first + .minutes(rules.apartMinutes), minimumStayEnds ?? first)
            let wait = (earliest - now + .milliseconds(59_999)).wholeMinutes
            obstacles.append(
                wait > 0
                    ? "the second assessment is owed in \(wait) min" : "the second assessment is owed now")
        }
        return obstacles
    }
}

extension Span {
    static func milliseconds(_ milliseconds: Int64) -> Span { Span(milliseconds: milliseconds) }
}
