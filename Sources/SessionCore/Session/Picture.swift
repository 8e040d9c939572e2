/// Everything that a screen may show of a session at one instant: a pure function of the facts and that instant.
public struct Picture: Sendable {
    /// The session's name.
    public var session: SessionID
    /// Real or practised.
    public var mode: SessionMode
    /// Who is treated.
    public var patient: Patient
    /// The plan as it was opened.
    public var plan: SessionOpened
    /// The protocol it runs under.
    public var careProtocol: CareProtocol
    /// The observation profile in force.
    public var profile: ObservationProfile
    /// Why the other profile is proposed; `nil` when the one in force is the proposed one.
    public var profileProposal: String?
    /// Initials of the nurse on duty.
    public var nurse: String
    /// The instant that is shown, on the session's own time line.
    public var now: SessionTime
    /// The same on the wall clock.
    public var wall: WallTime
    /// Minutes that the ward's time is ahead of UTC.
    public var utcOffsetMinutes: Int
    /// Whether elapsed time rests on the wall clock since a restart of the machine.
    public var isTimeEstimated: Bool
    /// Whether the nurse still owes the confirmation of the wall clock after a restart.
    public var asksTimeConfirmation: Bool
    /// Where the session stands.
    public var phase: Phase
    /// T0; `nil` before administration.
    public var start: SessionTime?
    /// Te as recorded; `nil` before the end of administration.
    public var end: SessionTime?
    /// When the session was opened, on the wall clock.
    public var opened: WallTime
    /// The baseline so far.
    public var baseline: Baseline?
    /// What the pre-dose gate says now; as it was at T0 once the session has started.
    public var gate: GateReport
    /// What stands before the first dose and who vouches for it.
    public var attested: [AttestedStep: Attested]
    /// What was and is being given.
    public var administration: AdministrationPicture
    /// Everything that is due, soonest first; what is overdue stands before what is to come.
    public var due: [DueItem]
    /// The last value of each vital that has one.
    public var latest: [Vital: LatestValue]
    /// What the patient breathed at the last saturation.
    public var gas: BreathingGas?
    /// Open alarms, worst first.
    public var alarms: [AlarmPicture]
    /// Symptoms that are not resolved, oldest first.
    public var symptoms: [OpenSymptom]
    /// An open emergency with its stamps; `nil` when there is none.
    public var emergency: EmergencyPicture?
    /// The plan, checkpoint by checkpoint, in order of their due times.
    public var checkpoints: [CheckpointPicture]
    /// What happened, in order of the measured times.
    public var timeline: Timeline
    /// Pressures in order, for the trend.
    public var trend: Chunked<TrendPoint>
    /// How far the effects have subsided.
    public var subsidence: SubsidencePicture
    /// How discharge stands.
    public var discharge: DischargePicture
    /// Stretches in which no console was running, or the machine slept.
    public var gaps: [Gap]

    /// Time since T0; `nil` before.
    public var sinceStart: Span? { start.map { now - $0 } }

    /// The wall time of a point on the session's own time line, for display.
    public func wallTime(of time: SessionTime) -> WallTime {
        wall.advanced(byMilliseconds: time.milliseconds &- now.milliseconds)
    }

    /// Makes a picture from its parts.
    public init(
        session: SessionID, mode: SessionMode, patient: Patient, plan: SessionOpened,
        careProtocol: CareProtocol, profile: ObservationProfile, profileProposal: String? = nil,
        nurse: String, now: SessionTime, wall: WallTime, utcOffsetMinutes: Int, isTimeEstimated: Bool,
        asksTimeConfirmation: Bool, phase: Phase, start: SessionTime? = nil, end: SessionTime? = nil,
        opened: WallTime, baseline: Baseline? = nil, gate: GateReport, attested: [AttestedStep: Attested],
        administration: AdministrationPicture, due: [DueItem], latest: [Vital: LatestValue],
        gas: BreathingGas? = nil, alarms: [AlarmPicture], symptoms: [OpenSymptom],
        emergency: EmergencyPicture? = nil, checkpoints: [CheckpointPicture], timeline: Timeline,
        trend: Chunked<TrendPoint>, subsidence: SubsidencePicture, discharge: DischargePicture, gaps: [Gap]
    ) {
        self.session = session
        self.mode = mode
        self.patient = patient
        self.plan = plan
        self.careProtocol = careProtocol
        self.profile = profile
        self.profileProposal = profileProposal
        self.nurse = nurse
        self.now = now
        self.wall = wall
        self.utcOffsetMinutes = utcOffsetMinutes
        self.isTimeEstimated = isTimeEstimated
        self.asksTimeConfirmation = asksTimeConfirmation
        self.phase = phase
        self.start = start
        self.end = end
        self.opened = opened
        self.baseline = baseline
        self.gate = gate
        self.attested = attested
        self.administration = administration
        self.due = due
        self.latest = latest
        self.gas = gas
        self.alarms = alarms
        self.symptoms = symptoms
        self.emergency = emergency
        self.checkpoints = checkpoints
        self.timeline = timeline
        self.trend = trend
        self.subsidence = subsidence
        self.discharge = discharge
        self.gaps = gaps
    }
}

