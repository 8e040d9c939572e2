/// What the rules need to know beside the values of a reading.
public struct JudgementContext: Hashable, Sendable {
    /// The patient's own values; without them the rules against baseline cannot speak.
    public var baseline: Baseline?
    /// A prescribed range of saturation; its lower end moves the saturation limits.
    public var saturationTarget: SaturationTarget?
    /// Whether a red-flag symptom stands.
    public var hasRedFlag: Bool
    /// Whether fainting or pallor stands.
    public var hasCollapse: Bool
    /// Whether harm to self or others stands.
    public var hasHarm: Bool
    /// Whether apnoea stands.
    public var hasApnoea: Bool
    /// Time since the end of administration; `nil` before it.
    public var sinceEnd: Span?
    /// Earlier values that still hold, for the rules that need two vitals: heart rate beside a low pressure, systolic
    /// pressure beside a slow heart. A value of the reading itself always goes first.
    public var recent: VitalSet

    /// Makes a context; what is not said does not stand.
    public init(
        baseline: Baseline? = nil, saturationTarget: SaturationTarget? = nil, hasRedFlag: Bool = false,
        hasCollapse: Bool = false, hasHarm: Bool = false, hasApnoea: Bool = false, sinceEnd: Span? = nil,
        recent: VitalSet = VitalSet()
    ) {
        self.baseline = baseline
        self.saturationTarget = saturationTarget
        self.hasRedFlag = hasRedFlag
        self.hasCollapse = hasCollapse
        self.hasHarm = hasHarm
        self.hasApnoea = hasApnoea
        self.sinceEnd = sinceEnd
        self.recent = recent
    }
}
