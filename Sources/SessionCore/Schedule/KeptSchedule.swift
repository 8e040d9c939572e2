/// A schedule that is kept from fact to fact: the plan is laid anew only when something that it rests on has changed, and
/// each reading is placed once. At every instant it is what a schedule made from the beginning would be.
struct KeptSchedule: Sendable {
    private var basis: Basis?
    private var laidAt = SessionTime.zero
    private var holdsBefore: SessionTime?
    private var filling = Filling(stretches: [])
    /// How many of the readings have been placed.
    private var placed = 0
    /// The checkpoints by name, with whether each is mandatory, in order.
    private(set) var plan: [Planned] = []

    /// A checkpoint of the plan.
    struct Planned: Hashable, Sendable {
        var name: String
        var isMandatory: Bool
    }

    /// What the plan rests on beside protocol and clock.
    private struct Basis: Equatable {
        var profile: ObservationProfile
        var earlierProfiles: [EarlierProfile]
        var start: SessionTime
        var plannedEnd: SessionTime?
        var end: SessionTime?
        var supplements: [SessionTime]
        var free: [KeptDischarge.Free]
        var until: SessionTime?
        var rejudgements: Int
    }

    /// Brings the schedule to `now`. The question's readings are those since T0 in order, the ones of the last update
    /// first; none of them lies after `now`.
    mutating func update(_ question: ScheduleQuestion, at now: SessionTime) {
        guard let start = question.start else {
            self = KeptSchedule()
            return
        }
        let present = Basis(
            profile: question.profile, earlierProfiles: question.earlierProfiles, start: start,
            plannedEnd: question.plannedEnd, end: question.end,
            supplements: question.supplements, free: question.free, until: question.until,
            rejudgements: question.rejudgements)
        if present != basis || now < laidAt || holdsBefore.map({ now >= $0 }) ?? false {
            lay(question, start: start, at: now)
            basis = present
        }
        for reading in question.readings[placed...] { filling.place(reading) }
        placed = question.readings.count
        filling.end(with: question.couldNotDo.filter { $0.at <= now })
    }

    private mutating func lay(_ question: ScheduleQuestion, start: SessionTime, at now: SessionTime) {
        let table = TimeTable(question: question, start: start, now: now)
        var times = table.times
        let tableCount = times.count
        let following = times.last.map { table.continued(after: $0, count: tableCount) } ?? []
        times += following.filter { time in
            (question.until.map { time.due <= $0 } ?? true) && !question.free.contains { $0.covers(time.due) }
        }
        var stretches = Stretch.all(of: times, start: start, windows: question.rules.windows)
        if question.until == nil, stretches.count > tableCount { stretches.removeLast() }
        plan = stretches.map { Planned(name: $0.time.name, isMandatory: $0.time.mandatory) }
        filling = Filling(stretches: stretches)
        placed = 0
        laidAt = now
        holdsBefore = table.holdsBefore(following: following)
    }

    /// How each checkpoint of ``plan`` stands at `now`.
    func states(at now: SessionTime) -> [CheckpointState] { filling.states(at: now) }

    /// Each checkpoint as a screen shows it.
    func pictures(at now: SessionTime) -> [CheckpointPicture] { filling.pictures(at: now) }

    /// The first instant after `now` at which a checkpoint changes its state, or comes onto the plan, by time alone.
    func nextDeadline(after now: SessionTime) -> SessionTime? {
        [filling.nextDeadline(after: now), holdsBefore].compactMap(\.self).filter { $0 > now }.min()
    }
}