/// Something that is due.
public struct DueItem: Hashable, Sendable {
    /// What kind of thing it is.
    public enum Kind: Hashable, Sendable {
        case baselineReading
        case checkpoint(String)
        case effects(String)
        case recheck(AlarmKey)
        case plannedEnd
        case nextDevice
        case rescueReassessment
        case prescriberNotification
        case heldRemeasure
        case pauseLimit
        case baselineExpiry
        case dischargeAssessment
        case minimumStay
        case followUp
        case form
    }

    /// What it is.
    public var kind: Kind
    /// When.
    public var at: SessionTime
    /// In words: `checkpoint T0+20 ★`, `recheck BP`.
    public var title: String
    /// Whether it is only announced (a prompt) rather than owed.
    public var isPrompt: Bool

    /// Makes a due item.
    public init(kind: Kind, at: SessionTime, title: String, isPrompt: Bool = false) {
        self.kind = kind
        self.at = at
        self.title = title
        self.isPrompt = isPrompt
    }
}

/// The last value of a vital.
public struct LatestValue: Hashable, Sendable {
    /// The value in its unit.
    public var value: Int
    /// When it was measured.
    public var at: SessionTime
    /// How bad it is.
    public var level: Level
    /// Which side of normal it is on, when it is abnormal.
    public var direction: Direction?
    /// Whether it is older than its interval allows.
    public var isStale: Bool
    /// Whether it was questioned and neither repeated nor measured again.
    public var isUnconfirmed: Bool
    /// Change against baseline, rounded; `nil` without a baseline.
    public var change: Int?
    /// Sequence of the reading.
    public var sequence: Int

    /// Makes a last value.
    public init(
        value: Int, at: SessionTime, level: Level, direction: Direction? = nil, isStale: Bool = false,
        isUnconfirmed: Bool = false, change: Int? = nil, sequence: Int
    ) {
        self.value = value
        self.at = at
        self.level = level
        self.direction = direction
        self.isStale = isStale
        self.isUnconfirmed = isUnconfirmed
        self.change = change
        self.sequence = sequence
    }
}

/// A symptom that stands.
public struct OpenSymptom: Hashable, Sendable {
    /// Sequence of the report.
    public var sequence: Int
    /// The symptom in words.
    public var title: String
    /// Whether it is a red flag.
    public var isRedFlag: Bool
    /// Since when.
    public var since: SessionTime

    /// Makes an open symptom.
    public init(sequence: Int, title: String, isRedFlag: Bool, since: SessionTime) {
        self.sequence = sequence
        self.title = title
        self.isRedFlag = isRedFlag
        self.since = since
    }
}

/// An emergency and its stamps.
public struct EmergencyPicture: Hashable, Sendable {
    /// Since when it stands.
    public var since: SessionTime
    /// What made it one.
    public var trigger: String
    /// When the prescriber was told.
    public var prescriberNotified: SessionTime?
    /// When the prescriber stood at the bedside.
    public var prescriberAtBedside: SessionTime?
    /// When help was called.
    public var called: SessionTime?
    /// When help arrived.
    public var arrived: SessionTime?

    /// Makes the picture of an emergency.
    public init(
        since: SessionTime, trigger: String, prescriberNotified: SessionTime? = nil,
        prescriberAtBedside: SessionTime? = nil, called: SessionTime? = nil, arrived: SessionTime? = nil
    ) {
        self.since = since
        self.trigger = trigger
        self.prescriberNotified = prescriberNotified
        self.prescriberAtBedside = prescriberAtBedside
        self.called = called
        self.arrived = arrived
    }
}

/// A stretch without a console.
public struct Gap: Hashable, Sendable {
    /// When it began.
    public var from: SessionTime
    /// When it ended.
    public var to: SessionTime

    /// Makes a gap.
    public init(from: SessionTime, to: SessionTime) {
        self.from = from
        self.to = to
    }
}

/// A pressure on the trend.
public struct TrendPoint: Hashable, Sendable {
    /// When it was measured.
    public var at: SessionTime
    /// The pressure; `nil` where it could not be obtained.
    public var pressure: BloodPressure?
    /// How bad it is.
    public var level: Level

    /// Makes a point.
    public init(at: SessionTime, pressure: BloodPressure?, level: Level) {
        self.at = at
        self.pressure = pressure
        self.level = level
    }
}
