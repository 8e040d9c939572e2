import Canvas
import Review
import SessionCore
import Simulation

extension Model {
    /// The same scenario once more with the same seed, as a session of its own.
    mutating func practiseAgain() -> [Effect] {
        guard var plan = practice?.plan else { return [] }
        let session = plan.session
        plan.session = nextExercise(after: plan)
        return [.releaseSession(session)] + beginPractice(plan)
    }

    /// A new exercise that goes on from the moment in front: that of the chosen line of the debrief, or of its replay.
    mutating func practiseFromHere() -> [Effect] {
        guard let outcome = practiceOutcome, let place = placeInAttempt, whyNotFromHere == nil else {
            return []
        }
        let session = outcome.plan.session
        let attempt = practice?.attempt(with: outcome.facts).goingOn(
            from: place.at, facts: place.facts, as: nextExercise(after: outcome.plan), began: realMoment.wall)
        guard let attempt else { return [] }
        replay = nil
        return [.releaseSession(session)]
            + open(PracticeRun(attempt, kept: false, at: realMoment), as: attempt)
    }

    /// Why no new exercise goes on from the moment in front; `nil` when one can.
    var whyNotFromHere: String? {
        guard let outcome = practiceOutcome else { return "there is no finished exercise in front" }
        guard let place = placeInAttempt else {
            return "this line speaks of no moment; choose one with a time"
        }
        if place.at < outcome.debrief.tookOver || place.facts < practice?.prelude().count ?? 0 {
            return "you had not taken over then; the exercise from its beginning has a key of its own"
        }
        if let ended = outcome.log.room.ended, place.at >= ended { return "the exercise was over by then" }
        return nil
    }

    /// The moment in front, and how many facts had been entered by then.
    private var placeInAttempt: (at: SessionTime, facts: Int)? {
        guard let facts = practiceOutcome?.facts else { return nil }
        if stage == .replay {
            guard replay?.origin == .debrief, let cursor = replay?.cursor else { return nil }
            let isThen = cursor.knowledge == .asKnownThen
            return (cursor.time, isThen ? cursor.count : facts.entered(by: cursor.time))
        }
        let lines = debriefText?.lines ?? []
        guard practice?.comparison == nil, lines.indices.contains(debriefFocus),
            let at = lines[debriefFocus].at
        else { return nil }
        return (at, facts.entered(by: at))
    }

    /// The name for the next exercise of this console.
    private func nextExercise(after plan: PracticePlan) -> SessionID {
        let digits = realMoment.wall.iso8601.filter(\.isNumber).prefix(14)
        let name = "practice-" + digits
        let present = plan.session.name
        if present == name || present.hasPrefix(name + "-") { return plan.session.again }
        return SessionID(name) ?? plan.session.again
    }
}

extension [Fact] {
    /// How many had been entered by an instant.
    fileprivate func entered(by instant: SessionTime) -> Int {
        prefix { $0.elapsed.map { $0 <= instant } ?? true }.count
    }
}

extension SessionID {
    /// The name of the attempt after this one.
    fileprivate var again: SessionID {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        if let last = parts.last, last.hasPrefix("try"), let number = Int(last.dropFirst(3)), number < 1000 {
            return SessionID(parts.dropLast().joined(separator: "-") + "-try\(number + 1)") ?? self
        }
        return SessionID(name + "-try2") ?? self
    }
}
