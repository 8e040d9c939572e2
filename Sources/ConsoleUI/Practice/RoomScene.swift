import Canvas
import SessionCore
import Simulation

/// What stands of the simulated room beside the live screen: the clocks, the monitor, what is under way and what was
/// heard. Of the physiology behind it nothing.
public struct RoomScene: Sendable {
    /// The simulation's clock and the wall's; the session's own stands in the header as always.
    var clocks: [Field]
    /// What the monitor shows, each number with its age.
    var monitor: [Field]
    /// What was asked or counted, each number with its age.
    var asked: [Field]
    /// What is under way.
    var underWay: [Field]
    /// The help that is due, when it was asked for.
    var hint: String?
    /// What was heard and seen, in order.
    var heard: [Segment]
}

extension PracticeRun {
    /// How long something heard stands out.
    private static let newFor = Span.seconds(60)

    /// What is drawn of the room. `wall` is the machine's clock in words.
    func scene(wall: String) -> RoomScene {
        RoomScene(
            clocks: clockFields(wall: wall), monitor: monitorFields, asked: askedFields,
            underWay: underWayFields, hint: showsHint ? exercise.hint ?? "no help is due now" : nil,
            heard: heard)
    }

    /// Everything that was heard and seen, in order, what is new the brightest.
    var heard: [Segment] {
        let newest = exercise.says.count - 1
        return exercise.says.enumerated().map { index, said in
            let isNew = index == newest && exercise.now - said.at < PracticeRun.newFor
            let words = "\(clockOf(said.at)) \(said.speaker.rawValue): \(said.text)"
            return Segment(words, isNew ? .strong : .dim)
        }
    }

    private func clockOf(_ time: SessionTime) -> String {
        let moment = moment(at: time)
        return clockWords(moment.wall, utcOffsetMinutes: moment.utcOffsetMinutes)
    }

    private func clockFields(wall: String) -> [Field] {
        let runs = clock.isStopped ? "STOPPED" : "runs"
        let left = max(0, (exercise.endsAt - clock.now).wholeSeconds)
        let parent = exercise.log.parent.map { parent in
            [
                Field("goes on from \(planned(parent.from))", .notice, rank: 3),
                Field("of \(parent.session)", .dim, rank: 6, gap: 1),
            ]
        }
        return [
            Field("SIMULATION \(clock.speed)x \(runs)", clock.isStopped ? .notice : .title, rank: 0),
            Field("ends in \((left + 59) / 60) min", .dim, rank: 2),
            Field("wall \(wall)", .dim, rank: 1),
        ] + (parent ?? [])
    }

    private var monitorFields: [Field] {
        let monitor = exercise.monitor
        var fields: [Field] = []
        switch monitor.cuff {
        case .measuring(let since): fields.append(Field("cuff inflating \(age(since))", .notice, rank: 0))
        case .failed(let at): fields.append(Field("cuff GAVE UP \(age(at))", .warning, rank: 0))
        case .idle:
            let words = monitor.pressure.map {
                "\($0.pressure.systolic)/\($0.pressure.diastolic) \(age($0.at))"
            }
            fields.append(Field("cuff \(words ?? "--/--")", .strong, rank: 0))
        }
        fields.append(field("pulse", .heartRate, rank: 2))
        if let lost = monitor.signalLost {
            fields.append(Field("SpO2 NO SIGNAL \(age(lost))", .warning, rank: 1))
        } else {
            fields.append(field("SpO2", .oxygenSaturation, rank: 1))
        }
        fields.append(field("breaths", .respiratoryRate, rank: 3))
        if monitor.pumpLight { fields.append(Field("pump: RED LIGHT", .warning, rank: 0)) }
        return fields
    }

    private var askedFields: [Field] {
        [
            field("alertness", .alertness, rank: 0), field("agitation", .agitation, rank: 3),
            field("orientation", .orientation, rank: 4), field("intensity", .intensity, rank: 1),
            field("distress", .distress, rank: 2), field("nausea", .nausea, rank: 5),
        ]
    }

    private func field(_ title: String, _ vital: Vital, rank: Int) -> Field {
        guard let shown = exercise.monitor.values[vital] else {
            return Field("\(title) --", .dim, rank: rank)
        }
        return Field("\(title) \(shown.value) \(age(shown.at))", .text, rank: rank)
    }

    private var underWayFields: [Field] {
        let open = exercise.monitor.underWay.filter { $0.key != .measurePressure }.sorted {
            ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue)
        }
        guard !open.isEmpty else { return [Field("nothing under way", .dim, rank: 1)] }
        return [Field("under way:", .dim, rank: 9)]
            + open.enumerated().map { index, task in
                Field("\(task.key.label) \(age(task.value))", .notice, rank: index)
            }
    }

    private func age(_ time: SessionTime) -> String { TimeText.age(exercise.now - time) }
}
