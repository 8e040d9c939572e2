@testable import SessionCore

/// A session with T0 at minute 0, drawn as its plan.
struct ScheduleCase {
    var careProtocol = TestProtocols.infusion
    var profile = ObservationProfile.standard
    var minutes: Int?
    var start = minute(0)
    /// What happened after T0.
    var events: (inout Administration) -> Void = { _ in }
    var baseline: Baseline?
    var readings: [TimedReading] = []
    var couldNotDo: [CouldNotDo] = []
    var until: SessionTime?

    func schedule(at now: SessionTime) -> Schedule { Schedule(question(at: now), at: now) }

    /// The same plan, brought to one instant after the other.
    func kept(at instants: [SessionTime]) -> KeptSchedule {
        var kept = KeptSchedule()
        for now in instants {
            var question = question(at: now)
            question.readings = Chunked(readings.filter { $0.at <= now && $0.at >= start })
            kept.update(question, at: now)
        }
        return kept
    }

    func question(at now: SessionTime) -> ScheduleQuestion {
        let milligrams = careProtocol.route == .infusion ? Double(minutes ?? 40) : 56
        var given = administration(careProtocol, milligrams: milligrams, minutes: minutes)
        _ = given.started(AdministrationStarted(), at: start)
        events(&given)
        return ScheduleQuestion(
            careProtocol: careProtocol, profile: profile, administration: given, at: now, baseline: baseline,
            readings: Chunked(readings), couldNotDo: couldNotDo, until: until)
    }

    /// The plan in one line: names in order with their marks, without the baseline.
    func line(at now: SessionTime) -> String {
        schedule(at: now).checkpoints.dropFirst().map { checkpoint in
            checkpoint.name + (checkpoint.isMandatory ? "★" : "") + (checkpoint.hasEffects ? "◆" : "")
        }.joined(separator: " ")
    }

    /// The due times in minutes on the session's time line.
    func dues(at now: SessionTime) -> [Double] {
        schedule(at: now).checkpoints.dropFirst().map { Double($0.due.milliseconds) / 60_000 }
    }

    func checkpoint(_ name: String, at now: SessionTime) -> CheckpointPicture? {
        schedule(at: now).checkpoints.first { $0.name == name }
    }
}

/// Te at a minute.
func ending(_ minutes: Int, _ seconds: Int = 0, early: String? = nil) -> (inout Administration) -> Void {
    { _ = $0.ended(InfusionEnded(stoppedEarly: early), at: minute(minutes, seconds)) }
}
