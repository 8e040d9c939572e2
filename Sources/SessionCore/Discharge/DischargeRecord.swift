/// One discharge assessment on the session's time line.
public struct TimedAssessment: Hashable, Sendable {
    /// When it was made.
    public var at: SessionTime
    /// The answers.
    public var assessment: DischargeAssessed

    /// Makes an assessment on the time line.
    public init(at: SessionTime, assessment: DischargeAssessed) {
        self.at = at
        self.assessment = assessment
    }
}

/// A sedating rescue drug on the session's time line.
public struct SedativeDose: Hashable, Sendable {
    /// When it was given.
    public var at: SessionTime
    /// Whether it was a benzodiazepine, which counts for longer.
    public var isBenzodiazepine: Bool

    /// Makes a dose.
    public init(at: SessionTime, isBenzodiazepine: Bool) {
        self.at = at
        self.isBenzodiazepine = isBenzodiazepine
    }
}

/// A stretch of time in which something stood; open to the right while it still does.
public struct OpenStretch: Hashable, Sendable {
    /// Since when.
    public var from: SessionTime
    /// Until when; `nil` while it stands.
    public var to: SessionTime?

    /// Makes a stretch.
    public init(from: SessionTime, to: SessionTime? = nil) {
        self.from = from
        self.to = to
    }

    /// Whether it stood at `time`.
    func contains(_ time: SessionTime) -> Bool { from <= time && (to.map { time < $0 } ?? true) }
}

/// What discharge is judged from.
public struct DischargeRecord: Hashable, Sendable {
    /// How the drug was given.
    public var route: Route
    /// The last instant at which drug was given; `nil` while it is being given or before.
    public var lastDose: SessionTime?
    /// The baseline.
    public var baseline: Baseline?
    /// All readings since T0, in order.
    public var readings: Chunked<TimedReading>
    /// The assessments, in order.
    public var assessments: [TimedAssessment]
    /// When the patient vomited.
    public var vomited: [SessionTime]
    /// Sedating rescue drugs.
    public var sedatives: [SedativeDose]
    /// Stretches in which a recheck of the pressure was owed.
    public var openRechecks: [OpenStretch]
    /// The last rebound of the effects, after which assessments begin anew.
    public var lastRebound: SessionTime?
    /// Since when the patient may be on oxygen; `nil` when not.
    public var oxygenSince: SessionTime?
    /// When the patient went.
    public var leftAt: SessionTime?
    /// Confirmed alarms of level 2 or worse that are open now, in words.
    public var confirmedAlarms: [String]
    /// Whether an emergency is open now.
    public var isEmergencyOpen: Bool
    /// Names of mandatory checkpoints that are blank now.
    public var blankCheckpoints: [String]

    /// Makes a record; readings and assessments may come in any order, and what is not said is absent.
    public init(
        route: Route, lastDose: SessionTime? = nil, baseline: Baseline? = nil,
        readings: Chunked<TimedReading> = [],
        assessments: [TimedAssessment] = [], vomited: [SessionTime] = [], sedatives: [SedativeDose] = [],
        openRechecks: [OpenStretch] = [], lastRebound: SessionTime? = nil, leftAt: SessionTime? = nil,
        confirmedAlarms: [String] = [], isEmergencyOpen: Bool = false, blankCheckpoints: [String] = []
    ) {
        self.route = route
        self.lastDose = lastDose
        self.baseline = baseline
        self.readings = Chunked(readings.sorted(by: TimedReading.isEarlier))
        self.assessments = assessments.sorted { $0.at < $1.at }
        self.vomited = vomited
        self.sedatives = sedatives
        self.openRechecks = openRechecks
        self.lastRebound = lastRebound
        self.leftAt = leftAt
        self.confirmedAlarms = confirmedAlarms
        self.isEmergencyOpen = isEmergencyOpen
        self.blankCheckpoints = blankCheckpoints
    }
}
