import SessionCore

extension Exercise {
    /// An instructor sent what was staged: all of it happens now.
    public mutating func injected(_ message: InstructorMessage) {
        guard !isOver else { return }
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
        case .pump(let mishap): befall(mishap)
        }
    }

    /// The same exercise as it stood at `until`: everything that came from outside by then is played again. This is how a
    /// trainee practises again from a moment, and how a kept exercise is opened after a restart.
    public static func replayed(
        _ scenario: Scenario, careProtocol: CareProtocol, year: Int, facts: [Fact], log: ExerciseLog,
        until: SessionTime
    ) -> Exercise {
        var exercise = Exercise(scenario, careProtocol: careProtocol, seed: log.seed, year: year)
        let bodies = Dictionary(facts.map { ($0.sequence, $0) }) { first, _ in first }
        for step in log.steps where step.at <= until {
            exercise.advance(to: step.at)
            switch step.step {
            case .fact(let sequence): if let fact = bodies[sequence] { exercise.observe(fact) }
            case .deed(let deed): try? exercise.act(deed)
            case .instructor(let message): exercise.injected(message)
            }
        }
        exercise.advance(to: until)
        exercise.log.parent = log.parent
        return exercise
    }
}
