/// What the plan of a session's checkpoints is computed from.
public struct ScheduleQuestion: Hashable, Sendable {
    /// The protocol's checkpoints and windows.
    public var rules: ScheduleRules
    /// The protocol's dose rules, for the usual length of an infusion.
    public var dose: DoseRules
    /// How the drug is given.
    public var route: Route
    /// How closely the patient is watched.
    public var profile: ObservationProfile
    /// The profiles before it, oldest first: a profile counts from the moment at which it was chosen.
    var earlierProfiles: [EarlierProfile] = []
    /// Minutes before T0 within which the baseline readings are taken.
    public var baselineMinutes: Int
    /// T0; `nil` before.
    public var start: SessionTime?
    /// When administration was or is expected to end, as seen now.
    public var plannedEnd: SessionTime?
    /// Te; `nil` before.
    public var end: SessionTime?
    /// Supplemental injections, each of which restarts the table.
    public var supplements: [SessionTime]
    /// The baseline, which is the first item of the plan.
    public var baseline: Baseline?
    /// The worst level among the readings that the baseline rests on; unknown where there are none.
    var baselineLevel: Level
    /// All readings since T0, in any order.
    public var readings: Chunked<TimedReading>
    /// How often one of them was judged again, so that it counts for more than when it was placed.
    var rejudgements = 0
    /// Checkpoints that ended with a reason.
    public var couldNotDo: [CouldNotDo]
    /// Stretches in which nothing was asked for beyond the table.
    var free: [KeptDischarge.Free] = []
    /// The instant after which nothing is added beyond the table: the patient may leave, or has left.
    public var until: SessionTime?

    /// The question for a session under its protocol, as seen at `now`.
    public init(
        careProtocol: CareProtocol, profile: ObservationProfile, administration: Administration,
        at now: SessionTime, baseline: Baseline? = nil, readings: Chunked<TimedReading> = [],
        couldNotDo: [CouldNotDo] = [], until: SessionTime? = nil
    ) {
        rules = careProtocol.schedule
        dose = careProtocol.dose
        route = careProtocol.route
        self.profile = profile
        baselineMinutes = careProtocol.timers.baselineMinutes
        start = administration.start
        plannedEnd = administration.plannedEnd(at: now)
        end = administration.end
        supplements = administration.supplements
        self.baseline = baseline
        baselineLevel = baseline?.worstLevel(among: readings) ?? .unknown
        self.readings = readings
        self.couldNotDo = couldNotDo
        self.until = until
    }
}

extension Baseline {
    /// The worst level among those of the readings that the baseline rests on.
    func worstLevel(among all: some Sequence<TimedReading>) -> Level {
        all.filter { readings.contains($0.sequence) }.map(\.level).max() ?? .unknown
    }
}

/// A profile that was given up for another one.
struct EarlierProfile: Hashable, Sendable {
    /// The profile.
    var profile: ObservationProfile
    /// Until when it counted.
    var until: SessionTime
}

/// A checkpoint that ended with a reason.
public struct CouldNotDo: Hashable, Sendable {
    /// The checkpoint's name as it was filed.
    public var checkpoint: String
    /// When.
    public var at: SessionTime
    /// Why.
    public var reason: String

    /// Makes the end of a checkpoint.
    public init(checkpoint: String, at: SessionTime, reason: String) {
        self.checkpoint = checkpoint
        self.at = at
        self.reason = reason
    }
}
