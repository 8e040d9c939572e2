/// What a row of effect assessments comes to, taken one after the other.
struct EffectCourse: Sendable {
    private(set) var subsidedAt: SessionTime?
    private(set) var firstGoodAt: SessionTime?
    private(set) var trend = Effects.Trend.lasting
    private(set) var lastRebound: SessionTime?
    private(set) var peak: (intensity: Int, at: SessionTime)?
    /// The last assessment.
    private(set) var last: EffectAssessment?

    /// How many of the further doses lie behind.
    private var dosesBehind = 0

    /// Passes the further doses that were given by `time`: what was measured before a dose says nothing of how its effects
    /// subside. The peak stays.
    mutating func pass(_ doses: [SessionTime], by time: SessionTime) {
        let given = doses.prefix { $0 <= time }.count
        guard given > dosesBehind else { return }
        dosesBehind = given
        subsidedAt = nil
        firstGoodAt = nil
        trend = .lasting
        last = nil
    }

    /// Takes one assessment. One that does not `count` was made while the drug was still being given: of subsiding it says
    /// nothing.
    mutating func take(_ assessment: EffectAssessment, rules: SubsidenceRules, counts: Bool = true) {
        if peak.map({ assessment.intensity > $0.intensity }) ?? true {
            peak = (assessment.intensity, assessment.at)
        }
        guard counts else {
            last = assessment
            return
        }
        let highest = max(0, peak?.intensity ?? 0)
        let isAgain = last.map { assessment.intensity > $0.intensity } ?? false
        let isFalling = [last, assessment].allSatisfy { known in
            known.map { $0.intensity &* 100 <= rules.subsidingPercent &* highest } ?? false
        }
        if trend != .lasting, isAgain, assessment.intensity >= rules.reboundIntensity {
            trend = .rebound
            lastRebound = assessment.at
            subsidedAt = nil
        } else {
            trend = isFalling || trend == .falling ? .falling : .lasting
        }
        judge(assessment, rules: rules)
        last = assessment
    }

    private mutating func judge(_ assessment: EffectAssessment, rules: SubsidenceRules) {
        guard assessment.failing.isEmpty else {
            firstGoodAt = nil
            return
        }
        let first = firstGoodAt ?? assessment.at
        firstGoodAt = first
        if subsidedAt == nil, assessment.at - first >= .minutes(rules.apartMinutes) {
            subsidedAt = assessment.completeAt
        }
    }
}

/// A row of effect assessments that is kept from reading to reading. An assessment can still change while values that
/// belong to it may come; after that it is taken for good.
struct KeptEffects: Sendable {
    private let baseline: Baseline?
    private let rules: SubsidenceRules
    private var settled = EffectCourse()
    /// Places of the readings whose assessment may still change.
    private var open: [Int] = []
    /// How many of the readings have been looked at.
    private var seen = 0
    /// How many of the further doses have been heard of.
    private var dosesSeen = 0
    /// From when on assessments count; `nil` while the drug is being given.
    private var countsFrom: SessionTime?
    /// What the row comes to now.
    private(set) var course = EffectCourse()

    init(baseline: Baseline?, rules: SubsidenceRules) {
        self.baseline = baseline
        self.rules = rules
    }

    /// Takes what was measured since the last time. `readings` are all since T0 in order, `doses` the times of all further
    /// doses in order, `end` that of administration.
    mutating func take(
        _ readings: Chunked<TimedReading>, furtherDoses doses: [SessionTime] = [], end: SessionTime?
    ) {
        let isSame = end == countsFrom
        countsFrom = end
        if readings.count > seen, let newest = readings.last {
            open += (seen..<readings.count).filter { readings[$0].values.has(.intensity) }
            seen = readings.count
            let done = open.prefix { readings[$0].at + EffectAssessment.span < newest.at }
            for place in done { take(place, of: readings, doses, into: &settled) }
            open.removeFirst(done.count)
        } else if doses.count == dosesSeen, isSame {
            return
        }
        dosesSeen = doses.count
        course = settled
        for place in open { take(place, of: readings, doses, into: &course) }
        if let newest = doses.last { course.pass(doses, by: newest) }
    }

    private func take(
        _ place: Int, of readings: Chunked<TimedReading>, _ doses: [SessionTime],
        into course: inout EffectCourse
    ) {
        guard let intensity = readings[place].values[.intensity] else { return }
        course.pass(doses, by: readings[place].at)
        let assessment = EffectAssessment(
            intensity: intensity, reading: readings[place], among: readings, baseline: baseline, rules: rules)
        course.take(
            assessment, rules: rules, counts: countsFrom.map { readings[place].at >= $0 } ?? false)
    }
}
