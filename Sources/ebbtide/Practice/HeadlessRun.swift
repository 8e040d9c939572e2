import ArgumentParser
import ConsoleUI
import Review
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

    /// Where the wall clock of every such exercise begins, so that the same seed gives the same bytes.
    private static let start = WallTime(milliseconds: 1_767_603_600_000)

    /// The last line of the machine-readable form.
    private struct Result: Encodable {
        var scenario: String
        var version: Int
        var seed: UInt64
        var policy: String
        var passed: Bool
        var percent: Int
        var starredDone: Int
        var starredOwed: Int
        var reasons: [String]
        var score: Score
    }

    /// Plays and prints; ends with exit status 1 when the attempt did not pass.
    func run(json: Bool) throws {
        guard let session = SessionID("practice-\(scenario.name)-\(seed)") else {
            throw Failure("\(scenario.name) is no name for a session.", .badData)
        }
        let plan = PracticePlan(
            scenario: scenario, careProtocol: careProtocol, seed: seed, session: session)
        let start = Moment(wall: Self.start, boot: BootReading(id: "headless", milliseconds: 0))
        var practice = HeadlessPractice(plan, at: start)
        guard let outcome = policy.play(&practice), let text = practice.debrief else {
            throw Failure("The exercise \(scenario.name) did not come to its end.", .software)
        }
        if json { try emit(outcome) } else { say(text) }
        if !outcome.debrief.score.isPassed { throw ExitCode(1) }
    }

    private func say(_ text: DebriefText) {
        Output.say(
            "PRACTICE  \(scenario.name) version \(scenario.version), seed \(seed), policy \(policy.rawValue)")
        for line in text.lines { Output.say(line.text) }
    }

    private func emit(_ outcome: PracticeOutcome) throws {
        for fact in outcome.facts { try Output.emit(json: fact) }
        let score = outcome.debrief.score
        try Output.emit(
            json: Result(
                scenario: scenario.name, version: scenario.version, seed: seed, policy: policy.rawValue,
                passed: score.isPassed, percent: score.percent, starredDone: score.starredDone,
                starredOwed: score.starredOwed, reasons: score.reasons, score: score))
    }
}
