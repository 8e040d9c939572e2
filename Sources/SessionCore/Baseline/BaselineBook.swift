/// The pre-dose readings and the baseline that they make.
///
/// Two pressures one to five minutes apart make a pair and the pair makes the baseline. When the two differ by more
/// than the protocol's spread a third is owed; then the last two are averaged, and when even those differ the baseline
/// is called unstable. A single reading is a provisional baseline. A reading that stands alone after a pair does not
/// replace it, but the gate sees it (``later``). Spacing and retake rule follow guideline practice for office blood
/// pressure; the numbers come from the protocol.
public struct BaselineBook: Hashable, Sendable {
    /// The baseline so far; `nil` without a single pressure.
    public let baseline: Baseline?
    /// A pressure newer than the pair, with no partner yet.
    public let later: TimedReading?
    /// The newest reading that answers for the pressure, with a partner or without.
    public let newestAnswer: TimedReading?
    /// The newest pulse and saturation.
    public let newestValues: VitalSet
    /// Whether the pair is void, after a hold or because it waited too long, and a fresh one is not complete.
    public let awaitsFreshPair: Bool
    /// The reading that is owed to complete the baseline; `nil` when none is, or none was begun.
    public let nextReading: OwedReading?
    /// Whether a saturation that the baseline rests on was read on oxygen.
    public let isOnOxygen: Bool
    /// When the baseline stops to serve; `nil` without one.
    public let expires: SessionTime?

    /// Makes the book from the readings measured before the first dose, in any order. `freshFrom` is the instant
    /// from which readings count towards a fresh pair: the end of a hold's rest, or the end of waiting too long.
    public init(readings: [TimedReading], freshFrom: SessionTime? = nil, gate: GateRules, timers: TimerRules)
    {
        let ordered = readings.sorted(by: TimedReading.isEarlier)
        let pages = Pages(ordered: ordered, gate: gate, freshFrom: freshFrom)
        var pair = pages.lastPair(from: freshFrom)
        let isFresh = freshFrom == nil || (pair.map { pages.isSettled($0) } ?? false)
        if !isFresh {
            // Until the fresh pair is complete the void one stays on show, so that the hold keeps its numbers;
            // what was measured during the rest is no part of either.
            let restBegan = freshFrom.map { $0 - .minutes(timers.heldRestMinutes) }
            pair = pages.lastPair(until: restBegan) ?? pages.lastPair(until: freshFrom)
        }
        awaitsFreshPair = !isFresh
        newestAnswer = ordered.last(where: \.answersPressure)
        newestValues = pages.newestValues
        let newest = ordered.last { $0.values.pressure != nil }
        let used = pair.map { [$0.first, $0.second] } ?? newest.map { [$0] } ?? []
        let isComplete = pair.map { pages.isSettled($0) } ?? false
        let made = pages.baseline(
            over: used, isComplete: isComplete, isUnstable: isComplete && pages.differs(pair))
        baseline = made.baseline
        isOnOxygen = made.isOnOxygen
        expires = used.last.map { $0.at + .minutes(timers.baselineMinutes) }
        later = newest.flatMap { newest in used.contains { $0.sequence == newest.sequence } ? nil : newest }
        nextReading = pages.owed(after: newest, pair: pair, isComplete: isComplete, isFresh: isFresh)
    }

    /// When the pair was measured on which the gate's answer rests; `nil` while it rests on a single reading.
    public var judged: SessionTime? {
        guard let baseline, baseline.isComplete, later == nil else { return nil }
        return baseline.measured
    }

    /// Whether the baseline is too old to dose on at `now`; without a baseline there is nothing that could expire.
    public func isExpired(at now: SessionTime) -> Bool { expires.map { now >= $0 } ?? false }

    /// The first instant after `now` at which something about the baseline changes by time alone.
    public func nextDeadline(after now: SessionTime) -> SessionTime? {
        [expires, nextReading?.earliest, nextReading?.latest].compactMap { $0 }.filter { $0 > now }.min()
    }
}

/// A baseline reading that is owed, and when.
public struct OwedReading: Hashable, Sendable {
    /// Not before this, so that the arm has rested.
    public var earliest: SessionTime
    /// Not after this, or the pair is begun anew.
    public var latest: SessionTime
    /// Which reading, in words.
    public var name: String
    /// Why it is owed, where that does not go without saying.
    public var reason: String?

    /// Which reading, and why.
    public var sentence: String { name + (reason.map { ": " + $0 } ?? "") }
}

/// Two pressures at the right distance.
private struct ReadingPair {
    var first: TimedReading
    var second: TimedReading
}

/// The readings in order, and how pairs are found in them.
private struct Pages {
    let ordered: [TimedReading]
    let gate: GateRules
    let freshFrom: SessionTime?

