import SessionCore
import Simulation
import Testing

@testable import ConsoleUI

/// Messages come once each, in their order, whatever becomes of the trainee's console.
struct TakenOnceTests {
    /// Sends numbered marks while the trainee's console dies at random instants, sometimes with what it took unkept;
    /// answers with the marks as the exercise had them in the end, and how many were sent.
    private func marks(seed: UInt64, fault: Supervised.Fault? = nil) throws -> (taken: [String], sent: Int) {
        var chance = SeededChance.of(7, seed: seed)
        var pair = try Supervised("panic")
        pair.fault = fault
        pair.wait(6)
        var sent = 0
        for _ in 0..<25 {
            if chance.happens(0.5) {
                sent += 1
                try pair.type("cmark \(sent)<Enter>S")
            }
            // From here on nothing more reaches the disk: what is taken now is lost with the console.
            pair.trainee.refusesSteps = chance.happens(0.3)
            pair.wait(chance.happens(0.5) ? 1 : 3)
            if pair.trainee.refusesSteps || chance.happens(0.2) {
                try pair.trainee.dieAndStartAgain()
                pair.trainee.refusesSteps = false
                pair.trainee.type("c")
            }
        }
        pair.wait(8)
        return (pair.trainee.kept.last?.log.comments.map(\.text) ?? [], sent)
    }

    private func expected(_ count: Int) -> [String] { (0..<count).map { "mark \($0 + 1)" } }

    @Test("a console that dies at any instant loses no message and takes none twice", arguments: 1...12)
    func once(seed: UInt64) throws {
        let (taken, sent) = try marks(seed: seed)
        #expect(sent > 3 && taken == expected(sent), "seed \(seed)")
    }

    @Test("the control: a lost message and one that is taken twice are both noticed")
    func control() throws {
        var hasLost = false
        var hasDoubled = false
        for seed in UInt64(1)...12 {
            let once = try marks(seed: seed, fault: .forgetsWhatWasShown)
            hasLost = hasLost || once.taken.count < once.sent
            let again = try marks(seed: seed, fault: .forgetsNumbers)
            hasDoubled = hasDoubled || again.taken.count > again.sent
        }
        #expect(hasLost && hasDoubled)
    }

    @Test("an exercise that goes on from a moment of another one has an inbox of its own")
    func ownInbox() throws {
        var pair = try Supervised("panic")
        try pair.type("cone<Enter>S")
        pair.wait(2)
        try pair.type("ctwo<Enter>S")
        pair.wait(20)
        let log = try #require(pair.trainee.model.practice?.exercise.log)
        #expect(log.lastTaken == 2)
        let next = log.goingOn(
            from: pair.trainee.simulated, of: try #require(SessionID("practice-1")), facts: 100)
        #expect(next.comments.map(\.text) == ["one", "two"] && next.lastTaken == 0)
    }

    @Test("other consoles are told of the clock when it is touched, and can tell where it stands in between")
    func clock() throws {
        var pair = try Supervised("panic")
        var told: Set<ExerciseClock> = []
        func look() throws {
            let clock = try #require(pair.trainee.keptClock)
            told.insert(clock)
            #expect(clock.now(pair.trainee.moment) == pair.trainee.simulated)
        }
        for keys in ["", "]]]", "<Space>", "<Space>", ".", "[["] {
            pair.trainee.type(keys)
            for _ in 0..<5 {
                pair.wait(1)
                try look()
            }
        }
        #expect(told.count == 6, "told when it was touched, and not with every second")
    }
}
