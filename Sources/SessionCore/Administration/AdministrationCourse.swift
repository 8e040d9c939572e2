/// One event of the administration on the session's time line, with what was known of the patient then.
public struct AdministrationEvent: Hashable, Sendable {
    /// Sequence of the fact.
    public var sequence: Int
    /// When it happened.
    public var at: SessionTime
    /// What happened; anything that is no event of the administration is passed over.
    public var body: FactBody
    /// The level of the last pressure before it.
    public var pressureLevel: Level
    /// What made a pause and is not over, in words.
    public var standingCause: String?

    /// Makes an event.
    public init(
        sequence: Int, at: SessionTime, body: FactBody, pressureLevel: Level = .unknown,
        standingCause: String? = nil
    ) {
        self.sequence = sequence
        self.at = at
        self.body = body
        self.pressureLevel = pressureLevel
        self.standingCause = standingCause
    }
}

extension Administration {
    /// The answer to one event.
    public mutating func happened(_ event: AdministrationEvent) -> [AdministrationAction] {
        switch event.body {
        case .administrationStarted(let start): return started(start, at: event.at)
        case .rateChanged(let change): return rateChanged(change, at: event.at)
        case .infusionPaused: return paused(at: event.at)
        case .infusionResumed(let resume):
            return resumed(
                resume, at: event.at, pressureLevel: event.pressureLevel, standingCause: event.standingCause)
        case .infusionEnded(let end): return ended(end, at: event.at)
        case .doseGiven(let dose): return doseGiven(dose, at: event.at)
        case .pumpFigureNoted(let figure): return pumpFigureNoted(figure, at: event.at)
        default: return []
        }
    }

    /// T0; `nil` before.
    public var start: SessionTime? { infusion?.start ?? dosing?.first.at }

    /// The last instant at which drug was given: Te of an infusion, or a dose by hand after it, else the last
    /// injection, device or spray; `nil` while more is to come.
    public var lastDose: SessionTime? {
        guard let end else { return nil }
        return max(end, infusion?.byHand.last?.at ?? end)
    }

    /// The supplemental injections, which restart the table.
    public var supplements: [SessionTime] { dosing?.further.filter(\.isSupplemental).map(\.at) ?? [] }

    /// mg delivered until `now`.
    public func delivered(at now: SessionTime) -> Double {
        infusion?.delivered(at: now, end: end) ?? dosing?.delivered(at: now) ?? 0
    }

    /// When a pause has lasted as long as the protocol allows; `nil` when nothing is paused.
    public var pauseLimit: SessionTime? {
        stage == .paused ? infusion?.pausedSince.map { $0 + .minutes(plan.pauseMinutes) } : nil
    }

    /// Until when the rest before the next device lasts; `nil` when none is to come.
    public var restUntil: SessionTime? { stage == .running ? dosing?.restEnds(plan) : nil }

    /// The first instant after `now` at which something about the administration changes by time alone.
    public func nextDeadline(after now: SessionTime) -> SessionTime? {
        let prompt = stage == .running ? plannedEnd(at: now) : nil
        return [restUntil, pauseLimit, prompt].compactMap { $0 }.filter { $0 > now }.min()
    }

    /// What a screen shows at `now`.
    public func picture(at now: SessionTime) -> AdministrationPicture {
        let isInfusing = infusion != nil && stage != .ended
        return AdministrationPicture(
            stage: stage, deliveredMilligrams: delivered(at: now), plannedMilligrams: plan.milligrams,
            milligramsPerMinute: isInfusing ? (stage == .paused ? 0 : infusion?.perMinute) : nil,
            isRateAssumed: infusion?.isRateAssumed ?? false,
            pumpFigure: notedFigure, plannedEnd: stage == .ended ? nil : plannedEnd(at: now),
            doses: dosing?.doses ?? infusion?.byHand ?? [],
            restUntil: restUntil.flatMap { $0 > now ? $0 : nil },
            pausedSince: stage == .paused ? infusion?.pausedSince : nil)
    }
}