    private var pressures: [TimedReading] { ordered.filter { $0.values.pressure != nil } }

    var newestValues: VitalSet {
        var values = VitalSet()
        for vital in [Vital.heartRate, .oxygenSaturation] {
            let newest = ordered.last { $0.values[vital] != nil }
            values[vital] = newest?.values[vital]
            if vital == .oxygenSaturation { values.gas = newest?.values.gas }
        }
        return values
    }

    /// The newest earlier pressure that lies at the right distance before `reading`.
    private func partner(of reading: TimedReading, from: SessionTime?) -> TimedReading? {
        pressures.last { earlier in
            let apart = reading.at - earlier.at
            return apart >= .minutes(gate.baselineApartMinimum)
                && apart <= .minutes(gate.baselineApartMaximum)
                && (from.map { earlier.at >= $0 } ?? true)
        }
    }

    func lastPair(from: SessionTime? = nil, until: SessionTime? = nil) -> ReadingPair? {
        for reading in pressures.reversed() where until.map({ reading.at <= $0 }) ?? true {
            if let partner = partner(of: reading, from: from) {
                return ReadingPair(first: partner, second: reading)
            }
        }
        return nil
    }

    func differs(_ pair: ReadingPair?) -> Bool {
        guard let first = pair?.first.values[.systolic], let second = pair?.second.values[.systolic] else {
            return false
        }
        let difference = first > second ? first &- second : second &- first
        return difference > gate.baselineSpread
    }

    /// Two that agree, or the last two of three.
    func isSettled(_ pair: ReadingPair) -> Bool {
        let isFresh = freshFrom.map { pair.first.at >= $0 } ?? false
        return !differs(pair) || partner(of: pair.first, from: isFresh ? freshFrom : nil) != nil
    }

    func baseline(over used: [TimedReading], isComplete: Bool, isUnstable: Bool)
        -> (baseline: Baseline?, isOnOxygen: Bool)
    {
        guard let first = used.first, let last = used.last else { return (nil, false) }
        var means: [Vital: ExactMean] = [:]
        for vital in [Vital.systolic, .diastolic] {
            means[vital] = ExactMean(used.compactMap { $0.values[vital] })
        }
        // Values that are not pressures may stand on lines of their own, around the pair.
        let around = ordered.filter { $0.at >= first.at - .minutes(gate.baselineApartMaximum) }
        var sources = Set(used.map(\.sequence))
        for vital in Vital.allCases where vital != .systolic && vital != .diastolic {
            let having = around.filter { $0.values[vital] != nil }.suffix(2)
            means[vital] = ExactMean(having.compactMap { $0.values[vital] })
            sources.formUnion(having.map(\.sequence))
        }
        let saturations = around.filter { $0.values[.oxygenSaturation] != nil }.suffix(2)
        let baseline = Baseline(
            readings: ordered.map(\.sequence).filter(sources.contains), measured: last.at, means: means,
            isComplete: isComplete, isUnstable: isUnstable)
        return (baseline, saturations.contains { $0.values.gas == .oxygen })
    }

    func owed(
        after newest: TimedReading?, pair: ReadingPair?, isComplete: Bool, isFresh: Bool
    ) -> OwedReading? {
        if let freshFrom, !isFresh, newest.map({ $0.at < freshFrom }) ?? true {
            return OwedReading(
                earliest: freshFrom, latest: freshFrom + .minutes(gate.baselineApartMaximum),
                name: "first reading of a fresh pair")
        }
        guard let newest, !isComplete || !isFresh else { return nil }
        var owed = OwedReading(
            earliest: newest.at + .minutes(gate.baselineApartMinimum),
            latest: newest.at + .minutes(gate.baselineApartMaximum),
            name: freshFrom == nil ? "second baseline reading" : "second reading of the fresh pair",
            reason: whyAlone(newest))
        if pair?.second.sequence == newest.sequence, isFresh {
            owed.name = "third baseline reading"
            owed.reason = "the first two differ by more than \(gate.baselineSpread) mmHg systolic"
        }
        return owed
    }

    /// Why the newest reading makes no pair with the one before it; `nil` for the first.
    private func whyAlone(_ newest: TimedReading) -> String? {
        let before = pressures.last { earlier in
            earlier.sequence != newest.sequence && earlier.at <= newest.at
                && (freshFrom.map { earlier.at >= $0 } ?? true)
        }
        guard let before else { return nil }
        let apart = (newest.at - before.at).minutesAndSeconds
        return
            "the last two are \(apart) apart, not \(gate.baselineApartMinimum) to \(gate.baselineApartMaximum) min"
    }
}
