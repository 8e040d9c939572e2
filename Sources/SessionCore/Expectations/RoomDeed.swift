/// Something that a trainee does in a simulated room and that no fact of the record says: to measure, to ask, to call, to
/// lay hands on. The names are those of the scenario files and of a kept exercise.
public enum RoomDeed: String, Codable, Sendable, CaseIterable {
    /// The cuff is started; it answers when it has deflated.
    case measurePressure
    /// The oximeter is read: saturation and pulse, at once.
    case readOximeter
    /// The oximeter's probe is put on a warm finger.
    case reseatProbe
    /// Breaths are counted for half a minute.
    case countBreathing
    /// The patient is spoken to and touched: alertness, agitation, orientation.
    case checkAlertness
    /// "How do you feel?"
    case askFeeling
    /// The red-flag symptoms are asked for one by one.
    case askSymptoms
    /// Intensity and distress from 0 to 10, and nausea, are asked for.
    case askEffects
    /// What else was taken today is asked for.
    case askDrugs
    /// The suicide screen is gone through, question by question.
    case askSafety
    /// The pump's display is read.
    case lookAtPump
    /// The line is followed from the pump to the vein, and freed where it is kinked.
    case checkLine
    /// The prescriber is telephoned.
    case callPrescriber
    /// The emergency number is called.
    case callEmergency
    /// The escort is spoken to.
    case talkToEscort
    /// The patient is laid flat, legs up.
    case layFlat
    /// The patient is turned on the side.
    case turnOnSide
    /// The patient is helped to sit up.
    case sitUp
    /// Oxygen by mask.
    case giveOxygen
    /// The patient is shaken and called.
    case stimulate
    /// Head tilt, jaw thrust.
    case supportAirway
    /// Positive pressure by mask, continuous or by bag.
    case ventilate
    /// Suction is brought and switched on, or used.
    case suction
    /// A low, slow voice; naming the room, the day, the breath.
    case calmVoice
    /// Lights, noise and people are taken away.
    case reduceStimuli
    /// A hand on the line, so that it is not torn out.
    case guardLine
    /// The caller, relative or colleague is asked to wait.
    case deferInterruption
    /// The caller, relative or colleague is attended to, away from the patient.
    case followInterruption
    /// The trainee leaves the room.
    case leaveRoom
    /// The patient is held down.
    case holdDown

    /// The deed in words, as a log or a debrief shows it.
    public var title: String {
        switch self {
        case .measurePressure: "started the cuff"
        case .readOximeter: "read the oximeter"
        case .reseatProbe: "put the probe on a warm finger"
        case .countBreathing: "counted the breaths"
        case .checkAlertness: "checked alertness and orientation"
        case .askFeeling: "asked how the patient feels"
        case .askSymptoms: "asked for the red-flag symptoms"
        case .askEffects: "asked for intensity, distress and nausea"
        case .askDrugs: "asked what else was taken"
        case .askSafety: "went through the suicide screen"
        case .lookAtPump: "looked at the pump"
        case .checkLine: "checked the line"
        case .callPrescriber: "telephoned the prescriber"
        case .callEmergency: "called the emergency number"
        case .talkToEscort: "spoke with the escort"
        case .layFlat: "laid the patient flat, legs up"
        case .turnOnSide: "turned the patient on the side"
        case .sitUp: "sat the patient up"
        case .giveOxygen: "gave oxygen by mask"
        case .stimulate: "called and shook the patient"
        case .supportAirway: "opened the airway"
        case .ventilate: "gave positive pressure by mask"
        case .suction: "made suction ready"
        case .calmVoice: "spoke calmly"
        case .reduceStimuli: "took light and noise away"
        case .guardLine: "kept a hand on the line"
        case .deferInterruption: "asked the interruption to wait"
        case .followInterruption: "attended to the interruption"
        case .leaveRoom: "left the room"
        case .holdDown: "held the patient down"
        }
    }
}
