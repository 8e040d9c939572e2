import ArgumentParser
import ConsoleUI
import SessionCore
import Simulation

/// Who plays without a terminal.
enum PolicyName: String, CaseIterable, ExpressibleByArgument {
    /// Somebody who knows the work.
    case good
    /// The same person, minutes too late.
    case late
    /// Nobody.
    case none

    func play(_ practice: inout HeadlessPractice) -> PracticeOutcome? {
        switch self {
        case .good:
            var nurse = ScreenNurse(delaySeconds: 0)
            return practice.play(&nurse)
        case .late:
            var nurse = ScreenNurse(delaySeconds: 150)
            return practice.play(&nurse)
        case .none:
            var nobody = IdlePolicy()
            return practice.play(&nobody)
        }
    }
}

/// One scenario played by a policy, and its debrief on standard output.
struct HeadlessRun {
    let scenario: Scenario
    let careProtocol: CareProtocol
    let seed: UInt64
    let policy: PolicyName

    /// Plays and prints; ends with exit status 1 when the attempt did not pass.
    func run(json: Bool) throws {
        guard let session = SessionID("practice-\(scenario.name)-\(seed)") else {
            throw Failure("\(scenario.name) is no name for a session.", .badData)
        }
        let plan = PracticePlan(
            scenario: scenario, careProtocol: careProtocol, seed: seed, session: session)
        var practice = HeadlessPractice(plan, at: ReferenceRun.start)
        guard let outcome = policy.play(&practice), let text = practice.debrief else {
            throw Failure("The exercise \(scenario.name) did not come to its end.", .software)
        }
        if json { try emit(outcome) } else { say(text) }
        if !outcome.debrief.score.isPassed { throw ExitCode(1) }
    }

    private func say(_ text: DebriefText) {
        Output.say(
            "PRACTICE  \(scenario.name) version \(scenario.version), seed \(seed), policy \(policy.rawValue)")
        for line in text.lines { Output.say("PRACTICE  \(line.text)") }
    }

    private func emit(_ outcome: PracticeOutcome) throws {
        for fact in outcome.facts { try Output.emit(json: fact) }
        var line = ScoreLine(outcome.debrief)
        line.tell(outcome)
        line.policy = policy.rawValue
        try Output.emit(json: line)
    }
}
