import ConsoleUI
import Foundation
import Journal
import SessionCore
import Simulation

// The exercises of the practice journal, as the console asks for them.

extension JournalClient {
    /// Asks for an exercise to be begun: its header and its first facts and steps in one transaction.
    func open(_ attempt: KeptAttempt, token: Int) -> Message? {
        let id = attempt.plan.session
        func refused(_ sentence: String) -> Message {
            .commitFailed(token: token, sentence: sentence, mayBeStored: false)
        }
        if let holder = claim(id) { return refused(holder) }
        guard let lock = locks[id] else { return nil }
        do {
            var batch = FactBatch(attempt.facts, under: lock, isOver: false)
            batch.exercise = try KeptExercise(attempt)
            batch.steps = try attempt.log.steps.enumerated().map { try KeptStep($1, number: $0 + 1) }
            tokens[writer.append(batch)] = token
            return nil
        } catch {
            return refused(Failure(error).sentence)
        }
    }

    /// Asks for steps of an exercise to be kept; the first has that number.
    func keep(
        _ steps: [ExerciseLog.TimedStep], from first: Int, of id: SessionID, token: Int
    ) -> Message? {
        guard let lock = locks[id] else {
            return .commitFailed(
                token: token, sentence: "the session \(id) is not this console's", mayBeStored: false)
        }
        do {
            let kept = try steps.enumerated().map { try KeptStep($1, number: first + $0) }
            tokens[writer.append(StepBatch(kept, under: lock))] = token
            return nil
        } catch {
            return .commitFailed(token: token, sentence: Failure(error).sentence, mayBeStored: false)
        }
    }

    /// The exercise of a session that this console has claimed; `nil` for a session without one, and for a damaged
    /// record, which can only be read.
    func exercise(of id: SessionID) -> Message? {
        guard store.mode == .practice else { return nil }
        do {
            guard try store.verify(id) == nil else { return nil }
            return try store.attempt(of: id, resolve: resolve).map(Message.exerciseLoaded)
        } catch {
            release(id)
            return .failed(Failure(error).sentence)
        }
    }

    /// The attempts at a scenario, the newest first.
    func attempts(of scenario: String) -> Message {
        do {
            return .attemptsListed(try store.exercises(of: scenario, limit: 20).map(AttemptSummary.init))
        } catch {
            return .comparisonFailed("the earlier attempts cannot be listed: \(Failure(error).sentence)")
        }
    }

    /// An attempt, played again, to be compared.
    func attemptToCompare(_ id: SessionID) -> Message {
        do {
            guard let attempt = try store.attempt(of: id, resolve: resolve) else {
                return .comparisonFailed("there is no exercise \(id)")
            }
            return .attemptToCompare(try attempt.outcome(), title: "\(id), seed \(attempt.plan.seed)")
        } catch {
            return .comparisonFailed("the attempt \(id) cannot be read: \(Failure(error).sentence)")
        }
    }
}
