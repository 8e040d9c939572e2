/// What is done when certain words are heard or read. The words are those of a scenario's room or handover; who does not
/// hear them does nothing.
struct NurseRule {
    /// Any of these, on the screen.
    var cues: [String]
    /// What is done then.
    var steps: [NurseStep]
    /// Whether it interrupts a measurement.
    var isUrgent = true
    /// A routine that this rule ends: nobody measures for the schedule any more.
    var endsRoutine = false
    /// Nobody goes home any more.
    var endsDischarge = false

    static let all: [NurseRule] = emergencies + distress + interruptions + talks

    private static let emergencies: [NurseRule] = [
        NurseRule(
            cues: ["worst headache"],
            steps: NursePlan.stop(because: "blood pressure") + NursePlan.callEmergency
                + NursePlan.callPrescriber
                + NursePlan.symptom("sudden severe headache") + NursePlan.shortMeasurement + [.wait(60)]
                + NursePlan.shortMeasurement
                + NursePlan.note("Ketamine stopped at worst headache; team called; pressures above.")),
        NurseRule(
            cues: ["crowing sound"],
            steps: NursePlan.callEmergency + NursePlan.room("airway and breathing", "jaw thrust")
                + NursePlan.room("airway and breathing", "positive pressure")
                + NursePlan.room("airway and breathing", "oxygen") + NursePlan.stop(because: "in other words")
                + [.line("laryngospasm")] + NursePlan.room("airway and breathing", "suction") + [.wait(90)]
                + NursePlan.oximetry),
        NurseRule(
            cues: ["snores, then pauses"],
            steps: NursePlan.room("airway and breathing", "call and shake")
                + NursePlan.room("airway and breathing", "jaw thrust")
                + NursePlan.room("airway and breathing", "oxygen") + NursePlan.stop(because: "sedation")
                + NursePlan.callPrescriber + NursePlan.room("look and measure", "agitation, orientation")
                + NursePlan.oximetry + [.wait(40)] + NursePlan.oximetry
                + NursePlan.room("ask and speak", "escort") + [.wait(40)] + NursePlan.oximetry),
        NurseRule(
            cues: ["two of his lorazepam"],
            steps: NursePlan.note("Escort: two lorazepam taken this morning."),
            isUrgent: false),
        NurseRule(
            cues: ["turns white and sweats"],
            steps: NursePlan.room("position, line and room", "lay the patient flat")
                + NursePlan.shortMeasurement
                + NursePlan.symptom("pallor") + [.wait(300)] + NursePlan.shortMeasurement + [.wait(120)]
                + NursePlan.shortMeasurement + [.wait(120)] + NursePlan.shortMeasurement),
        NurseRule(
            cues: ["beeps twice and is silent"],
            steps: NursePlan.room("look and measure", "read the pump") + [.wait(6)]
                + NursePlan.pause(because: "line or pump") + [.typePumpFigure]
                + NursePlan.room("look and measure", "follow the line")),
        NurseRule(
            cues: ["the drops fall"], steps: [.keys("d"), .choose("resume"), .press([.enter])],
            isUrgent: false),
    ]

    private static let distress: [NurseRule] = [
        NurseRule(
            cues: ["Get me out!"],
            steps: NursePlan.room("ask and speak", "speak low and slowly")
                + NursePlan.room("position, line and room", "take light") + NursePlan.callPrescriber
                + NursePlan.room("position, line and room", "keep a hand on the line")
                + NursePlan.pause(because: "distress") + [.wait(150)] + NursePlan.measurement(effects: true)),
        NurseRule(
            cues: ["I feel so sick"],
            steps: NursePlan.room("position, line and room", "on the side")
                + NursePlan.room("airway and breathing", "suction")
                + NursePlan.room("ask and speak", "how strong") + NursePlan.callPrescriber
                + NursePlan.symptom("nausea")),
        NurseRule(
            cues: ["Ondansetron 4 mg"],
            steps: [
                .keys("x"), .choose("antiemetic given"), .line("Dr Practice"), .line("ondansetron 4 mg"),
            ], isUrgent: false),
        NurseRule(
            cues: ["retches and vomits"],
            steps: NursePlan.room("airway and breathing", "jaw thrust") + NursePlan.symptom("vomiting")
                + NursePlan.measurement(effects: false)),
        NurseRule(
            cues: ["wake up tomorrow"],
            steps: NursePlan.room("ask and speak", "suicide screen") + NursePlan.callPrescriber
                + NursePlan.note("Easier if I did not wake up tomorrow, I have thought how."),
            endsDischarge: true),
        NurseRule(
            cues: ["She does not go home"],
            steps: NursePlan.room("ask and speak", "escort")
                + NursePlan.note("Safety plan: ward, by the prescriber; escort informed with consent."),
            isUrgent: false),
    ]

    private static let interruptions: [NurseRule] = [
        NurseRule(cues: ["The telephone rings"], steps: NursePlan.wait),
        NurseRule(cues: ["pay for the parking"], steps: NursePlan.wait),
        NurseRule(cues: ["turn somebody in room 3"], steps: NursePlan.wait),
    ]

    private static let talks: [NurseRule] = [
        NurseRule(
            cues: ["You were called to the telephone"],
            steps: NursePlan.room("ask and speak", "ask how the patient feels")
                + NursePlan.measurement(effects: true)
                + NursePlan.note("Called away from T0+2 to T0+24; checkpoints missed.")),
        NurseRule(
            cues: ["The record shows 182/84"],
            steps: NursePlan.shortMeasurement + NursePlan.room("ask and speak", "headache, chest pain")
                + [
                    .keys("c"), .seek("182/84"), .press([.enter]),
                    .press([.control("u")]), .line("128/84"), .choose("wrong digit or swapped"),
                ]),
        NurseRule(
            cues: ["recheck BP"],
            steps: NursePlan.room("ask and speak", "headache, chest pain"), isUrgent: false),
        NurseRule(
            cues: ["notify prescriber", "BP confirmed"],
            steps: NursePlan.callPrescriber + [.keys("x"), .choose("prescriber notified")], isUrgent: false),
        NurseRule(
            cues: ["HOLD"],
            steps: NursePlan.room("ask and speak", "what else was taken") + NursePlan.callPrescriber,
            isUrgent: false),
        NurseRule(
            cues: ["not today. Write down why"],
            steps: [.wait(420)] + NursePlan.shortMeasurement + [.wait(150)] + NursePlan.shortMeasurement + [
                .keys("w"), .choose("cancel before the first dose"),
                .line("above the gate after rest, tablet not taken"),
            ], isUrgent: false, endsRoutine: true),
    ]
}
