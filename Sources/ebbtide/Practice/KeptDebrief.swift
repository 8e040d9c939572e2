import ConsoleUI
import Journal
import SessionCore

/// The debrief of a kept exercise on standard output, ended or not.
struct KeptDebrief {
    let session: SessionID
    let place: Place

    /// Plays the exercise again and prints what is talked over.
    func say(json: Bool) throws {
        let journal = try place.journal(for: .reading)
        guard let attempt = try journal.attempt(of: session, resolve: place.resolve) else {
            throw Failure("There is no exercise of a session \(session) in the practice journal.", .noInput)
        }
        let outcome = try attempt.outcome()
        guard !json else {
            for fact in outcome.facts { try Output.emit(json: fact) }
            var line = ScoreLine(outcome.debrief)
            line.tell(outcome)
            return try Output.emit(json: line)
        }
        let plan = attempt.plan
        let left = outcome.log.room.ended == nil ? ", unfinished" : ""
        Output.say(
            "PRACTICE  session \(session): \(plan.scenario.name) version \(plan.scenario.version), seed \(plan.seed), "
                + "begun \(attempt.began.iso8601)\(left)")
        for line in outcome.text.lines { Output.say("PRACTICE  \(line.text)") }
    }
}
