import Testing

@testable import Simulation

@Suite("Exponential, logarithm and power")
struct ElementaryTests {
    @Test("known values hold to a relative error of 10⁻¹²")
    func known() {
        let cases: [(computed: Double, known: Double)] = [
            (Elementary.exponential(1), 2.718281828459045235360),
            (Elementary.exponential(-1), 0.367879441171442321596),
            (Elementary.exponential(0.5), 1.648721270700128146849),
            (Elementary.exponential(10), 22026.46579480671651696),
            (Elementary.exponential(-50), 1.928749847963917783017e-22),
            (Elementary.exponential(700), 1.014232054735004509455e304),
            (Elementary.logarithm(2), 0.693147180559945309417),
            (Elementary.logarithm(10), 2.302585092994045684018),
            (Elementary.logarithm(0.001), -6.907755278982137052054),
            (Elementary.logarithm(1 + 0x1p-23), 1.1920928244535446e-07),
            (Elementary.logarithm(1e300), 690.7755278982137052054),
            (Elementary.power(2, 0.5), 1.414213562373095048802),
            (Elementary.power(10, -3), 0.001), (Elementary.power(62, 1.5), 62 * 62.0.squareRoot()),
            (Elementary.power(1.3, 2), 1.69),
        ]
        for (computed, known) in cases { #expect(abs(computed / known - 1) < 1e-12, "\(computed) \(known)") }
    }

    @Test("the two undo one another all over the range")
    func inverse() {
        var chance = SeededChance(seed: 7)
        for _ in 0..<20_000 {
            let x = chance.uniform(-600...600)
            #expect(
                abs(Elementary.logarithm(Elementary.exponential(x)) - x) <= 1e-12 * max(1, abs(x)), "seed 7")
        }
    }

    @Test("the ends of the range are what they must be")
    func ends() {
        #expect(Elementary.exponential(0) == 1)
        #expect(Elementary.exponential(1000) == .infinity)
        #expect(Elementary.exponential(-1000) == 0)
        #expect(Elementary.exponential(-.infinity) == 0)
        #expect(Elementary.exponential(.nan).isNaN)
        #expect(Elementary.exponential(-740) > 0)
        #expect(Elementary.logarithm(1) == 0)
        #expect(Elementary.logarithm(0) == -.infinity)
        #expect(Elementary.logarithm(-1).isNaN)
        #expect(Elementary.logarithm(.infinity) == .infinity)
        #expect(Elementary.power(0, 0) == 1)
        #expect(Elementary.power(0, 2) == 0)
    }
}
