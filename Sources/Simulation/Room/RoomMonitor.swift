import SessionCore

/// What the simulated monitor shows: what was measured or answered last, each value with its time, and what the cuff does.
/// The physiology behind it is not here. The trainee reads it and types, as at a real bedside.
public struct RoomMonitor: Hashable, Sendable {
    /// What the cuff does.
    public enum Cuff: Hashable, Sendable {
        /// It lies on the arm.
        case idle
        /// It inflates and deflates since that time; 25-45 s.
        case measuring(since: SessionTime)
        /// It gave up at that time: the arm moved. It has to be started again.
        case failed(at: SessionTime)
    }

    /// What the cuff does.
    public internal(set) var cuff = Cuff.idle
    /// The last value of each vital that was shown, and since when it stands there.
    public internal(set) var values: [Vital: ShownReading] = [:]
    /// Since when the probe has had no signal; `nil` while it has one, or was never read.
    public internal(set) var signalLost: SessionTime?
    /// What is being asked, counted or awaited, and since when.
    public internal(set) var underWay: [RoomDeed: SessionTime] = [:]
    /// Whether the pump's red light is on.
    public internal(set) var pumpLight = false

    /// The last pressure and since when it stands there; `nil` before the first.
    public var pressure: (pressure: BloodPressure, at: SessionTime)? {
        guard let systolic = values[.systolic], let diastolic = values[.diastolic] else { return nil }
        return (BloodPressure(systolic: systolic.value, diastolic: diastolic.value), systolic.at)
    }
}
