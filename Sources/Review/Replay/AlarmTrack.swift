import SessionCore

/// The worst open alarm of a session over time, as a list of steps.
public struct AlarmTrack: Hashable, Sendable {
    /// From this instant on, until the next step.
    public struct Step: Hashable, Sendable {
        /// The instant.
        public var time: SessionTime
        /// The highest priority of the alarms that were open; `nil` when none was.
        public var worst: Priority?
    }

    /// The steps in order; before the first one no alarm was open.
    public private(set) var steps: [Step] = []
    private var open: [AlarmKey: Priority] = [:]

    /// A track on which nothing has happened yet.
    public init() {}

    /// Takes a conclusion of the rules that became known at `time`, which is not earlier than the one before.
    mutating func take(_ transition: Transition, at time: SessionTime) {
        switch transition.event {
        case .alarm(let change):
            open[change.key] = change.what == .cleared ? nil : change.priority
        case .phase(_, let phase) where phase.isOver:
            // Nobody is watched any more.
            open = [:]
        default:
            return
        }
        note(at: time)
    }

    /// Forgets what was open and takes what stands instead, because a late entry or a correction changed the past.
    mutating func replace(with transitions: some Sequence<Transition>, at time: SessionTime) {
        var other = AlarmTrack()
        for transition in transitions { other.take(transition, at: transition.at) }
        open = other.open
        note(at: time)
    }

    private mutating func note(at time: SessionTime) {
        let worst = open.values.max()
        if let last = steps.last, last.time == time {
            steps[steps.count - 1].worst = worst
        } else if steps.last?.worst != worst {
            steps.append(Step(time: time, worst: worst))
        }
    }

    /// The highest priority that was open at any time from `start` up to, but without, `end`; `nil` when none was.
    public func worst(from start: SessionTime, to end: SessionTime) -> Priority? {
        let first = steps.firstPlace { $0.time > start }
        let within = steps[first...].prefix { $0.time < end }
        return ([first > 0 ? steps[first - 1].worst : nil] + within.map(\.worst)).compactMap(\.self).max()
    }
}
