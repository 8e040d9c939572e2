import Canvas
import ConsoleUI
import SessionCore

extension Pictures {
    /// An infusion at T0+23: everything as it should be.
    static func quiet() throws -> Picture {
        var picture = try empty()
        picture.file(4, 126, 80, heart: 72, saturation: 98, breaths: 14)
        picture.file(8, 122, 76, heart: 72, saturation: 98, breaths: 14)
        picture.takeBaseline()
        picture.phase = .administering
        picture.start = at(12)
        picture.gate = GateReport(outcome: .ok, findings: [], advice: "")
        picture.add(12, .dose, "administration started: 35 mg over 40 min")
        picture.file(22, 134, 82, heart: 78, saturation: 98, breaths: 15)
        picture.add(24, .note, "music on, eyes closed")
        picture.file(31.5, 141, 86, heart: 81, saturation: 97, breaths: 14, effects: (6, 2))
        picture.plan(
            [10, 20, 30, 40, 55, 70, 85, 100], states: [10: .done, 20: .done])
        picture.administration = AdministrationPicture(
            stage: .running, deliveredMilligrams: 20.7, plannedMilligrams: 35, milligramsPerMinute: 0.875,
            pumpFigure: PumpFigure(milligrams: 20.1, at: at(34)), plannedEnd: at(52))
        picture.due = [
            DueItem(kind: .checkpoint("T0+30"), at: at(42), title: "checkpoint T0+30"),
            DueItem(kind: .plannedEnd, at: at(52), title: "planned end", isPrompt: true),
        ]
        picture.subsidence = SubsidencePicture(peakIntensity: 6, peakAt: at(31.5))
        picture.show(minute: 35.68)
        return picture
    }

    /// Before the dose: the gate holds because of 146/92.
    static func held() throws -> Picture {
        var picture = try empty()
        picture.file(3, 148, 94, heart: 88, saturation: 97, breaths: 16)
        picture.file(6, 144, 90, heart: 86, saturation: 97, breaths: 16)
        picture.takeBaseline()
        picture.phase = .held
        picture.gate = GateReport(
            outcome: .hold,
            findings: [
                GateFinding(
                    rule: "PRE-HOLD", outcome: .hold, sentence: "baseline 146/92 is above 140/90")
            ], advice: "rest 5-10 min, measure twice again")
        picture.due = [DueItem(kind: .heldRemeasure, at: at(14), title: "measure again after rest")]
        picture.show(minute: 9.2)
        return picture
    }

    /// A confirmed crisis with an open emergency, a correction, a late entry, a gap and a missed checkpoint.
    static func crisis() throws -> Picture {
        var picture = try quiet()
        picture.file(42, 186, 112, heart: 104, saturation: 95, breaths: 18, level: .high)
        picture.file(45, 204, 118, heart: 108, saturation: 93, breaths: 18, level: .crisis)
        picture.latest[.oxygenSaturation]?.level = .watch
        picture.latest[.oxygenSaturation]?.direction = .low
        picture.latest[.intensity]?.isStale = true
        picture.latest[.heartRate]?.isUnconfirmed = true
        picture.timeline[3].formerText = "BP 182/84 — typing error"
        picture.timeline[4].lateBy = .minutes(12)
        picture.add(45.5, .symptom, "severe headache", level: .crisis)
        picture.timeline[5].deviation = "reading 2 min after the window; patient moved"
        picture.symptoms = [
            OpenSymptom(sequence: 9, title: "severe headache", isRedFlag: true, since: at(45.5))
        ]
        picture.emergency = EmergencyPicture(
            since: at(45), trigger: "BP 204/118 level 3", prescriberNotified: at(45.6))
        picture.alarms = [
            alarm(
                .pressure, .crisis, .high, "BP 204/118 level 3",
                "stop infusion, prescriber to bedside"),
            alarm(.symptom, .crisis, .high, "red flag: severe headache", "call emergency"),
            alarm(
                .oxygenSaturation, .watch, .low, "SpO2 93 air level 1", "check probe, ask to breathe",
                by: "KB"),
        ]
        picture.gaps = [Gap(from: at(36), to: at(39))]
        picture.due = [
            DueItem(kind: .recheck(AlarmKey(.pressure, .high)), at: at(46), title: "recheck BP"),
            DueItem(kind: .checkpoint("T0+40"), at: at(52), title: "checkpoint T0+40 ★"),
        ]
        picture.plan(
            [10, 20, 30, 40, 55, 70, 85, 100], states: [10: .done, 20: .couldNotDo, 30: .missed, 40: .due])
        picture.show(minute: 46.68)
        return picture
    }

