import SessionCore

extension Exercise {
    /// The exercise that a log and the facts of its session tell, as it stood at `until`, or where the log ends:
    /// everything that came from outside by then is played again. This is how a trainee practises again from a moment,
    /// and how a kept exercise is taken up after a restart.
    public static func replayed(
        _ scenario: Scenario, careProtocol: CareProtocol, facts: some Collection<Fact>, log: ExerciseLog,
        until: SessionTime? = nil
    ) -> Exercise {
        var exercise = Exercise(scenario, careProtocol: careProtocol, seed: log.seed, year: log.year)
        func isThere(_ time: SessionTime) -> Bool { until.map { time <= $0 } ?? true }
        let bodies = Dictionary(facts.map { ($0.sequence, $0) }) { first, _ in first }
        let steps = log.steps.filter { isThere($0.at) }
        for timed in steps {
            exercise.advance(to: timed.at)
            switch timed.step {
            case .fact(let sequence): if let fact = bodies[sequence] { exercise.observe(fact) }
            case .deed(let deed): try? exercise.act(deed)
            case .instructor(let message): exercise.injected(message)
            case .reached: break
            case .ended: exercise.end()
            }
        }
        // As it was kept, so that what comes now continues its numbering.
        exercise.log.steps = steps
        exercise.log.parent = log.parent
        // A console may have died between a fact and its step.
        for fact in facts where fact.elapsed.map(isThere) ?? false { exercise.observe(fact) }
        if let until { exercise.advance(to: until) }
        if exercise.isOver, exercise.log.steps.last?.step != .ended {
            exercise.log.steps.append(.init(at: exercise.now, step: .ended))
        }
        return exercise
    }
}
