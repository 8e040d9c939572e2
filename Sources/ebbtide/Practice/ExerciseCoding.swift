import ConsoleUI
import Foundation
import Journal
import SessionCore
import Simulation

// How an exercise is written into the practice journal, and read from it.

extension KeptExercise {
    /// What an exercise began with, its scenario whole.
    init(_ attempt: KeptAttempt) throws {
        let scenario = attempt.plan.scenario
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.init(
            session: attempt.plan.session, began: attempt.began, scenario: scenario.name,
            version: scenario.version, text: String(decoding: try encoder.encode(scenario), as: UTF8.self),
            seed: attempt.plan.seed, year: attempt.log.year,
            parent: attempt.log.parent.map { Parent(session: $0.session, from: $0.from) })
    }

    /// The scenario as it was when the exercise was begun.
    func readScenario() throws -> Scenario {
        do {
            return try JSONDecoder().decode(Scenario.self, from: Data(text.utf8))
        } catch {
            throw Failure(
                "The exercise of session \(session) holds a scenario that this program cannot read.", .badData
            )
        }
    }

    /// The log of the exercise with these steps.
    func log(_ steps: [KeptStep]) throws -> ExerciseLog {
        ExerciseLog(
            scenario: scenario, version: version, seed: seed, year: year,
            parent: parent.map { ExerciseLog.Parent(session: $0.session, from: $0.from) },
            steps: try steps.map { try $0.timedStep(of: session) })
    }
}

extension KeptStep {
    /// A step under its number.
    init(_ timed: ExerciseLog.TimedStep, number: Int) throws {
        let (kind, text): (Kind, String)
        switch timed.step {
        case .fact(let sequence): (kind, text) = (.fact, String(sequence))
        case .deed(let deed): (kind, text) = (.deed, deed.rawValue)
        case .instructor(let message):
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            (kind, text) = (.instructor, String(decoding: try encoder.encode(message), as: UTF8.self))
        case .reached: (kind, text) = (.reached, "")
        case .ended: (kind, text) = (.ended, "")
        }
        self.init(number: number, at: timed.at, kind: kind, text: text)
    }

    /// The step that is kept here.
    func timedStep(of session: SessionID) throws -> ExerciseLog.TimedStep {
        guard let step else {
            throw Failure(
                "Step \(number) of the exercise of session \(session) cannot be read.", .badData)
        }
        return ExerciseLog.TimedStep(at: at, step: step)
    }

    private var step: ExerciseLog.Step? {
        switch kind {
        case .fact: Int(text).map(ExerciseLog.Step.fact)
        case .deed: RoomDeed(rawValue: text).map(ExerciseLog.Step.deed)
        case .instructor:
            (try? JSONDecoder().decode(InstructorMessage.self, from: Data(text.utf8)))
                .map(ExerciseLog.Step.instructor)
        case .reached: .reached
        case .ended: .ended
        }
    }
}

extension JournalStore {
    /// The exercise of a session as it is kept; `nil` for a session without one. A damaged record is an error.
    func attempt(of id: SessionID, resolve: (String) -> CareProtocol?) throws -> KeptAttempt? {
        guard let kept = try exercise(of: id) else { return nil }
        let loaded = try load(id)
        if let damage = loaded.damage {
            throw Failure("Session \(id) is damaged at fact \(damage.sequence): \(damage.sentence)", .badData)
        }
        switch Session.folded(loaded.facts, resolve: resolve) {
        case .failure(let refused): throw Failure("Session \(id): \(refused.refusal.sentence)", .badData)
        case .success(let session):
            let plan = PracticePlan(
                scenario: try kept.readScenario(), careProtocol: session.careProtocol, seed: kept.seed,
                session: id)
            return KeptAttempt(
                plan: plan, began: kept.began, log: try kept.log(try steps(of: id)), facts: loaded.facts,
                draft: try draft(of: id))
        }
    }
}

extension AttemptSummary {
    /// An attempt of the journal's list.
    init(_ summary: ExerciseSummary) {
        self.init(
            session: summary.exercise.session, began: summary.exercise.began,
            version: summary.exercise.version, seed: summary.exercise.seed, isOver: summary.isOver)
    }
}
