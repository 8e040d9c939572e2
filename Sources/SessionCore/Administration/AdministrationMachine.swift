/// What is given to the patient, from the first drop to the last.
///
///     notStarted ──started──▶ infusing ──paused──▶ paused
///         │                      ▲  │                │ │
///         │                      └──┼───resumed──────┘ │
///         │                         └──ended──▶ infused ◀── ended
///         └──started──▶ dosing ──planned dose reached, or ended──▶ dosed
///                        ▲ device, spray                          │ further dose
///                        └── an injection is dosed at once        └─▶ dosed, Te moves
///
/// Events come in the order in which they happened. What happened is always taken, with the rule it went against; only
/// what contradicts itself is refused.
public struct Administration: Hashable, Sendable {
    private enum State: Hashable, Sendable {
        /// Nothing was given.
        case notStarted
        /// The pump runs.
        case infusing(InfusionCourse)
        /// The pump stands still and may run again.
        case paused(InfusionCourse)
        /// The pump has stopped for good.
        case infused(InfusionCourse, end: SessionTime, plannedEnd: SessionTime?)
        /// Devices or sprays follow each other.
        case dosing(DoseCourse)
        /// The planned dose is in, or was ended; further doses are possible and move Te.
        case dosed(DoseCourse)
    }

    private var state: State = .notStarted
    private var pumpFigure: PumpFigure?
    /// What the administration is measured against.
    public let plan: AdministrationPlan

    /// Nothing given yet, under a plan.
    public init(plan: AdministrationPlan) { self.plan = plan }

    /// T0: the pump started, the first injection is in, or the first spray of the first device was given.
    public mutating func started(_ start: AdministrationStarted, at time: SessionTime)
        -> [AdministrationAction]
    {
        guard case .notStarted = state else {
            return .refused("Administration has started already: correct its time instead.")
        }
        guard plan.route == .infusion else { return firstDosed(start, at: time) }
        if let refusal = start.rate?.refusal { return [.refused(refusal)] }
        let rate = start.rate?.amountPerMinute
        state = .infusing(
            InfusionCourse(
                from: time, perMinute: rate ?? plan.plannedRate ?? 0, isRateAssumed: rate == nil))
        return [.began(time)]
    }

    /// The pump runs at another rate, or will when it is resumed.
    public mutating func rateChanged(_ change: RateChanged, at time: SessionTime) -> [AdministrationAction] {
        guard let perMinute = change.rate.amountPerMinute else {
            return change.rate.refusal.map { [.refused($0)] } ?? []
        }
        switch state {
        case .infusing(var course):
            if let refusal = tooEarly(time, course) { return refusal }
            course.rateChanged(to: perMinute, at: time)
            state = .infusing(course)
            return []
        case .paused(var course):
            if let refusal = tooEarly(time, course) { return refusal }
            course.rateChanged(to: perMinute, at: time)
            state = .paused(course)
            return []
        case .notStarted, .infused, .dosing, .dosed:
            return .refused("A rate is changed while an infusion runs or is paused.")
        }
    }

    /// The pump was paused.
    public mutating func paused(at time: SessionTime) -> [AdministrationAction] {
        switch state {
        case .infusing(var course):
            if let refusal = tooEarly(time, course) { return refusal }
            course.paused(at: time)
            state = .paused(course)
            return [.paused(time)]
        case .paused: return .refused("The infusion is paused already.")
        case .infused: return .refused("The infusion has ended: there is nothing to pause.")
        case .notStarted: return .refused("Nothing is being given: there is nothing to pause.")
        case .dosing, .dosed: return .refused("An infusion alone can be paused, not an injection or a spray.")
        }
    }

