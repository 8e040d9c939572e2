import SessionCore

/// What is said and seen in a simulated room when the scenario has no words of its own.
enum RoomAnswers {
    /// Nobody answers.
    static let silence = "No answer. The eyes stay closed."

    /// How the patient looks and responds, in the words of MOAA/S and RASS.
    static func appearance(_ state: PatientState) -> String {
        let awake: String
        switch state.alertness {
        case 5...: awake = "Answers readily to the name."
        case 4..<5: awake = "Answers slowly to the name."
        case 3..<4: awake = "Answers only when called loudly, or several times."
        case 2..<3: awake = "Responds only to shaking."
        case 1..<2: awake = "Responds only to a painful squeeze."
        default: awake = "Does not respond."
        }
        switch state.agitation {
        case 2...: return awake + " Pulls at the line, will not lie still."
        case 1..<2: return awake + " Restless, anxious."
        default: return awake
        }
    }

    /// Intensity, distress and nausea in the patient's own numbers.
    static func effects(_ state: PatientState) -> String {
        let numbers = [state.intensity, state.distress, state.nausea].map { Int($0.rounded()) }
        return "How strong? \(numbers[0]). How distressing? \(numbers[1]). Sick? \(numbers[2]) of three."
    }

    /// An answer, and whose it is; `nil` where nothing is said.
    static func answer(
        to deed: RoomDeed, _ state: PatientState, complaint: String?
    ) -> (Speaker, String)? {
        let isAnswering = state.alertness >= 3
        switch deed {
        case .askFeeling:
            return isAnswering ? (.patient, complaint ?? feeling(state)) : (.room, silence)
        case .askSymptoms:
            return isAnswering
                ? (.patient, complaint ?? "No headache, no pain in the chest. I see and breathe as always.")
                : (.room, silence)
        case .askDrugs:
            return isAnswering ? (.patient, "Nothing but what I told you.") : (.room, silence)
        case .askSafety:
            return isAnswering
                ? (.patient, "No. No thought of not living, and none of doing anything.") : (.room, silence)
        case .checkLine: return (.room, "The line runs. The site is dry and soft.")
        case .talkToEscort: return (.escort, "I am here. I have the sheet, and I drive.")
        case .callPrescriber:
            return (.prescriber, "I am coming. Go on as the protocol says; no drug for now.")
        case .callEmergency: return (.colleague, "Emergency team. What happened?")
        default: return nil
        }
    }

    private static func feeling(_ state: PatientState) -> String {
        if state.distress >= 6 { return "Bad. I am afraid." }
        if state.nausea >= 2 { return "Sick." }
        if state.intensity >= 6 { return "Far, far away." }
        if state.intensity >= 3 { return "Strange, wide, a little outside of myself. It is all right." }
        if state.intensity >= 1.5 { return "Light. The room is soft." }
        return "Fine. Quite clear."
    }
}
