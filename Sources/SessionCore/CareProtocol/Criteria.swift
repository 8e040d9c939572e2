/// What may be typed, what is questioned, what is refused.
public struct EntryRules: Hashable, Codable, Sendable {
    /// One rule per vital, by its wire name; a vital without a rule cannot be typed.
    public var fields: [String: EntryField]
    /// Weight in kilograms.
    public var weightKg: WeightField
    /// A change is judged against a reading at most this many minutes old.
    public var changeWithinMinutes: Int
    /// Pulse pressure in mmHg below which the pair is questioned.
    public var pulsePressureMinimum: Int
    /// Pulse pressure in mmHg above which the pair is questioned.
    public var pulsePressureMaximum: Int
    /// Pulse pressure in % of systolic below which the pair is questioned.
    public var pulsePressurePercent: Int
    /// A typed mean pressure further than this from the formula, in mmHg, is questioned.
    public var meanDifference: Int
    /// A suggested correction lies within this of the previous reading (mmHg or beats per minute).
    public var suggestionWithin: Int
    /// A reading older than this many minutes when it is typed is a late entry.
    public var lateAfterMinutes: Int
}

/// The three zones of one typed value.
public struct EntryField: Hashable, Codable, Sendable {
    /// Lowest value that can be a measurement.
    public var minimum: Int
    /// Highest value that can be a measurement.
    public var maximum: Int
    /// Below this the value is questioned.
    public var confirmBelow: Int?
    /// Above this the value is questioned.
    public var confirmAbove: Int?
    /// A change of more than this against the previous reading is questioned.
    public var confirmChange: Int?
    /// A fall of at least this against the previous reading is questioned.
    public var confirmFall: Int?
}

/// Bounds of a typed weight.
public struct WeightField: Hashable, Codable, Sendable {
    /// Lowest weight, kg.
    public var minimum: Int
    /// Highest weight, kg.
    public var maximum: Int
    /// A change of more than this many % since the last session deserves a second look. A session knows no earlier one,
    /// so that the number is shown and no rule reads it yet.
    public var changePercent = 15
}

/// When the effects have subsided: two effect assessments in a row that meet all of this.
public struct SubsidenceRules: Hashable, Codable, Sendable {
    /// Highest intensity, 0-10.
    public var intensity: Int
    /// Highest distress, 0-10.
    public var distress: Int
    /// Required alertness.
    public var alertness: Int
    /// Required agitation.
    public var agitation: Int
    /// Required orientation.
    public var orientation: Int
    /// The mean pressure lies within this many % of baseline.
    public var meanPercent: Int
    /// Saturation in % that always suffices.
    public var saturation: Int
    /// Saturation may otherwise be this many points below baseline.
    public var saturationWithin: Int
    /// Fewest minutes between the two assessments.
    public var apartMinutes: Int
    /// Subsiding begins when two effect assessments are at or below this many % of the session's highest intensity.
    public var subsidingPercent: Int
    /// An intensity from this value on after subsiding is a rebound.
    public var reboundIntensity: Int
    /// Minutes after T0 by which effects are expected to have subsided, shown beside the effects.
    public var expectedMinutes: Int
}

/// When the patient may leave.
public struct DischargeRules: Hashable, Codable, Sendable {
    /// Minutes that the patient stays after the last dose (T0 for an injection, Te for an infusion).
    public var minimumStayMinutes: Int
    /// Highest systolic and diastolic pressure, mmHg.
    public var pressureMaximum: PressurePair
    /// Lowest systolic pressure, mmHg.
    public var systolicMinimum: Int
    /// A systolic pressure down to this many % below the patient's own baseline suffices too.
    public var systolicBelowBaselinePercent: Int
    /// Otherwise within this many % of baseline mean pressure, falling on two readings,
    public var meanPercent: Int
    /// and below this pressure.
    public var fallingBelow: PressurePair
    /// Minutes without a pressure of level 2 or worse.
    public var quietMinutes: Int
    /// Lowest heart rate.
    public var heartRateMinimum: Int
    /// Highest heart rate.
    public var heartRateMaximum: Int
    /// Lowest breathing rate.
    public var respiratoryMinimum: Int
    /// Highest breathing rate.
    public var respiratoryMaximum: Int
    /// Saturation in % on air that always suffices.
    public var saturation: Int
    /// Saturation may otherwise be this many points below baseline.
    public var saturationWithin: Int
    /// Required alertness.
    public var alertness: Int
    /// Required agitation.
    public var agitation: Int
    /// Required orientation.
    public var orientation: Int
    /// Highest intensity.
    public var intensity: Int
    /// Highest distress.
    public var distress: Int
    /// Highest nausea.
    public var nausea: Int
    /// Minutes since the last vomiting.
    public var vomitingFreeMinutes: Int
    /// Minutes since a sedating rescue drug.
    public var sedativeMinutes: Int
    /// Minutes since a benzodiazepine.
    public var benzodiazepineMinutes: Int
    /// Fewest minutes between the two assessments.
    public var apartMinutes: Int
}

/// Everything else that expires.
public struct TimerRules: Hashable, Codable, Sendable {
    /// Minutes for which the last baseline reading serves.
    public var baselineMinutes: Int
    /// Minutes that a ready session may wait for its start.
    public var readyMinutes: Int
    /// Minutes of rest before a held baseline is measured again.
    public var heldRestMinutes: Int
    /// Most minutes that a session is held.
    public var heldMinutes: Int
    /// Most rounds of holding.
    public var heldRounds: Int
    /// Longest pause of an infusion in minutes before it is a deviation.
    public var pauseMinutes: Int
    /// Minutes after a rescue drug at which vitals and alertness are due.
    public var rescueMinutes: [Int]
    /// Days after T0 within which a monitoring form is due; `nil` where there is none.
    public var formDays: Int?
    /// Hours after discharge at which follow-up is due.
    public var followUpHours: [Int]
    /// Hours after which an unfinished session can be closed as abandoned.
    public var abandonHours: Int
    /// Days for which an attested medical evaluation, psychiatric assessment and treatment goals stand. Who vouches for a
    /// step vouches for that too: the day of the assessment is not recorded, so that no rule reads this yet.
    public var attestationDays = AttestationDays(medical: 30, psychiatric: 30, goals: 90)
}

/// For how many days the steps before a first dose stand once somebody has vouched for them.
public struct AttestationDays: Hashable, Codable, Sendable {
    /// Medical evaluation.
    public var medical: Int
    /// Psychiatric assessment.
    public var psychiatric: Int
    /// Treatment goals.
    public var goals: Int
}
