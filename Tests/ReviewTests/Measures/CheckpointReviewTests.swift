import Review
import SessionCore
import Testing

@Suite("Checkpoints under review")
struct CheckpointReviewTests {
    @Test("on time, late by how much, missed, and ended with a reason are four things")
    func four() throws {
        var ward = try ReviewedWard()
        try ward.measure(120, 78, at: 11)
        try ward.measure(120, 78, at: 25)
        try ward.file(.couldNotMeasure(CouldNotMeasure(checkpoint: "T0+40", reason: "toilet")), at: 41)
        let outcomes = ward.review.items(of: .checkpoint)
        #expect(outcomes.first { $0.title == "T0+10" }?.outcome == .inTime(.minutes(1)))
        #expect(outcomes.first { $0.title == "T0+20" }?.outcome == .late(.minutes(5)))
        #expect(outcomes.first { $0.title == "T0+30" }?.outcome == .missed)
        #expect(outcomes.first { $0.title == "T0+40" }?.outcome == .couldNotDo("toilet"))
        #expect(outcomes.first { $0.title == "T0+20" }?.behind == [6], "the reading behind it is named")
    }

    @Test("what was not owed yet is neither missed nor zero: it is not applicable")
    func notOwed() throws {
        var ward = try ReviewedWard()
        try ward.measure(120, 78, at: 10)
        let tally = try #require(Tally(ward.review).measure(.checkpoint))
        #expect(tally.applicable == 1)
        #expect(tally.count("missed") == 0)
        #expect(tally.count("notApplicable") > 0)
    }

    @Test("the first pressure measured answers a checkpoint, not the first one entered")
    func measuredFirst() throws {
        var ward = try ReviewedWard()
        try ward.measure(120, 78, at: 12)
        try ward.measure(120, 78, at: 11, entered: 16)
        let first = ward.review.items(of: .checkpoint).first { $0.title == "T0+10" }
        #expect(first?.outcome == .inTime(.minutes(1)))
    }

    @Test("without a dose there are no checkpoints, no stay and no minutes out of range")
    func withoutDose() throws {
        let ward = try ReviewedWard(starts: false)
        let tally = Tally(ward.review)
        #expect(tally.measure(.checkpoint) == nil)
        #expect(tally.measure(.stay) == nil)
        #expect(tally.time(.pressure, at: .watch) == nil)
    }
}
