/// Everything that drives a flag, a timer or a list in a session: one named, versioned set of numbers that a clinic's
/// responsible clinician signs off. A session keeps the protocol it ran under, whole, so that it replays for ever.
public struct CareProtocol: Hashable, Codable, Sendable {
    /// Short name, `[a-z0-9-]`, for example `iv-racemic`.
    public var name: String
    /// Counts up with every change of a number.
    public var version: Int
    /// One line for people.
    public var title: String
    /// The route that the protocol is for.
    public var route: Route
    /// The drug in words.
    public var drug: String
    /// Dose range, rest between devices, planned duration.
    @Shared public var dose: DoseRules
    /// Checkpoints and their windows.
    @Shared public var schedule: ScheduleRules
    /// What stands between a patient and the first dose.
    @Shared public var gate: GateRules
    /// Blood-pressure limits during the session.
    @Shared public var pressure: PressureLimits
    /// Limits of everything that is not blood pressure.
    @Shared public var parameters: ParameterLimits
    /// How soon an abnormal value is measured again.
    @Shared public var recheck: RecheckRules
    /// How alarms escalate, remind and sound.
    @Shared public var alarms: AlarmRules
    /// What may be typed, what is questioned.
    @Shared public var entry: EntryRules
    /// When the effects have subsided.
    @Shared public var subsidence: SubsidenceRules
    /// When the patient may leave.
    @Shared public var discharge: DischargeRules
    /// Everything else that expires.
    @Shared public var timers: TimerRules
    /// When intensive observation is proposed.
    @Shared public var intensive: IntensiveRules
    /// The symptoms that can be filed in two keys.
    public var symptoms: [SymptomItem]
    /// What was done: the list behind the action key.
    public var actions: [ActionItem]
}

/// Dose limits of a protocol.
public struct DoseRules: Hashable, Codable, Sendable {
    /// The unit in which the range is stated.
    public enum Unit: String, Codable, Sendable, CaseIterable {
        /// Milligrams per kilogram of body weight.
        case milligramsPerKilogram = "mg/kg"
        /// Milligrams, whatever the weight.
        case milligrams = "mg"
    }

    /// The unit of `minimum`, `usual` and `maximum`.
    public var unit: Unit
    /// Lowest dose inside the range.
    public var minimum: Double
    /// The dose most often given.
    public var usual: Double
    /// Highest dose inside the range.
    public var maximum: Double
    /// A dose above `maximum` times this takes a written reason.
    public var reasonAboveFactor: Double
    /// Planned minutes of an infusion; `nil` where nothing is infused.
    public var infusionMinutes: MinutesRange?
    /// Milligrams in one device or the usual spray; `nil` where there is none.
    public var deviceMilligrams: Double?
    /// Minutes of rest between two devices or sprays; `nil` where there is none.
    public var restMinutes: Int?
    /// Minutes after T0 until which a supplemental dose belongs to the protocol; `nil` where none does.
    public var supplementUntilMinutes: Int?
}

/// A usual number of minutes with its bounds.
public struct MinutesRange: Hashable, Codable, Sendable {
    /// Proposed when nothing else is said.
    public var usual: Int
    /// Shortest inside the protocol.
    public var minimum: Int
    /// Longest inside the protocol.
    public var maximum: Int
}

/// The two anchors from which times in a protocol are counted.
public enum TimeAnchor: String, Codable, Sendable, CaseIterable {
    /// T0, start of administration.
    case start
    /// Te, end of administration.
    case end
}

/// The checkpoints of a protocol.
public struct ScheduleRules: Hashable, Codable, Sendable {
    /// The standard profile's checkpoints.
    public var standard: [PlannedCheckpoint]
    /// Minutes between checkpoints while an infusion runs; `nil` where nothing is infused.
    public var infusionEvery: Int?
    /// Minutes between checkpoints after the last planned one, until the discharge criteria hold twice.
    public var continueEvery: Int
    /// The intensive profile's intervals, in order; the standard profile's starred and effect checkpoints stay.
    public var intensive: [IntervalBand]
    /// Due windows by the interval in force, shortest interval first; the last one serves all longer intervals.
    public var windows: [DueWindow]
}

