/// The instants of discharge, kept from fact to fact: what was judged at an earlier instant is not judged again. It has
/// to be brought to every instant at which something changes, in order.
struct KeptDischarge: Hashable, Sendable {
    /// The first time at which items 2-8 held. Answers are needed for that, so it is not before the first assessment.
    private(set) var readyAt: SessionTime?
    /// The row of good assessments, as it stands.
    private(set) var row = Row()
    /// Stretches in which the patient was free to leave, until something took that back.
    private(set) var free: [Free] = []
    /// The row without the assessments of this very instant, which another fact may still change.
    private var settled = Row()
    private var settledCount = 0
    private var basis = Basis()

    /// A stretch in which the patient was free to leave and no checkpoint was asked for.
    struct Free: Hashable, Sendable {
        var from: SessionTime
        var to: SessionTime

        /// Whether a checkpoint due at `time` was never asked for.
        func covers(_ time: SessionTime) -> Bool { from < time && time <= to }
    }

    /// The first of an unbroken row of good assessments, and the one that lets the patient go.
    struct Row: Hashable, Sendable {
        var first: SessionTime?
        var second: SessionTime?
    }

    /// A further dose and a rebound each begin everything anew.
    private struct Basis: Hashable {
        var lastDose: SessionTime?
        var lastRebound: SessionTime?
    }

    /// Judges what the record says at `now`.
    mutating func settle(_ discharge: Discharge, at now: SessionTime) {
        let record = discharge.record
        let present = Basis(lastDose: record.lastDose, lastRebound: record.lastRebound)
        if present != basis {
            if present.lastDose != basis.lastDose { readyAt = nil }
            settled = Row()
            settledCount = 0
            basis = present
        }
        let former = row.second
        judgeReady(discharge, at: record.leftAt.map { min($0, now) } ?? now)
        judgeRow(discharge, at: now)
        if let former, row.second == nil { free.append(Free(from: former, to: now)) }
    }

    private mutating func judgeReady(_ discharge: Discharge, at now: SessionTime) {
        guard let lastDose = discharge.record.lastDose, let first = discharge.record.assessments.first?.at,
            now >= max(first, lastDose), readyAt == nil || readyAt == now
        else { return }
        readyAt = discharge.isReady(at: now) ? now : nil
    }

    private mutating func judgeRow(_ discharge: Discharge, at now: SessionTime) {
        let assessments = discharge.record.assessments
        while settledCount < assessments.count, assessments[settledCount].at < now {
            settled.take(assessments[settledCount].at, discharge)
            settledCount += 1
        }
        row = settled
        for assessment in assessments[settledCount...] where assessment.at <= now {
            row.take(assessment.at, discharge)
        }
    }
}

extension KeptDischarge.Row {
    /// Takes one assessment. Only the minimum stay may be missing at the first. A rebound begins the row anew.
    fileprivate mutating func take(_ time: SessionTime, _ discharge: Discharge) {
        let record = discharge.record
        guard record.lastRebound.map({ time > $0 }) ?? true, record.lastDose.map({ time >= $0 }) ?? false
        else { return }
        let items = discharge.items(at: time)
        guard items.dropFirst().allSatisfy({ $0.holds == .yes }) else {
            self = Self()
            return
        }
        let began = first ?? time
        first = began
        if second == nil, time - began >= .minutes(discharge.rules.apartMinutes), items[0].holds == .yes,
            discharge.isMeasured(after: began, by: time)
        {
            second = time
        }
    }
}
