import SessionCore
import Testing

@testable import Simulation

@Suite("Virtual trials")
struct CohortTests {
    /// Sessions in each arm: few, because tests are not built for speed; the seeds are ones of many for which it is enough.
    private static let count = 160

    private static func trial(_ route: Route, wrong: WrongNumber? = nil) throws -> Cohort {
        try Cohort(route: route, count: count, seed: 2, wrong: wrong)
    }

    @Test("every published figure of a route is met", arguments: Route.allCases)
    func rows(route: Route) throws {
        for row in try Self.trial(route).rows {
            #expect(
                row.passes, "seed 2: \(row.name) \(row.what): \(row.computed), published \(row.published)")
        }
    }

    @Test(
        "a number that is wrong on purpose fails the rows that depend on it, and no other",
        arguments: [
            (Route.infusion, WrongNumber.response, ["V7", "V8"]), (.infusion, .spread, ["V7"]),
            (.injection, .uptake, ["M1", "M2", "M3"]), (.nasalRacemic, .uptake, ["N1", "N2"]),
            (.esketamine, .uptake, ["V1", "V3", "V11", "V16", "V17"]), (.esketamine, .response, ["V11"]),
        ])
    func controls(route: Route, wrong: WrongNumber, expected: [String]) throws {
        let failed = try Self.trial(route, wrong: wrong).rows.filter { !$0.passes }.map(\.name)
        #expect(Set(failed) == Set(expected), "seed 2")
    }

    @Test("with more drug more people are sedated and nauseated, and more vomit")
    func answerToDose() throws {
        let trial = try Self.trial(.esketamine)
        for threshold in ["alertness below 5", "any nausea", "vomiting"] {
            let shares = trial.arms.prefix(3).compactMap { arm in
                arm.shares.first { $0.threshold == threshold }?.percent
            }
            #expect(
                shares.count == 3 && shares[0] < shares[1] && shares[1] < shares[2], "\(threshold): \(shares)"
            )
        }
    }

    @Test("the same seed is the same trial, another seed another")
    func seeds() throws {
        let trials = try [5, 5, 6].map { try Cohort(route: .injection, count: 100, seed: $0) }
        #expect(trials[0].rows == trials[1].rows)
        #expect(trials[0].arms == trials[1].arms)
        #expect(trials[0].arms != trials[2].arms)
    }

    @Test("what cannot be run is refused in one sentence")
    func refusals() {
        #expect(throws: Refusal("A virtual trial takes 100 to 100000 sessions.")) {
            _ = try Cohort(route: .infusion, count: 99, seed: 1)
        }
        #expect(throws: Refusal("No published figure of IV infusion depends on ka: try k or cv.")) {
            _ = try Cohort(route: .infusion, count: 100, seed: 1, wrong: .uptake)
        }
    }

    @Test("mean, spread, median and correlation are what they are by hand")
    func statistics() {
        var tally = Tally()
        for value in [2.0, 4, 4, 4, 5, 5, 7, 9] { tally.add(value) }
        #expect(tally.mean == 5)
        #expect(abs(tally.deviation - (32.0 / 7).squareRoot()) < 1e-12)
        #expect([3.0, 1, 2].median == 2)
        #expect([4.0, 1, 2, 3].median == 2.5)
        #expect(abs([1.0, 2, 3].correlation(with: [2, 4, 6]) - 1) < 1e-12)
        #expect(abs([1.0, 2, 3].correlation(with: [3, 2, 1]) + 1) < 1e-12)
        #expect([1.0, 1].correlation(with: [1, 2]) == 0)
        #expect((-0.05).written(1) == "-0.1")
        #expect(12.345.written(2) == "12.35")
        #expect(Double.nan.written(1) == "-")
    }
}
