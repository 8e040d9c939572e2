/// How strongly the patient feels the drug, over the session, and when that had subsided.
///
/// An effect assessment is a reading that carries an intensity. What else the criteria ask for counts with it when it
/// was measured within five minutes of it, before or after (an Ebbtide default, unpublished): values are typed in
/// several lines, but never so far apart that they describe another state. What nobody measured fails. Effects have
/// subsided when assessments in an unbroken row meet every criterion for at least the protocol's minutes; a rebound
/// takes that back. Published courses: dissociation resolves by about 1.5 h after esketamine (company page on
/// dissociation, 2024) and within 2 h after 0.5 mg/kg IV (Abdallah 2022).
public struct Effects: Sendable {
    /// Where the effects are heading.
    public enum Trend: String, Sendable, CaseIterable {
        /// Not assessed, rising or lasting.
        case lasting
        /// At or below half of the session's highest intensity (by the protocol) at two assessments in a row.
        case falling
        /// Strong again after falling.
        case rebound
    }

    /// How far the effects have subsided.
    public let picture: SubsidencePicture
    /// Where they are heading.
    public let trend: Trend
    /// The last assessment that was a rebound; `nil` when there was none.
    public let lastRebound: SessionTime?

    /// Judges the readings since T0, in any order, that were measured up to `now`.
    public init(
        readings: [TimedReading], since start: SessionTime?, baseline: Baseline?, rules: SubsidenceRules,
        at now: SessionTime
    ) {
        let since = readings.filter { reading in
            reading.at <= now && (start.map { reading.at >= $0 } ?? false)
        }
        .sorted(by: TimedReading.isEarlier)
        let assessments = since.compactMap { reading in
            reading.values[.intensity].map {
                EffectAssessment(
                    intensity: $0, reading: reading, among: since, baseline: baseline, rules: rules)
            }
        }
        let course = EffectCourse(assessments, rules: rules)
        let peak = assessments.max { $0.intensity < $1.intensity }
        let first = peak.flatMap { peak in assessments.first { $0.intensity == peak.intensity } }
        picture = SubsidencePicture(
            subsidedAt: course.subsidedAt, firstGoodAt: course.subsidedAt == nil ? course.firstGoodAt : nil,
            peakIntensity: first?.intensity, peakAt: first?.at,
            failing: assessments.last?.failing ?? ["no effect assessment yet: intensity is not recorded"])
        trend = course.trend
        lastRebound = course.lastRebound
    }
}

/// What a row of assessments comes to.
private struct EffectCourse {
    private(set) var subsidedAt: SessionTime?
    private(set) var firstGoodAt: SessionTime?
    private(set) var trend = Effects.Trend.lasting
    private(set) var lastRebound: SessionTime?

    init(_ assessments: [EffectAssessment], rules: SubsidenceRules) {
        var peak = 0
        var previous: EffectAssessment?
        for assessment in assessments {
            peak = max(peak, assessment.intensity)
            let isAgain = previous.map { assessment.intensity > $0.intensity } ?? false
            let isFalling = [previous, assessment].allSatisfy { known in
                known.map { $0.intensity &* 100 <= rules.subsidingPercent &* peak } ?? false
            }
            if trend != .lasting, isAgain, assessment.intensity >= rules.reboundIntensity {
                trend = .rebound
                lastRebound = assessment.at
                subsidedAt = nil
            } else {
                trend = isFalling ? .falling : trend == .falling ? .falling : .lasting
            }
            judge(assessment, rules: rules)
            previous = assessment
        }
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
