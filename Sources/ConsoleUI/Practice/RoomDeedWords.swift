import Canvas
import SessionCore

/// How a trainee finds each deed: its sort, its key in the menu, its words.
extension RoomDeed {
    /// Which sort of thing it is.
    var sort: RoomSort {
        switch self {
        case .measurePressure, .readOximeter, .reseatProbe, .countBreathing, .checkAlertness, .lookAtPump,
            .checkLine:
            .look
        case .askFeeling, .askSymptoms, .askEffects, .askDrugs, .askSafety, .talkToEscort, .calmVoice: .ask
        case .giveOxygen, .stimulate, .supportAirway, .ventilate, .suction: .airway
        case .layFlat, .turnOnSide, .sitUp, .reduceStimuli, .guardLine, .holdDown: .hands
        case .callPrescriber, .callEmergency, .deferInterruption, .followInterruption, .leaveRoom: .call
        }
    }

    /// Its key in the menu of its sort.
    var menuKey: Character {
        switch self {
        case .measurePressure, .callPrescriber: "p"
        case .readOximeter, .giveOxygen: "o"
        case .reseatProbe: "w"
        case .countBreathing: "b"
        case .checkAlertness, .supportAirway: "a"
        case .lookAtPump, .ventilate: "m"
        case .checkLine: "l"
        case .askFeeling, .layFlat, .followInterruption: "f"
        case .askSymptoms, .turnOnSide: "s"
        case .askEffects, .callEmergency: "e"
        case .askDrugs, .deferInterruption: "d"
        case .askSafety: "q"
        case .talkToEscort: "t"
        case .calmVoice: "c"
        case .sitUp: "u"
        case .stimulate: "c"
        case .suction: "v"
        case .reduceStimuli: "r"
        case .guardLine: "g"
        case .holdDown: "h"
        case .leaveRoom: "x"
        }
    }

    /// The keys that call it without the menu: what is done most often.
    var keys: [Key] {
        switch self {
        case .measurePressure: [.character("v")]
        case .readOximeter: [.character("i")]
        case .lookAtPump, .checkLine, .reseatProbe, .countBreathing, .checkAlertness, .askFeeling,
            .askSymptoms, .askEffects, .askDrugs, .askSafety, .callPrescriber, .callEmergency, .talkToEscort,
            .layFlat, .turnOnSide, .sitUp, .giveOxygen, .stimulate, .supportAirway, .ventilate, .suction,
            .calmVoice, .reduceStimuli, .guardLine, .deferInterruption, .followInterruption, .leaveRoom,
            .holdDown:
            []
        }
    }

    /// One or two words for the key bar and the list of commands.
    var label: String {
        switch self {
        case .measurePressure: "cuff"
        case .readOximeter: "oximeter"
        case .reseatProbe: "warm finger"
        case .countBreathing: "breathing"
        case .checkAlertness: "alertness"
        case .askFeeling: "ask feeling"
        case .askSymptoms: "ask symptoms"
        case .askEffects: "ask effects"
        case .askDrugs: "ask drugs"
        case .askSafety: "ask safety"
        case .lookAtPump: "pump"
        case .checkLine: "line"
        case .callPrescriber: "prescriber"
        case .callEmergency: "emergency"
        case .talkToEscort: "escort"
        case .layFlat: "lay flat"
        case .turnOnSide: "on the side"
        case .sitUp: "sit up"
        case .giveOxygen: "oxygen"
        case .stimulate: "stimulate"
        case .supportAirway: "airway"
        case .ventilate: "mask, bag"
        case .suction: "suction"
        case .calmVoice: "calm voice"
        case .reduceStimuli: "quiet room"
        case .guardLine: "guard line"
        case .deferInterruption: "not now"
        case .followInterruption: "go along"
        case .leaveRoom: "leave room"
        case .holdDown: "hold down"
        }
    }

    /// What it is, as the menu and the help say it.
    var help: String {
        switch self {
        case .measurePressure: "start the cuff; it answers after half a minute."
        case .readOximeter: "look at the oximeter: saturation and pulse."
        case .reseatProbe: "put the probe on a warm finger."
        case .countBreathing: "count the breaths, half a minute."
        case .checkAlertness: "speak to and touch the patient: alertness, agitation, orientation."
        case .askFeeling: "ask how the patient feels."
        case .askSymptoms: "ask for headache, chest pain, breath and sight, one by one."
        case .askEffects: "ask how strong, how distressing, how sick, in numbers."
        case .askDrugs: "ask what else was taken today, and what was not."
        case .askSafety: "go through the suicide screen, question by question."
        case .lookAtPump: "read the pump's display."
        case .checkLine: "follow the line from the pump to the vein."
        case .callPrescriber: "telephone the prescriber."
        case .callEmergency: "call the emergency number."
        case .talkToEscort: "speak with the escort."
        case .layFlat: "lay the patient flat, legs up."
        case .turnOnSide: "turn the patient on the side."
        case .sitUp: "sit the patient up."
        case .giveOxygen: "give oxygen by mask."
        case .stimulate: "call and shake the patient."
        case .supportAirway: "open the airway: head tilt, jaw thrust."
        case .ventilate: "give positive pressure by mask or bag."
        case .suction: "bring suction and switch it on."
        case .calmVoice: "speak low and slowly; name the room, the day, the breath."
        case .reduceStimuli: "take light, noise and people away."
        case .guardLine: "keep a hand on the line."
        case .deferInterruption: "let the caller, relative or colleague wait."
        case .followInterruption: "go along with the caller, relative or colleague."
        case .leaveRoom: "leave the room."
        case .holdDown: "hold the patient down."
        }
    }
}
