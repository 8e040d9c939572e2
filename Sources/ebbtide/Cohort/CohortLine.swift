import Simulation

/// One line of what a virtual trial or the reference tables came to: an object of JSON, or words.
protocol CohortLine: Encodable {
    /// The line for people.
    var words: String { get }
}

/// What was run.
struct TrialLine: CohortLine {
    let kind = "trial"
    let route: String
    let n: Int
    let seed: UInt64
    let wrong: String?

    init(_ cohort: Cohort, route: String, wrong: WrongNumber?) {
        self.route = route
        n = cohort.count
        seed = cohort.seed
        self.wrong = wrong?.rawValue
    }

    var words: String {
        let control = wrong.map { ", \($0) wrong on purpose" } ?? ""
        return "Virtual trial, \(route), \(n) sessions in each arm, seed \(seed)\(control)"
    }
}

/// The course of one measure in one arm.
struct CourseLine: Encodable {
    let kind = "course"
    let population: String
    let regimen: String
    let measure: CohortMeasure
    let peakMinute: Int
    let minutes: [Int]
    let means: [Rounded]
    let deviations: [Rounded]

    init(_ arm: CohortArm, _ course: CohortCourse) {
        population = arm.population
        regimen = arm.regimen
        measure = course.measure
        peakMinute = course.peakMinute
        minutes = course.minutes
        means = course.means.map { Rounded($0) }
        deviations = course.deviations.map { Rounded($0) }
    }
}

/// The share of an arm's sessions over a threshold.
struct ShareLine: Encodable {
    let kind = "share"
    let population: String
    let regimen: String
    let threshold: String
    let percent: Rounded

    init(_ arm: CohortArm, _ share: CohortShare) {
        population = arm.population
        regimen = arm.regimen
        threshold = share.threshold
        percent = Rounded(share.percent)
    }
}

/// A published figure beside that of this run.
struct RowLine: CohortLine {
    let kind = "row"
    let row: String
    let source: String
    let what: String
    let published: String
    let computed: Rounded
    let from: Rounded
    let to: Rounded
    let pass: Bool

    init(_ row: CohortRow) {
        self.row = row.name
        source = row.source
        what = row.what
        published = row.published
        computed = Rounded(row.computed)
        from = Rounded(row.accepted.lowerBound)
        to = Rounded(row.accepted.upperBound)
        pass = row.passes
    }

    var words: String {
        let range = "\(from.value.written(2)) to \(to.value.written(2))"
        return "\(pass ? "pass" : "FAIL") \(row) \(what): computed \(computed.value.written(2)), published "
            + "\(published), accepted \(range) (\(source))"
    }
}

/// A line of the reference tables.
struct ReferenceLine: CohortLine {
    let kind = "reference"
    let regimen: String
    let what: String
    let minutes: [Int]
    let stated: [Rounded]
    let computed: [Rounded]
    let pass: Bool

    init(_ line: Reference.Line) {
        regimen = line.regimen
        what = line.what
        minutes = line.entries.map(\.minute)
        stated = line.entries.map { Rounded($0.stated) }
        computed = line.entries.map { Rounded($0.computed) }
        pass = line.passes
    }

    var words: String {
        let values = zip(minutes, zip(stated, computed))
            .map { "\($0): \($1.0.value.written(1)) \($1.1.value.written(2))" }
        return "\(pass ? "pass" : "FAIL") \(regimen), \(what); minute: stated computed; "
            + values.joined(separator: "  ")
    }
}

/// A property of the integrator.
struct CheckLine: CohortLine {
    let kind = "check"
    let what: String
    let largest: Double
    let allowed: Double
    let pass: Bool

    init(_ check: Reference.Check) {
        what = check.what
        largest = check.largest
        allowed = check.allowed
        pass = check.passes
    }

    var words: String { "\(pass ? "pass" : "FAIL") \(what): largest \(largest), allowed \(allowed)" }
}

/// A number to four decimals: what a reader can use of a figure of a trial.
struct Rounded: Encodable {
    let value: Double

    init(_ value: Double) { self.value = (value * 10_000).rounded() / 10_000 }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