    /// One alarm of the pressure unless another parameter is named.
    static func alarm(
        _ parameter: AlarmParameter, _ level: Level, _ priority: Priority, _ sentence: String,
        _ action: String, by: String? = nil
    ) -> AlarmPicture {
        AlarmPicture(
            key: AlarmKey(parameter, .high), level: level, priority: priority, isConfirmed: level > .watch,
            isLatched: by == nil && level > .watch, raised: at(45), acknowledgedBy: by, recheckDue: at(46),
            isOverdue: false, isFullBar: false, switchedOffUntil: nil, sentence: sentence, nextAction: action)
    }

    /// Esketamine: the second of three devices was given, the rest runs.
    static func esketamine() throws -> Picture {
        var picture = try empty(.esketamine, label: "room 3")
        picture.file(2, 126, 80, heart: 72, saturation: 98, breaths: 14)
        picture.file(5, 122, 76, heart: 70, saturation: 99, breaths: 14)
        picture.takeBaseline()
        picture.phase = .administering
        picture.start = at(10)
        picture.add(10, .dose, "device 1, 28 mg")
        picture.add(15, .dose, "device 2, 28 mg")
        picture.administration = AdministrationPicture(
            stage: .running, deliveredMilligrams: 56, plannedMilligrams: 84,
            doses: [GivenDose(milligrams: 28, at: at(10)), GivenDose(milligrams: 28, at: at(15))],
            restUntil: at(20))
        picture.plan([20, 40, 60, 90, 120])
        picture.due = [
            DueItem(kind: .nextDevice, at: at(20), title: "device 3"),
            DueItem(kind: .checkpoint("T0+20"), at: at(30), title: "checkpoint T0+20"),
        ]
        picture.show(minute: 16.5)
        return picture
    }

    /// Two hours on: discharge is being assessed.
    static func discharge() throws -> Picture {
        var picture = try quiet()
        picture.phase = .dischargeAssessment
        picture.end = at(52)
        for (minute, systolic) in [(42, 148), (52, 144), (67, 138), (82, 132), (97, 128), (112, 126)] {
            picture.file(
                Double(minute), systolic, 80, heart: 74, saturation: 98, breaths: 14,
                effects: (max(0, (112 - minute) / 12), 0))
        }
        picture.plan(
            [10, 20, 30, 40, 55, 70, 85, 100],
            states: [
                10: .done, 20: .done, 30: .done, 40: .done, 55: .done, 70: .done, 85: .done, 100: .done,
            ])
        picture.administration = AdministrationPicture(
            stage: .ended, deliveredMilligrams: 35, plannedMilligrams: 35,
            pumpFigure: PumpFigure(milligrams: 35, at: at(52)))
        picture.subsidence = SubsidencePicture(subsidedAt: at(112), peakIntensity: 6, peakAt: at(31.5))
        picture.discharge = DischargePicture(
            readyAt: at(112), minimumStayEnds: at(132), firstAssessmentAt: at(114),
            obstacles: ["escort not confirmed", "second assessment owed"])
        picture.due = [DueItem(kind: .dischargeAssessment, at: at(127), title: "second discharge assessment")]
        picture.show(minute: 118.25)
        return picture
    }

    /// The same session, ended and signed.
    static func ended() throws -> Picture {
        var picture = try discharge()
        picture.phase = .closed
        picture.due = []
        picture.discharge.leftAt = at(140)
        picture.show(minute: 150)
        return picture
    }

    /// Nine alarms at once.
    static func manyAlarms() throws -> Picture {
        var picture = try crisis()
        let rest: [AlarmParameter] = [.heartRate, .respiratoryRate, .temperature, .endTidalCO2, .distress]
        for (index, parameter) in rest.enumerated() {
            let level: Level = index < 2 ? .high : .watch
            picture.alarms.insert(
                alarm(
                    parameter, level, index < 2 ? .medium : .low, "\(parameter.rawValue) out of range",
                    "measure again"), at: 2 + index)
        }
        return picture
    }

    /// A label and notes that try to break the screen.
    static func hostile() throws -> Picture {
        var picture = try crisis()
        picture.patient.label = "\u{1B}[2J\u{202E}‮" + String(repeating: "W̷͙W", count: 60) + "病患者👩‍⚕️\n\t"
        picture.add(46, .note, String(repeating: "9", count: 300))
        picture.add(
            46.2, .note, "\u{1B}]0;title\u{7} tab\there 患者は穏やか " + String(repeating: "long ", count: 80))
        return picture
    }

    /// Every story by name.
    static func all() throws -> [(name: String, picture: Picture)] {
        try [
            ("empty", empty()), ("quiet", quiet()), ("held", held()), ("crisis", crisis()),
            ("esketamine", esketamine()), ("discharge", discharge()), ("ended", ended()),
            ("many alarms", manyAlarms()), ("hostile", hostile()),
        ]
    }
}
