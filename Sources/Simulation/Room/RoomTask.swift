import SessionCore

/// Something that was begun in the room and has its outcome later.
struct RoomTask: Hashable, Sendable {
    /// What was begun.
    var deed: RoomDeed
    /// When it was begun, seconds of the session.
    var began: Int
    /// When it has its outcome, seconds of the session.
    var ready: Int
}

extension RoomDeed {
    /// How long it takes until there is an outcome, seconds; the cuff and the telephone draw theirs. Ebbtide defaults,
    /// unpublished.
    var seconds: Int {
        switch self {
        case .countBreathing: SimulatedPatient.breathCountSeconds
        case .checkAlertness: 15
        case .askFeeling, .talkToEscort: 10
        case .askSymptoms, .askDrugs: 20
        case .askEffects: 20
        case .askSafety: 60
        case .lookAtPump: 3
        case .checkLine: 15
        case .callEmergency: 240
        case .measurePressure, .readOximeter, .reseatProbe, .callPrescriber, .layFlat, .turnOnSide, .sitUp,
            .giveOxygen, .stimulate, .supportAirway, .ventilate, .suction, .calmVoice, .reduceStimuli,
            .guardLine, .deferInterruption, .followInterruption, .leaveRoom, .holdDown:
            0
        }
    }

    /// Whether it goes on for a while and says something at its end.
    var takesTime: Bool { seconds > 0 || self == .measurePressure || self == .callPrescriber }

    /// What the patient's body gets from it; `nil` when nothing.
    var remedy: Remedy? {
        switch self {
        case .layFlat: .position
        case .giveOxygen: .oxygen
        case .stimulate: .stimulation
        case .supportAirway, .turnOnSide: .airway
        case .ventilate: .ventilation
        case .suction: .suction
        case .calmVoice: .reassured
        case .reduceStimuli: .quiet
        default: nil
        }
    }
}
