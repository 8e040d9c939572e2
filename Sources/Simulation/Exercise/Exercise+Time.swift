import SessionCore

/// Something of the script that waits for a time.
struct ScriptDue: Hashable, Sendable {
    /// Name of the event or influence.
    var name: String
    /// Whether it is an event; otherwise it is an influence.
    var isEvent: Bool
    /// Second of the session at which it is due.
    var second: Int
}

extension Exercise {
    /// The patient's physiology is looked at so often, seconds, for events that wait for it; on a fixed grid, so that it
    /// does not matter in which steps time is moved on.
    private static let watchSeconds = 5

    /// Moves time on, stopping wherever something happens.
    mutating func run(to time: SessionTime) {
        while let next = nextSecond(upTo: Int(clamping: time.wholeSeconds)) {
            now = max(now, SessionTime(seconds: Int64(next)))
            patient.advance(to: next)
            happenings.timePassed(to: now)
            settle(at: next)
        }
        now = max(now, time)
        patient.advance(to: second)
        happenings.timePassed(to: now)
    }

    private func nextSecond(upTo last: Int) -> Int? {
        var next = tasks.map(\.ready).min()
        for due in dues { next = min(next ?? .max, max(due.second, second)) }
        if watchesPatient {
            let step = Exercise.watchSeconds
            next = min(next ?? .max, (second / step + 1) * step)
        }
        return next.flatMap { $0 <= last ? $0 : nil }
    }

    private mutating func settle(at second: Int) {
        for task in tasks where task.ready <= second { finish(task) }
        tasks.removeAll { $0.ready <= second }
        for due in dues where due.second <= second {
            if due.isEvent { happen(event: due.name) } else { begin(influence: due.name) }
        }
        if watchesPatient, second % Exercise.watchSeconds == 0 { watchPatient() }
        refresh()
    }

    /// Finds out what the script waits for now.
    mutating func refresh() {
        script.noteReliefs(in: happenings)
        dues = []
        watchesPatient = false
        let events = scenario.events.filter { !script.settled.contains($0.name) }.map {
            ($0.name, true, $0.when)
        }
        for (name, isEvent, when) in events + script.waiting.map({ ($0.name, false, $0.when) }) {
            if when.physiology != nil { watchesPatient = true }
            guard let due = when.due(in: happenings) else { continue }
            let second = Int(clamping: (due.at + Span(milliseconds: 999)).wholeSeconds)
            dues.append(ScriptDue(name: name, isEvent: isEvent, second: second))
        }
    }

    private mutating func watchPatient() {
        let state = truth
        func isReached(_ trigger: Trigger) -> Bool {
            guard let bound = trigger.physiology, let value = state[bound.vital] else { return false }
            return bound.contains(Int(value.rounded()))
        }
        for event in scenario.events
        where !script.settled.contains(event.name) && isReached(event.when) { happen(event: event.name) }
        for influence in script.waiting where isReached(influence.when) { begin(influence: influence.name) }
    }

    /// An event happens, unless the trainee was faster.
    mutating func happen(event name: String) {
        guard let event = scenario.events.first(where: { $0.name == name }),
            script.settled.insert(name).inserted
        else { return }
        let isPrevented = happenings.all.contains { $0.at >= tookOver && (event.unless ?? []).match($0) }
        guard !isPrevented else { return }
        happenings.add(.moment(name), at: now)
        log.room.moments.append(PassedMoment(at: now, name: name))
        if let speaker = event.speaker, let text = event.says { say(speaker, text) }
        if let mishap = event.pump { befall(mishap) }
    }

    /// An influence on the patient begins; one that has begun goes on.
    mutating func begin(influence name: String) {
        guard let index = script.waiting.firstIndex(where: { $0.name == name }) else { return }
        script.running.append(.init(script.waiting.remove(at: index), began: second))
    }

    /// What becomes of the pump reaches the patient and the light on its front.
    mutating func befall(_ mishap: PumpMishap) {
        patient.happened(mishap == .occluded ? .lineOccluded : .lineCleared)
        monitor.pumpLight = mishap == .occluded
    }
}