/// One checkpoint of the standard profile.
public struct PlannedCheckpoint: Hashable, Codable, Sendable {
    /// Minutes after the anchor.
    public var at: Int
    /// What `at` counts from; T0 when absent.
    public var from: TimeAnchor?
    /// Whether drug-effect intensity and distress are recorded too.
    public var effects: Bool?
    /// Whether the session cannot be closed without a value or a written reason.
    public var mandatory: Bool?
    /// A window of its own, in minutes.
    public var window: CheckpointWindow?
}

/// Minutes before and after the due time in which a value counts as on time.
public struct CheckpointWindow: Hashable, Codable, Sendable {
    /// Minutes before the due time at which the window opens.
    public var before: Int
    /// Minutes after the due time after which the checkpoint is late.
    public var after: Int
}

/// A stretch of the intensive profile.
public struct IntervalBand: Hashable, Codable, Sendable {
    /// Minutes between checkpoints in this stretch.
    public var every: Int
    /// Last minute of the stretch, counted from `from`; `nil` for the open end.
    public var until: Int?
    /// What `until` counts from; T0 when absent.
    public var from: TimeAnchor?
}

/// The due window for an interval.
public struct DueWindow: Hashable, Codable, Sendable {
    /// Serves intervals up to this many minutes.
    public var interval: Int
    /// Minutes before the due time at which the window opens.
    public var before: Int
    /// Minutes after the due time after which the checkpoint is late.
    public var after: Int
}

/// When intensive observation is proposed, whatever the answers to the questions.
public struct IntensiveRules: Hashable, Codable, Sendable {
    /// Age in years from which it is proposed.
    public var ageYears: Int
    /// Baseline systolic pressure in mmHg from which it is proposed.
    public var systolic: Int
    /// Baseline diastolic pressure in mmHg from which it is proposed.
    public var diastolic: Int
    /// Dose in the protocol's unit above which it is proposed; `nil` where the dose does not count.
    public var doseAbove: Double?
    /// An earlier session that peaked at or above this proposes it.
    public var earlierPeak = PressurePair(systolic: 160, diastolic: 100)
    /// A stimulant or MAO inhibitor within this many hours proposes it.
    public var stimulantHours = 24
}

/// A symptom that can be filed from a list.
public struct SymptomItem: Hashable, Codable, Sendable {
    /// Stable name on the wire.
    public var code: String
    /// The symptom in words.
    public var title: String
    /// The key that picks it.
    public var key: String
    /// Whether it is a red flag: level 3 by itself until it is marked resolved.
    public var redFlag: Bool
    /// What else the rules draw from it.
    public var meaning: SymptomMeaning?
}

/// What a rule other than the red-flag rule draws from a symptom.
public enum SymptomMeaning: String, Codable, Sendable, CaseIterable {
    /// Fainting or pallor: with low pressure of level 2 it makes level 3.
    case collapse
    /// Vomiting: delays discharge.
    case vomiting
    /// Harm to self or others: distress becomes level 3.
    case harm
    /// No breath for at least 20 s, or the capnograph's waveform lost with no chest movement: level 3.
    case apnoea
}

/// Something that was done, filed from the list behind the action key.
public struct ActionItem: Hashable, Codable, Sendable {
    /// Stable name on the wire.
    public var code: String
    /// The action in words.
    public var title: String
    /// The key that picks it.
    public var key: String
    /// Whether the nurse is asked who ordered it.
    public var orderedBy: Bool?
    /// Whether free text (drug and dose, destination) is asked.
    public var detail: Bool?
    /// What a rule draws from it.
    public var meaning: ActionMeaning?
}

/// What a rule draws from an action.
public enum ActionMeaning: String, Codable, Sendable, CaseIterable {
    case prescriberNotified
    case prescriberAtBedside
    case emergencyCalled
    case emergencyArrived
    case emergencyOver
    case oxygenGiven
    case rescueDrug
    case sedativeGiven
    case benzodiazepineGiven
}
