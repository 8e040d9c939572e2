import Testing

@testable import Simulation

@Suite("What is drawn by chance")
struct DrawsTests {
    @Test("normal and log-normal draws have the mean and the spread that was asked for")
    func moments() {
        var chance = SeededChance(seed: 11)
        var normal = Tally()
        var factor = Tally()
        var median: [Double] = []
        for _ in 0..<40_000 {
            normal.add(chance.normal(mean: 3, deviation: 2))
            factor.add(chance.logNormal(mean: 1, variation: 0.55))
            median.append(chance.logNormal(median: 5, variation: 1.2))
        }
        #expect(abs(normal.mean - 3) < 0.05, "seed 11")
        #expect(abs(normal.deviation - 2) < 0.05, "seed 11")
        #expect(abs(factor.mean - 1) < 0.015, "seed 11")
        #expect(abs(factor.deviation - 0.55) < 0.02, "seed 11")
        #expect(abs(median.median - 5) < 0.15, "seed 11")
    }

    @Test("what is drawn for one question is the same whatever else was drawn")
    func labels() {
        var first = SeededChance.of(4, 9, seed: 1)
        var other = SeededChance.of(5, 9, seed: 1)
        _ = other.next()
        var again = SeededChance.of(4, 9, seed: 1)
        #expect(first.next() == again.next())
        let firsts = (0..<1000).map { detail -> UInt64 in
            var chance = SeededChance.of(4, UInt64(detail), seed: 1)
            return chance.next()
        }
        #expect(Set(firsts).count == 1000)
    }
}
