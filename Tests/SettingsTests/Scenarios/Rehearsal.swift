import SessionCore
import Simulation

/// What somebody who knows each scenario does in it, second by second: the reference against which a scenario is passable.
enum Rehearsal {
    /// Plays a scenario well, up to its end.
    static func play(_ player: inout Player) throws {
        switch player.scenario.name {
        case "normal-session": try normal(&player)
        case "high-baseline": try highBaseline(&player)
        case "pressure-excursion": try excursion(&player)
        case "pressure-crisis": try crisis(&player)
        case "vasovagal": try vasovagal(&player)
        case "panic": try panic(&player)
        case "vomiting": try vomiting(&player)
        case "over-sedation": try sedation(&player)
        case "laryngospasm": try laryngospasm(&player)
        case "pump-occlusion": try occlusion(&player)
        case "wrong-entry": try wrongEntry(&player)
        case "suicidal-statement": try statement(&player)
        case "missed-checkpoints": try calledAway(&player)
        default: break
        }
        player.wait(until: player.scenario.lastsMinutes * 60)
    }

    static func action(_ code: String, by orderer: String = "", detail: String = "") -> FactBody {
        .actionTaken(ActionTaken(code: code, orderedBy: orderer, detail: detail))
    }

    static func note(_ text: String) -> FactBody { .noteWritten(NoteWritten(text: text)) }

    private static func normal(_ player: inout Player) throws {
        try player.measure(asking: true)
        player.wait(90)
        try player.measure(asking: true)
        player.wait(until: 1200)
        try player.file(
            .administrationStarted(
                AdministrationStarted(
                    rate: InfusionRate(millilitresPerHour: 26.25, milligramsPerMillilitre: 2))))
        for minute in [10, 20, 30, 40, 55, 70, 85, 100, 115, 130] {
            if minute == 55 {
                player.wait(untilMinute: 40.95)
            }
            if minute == 55 { try player.file(.infusionEnded(InfusionEnded())) }
            player.wait(untilMinute: Double(minute) - 0.5)
            try player.measure(asking: true)
            guard minute >= 100 else { continue }
            var answers: [DischargeQuestion: Answer] = [:]
            for question in DischargeQuestion.allCases { answers[question] = .yes }
            try player.file(.dischargeAssessed(DischargeAssessed(answers: answers, by: "TR")))
        }
        try player.file(.patientLeft(PatientLeft(manner: .discharged, detail: "with the escort")))
    }

    private static func highBaseline(_ player: inout Player) throws {
        try player.measure()
        try player.act(.askDrugs)
        try player.act(.callPrescriber)
        for minute in [9, 12, 15] {
            player.wait(until: minute * 60)
            try player.measure()
        }
        try player.file(.sessionCancelled(Reasoned(reason: "152/94 after rest, tablet not taken")))
    }

    private static func excursion(_ player: inout Player) throws {
        for minute in [19.5, 22.0, 24.5, 27.0, 30.0, 33, 36, 39, 42, 45] {
            player.wait(untilMinute: minute)
            try player.measure()
            if minute == 22 {
                try player.act(.askSymptoms)
                try player.act(.callPrescriber)
            }
            if minute == 27 {
                try player.file(.profileChosen(ProfileChosen(profile: .intensive, reason: "level 1")))
            }
            if minute == 24.5 || minute == 30 || minute == 36 || minute == 42 {
                try player.act(.callPrescriber)
                try player.act(.askSymptoms)
            }
        }
    }

    private static func crisis(_ player: inout Player) throws {
        player.wait(untilMinute: 29.5)
        try player.measure()
        player.wait(untilMinute: 32.1)
        try player.file(.infusionEnded(InfusionEnded(stoppedEarly: "headache, 190/115")))
        try player.file(.symptomReported(SymptomReported(code: "headache")))
        try player.act(.callPrescriber)
        try player.act(.callEmergency)
        try player.measure()
        player.wait(80)
        try player.measure()
        try player.file(note("Ketamine 32 mg until T0+32, 194/118, worst headache; team called."))
    }

    private static func vasovagal(_ player: inout Player) throws {
        player.wait(until: 490)
        try player.act(.layFlat)
        try player.measure()
        try player.file(.symptomReported(SymptomReported(code: "pallor")))
        for second in [800, 960, 1100] {
            player.wait(until: second)
            try player.measure()
        }
    }

