import Canvas
import ConsoleUI
import SessionCore
import Settings
import Testing

/// Sessions that were made up for the tests of the screen. Times are minutes since the session was opened at 14:00.
enum Pictures {
    static let opened = CivilTimeText.wall("2026-03-01T14:00:00Z")

    static func at(_ minutes: Double) -> SessionTime { SessionTime(milliseconds: Int64(minutes * 60_000)) }

    /// A session with a plan and nothing else yet.
    static func empty(_ route: Route = .infusion, label: String = "MK-07") throws -> Picture {
        let careProtocol = try ProtocolLibrary().load(ProtocolLibrary.defaultName(for: route))
        let patient = Patient(
            label: label, birthYear: 1984, weightKg: 70, sex: .female, treatedHypertension: .no)
        let plan = SessionOpened(
            patient: patient, route: route, plannedMilligrams: route == .esketamine ? 84 : 35,
            plannedMinutes: route == .infusion ? 40 : nil, profile: .standard,
            protocolReference: .whole(careProtocol))
        return Picture(
            session: try #require(SessionID("2026-03-01-a7")), mode: .live, patient: patient, plan: plan,
            careProtocol: careProtocol, profile: .standard, nurse: "KB", now: at(0), wall: opened,
            utcOffsetMinutes: 0, isTimeEstimated: false, asksTimeConfirmation: false, phase: .preDose,
            opened: opened, gate: GateReport(outcome: .incomplete, findings: [], advice: "take a baseline"),
            attested: [:], administration: AdministrationPicture(plannedMilligrams: plan.plannedMilligrams),
            due: [], latest: [:], alarms: [], symptoms: [], checkpoints: [], timeline: Timeline(), trend: [],
            subsidence: SubsidencePicture(), discharge: DischargePicture(), gaps: [])
    }

    /// A scene over a picture, with nothing open.
    static func scene(_ picture: Picture, mode: ModeWord = .live, glyphs: GlyphSet = .unicode) -> SessionScene
    {
        SessionScene(
            picture: picture, modeWord: mode, glyphs: glyphs, highFlash: false, mediumFlash: false,
            audio: .off, saving: .saved, technicalAlarms: [], scrollBack: 0,
            keyBar: [
                KeyHint(key: "0-9", label: "reading"), KeyHint(key: "n", label: "note"),
                KeyHint(key: "d", label: "done"), KeyHint(key: "a", label: "acknowledge"),
                KeyHint(key: "?", label: "help"),
            ])
    }
}

/// Text to wall time, for times that are certain to be right.
enum CivilTimeText {
    static func wall(_ text: String) -> WallTime { WallTime(iso8601: text) ?? WallTime(milliseconds: 0) }
}

extension Picture {
    /// Moves the instant that is shown.
    mutating func show(minute: Double) {
        now = Pictures.at(minute)
        wall = opened.advanced(byMilliseconds: now.milliseconds)
    }

    /// Files a full reading at a minute: into the latest values, the trend and the timeline.
    mutating func file(
        _ minute: Double, _ systolic: Int, _ diastolic: Int, heart: Int, saturation: Int, breaths: Int,
        level: Level = .normal, effects: (intensity: Int, distress: Int)? = nil
    ) {
        let time = Pictures.at(minute)
        let sequence = timeline.count + 1
        func value(_ value: Int, _ base: Int? = nil, _ level: Level = .normal) -> LatestValue {
            LatestValue(
                value: value, at: time, level: level, direction: level > .unknown ? .high : nil,
                change: base.flatMap { baseline == nil ? nil : value - $0 }, sequence: sequence)
        }
        latest[.systolic] = value(systolic, 124, level)
        latest[.diastolic] = value(diastolic, 78)
        latest[.heartRate] = value(heart, 72)
        latest[.oxygenSaturation] = value(saturation, 98)
        latest[.respiratoryRate] = value(breaths, 14)
        latest[.alertness] = value(5)
        latest[.agitation] = value(0)
        latest[.orientation] = value(4)
        gas = .air
        if let effects {
            latest[.intensity] = value(effects.intensity)
            latest[.distress] = value(effects.distress)
            latest[.nausea] = value(0)
        }
        trend.append(
            TrendPoint(
                at: time, pressure: BloodPressure(systolic: systolic, diastolic: diastolic), level: level))
        timeline.append(
            TimelineEntry(
                sequence: sequence, at: time, kind: .reading,
                text: "BP \(systolic)/\(diastolic)  HR \(heart)  SpO2 \(saturation) air  RR \(breaths)",
                level: level, author: "KB"))
    }

    /// Adds a line to the timeline.
    mutating func add(_ minute: Double, _ kind: TimelineEntry.Kind, _ text: String, level: Level = .normal) {
        timeline.append(
            TimelineEntry(
                sequence: timeline.count + 1, at: Pictures.at(minute), kind: kind, text: text, level: level,
                author: "KB"))
    }

    /// Plans checkpoints at minutes after T0; those with a state get it, the others are planned.
    mutating func plan(_ minutes: [Int], states: [Int: CheckpointState] = [:]) {
        guard let start else { return }
        checkpoints = minutes.map { minute in
            let due = start + .minutes(minute)
            return CheckpointPicture(
                name: "T0+\(minute)", due: due, opens: due - .minutes(2), closes: due + .minutes(3),
                missedAt: due + .minutes(8), state: states[minute] ?? .planned,
                isMandatory: minute % 40 == 0, hasEffects: minute % 20 == 0, missing: [])
        }
    }

    /// Freezes a baseline of 124/78 over the readings so far.
    mutating func takeBaseline() {
        guard let measured = timeline.last?.at else { return }
        let means: [(Vital, [Int])] = [(.systolic, [126, 122]), (.diastolic, [80, 76]), (.heartRate, [72])]
        baseline = Baseline(
            readings: [1, 2], measured: measured,
            means: Dictionary(means.compactMap { key, values in ExactMean(values).map { (key, $0) } }) { $1 },
            isComplete: true, isUnstable: false)
    }
}
