import SessionCore

/// A virtual trial: the same regimen given to many simulated patients, compared with what was published. The same
/// route, number and seed give the same report for ever.
public struct Cohort: Sendable {
    /// How the drug was given.
    public let route: Route
    /// Sessions in each arm.
    public let count: Int
    /// The seed.
    public let seed: UInt64
    /// Published figures beside those of this run.
    public let rows: [CohortRow]
    /// What each arm came to.
    public let arms: [CohortArm]

    /// The fewest and the most sessions of an arm.
    public static let counts = 100...100_000
    /// With fewer sessions than this some figure may leave its range by chance.
    public static let steadyCount = 1000

    /// Runs a trial with `count` sessions in each arm. `wrong` makes one number wrong on purpose.
    ///
    /// - Throws: a ``Refusal`` when the number of sessions is out of range, or when no published figure of this route depends
    ///   on the number that is to be wrong.
    public init(route: Route, count: Int, seed: UInt64, wrong: WrongNumber? = nil) throws(Refusal) {
        guard Cohort.counts.contains(count) else {
            throw Refusal(
                "A virtual trial takes \(Cohort.counts.lowerBound) to \(Cohort.counts.upperBound) sessions.")
        }
        if let wrong, !Cohort.controls(of: route).contains(wrong) {
            let known = Cohort.controls(of: route).map(\.rawValue).joined(separator: " or ")
            throw Refusal("No published figure of \(route.title) depends on \(wrong.rawValue): try \(known).")
        }
        self.route = route
        self.count = count
        self.seed = seed
        let controls = CohortControls(wrong)
        func arms(_ population: Population, _ regimens: Regimen...) -> [Arm] {
            Arm.run(population, regimens, count: count, seed: seed, controls: controls)
        }
        let run: [Arm]
        switch route {
        case .infusion:
            run = [Population.pooled, .yale, .zheng].flatMap { arms($0, .infusion) }
            rows = InfusionRows.of(pooled: run[0], yale: run[1], zheng: run[2])
        case .injection:
            run = arms(.pooled, .injection)
            rows = InjectionRows.of(run[0])
        case .nasalRacemic:
            run = arms(.volunteers, .spray)
            rows = SprayRows.of(run[0])
        case .esketamine:
            let older = arms(.olderProgramme, .devices(2), .devices(3))
            run = arms(.programme, .devices(1), .devices(2), .devices(3)) + older
            rows = EsketamineRows.of(Array(run.prefix(3)), older: older)
        }
        self.arms = run.map(CohortArm.init)
    }

    /// Whether every row passes.
    public var passes: Bool { rows.allSatisfy(\.passes) }

    /// The numbers that some row of a route depends on.
    public static func controls(of route: Route) -> [WrongNumber] {
        switch route {
        case .infusion: [.response, .spread]
        case .injection, .nasalRacemic: [.uptake]
        case .esketamine: [.uptake, .response]
        }
    }
}

/// What one arm of a virtual trial came to.
public struct CohortArm: Hashable, Sendable {
    /// The people.
    public var population: String
    /// What they were given.
    public var regimen: String
    /// Mean and SD of each measure at each minute that was looked at.
    public var courses: [CohortCourse]
    /// Share of sessions over each threshold.
    public var shares: [CohortShare]

    init(_ arm: Arm) {
        population = arm.population.name
        regimen = arm.regimen.name
        courses = CohortMeasure.allCases.map { CohortCourse(measure: $0, arm: arm) }
        shares = CohortShare.of(arm)
    }
}

/// The course of one measure over the minutes of an arm.
public struct CohortCourse: Hashable, Sendable {
    /// The measure.
    public var measure: CohortMeasure
    /// Minutes from the first dose.
    public var minutes: [Int]
    /// The mean at each.
    public var means: [Double]
    /// The standard deviation at each.
    public var deviations: [Double]
    /// The minute of the highest mean.
    public var peakMinute: Int

    init(measure: CohortMeasure, arm: Arm) {
        self.measure = measure
        let course = arm.course(measure).filter { $0.minute % 10 == 0 }
        minutes = course.map(\.minute)
        means = course.map(\.tally.mean)
        deviations = course.map(\.tally.deviation)
        peakMinute = arm.peakMinute(measure)
    }
}

/// The share of an arm's sessions that went over a threshold.
public struct CohortShare: Hashable, Sendable {
    /// The threshold in words.
    public var threshold: String
    /// Percent of sessions.
    public var percent: Double

    static func of(_ arm: Arm) -> [CohortShare] {
        let count = Double(max(arm.sessions.count, 1))
        func share(_ threshold: String, _ isOver: (SessionSummary) -> Bool) -> CohortShare {
            CohortShare(
                threshold: threshold, percent: 100 * Double(arm.sessions.filter(isOver).count) / count)
        }
        return [140, 160, 180, 200].map { limit in
            share("systolic \(limit) or more") { $0.highestSystolic >= limit }
        }
            + [90, 100, 110, 120].map { limit in
                share("diastolic \(limit) or more") { $0.highestDiastolic >= limit }
            }
            + [20, 30, 40].map { limit in
                share("systolic rise \(limit) or more") { $0.highestMeasuredRise >= Double(limit) }
            }
            + [
                share("alertness below 5") { $0.lowestAlertness < 5 },
                share("alertness 3 or below") { $0.lowestAlertness <= 3 },
                share("alertness 0") { $0.lowestAlertness == 0 }, share("any nausea") { $0.isNauseated },
                share("vomiting") { $0.vomits },
                share("intensity above 1 when asked at 120 min") { $0.intensityAtTwoHours.rounded() > 1 },
            ]
    }
}
