import SessionCore

extension Exercise {
    /// An instructor sent what was staged: all of it happens now. Messages of an inbox come in its order; one that was
    /// taken already changes nothing.
    public mutating func injected(_ message: InstructorMessage) {
        guard !isOver, message.number.map({ $0 > log.lastTaken }) ?? true else { return }
        log.steps.append(.init(at: now, step: .instructor(message)))
        for change in message.changes { make(change) }
        refresh()
    }

    private mutating func make(_ change: InstructorChange) {
        switch change {
        case .move(let vital, let amount, let seconds):
            guard amount.isFinite else { return }
            var begin = InfluencePoint(minute: 0)
            begin[vital] = 0
            var full = InfluencePoint(minute: Double(min(max(1, seconds), 86_400)) / 60)
            full[vital] = clamped(amount, -150, 150)
            let influence = ScriptedInfluence(
                name: "instructor", reason: "sent by the instructor", when: Trigger(.takenOver(0)),
                curve: [begin, full])
            script.running.append(.init(influence, began: second))
        case .say(let speaker, let text): say(speaker, text)
        case .event(let name): happen(event: name)
        case .influence(let name): begin(influence: name)
        case .pump(let mishap): befall(mishap)
        }
    }
}
