import SessionCore
import Testing

@testable import Review

/// The arithmetic of a score.
struct ScoreTests {
    static func action(
        _ name: String, _ standing: ExpectationOutcome.Standing, starred: Bool = false,
        after seconds: Int = 30
    ) -> ScoredAction {
        ScoredAction(
            name: name, title: name, isStarred: starred, standing: standing,
            trigger: SessionTime(seconds: 100), deadline: SessionTime(seconds: 160),
            doneAt: standing == .missing ? nil : SessionTime(seconds: 100 + Int64(seconds)), evidence: [1])
    }

    static func score(
        _ actions: [ScoredAction], critical: Int = 0, unsafe: Int = 0, mistyped: Int = 0
    ) -> Score {
        let miss = ScoredMiss(name: "m", title: "m", at: SessionTime(seconds: 0), evidence: [1])
        return Score(
            actions: actions, criticalMisses: Array(repeating: miss, count: critical),
            unsafeActs: Array(repeating: miss, count: unsafe),
            entries: EntryAccuracy(
                readings: 10,
                mistyped: (0..<mistyped).map {
                    .init(sequence: $0 + 2, vital: .systolic, typed: 182, shown: 128)
                }))
    }

    @Test("on time counts whole, late half, missing nothing")
    func credits() {
        #expect(Self.score([Self.action("a", .onTime), Self.action("b", .late)]).percent == 75)
        #expect(Self.score([Self.action("a", .onTime), Self.action("b", .missing)]).percent == 50)
        #expect(Self.score([Self.action("a", .onTime), Self.action("b", .notCalledFor)]).percent == 100)
        #expect(Self.score([]).percent == 0)
    }

    @Test("what was missed is settled when twice its time is over, whether it is done afterwards or not")
    func settled() {
        #expect(Self.action("a", .onTime).settledAt == SessionTime(seconds: 130))
        #expect(Self.action("a", .missing).settledAt == SessionTime(seconds: 220))
        var late = Self.action("a", .missing)
        late.doneAt = SessionTime(seconds: 300)
        #expect(late.settledAt == SessionTime(seconds: 220))
    }

    @Test("an unsafe act costs 20 points, a mistyped reading 2, however many of its values were wrong")
    func deductions() {
        let done = [Self.action("a", .onTime)]
        #expect(Self.score(done, unsafe: 1).percent == 80)
        #expect(Self.score(done, unsafe: 6).percent == 0)
        #expect(Self.score(done, mistyped: 3).percent == 94)
        let twice = EntryAccuracy(
            readings: 1,
            mistyped: [
                .init(sequence: 4, vital: .systolic, typed: 1, shown: 2),
                .init(sequence: 4, vital: .diastolic, typed: 1, shown: 2),
            ])
        #expect(twice.mistypedReadings == [4])
    }

    @Test("a critical miss caps at 59 % and fails, whatever else was done")
    func cap() {
        let score = Self.score([Self.action("a", .onTime, starred: true)], critical: 1)
        #expect(score.percent == 59)
        #expect(!score.isPassed)
        #expect(Self.score([Self.action("a", .onTime, starred: true)]).isPassed)
    }

    @Test("60 % passes, 59.9 % is shown as 59 and does not")
    func passMark() {
        let five = ["a", "b", "c", "d", "e"]
        let three = five.map { Self.action($0, ["d", "e"].contains($0) ? .missing : .onTime) }
        #expect(Self.score(three).percent == 60)
        #expect(Self.score(three).isPassed)
        #expect(!Self.score(three, mistyped: 1).isPassed)
        let thirds = [Self.action("a", .onTime), Self.action("b", .onTime), Self.action("c", .missing)]
        #expect(Self.score(thirds).percent == 66)
    }

    @Test("a starred action that was missed fails; done late it does not")
    func stars() {
        var actions = (0..<9).map { Self.action("n\($0)", .onTime) }
        actions.append(Self.action("star", .missing, starred: true))
        let missed = Self.score(actions)
        #expect(missed.percent == 90 && !missed.isPassed)
        #expect(missed.starredDone == 0 && missed.starredOwed == 1)
        #expect(missed.reasons == ["must be done: star"])
        actions[9] = Self.action("star", .late, starred: true)
        #expect(Self.score(actions).isPassed)
    }

    @Test("two attempts side by side show what was gained, and how much sooner it was done")
    func comparison() {
        let earlier = Self.score([Self.action("call", .late, after: 100)], critical: 1)
        let later = Self.score([Self.action("call", .onTime, after: 20), Self.action("new", .missing)])
        let comparison = AttemptComparison(earlier: earlier, later: later)
        #expect(comparison.gain == 0)
        #expect(comparison.overcome == ["m"] && comparison.added.isEmpty)
        #expect(comparison.rows[0].earlierDelay == .seconds(100))
        #expect(comparison.rows[0].laterDelay == .seconds(20))
        #expect(comparison.rows[1].earlier == nil)
    }
}