    private static func panic(_ player: inout Player) throws {
        player.wait(untilMinute: 24.2)
        try player.act(.calmVoice)
        try player.act(.reduceStimuli)
        try player.act(.guardLine)
        try player.act(.callPrescriber)
        try player.file(.infusionPaused(Reasoned(reason: "panic")))
        player.wait(180)
        try player.measure(asking: true)
    }

    private static func vomiting(_ player: inout Player) throws {
        player.wait(untilMinute: 35.2)
        try player.act(.turnOnSide)
        try player.act(.suction)
        try player.act(.askEffects)
        try player.act(.callPrescriber)
        player.wait(45)
        try player.file(.reading(Reading(values: player.shown)))
        player.wait(150)
        try player.file(action("antiemetic", by: "Dr Practice", detail: "ondansetron 4 mg"))
        player.wait(untilMinute: 41.2)
        try player.file(.symptomReported(SymptomReported(code: "vomiting")))
        try player.act(.countBreathing)
        try player.measure()
    }

    private static func sedation(_ player: inout Player) throws {
        player.wait(untilMinute: 28.1)
        try player.file(.infusionEnded(InfusionEnded(stoppedEarly: "too deep")))
        for deed in [RoomDeed.stimulate, .supportAirway, .giveOxygen, .callPrescriber, .checkAlertness] {
            try player.act(deed)
        }
        try player.file(action("oxygen", detail: "10 L/min"))
        for _ in 0..<3 {
            player.wait(40)
            try player.act(.readOximeter)
            try player.file(.reading(Reading(values: player.shown)))
        }
        try player.act(.talkToEscort)
        player.wait(20)
        try player.file(note("Escort: two lorazepam taken this morning."))
    }

    private static func laryngospasm(_ player: inout Player) throws {
        player.wait(untilMinute: 18.1)
        for deed in [RoomDeed.callEmergency, .supportAirway, .giveOxygen, .ventilate] { try player.act(deed) }
        try player.file(.infusionEnded(InfusionEnded(stoppedEarly: "laryngospasm")))
        try player.act(.suction)
        player.wait(90)
        try player.act(.readOximeter)
        try player.file(.reading(Reading(values: player.shown)))
    }

    private static func occlusion(_ player: inout Player) throws {
        player.wait(untilMinute: 13)
        try player.act(.lookAtPump)
        player.wait(5)
        try player.file(.infusionPaused(Reasoned(reason: "occlusion")))
        try player.act(.checkLine)
        player.wait(30)
        try player.file(.pumpFigureNoted(PumpFigureNoted(milligrams: 10.8)))
        try player.file(.infusionResumed(InfusionResumed()))
    }

    private static func wrongEntry(_ player: inout Player) throws {
        try player.measure()
        try player.act(.askSymptoms)
        guard
            let wrong = player.session.facts.last(where: { fact in
                guard case .reading(let reading) = fact.body else { return false }
                return reading.values[.systolic] == 182
            }), case .reading(var reading) = wrong.body
        else { return }
        reading.values[.systolic] = 128
        try player.file(
            .amended(
                Amended(
                    target: wrong.sequence, was: wrong.body, now: .reading(reading),
                    reason: "digits swapped; measured again")))
    }

    private static func statement(_ player: inout Player) throws {
        player.wait(untilMinute: 95.2)
        try player.act(.askSafety)
        try player.act(.callPrescriber)
        player.wait(120)
        try player.file(note("\"Easier if I did not wake up tomorrow, I have thought how.\""))
        try player.act(.talkToEscort)
        player.wait(300)
        try player.file(
            .patientLeft(
                PatientLeft(manner: .transferred, detail: "ward, by Dr Practice", prescriberNotified: "yes")))
    }

    private static func calledAway(_ player: inout Player) throws {
        try player.act(.askFeeling)
        try player.measure(asking: true)
        try player.file(note("Called away from T0+2 to T0+24; checkpoints missed."))
        for (interruption, minute) in [(29.2, 30.0), (38.2, 40.0), (49.2, 55.0)] {
            player.wait(untilMinute: interruption)
            try player.act(.deferInterruption)
            player.wait(untilMinute: minute)
            try player.measure(asking: true)
            if minute == 40 { try player.file(.infusionEnded(InfusionEnded())) }
        }
    }
}