    /// The pump runs again. `pressureLevel` is that of the last pressure; `standingCause` says in words what made the
    /// pause and is not over, `nil` when nothing stands.
    public mutating func resumed(
        _ resume: InfusionResumed, at time: SessionTime, pressureLevel: Level, standingCause: String? = nil
    ) -> [AdministrationAction] {
        switch state {
        case .paused(var course):
            if let refusal = tooEarly(time, course) { return refusal }
            if let refusal = resume.rate?.refusal { return [.refused(refusal)] }
            var sentences = tooLong(course, at: time).map { [$0] } ?? []
            if pressureLevel != .normal, pressureLevel != .watch {
                let pressure = pressureLevel.number.map { "a pressure of level \($0)" } ?? "no known pressure"
                sentences.append("resumed with \(pressure); the protocol resumes at level 1 or below")
            }
            if let standingCause { sentences.append("resumed while its cause stands: \(standingCause)") }
            if let rate = resume.rate?.amountPerMinute { course.rateChanged(to: rate, at: time) }
            course.resumed(at: time)
            state = .infusing(course)
            let reason = resume.deviation.flatMap { $0.isBlank ? nil : " (\($0))" } ?? ""
            return [.resumed(time)] + sentences.map { .deviation($0 + reason) }
        case .notStarted, .infusing, .infused, .dosing, .dosed:
            return .refused("Nothing is paused: there is nothing to resume.")
        }
    }

    /// The pump has finished or was stopped for good; or no further device or spray will be given.
    public mutating func ended(_ end: InfusionEnded, at time: SessionTime) -> [AdministrationAction] {
        switch state {
        case .infusing(let course), .paused(let course):
            if let refusal = tooEarly(time, course) { return refusal }
            state = .infused(course, end: time, plannedEnd: course.plannedEnd(at: time, plan: plan))
            let sentences = [tooLong(course, at: time), shortfall(course, end, at: time)].compactMap { $0 }
            return [.ended(time)] + sentences.map { .deviation($0) }
        case .dosing(let course):
            guard time >= course.last.at else { return .refused("The end lies before the last dose.") }
            state = .dosed(course)
            return [.ended(course.last.at)]
        case .notStarted: return .refused("Nothing was started: there is nothing to end.")
        case .infused: return .refused("The infusion has ended already: correct its time instead.")
        case .dosed: return .refused("All doses are given already: there is nothing to end.")
        }
    }

    /// A further device, spray or injection, or a dose by hand during an infusion.
    public mutating func doseGiven(_ dose: DoseGiven, at time: SessionTime) -> [AdministrationAction] {
        if let refusal = DoseCheck.refusal(of: dose.milligrams, "A dose") { return [.refused(refusal)] }
        let given = GivenDose(milligrams: dose.milligrams, at: time, isSupplemental: plan.route == .injection)
        switch state {
        case .notStarted:
            return .refused("Nothing was started: the first dose is filed as the start of administration.")
        case .infusing(var course), .paused(var course):
            if let refusal = tooEarly(time, course) { return refusal }
            course.pushed(given)
            if course.pausedSince == nil { state = .infusing(course) } else { state = .paused(course) }
            return [.dosed(given), .deviation("\(fixed(dose.milligrams, 1)) mg by hand during an infusion")]
        case .infused(var course, let end, let plannedEnd):
            guard time >= end else { return .refused("This lies before the end of the infusion.") }
            course.pushed(given)
            state = .infused(course, end: end, plannedEnd: plannedEnd)
            return [.dosed(given), .deviation("\(fixed(dose.milligrams, 1)) mg by hand after the infusion")]
        case .dosing(var course), .dosed(var course):
            guard time >= course.last.at else { return .refused("The dose lies before the one before it.") }
            let wasOver = isOver
            let sentences = course.given(given, by: dose, plan: plan, isAfterEnd: wasOver)
            let isOver = wasOver || course.isPlanReached(plan)
            state = isOver ? .dosed(course) : .dosing(course)
            return [.dosed(given)] + (isOver ? [.ended(time)] : []) + sentences.map { .deviation($0) }
        }
    }

