import ArgumentParser
import SessionCore
import Simulation

/// `ebbtide cohort`: a virtual trial beside published figures.
struct CohortCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohort", abstract: "Run a virtual trial and compare it with published figures.",
        discussion: """
            Gives the same regimen to many simulated patients and prints means, standard deviations, peak times, the \
            share of sessions over each threshold, and every published figure of the route beside the one of this run \
            with pass or fail. The same route, number and seed give the same bytes on every machine.

            With --reference the model's own reference tables are computed and compared instead. With --wrong one number \
            of the model is made wrong on purpose: the rows that depend on it must then fail.

            Exit status: 0 every row passes; 1 a row fails; 64 wrong arguments.
            """)

    @Option(name: .customLong("route"), help: "How the drug is given: iv, im, in-racemic or esketamine.")
    var route: Route?

    @Option(name: .customLong("n"), help: "Sessions in each arm of the trial, 2000 if not said.")
    var count: Int?

    @Option(name: .customLong("seed"), help: "The seed that the patients are drawn from, 1 if not said.")
    var seed: UInt64?

    @Option(name: .customLong("wrong"), help: "Make one number wrong on purpose: ka, k or cv.")
    var wrong: WrongNumber?

    @ArgumentParser.Flag(
        name: .customLong("reference"), help: "Compare the model's reference tables instead.")
    var reference = false

    @OptionGroup var output: JSONOption

    func perform() throws {
        let passes = try reference ? reportReference() : reportCohort()
        if !passes { throw ExitCode.failure }
    }

    private func reportReference() throws -> Bool {
        guard route == nil, wrong == nil, count == nil, seed == nil else {
            throw Failure("--reference goes alone: leave out --route, --n, --seed and --wrong.", .usage)
        }
        let reference = Reference()
        for line in reference.lines { try report(ReferenceLine(line)) }
        for check in reference.checks { try report(CheckLine(check)) }
        return reference.passes
    }

    private func reportCohort() throws -> Bool {
        guard let route else {
            throw Failure(
                "Say how the drug is given: --route iv, im, in-racemic or esketamine; or --reference.", .usage
            )
        }
        let cohort: Cohort
        do throws(Refusal) {
            cohort = try Cohort(route: route, count: count ?? 2000, seed: seed ?? 1, wrong: wrong)
        } catch {
            throw Failure(error.sentence, .usage)
        }
        if cohort.count < Cohort.steadyCount {
            Output.complain(
                "With fewer than \(Cohort.steadyCount) sessions a figure may miss its range by chance.")
        }
        try report(TrialLine(cohort, route: route.rawValue, wrong: wrong))
        for arm in cohort.arms {
            guard output.json else {
                CohortTable(arm, count: cohort.count).lines.forEach(Output.say)
                continue
            }
            for course in arm.courses { try Output.emit(json: CourseLine(arm, course)) }
            for share in arm.shares { try Output.emit(json: ShareLine(arm, share)) }
        }
        if !output.json { Output.say("") }
        for row in cohort.rows { try report(RowLine(row)) }
        return cohort.passes
    }

    private func report(_ line: some CohortLine) throws {
        if output.json { try Output.emit(json: line) } else { Output.say(line.words) }
    }
}

extension WrongNumber: ExpressibleByArgument {}
