/// How strongly the patient feels the drug, over the session, and when that had subsided.
///
/// An effect assessment is a reading that carries an intensity. What else the criteria ask for counts with it when it
/// was measured within five minutes of it, before or after (an Ebbtide default, unpublished): values are typed in
/// several lines, but never so far apart that they describe another state; a later reading by which the effect is strong
/// again lends nothing. What nobody measured fails. Effects have subsided when assessments in an unbroken row meet every
/// criterion for at least the protocol's minutes; a rebound takes that back. Published courses: dissociation resolves by about 1.5 h after esketamine (company page on
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

    /// Judges the readings since T0, in any order, that were measured up to `now`. `end` is when administration ended: before
    /// it nothing subsides.
    public init(
        readings: some Sequence<TimedReading>, since start: SessionTime?, end: SessionTime?,
        baseline: Baseline?, rules: SubsidenceRules, at now: SessionTime
    ) {
        var kept = KeptEffects(baseline: baseline, rules: rules)
        let counted = readings.filter { reading in
            reading.at <= now && (start.map { reading.at >= $0 } ?? false)
        }
        kept.take(Chunked(counted.sorted(by: TimedReading.isEarlier)), end: end)
        self.init(kept.course)
    }

    /// What a row of assessments comes to.
    init(_ course: EffectCourse) {
        picture = SubsidencePicture(
            subsidedAt: course.subsidedAt, firstGoodAt: course.subsidedAt == nil ? course.firstGoodAt : nil,
            peakIntensity: course.peak?.intensity, peakAt: course.peak?.at,
            failing: course.last?.failing.map(\.sentence)
                ?? ["no effect assessment yet: intensity is not recorded"])
        trend = course.trend
        lastRebound = course.lastRebound
    }
}
