import SessionCore

// What a supervisor may look at. No trainee's screen shows any of it.

/// How far an event of a scenario has come.
public enum EventStanding: Hashable, Sendable {
    /// It happened at that time.
    case happened(SessionTime)
    /// It was its turn, and what the trainee had done by then prevented it.
    case prevented
    /// It happens at that time, unless something prevents it.
    case due(SessionTime)
    /// It waits for something that has not happened.
    case waiting
}

extension Exercise {
    /// What of the drug is where now.
    public var levels: DrugLevels { patient.levels(at: second) }

    /// How far an event of the scenario has come.
    public func standing(of event: ScenarioEvent) -> EventStanding {
        if let moment = log.room.moments.first(where: { $0.name == event.name }) {
            return .happened(moment.at)
        }
        if script.settled.contains(event.name) { return .prevented }
        guard let due = dues.first(where: { $0.isEvent && $0.name == event.name }) else { return .waiting }
        return .due(SessionTime(seconds: Int64(due.second)))
    }

    /// How far an influence of the scenario has come: it has begun, is due, or waits.
    public func standing(of influence: ScriptedInfluence) -> EventStanding {
        if let running = script.running.first(where: { $0.influence.name == influence.name }) {
            return .happened(SessionTime(seconds: Int64(running.began)))
        }
        let due = dues.first { !$0.isEvent && $0.name == influence.name }
        return due.map { .due(SessionTime(seconds: Int64($0.second))) } ?? .waiting
    }

    /// What the script and the instructor add to a vital now, in its unit; 0 when nothing.
    public func added(to vital: Vital) -> Double {
        script.running.reduce(0) { $0 + $1.addition(to: vital, at: second) }
    }
}
