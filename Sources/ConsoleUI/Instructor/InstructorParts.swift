import Canvas
import SessionCore
import Simulation

extension Instructor {
    /// Minutes and seconds since T0 as it was or is planned.
    var elapsed: String { axis(exercise.now) }

    /// A point of the exercise's time line against T0.
    func axis(_ time: SessionTime) -> String {
        let zero = picture?.start ?? exercise.tookOver - .minutes(scenario.begins.minute)
        let span = time - zero
        let sign = span.milliseconds < 0 ? "-" : "+"
        return "T0" + sign
            + TimeText.counted(Span(milliseconds: Int64(clamping: span.milliseconds.magnitude)))
    }

    /// How the simulation runs, in words.
    var clockWords: String {
        guard watched.isTended else { return "NO TRAINEE'S CONSOLE RUNS" }
        guard let clock = watched.clock else { return "SIMULATION" }
        return "SIMULATION \(clock.speed)x \(clock.isStopped ? "STOPPED" : "runs")"
    }

    /// The patient as no instrument shows it.
    var truthPart: InstructorPart {
        let state = exercise.truth
        func number(_ value: Double, _ decimals: Int = 0) -> String { figures(value, decimals: decimals) }
        func run(_ name: String, _ value: String, _ vitals: Vital...) -> [Segment] {
            let sum = vitals.map { exercise.added(to: $0) }
            let isMoved = sum.contains { abs($0) >= 0.5 }
            let moved = sum.map { TimeText.signed(Int(min(max($0, -999), 999).rounded())) }
            return [Segment(name, .dim), Segment(value, .strong)]
                + (isMoved ? [Segment("(\(moved.joined(separator: "/")))", .notice)] : [])
        }
        let rows = [
            run("BP", "\(number(state.systolic))/\(number(state.diastolic))", .systolic, .diastolic)
                + run("mean", number(state.meanPressure)) + run("HR", number(state.heartRate), .heartRate),
            run("SpO2", number(state.oxygenSaturation) + " " + state.gas.rawValue, .oxygenSaturation)
                + run("breathing", number(state.respiratoryRate), .respiratoryRate),
            run("intensity", number(state.intensity, 1), .intensity)
                + run("distress", number(state.distress, 1), .distress)
                + run("nausea", number(state.nausea, 1), .nausea),
            run("alertness", number(state.alertness), .alertness)
                + run("agitation", number(state.agitation), .agitation)
                + run("oriented", number(state.orientation), .orientation),
            drugRow,
        ]
        return InstructorPart(title: "The patient in truth", lines: rows)
    }

    private var drugRow: [Segment] {
        let levels = exercise.levels
        func run(_ name: String, _ value: Double, _ unit: String) -> [Segment] {
            [Segment(name, .dim), Segment("\(figures(value, decimals: 1)) \(unit)", .strong)]
        }
        return run("given", levels.given, "mg") + run("plasma", levels.plasma, "ng/mL")
            + run("effect site", levels.effectSite, "ng/mL")
    }

    /// What the trainee has of the patient: the record, and the monitor in the room.
    var traineePart: InstructorPart {
        guard let picture else {
            return InstructorPart(
                title: "The trainee", lines: [[Segment("the record cannot be shown", .warning)]])
        }
        var lines = [[Segment(picture.phase.title, .text)] + record(picture)]
        lines += picture.alarms.prefix(3).map { alarm in
            let state = alarm.acknowledgedBy.map { "acknowledged \($0)" } ?? "NOT ACKNOWLEDGED"
            return [
                Segment("\(alarm.priority.tag) \(alarm.sentence)", alarm.priority.lineRole),
                Segment(state, .dim),
            ]
        }
        if picture.alarms.isEmpty { lines.append([Segment("no open alarm", .dim)]) }
        let due = picture.due.prefix(2).map { "\($0.title) \(TimeText.due($0.at, at: picture.now))" }
        lines.append([Segment(due.isEmpty ? "nothing due" : "due: " + due.joined(separator: ", "), .text)])
        lines.append(monitor)
        return InstructorPart(title: "What the trainee has", lines: lines)
    }

    private func record(_ picture: Picture) -> [Segment] {
        var runs: [Segment] = []
        func add(_ name: String, _ words: String, _ value: LatestValue) {
            runs.append(Segment("\(name) \(words)", value.level > .unknown ? value.level.role : .text))
            runs.append(Segment(TimeText.age(picture.now - value.at), .dim))
        }
        if let systolic = picture.latest[.systolic], let diastolic = picture.latest[.diastolic] {
            add("BP", "\(systolic.value)/\(diastolic.value)", systolic)
        }
        for vital in [
            Vital.heartRate, .oxygenSaturation, .respiratoryRate, .alertness, .intensity, .distress,
        ] {
            if let value = picture.latest[vital] { add(vital.shortTitle, vital.figures(value.value), value) }
        }
        return runs.isEmpty ? [Segment("nothing measured yet", .dim)] : runs
    }

    private var monitor: [Segment] {
        let monitor = exercise.monitor
        let cuff =
            switch monitor.cuff {
            case .measuring: "cuff inflating"
            case .failed: "cuff GAVE UP"
            case .idle:
                monitor.pressure.map { "cuff \($0.pressure.systolic)/\($0.pressure.diastolic)" }
                    ?? "cuff --/--"
            }
        var runs = [Segment("monitor:", .dim), Segment(cuff, .text)]
        if monitor.signalLost != nil {
            runs.append(Segment("SpO2 NO SIGNAL", .warning))
        } else if let shown = monitor.values[.oxygenSaturation] {
            runs.append(Segment("SpO2 \(shown.value)", .text))
        }
        if monitor.pumpLight { runs.append(Segment("pump: RED LIGHT", .warning)) }
        return runs
    }

    /// What was said and seen in the room, the newest last.
    var heardPart: InstructorPart {
        let lines = exercise.says.map { said in
            [Segment(axis(said.at), .dim), Segment("\(said.speaker.rawValue):", .dim), Segment(said.text)]
        }
        let none = [[Segment("nothing yet", .dim)]]
        return InstructorPart(
            title: "Heard and seen in the room", lines: lines.isEmpty ? none : lines, showsEnd: true)
    }
}
