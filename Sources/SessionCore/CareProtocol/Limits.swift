/// The pre-dose gate's limits.
public struct GateRules: Hashable, Codable, Sendable {
    /// Highest systolic baseline in mmHg at which dosing may proceed.
    public var systolicMaximum: Int
    /// The same from ``olderFromYears`` on.
    public var systolicMaximumOlder: Int
    /// Highest diastolic baseline in mmHg at which dosing may proceed.
    public var diastolicMaximum: Int
    /// Pressures from which dosing stops after a recheck.
    public var stop: PressurePair
    /// Pressures from which the session is not started today.
    public var noGo: PressurePair
    /// Baseline systolic pressure below which dosing is held, mmHg.
    public var systolicMinimum: Int
    /// Baseline mean pressure below which dosing is held, mmHg.
    public var meanMinimum: Int
    /// Lowest heart rate at which dosing may proceed.
    public var heartRateMinimum: Int
    /// Highest heart rate at which dosing may proceed.
    public var heartRateMaximum: Int
    /// Lowest saturation in % at which dosing may proceed (without a recorded target range).
    public var saturationMinimum: Int
    /// Age in years from which ``systolicMaximumOlder`` holds.
    public var olderFromYears: Int
    /// Two baseline readings that differ by more than this many mmHg systolic ask for a third.
    public var baselineSpread: Int
    /// Fewest minutes between two baseline readings.
    public var baselineApartMinimum: Int
    /// Most minutes between two baseline readings.
    public var baselineApartMaximum: Int
}

/// A systolic and a diastolic threshold in mmHg.
public struct PressurePair: Hashable, Codable, Sendable {
    /// Systolic threshold, mmHg.
    public var systolic: Int
    /// Diastolic threshold, mmHg.
    public var diastolic: Int
}

/// Blood-pressure limits in session: fixed ones and those against the patient's own baseline.
public struct PressureLimits: Hashable, Codable, Sendable {
    /// Level 1 from these values on.
    public var watch: RiseLimits
    /// Level 2 from these values on.
    public var high: RiseLimits
    /// Level 3 from these values on, by a single reading.
    public var crisis: PressurePair
    /// With a red-flag symptom, level 3 from these values on.
    public var withSymptom: PressurePair
    /// A relative rule alone reaches level 2 only from these values on.
    public var relativeNeeds: PressurePair
    /// The low side.
    public var low: LowPressureLimits
    /// Stepping down: a reading less than this under a threshold still counts as at that level.
    public var hysteresis: PressurePair
    /// Two further level-2 readings, neither at least this many mmHg below the peak, are level 3.
    public var noFall: Int
    /// Fewest minutes between the two readings that step an alarm down.
    public var stepDownMinutes: Int
    /// Minutes at confirmed level 2 or worse after which the rise counts as sustained.
    public var sustainedMinutes: Int
}

/// Fixed and relative thresholds of one level on the high side.
public struct RiseLimits: Hashable, Codable, Sendable {
    /// Systolic pressure, mmHg.
    public var systolic: Int
    /// Diastolic pressure, mmHg.
    public var diastolic: Int
    /// Rise of the systolic pressure over baseline, mmHg.
    public var riseSystolic: Int
    /// Rise of the diastolic pressure over baseline, mmHg.
    public var riseDiastolic: Int
    /// Rise of the mean pressure over baseline, %.
    public var riseMeanPercent: Int
}

/// Thresholds on the low side.
public struct LowPressureLimits: Hashable, Codable, Sendable {
    /// Level 1 at or below this systolic pressure, mmHg.
    public var watchSystolic: Int
    /// Level 1 from this fall of the mean pressure below baseline, %.
    public var watchFallPercent: Int
    /// Level 2 at or below this systolic pressure, mmHg.
    public var highSystolic: Int
    /// Level 2 below this mean pressure, mmHg.
    public var highMeanBelow: Int
    /// Level 2 from this fall of the mean pressure below baseline, %.
    public var highFallPercent: Int
    /// Level 3 at or below this systolic pressure, mmHg.
    public var crisisSystolic: Int
    /// Level 3 below this mean pressure, mmHg.
    public var crisisMeanBelow: Int
    /// Level 2 becomes level 3 below this heart rate.
    public var crisisHeartRateBelow: Int
}

/// Thresholds of a value that is worse the higher it is; a missing one means that the level does not exist.
public struct UpperLimits: Hashable, Codable, Sendable {
    /// Level 1 from this value on.
    public var watch: Int?
    /// Level 2 from this value on.
    public var high: Int?
    /// Level 3 from this value on.
    public var crisis: Int?
}

