/// A value that the simulated monitor, or the simulated patient's answer, showed to the trainee.
public struct ShownReading: Hashable, Codable, Sendable {
    /// When it stood on the monitor for the first time, on the session's own time line.
    public var at: SessionTime
    /// What was measured or asked.
    public var vital: Vital
    /// The value in the vital's unit.
    public var value: Int

    /// Makes a shown value.
    public init(at: SessionTime, vital: Vital, value: Int) {
        self.at = at
        self.vital = vital
        self.value = value
    }
}

/// What the simulated pump showed as given so far.
public struct ShownPumpFigure: Hashable, Codable, Sendable {
    /// When, on the session's own time line.
    public var at: SessionTime
    /// mg, as the display rounds them.
    public var milligrams: Double

    /// Makes a shown figure.
    public init(at: SessionTime, milligrams: Double) {
        self.at = at
        self.milligrams = milligrams
    }
}

/// What the trainee did in the room, and when.
public struct TimedDeed: Hashable, Codable, Sendable {
    /// When, on the session's own time line.
    public var at: SessionTime
    /// What was done.
    public var deed: RoomDeed

    /// Makes a deed at a time.
    public init(at: SessionTime, deed: RoomDeed) {
        self.at = at
        self.deed = deed
    }
}

/// A moment of the scenario that has come: an event by time, by physiology or by what the trainee did.
public struct PassedMoment: Hashable, Codable, Sendable {
    /// When, on the session's own time line.
    public var at: SessionTime
    /// The event's name in the scenario.
    public var name: String

    /// Makes a moment.
    public init(at: SessionTime, name: String) {
        self.at = at
        self.name = name
    }
}

/// What happened in a simulated room beside the record: kept with a practice session, absent from a real one. Together
/// with the facts it is all that scoring knows.
public struct RoomRecord: Hashable, Codable, Sendable {
    /// When the trainee took over; what the record says of earlier times is not the trainee's. Zero for a real session.
    public var tookOver: SessionTime
    /// What the trainee did, in order.
    public var deeds: [TimedDeed]
    /// Which moments of the scenario came, in order.
    public var moments: [PassedMoment]
    /// What was shown, in order.
    public var shown: [ShownReading]
    /// What the pump showed whenever it was looked at, in order; `nil` when nobody looked.
    public var pumpFigures: [ShownPumpFigure]?
    /// When the exercise ended; `nil` while it runs, and for a real session.
    public var ended: SessionTime?

    /// Whether there is a room at all; a real session, and one that is practised without a simulated patient, has none.
    public var isSimulated: Bool {
        tookOver > .zero || !deeds.isEmpty || !moments.isEmpty || ended != nil
    }

    /// Makes a record; an empty one stands for a real session.
    public init(
        tookOver: SessionTime = .zero, deeds: [TimedDeed] = [],
        moments: [PassedMoment] = [], shown: [ShownReading] = [], ended: SessionTime? = nil
    ) {
        self.tookOver = tookOver
        self.deeds = deeds
        self.moments = moments
        self.shown = shown
        self.ended = ended
    }
}

extension Vital {
    /// Whether a simulated room can show it; temperature and the rest are not judged.
    public var isShownInRoom: Bool {
        switch self {
        case .systolic, .diastolic, .heartRate, .oxygenSaturation, .respiratoryRate, .alertness, .agitation,
            .orientation, .intensity, .distress, .nausea:
            true
        case .meanPressure, .temperature, .endTidalCO2: false
        }
    }
}
