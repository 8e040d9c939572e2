import Canvas

/// One thing that a nurse at the screen does after another.
enum NurseStep {
    /// Keys at once.
    case press([Key])
    /// The key that the open panel shows beside these words.
    case choose(String)
    /// Waits so many seconds.
    case wait(Int)
    /// Waits until a number on the monitor is younger than so many seconds, at most so many.
    case awaitFresh(String, atMost: Int)
    /// The cuff once more when it gave up, the probe on a warm finger when it has no signal.
    case mend
    /// What the monitor shows goes into the entry line.
    case typeVitals
    /// What was asked goes into the steps of effect.
    case typeEffects
    /// The figure that the pump was heard to show.
    case typePumpFigure
    /// Goes up the list to the entry that holds these words.
    case seek(String)

    /// Letters one after the other.
    static func keys(_ text: String) -> NurseStep { .press(text.map { .character($0) }) }

    /// A text and Enter.
    static func line(_ text: String) -> NurseStep { .press(text.map { .character($0) } + [.enter]) }
}

/// What a nurse does at one stroke.
enum NursePlan {
    /// Something in the room, by the words of its menu.
    static func room(_ sort: String, _ words: String) -> [NurseStep] {
        [.keys("r"), .choose(sort), .choose(words)]
    }

    /// A whole measurement: cuff, oximeter, breaths, and what the patient says.
    static func measurement(effects: Bool) -> [NurseStep] {
        var steps: [NurseStep] = [.keys("v")]
        if effects {
            steps += room("ask and speak", "how strong")
            steps += room("look and measure", "agitation, orientation")
        }
        steps += room("look and measure", "count the breaths")
        steps += [.awaitFresh("cuff", atMost: 50), .mend, .keys("i"), .mend, .typeVitals]
        if effects { steps += [.typeEffects] }
        return steps
    }

    /// Pressure and saturation alone.
    static let shortMeasurement: [NurseStep] = [
        .keys("v"), .awaitFresh("cuff", atMost: 50), .mend, .keys("i"), .mend, .typeVitals,
    ]

    /// Saturation and pulse alone.
    static let oximetry: [NurseStep] = [.keys("i"), .mend, .typeVitals]

    static func stop(because words: String) -> [NurseStep] {
        [.keys("d"), .choose("stopped early"), .choose(words)]
    }

    static func pause(because words: String) -> [NurseStep] {
        [.keys("d"), .choose("pause"), .choose(words)]
    }

    static func note(_ text: String) -> [NurseStep] { [.keys("n"), .line(text)] }

    static func symptom(_ words: String) -> [NurseStep] { [.keys("s"), .choose(words)] }

    static let callPrescriber = room("call, wait, go", "telephone the prescriber")
    static let callEmergency = room("call, wait, go", "emergency number")
    static let wait = room("call, wait, go", "let the caller")

    static func assessment() -> [NurseStep] {
        [.keys("w"), .choose("assess for discharge")] + (0..<7).map { _ in .choose("yes") }
    }

    static func transfer() -> [NurseStep] {
        [
            .keys("w"), .choose("transfer to other care"), .line("ward"), .line("Dr Practice"),
            .line("Dr Practice"),
        ]
    }

    static func start(rate: String) -> [NurseStep] {
        [.keys("d"), .choose("start: T0"), .line(rate), .press([.enter])]
    }
}
