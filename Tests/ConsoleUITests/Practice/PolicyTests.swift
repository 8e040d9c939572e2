import Canvas
import Review
import SessionCore
import Settings
import Simulation
import Testing

@testable import ConsoleUI

/// Keys at random, of all that the commands have and a few more.
private struct MashingPolicy: PracticePolicy {
    var dice: SeededChance
    private static let keys: [Key] =
        Array("0123456789/ .@abcdefghijklmnoprstuvwxyzHNP[]>").map(Key.character)
        + [.enter, .enter, .escape, .up, .down, .tab]

    init(seed: UInt64) { dice = SeededChance(seed: seed) }

    mutating func keys(seeing screen: () -> [String]) -> [Key] {
        dice.next() % 4 == 0 ? (0..<4).compactMap { _ in Self.keys.randomElement(using: &dice) } : []
    }
}

struct PolicyTests {
    /// Short ones for every run; `EBBTIDE_ALL_SCENARIOS=1` plays all of them.
    private static let played: [String] =
        isThorough ? ScenarioLibrary().names : ["laryngospasm", "wrong-entry", "pressure-crisis"]

    private func play(_ name: String, seed: UInt64 = 1, _ policy: some PracticePolicy) throws -> (
        Score?, [String]
    ) {
        play(try Trainee.plan(name, seed: seed), policy)
    }

    private func play(
        _ plan: PracticePlan, _ policy: some PracticePolicy, sent: [ExerciseLog.TimedStep] = []
    ) -> (Score?, [String]) {
        var policy = policy
        var practice = HeadlessPractice(plan, at: Trainee.morning, sent: sent)
        let outcome = practice.play(&policy)
        return (outcome?.debrief.score, practice.debrief?.lines.map(\.text) ?? [])
    }

    @Test("who reads the screen and knows the work passes", arguments: played)
    func good(name: String) throws {
        let (score, lines) = try play(name, ScreenNurse(delaySeconds: 0))
        #expect(score?.isPassed == true, "\(lines.joined(separator: "\n"))")
    }

    @Test("who does nothing fails", arguments: played)
    func none(name: String) throws {
        let (score, _) = try play(name, IdlePolicy())
        #expect(score?.isPassed == false)
    }

    @Test("minutes too late is no emergency mastered, and no better than in time")
    func late() throws {
        let (late, _) = try play("laryngospasm", ScreenNurse(delaySeconds: 150))
        let (good, _) = try play("laryngospasm", ScreenNurse(delaySeconds: 0))
        #expect(late?.isPassed == false && (late?.percent ?? 100) < (good?.percent ?? 0))
    }

    @Test("the same seed gives the same bytes; another one another patient's numbers")
    func repeats() throws {
        let first = try play("laryngospasm", seed: 7, ScreenNurse(delaySeconds: 0)).1
        #expect(first == (try play("laryngospasm", seed: 7, ScreenNurse(delaySeconds: 0)).1))
        #expect(first != (try play("laryngospasm", seed: 8, ScreenNurse(delaySeconds: 0)).1))
    }

    @Test("who knows the work reports no symptom that nobody has")
    func noStrayKeys() throws {
        let lines = try play("wrong-entry", seed: 3, ScreenNurse(delaySeconds: 0)).1
        #expect(lines.contains { $0.contains("wrong digit or swapped") })
        #expect(!lines.contains { $0.contains("fainting") }, "\(lines.joined(separator: "\n"))")
    }

    @Test("a reference run meets what the instructor sent, at its time")
    func instructed() throws {
        let plan = try Trainee.plan("wrong-entry")
        let zero = Exercise(plan.scenario, careProtocol: plan.careProtocol, seed: plan.seed, year: 2026)
            .tookOver
        let word = InstructorMessage(changes: [.say(speaker: .escort, text: "A knock at the door.")])
        let sent = [ExerciseLog.TimedStep(at: zero + .minutes(1), step: .instructor(word))]
        let nurse = ScreenNurse(delaySeconds: 0)
        #expect(!play(plan, nurse).1.contains { $0.contains("A knock at the door.") })
        #expect(play(plan, nurse, sent: sent).1.contains { $0.contains("A knock at the door.") })
    }

    @Test("a cat on the keyboard passes nothing", arguments: played)
    func masher(name: String) throws {
        var plan = try Trainee.plan(name)
        for seed in 1...mashers {
            plan.seed = seed
            let (score, lines) = play(plan, MashingPolicy(seed: seed))
            #expect(score?.isPassed == false, "\(name), seed \(seed)\n\(lines.joined(separator: "\n"))")
        }
        print("key masher in \(name), seeds 1 to \(mashers)")
    }
}