    /// The pump's own figure was read off.
    public mutating func pumpFigureNoted(_ figure: PumpFigureNoted, at time: SessionTime)
        -> [AdministrationAction]
    {
        guard (0...DoseCheck.most).contains(figure.milligrams) else {
            return .refused("A pump's figure is a number of mg, from 0 to \(fixed(DoseCheck.most, 0)).")
        }
        switch state {
        case .infusing, .paused, .infused:
            pumpFigure = PumpFigure(milligrams: figure.milligrams, at: time)
            return []
        case .notStarted, .dosing, .dosed:
            return .refused("A pump's figure is noted during or after an infusion.")
        }
    }
}

extension Administration {
    /// The first injection or spray.
    private mutating func firstDosed(_ start: AdministrationStarted, at time: SessionTime)
        -> [AdministrationAction]
    {
        let milligrams = start.milligrams ?? DoseCourse.firstDose(of: plan)
        if let refusal = DoseCheck.refusal(of: milligrams, "A dose") { return [.refused(refusal)] }
        let course = DoseCourse(first: GivenDose(milligrams: milligrams, at: time))
        let isOver = plan.route == .injection || course.isPlanReached(plan)
        state = isOver ? .dosed(course) : .dosing(course)
        let overfull =
            DoseCourse.overfull(milligrams, plan).map { [AdministrationAction.deviation($0)] } ?? []
        return [.began(time)] + (isOver ? [.ended(time)] : []) + overfull
    }

    private var isOver: Bool { stage == .ended }

    private func tooEarly(_ time: SessionTime, _ course: InfusionCourse) -> [AdministrationAction]? {
        guard time < course.lastChange else { return nil }
        return .refused(
            time < course.start
                ? "This lies before the start of the infusion." : "This lies before the pump's last change.")
    }

    private func tooLong(_ course: InfusionCourse, at time: SessionTime) -> String? {
        let length = course.pauseLength(at: time)
        guard length > .minutes(plan.pauseMinutes) else { return nil }
        return "paused for \(length.minutesAndSeconds); the protocol allows \(plan.pauseMinutes) min"
    }

    private func shortfall(_ course: InfusionCourse, _ end: InfusionEnded, at time: SessionTime) -> String? {
        let delivered = course.delivered(at: time)
        let isPlanned = abs(delivered - plan.milligrams) <= plan.milligrams / 10
        guard end.stoppedEarly?.isBlank ?? true, !isPlanned else { return nil }
        let given = "\(fixed(delivered, 1)) of \(fixed(plan.milligrams, 1)) mg"
        return delivered > plan.milligrams
            ? "ran on beyond the planned dose: \(given)" : "ended after \(given) without a reason"
    }

    /// How far administration has come.
    public var stage: AdministrationPicture.Stage {
        switch state {
        case .notStarted: .notStarted
        case .infusing, .dosing: .running
        case .paused: .paused
        case .infused, .dosed: .ended
        }
    }

    var infusion: InfusionCourse? {
        switch state {
        case .infusing(let course), .paused(let course), .infused(let course, _, _): course
        case .notStarted, .dosing, .dosed: nil
        }
    }

    var dosing: DoseCourse? {
        switch state {
        case .dosing(let course), .dosed(let course): course
        case .notStarted, .infusing, .paused, .infused: nil
        }
    }

    /// Te; `nil` while something is still to come.
    public var end: SessionTime? {
        switch state {
        case .infused(_, let end, _): end
        case .dosed(let course): course.last.at
        case .notStarted, .infusing, .paused, .dosing: nil
        }
    }

    /// When administration was or is expected to end; known after the end too, for judging it.
    public func plannedEnd(at now: SessionTime) -> SessionTime? {
        switch state {
        case .infusing(let course), .paused(let course): course.plannedEnd(at: now, plan: plan)
        case .infused(_, _, let plannedEnd): plannedEnd
        case .notStarted, .dosing, .dosed: nil
        }
    }

    var notedFigure: PumpFigure? { pumpFigure }
}