/// Thresholds of a value that is worse the lower it is; a missing one means that the level does not exist.
public struct LowerLimits: Hashable, Codable, Sendable {
    /// Level 1 down from this value.
    public var watch: Int?
    /// Level 2 down from this value.
    public var high: Int?
    /// Level 3 down from this value.
    public var crisis: Int?
}

/// Limits of everything that is not blood pressure, in the units of ``Vital`` (temperature in tenths of a degree).
public struct ParameterLimits: Hashable, Codable, Sendable {
    /// Fast heart.
    public var heartRateHigh: UpperLimits
    /// Level 2 from this rise over baseline, beats per minute.
    public var heartRateRise: Int
    /// With a red-flag symptom, level 3 from this rate on.
    public var heartRateWithSymptom: Int
    /// Slow heart.
    public var heartRateLow: LowerLimits
    /// Level 2 of a slow heart becomes level 3 below this systolic pressure, mmHg.
    public var heartRateLowSystolicBelow: Int
    /// Low saturation, %. With a recorded target range the bands shift so that level 1 begins below its lower end.
    public var oxygenSaturation: LowerLimits
    /// Slow breathing.
    public var respiratoryLow: LowerLimits
    /// Fast breathing.
    public var respiratoryHigh: UpperLimits
    /// Fever, tenths of a degree.
    public var temperatureHigh: UpperLimits
    /// Cold, tenths of a degree.
    public var temperatureLow: LowerLimits
    /// High end-tidal carbon dioxide, mmHg.
    public var endTidalHigh: UpperLimits
    /// Level 1 from this rise over baseline, mmHg.
    public var endTidalRise: Int
    /// Low end-tidal carbon dioxide, mmHg.
    public var endTidalLow: LowerLimits
    /// Sedation as alertness.
    public var alertness: LowerLimits
    /// Level 1 of alertness holds only later than this many minutes after the end of administration.
    public var alertnessWatchAfterMinutes: Int
    /// Distress.
    public var distress: UpperLimits
    /// With a symptom of harm, distress is level 3 from this value on.
    public var distressWithHarm: Int
}

/// How soon an abnormal value is measured again, in seconds.
public struct RecheckRules: Hashable, Codable, Sendable {
    /// After a reading of level 1.
    public var watchSeconds: Int
    /// After a reading of level 2.
    public var highSeconds: Int
    /// After a low pressure of level 2.
    public var highLowSideSeconds: Int
    /// After the first reading of level 3.
    public var crisisSeconds: Int
    /// After the first saturation of level 3.
    public var crisisSaturationSeconds: Int
    /// After each further reading of level 3.
    public var crisisRepeatSeconds: Int
    /// Never sooner than this on one cuff arm.
    public var minimumGapSeconds: Int
    /// A recheck is overdue this long after it was due.
    public var graceSeconds: Int
    /// An overdue recheck of level 2 becomes high priority at this many times its interval.
    public var overdueHighFactor = 2
}

/// How alarms escalate, remind and sound.
public struct AlarmRules: Hashable, Codable, Sendable {
    /// An unacknowledged high alarm grows to a full bar after this many seconds.
    public var unacknowledgedHighSeconds: Int
    /// An unacknowledged medium alarm grows to a full bar after this many seconds.
    public var unacknowledgedMediumSeconds: Int
    /// After confirmed level 2 the prescriber is told within this many seconds.
    public var notifyWithinSeconds: Int
    /// An open emergency without help at the bedside is called out again after this many seconds.
    public var emergencyRepeatSeconds: Int
    /// An acknowledged alarm without a newer reading is announced again after this many seconds.
    public var acknowledgedReminderSeconds: Int
    /// A level-1 alarm can be switched off for this many minutes.
    public var offMinutes: Int
    /// Sound paused lasts this many seconds.
    public var audioPauseSeconds: Int
    /// A value older than this many tenths of its interval is stale.
    public var staleTenths: Int
    /// Bells of a high alarm, and seconds between them.
    public var highBells: BellPattern
    /// Bells of a medium alarm, and seconds between them.
    public var mediumBells: BellPattern
    /// A flashing high alarm changes its look after this many milliseconds.
    public var highFlashMilliseconds = 250
    /// A flashing medium alarm changes its look after this many milliseconds.
    public var mediumFlashMilliseconds = 1000
}

/// How often the bell rings.
public struct BellPattern: Hashable, Codable, Sendable {
    /// Bells in one burst.
    public var count: Int
    /// Seconds from burst to burst.
    public var everySeconds: Int
}
