import SessionCore

/// The reference tables of the model: what a typical patient of 70 kg comes to at stated minutes, and whether this
/// build computes it. Stated once, when the model was fitted (Ebbtide default, unpublished), and kept to within 2 %
/// or 0.1, whichever is larger.
public struct Reference: Sendable {
    /// One value of a table.
    public struct Entry: Hashable, Sendable {
        /// Minutes from the first dose.
        public var minute: Int
        /// As stated.
        public var stated: Double
        /// As computed by this build.
        public var computed: Double

        /// Whether the two agree.
        public var passes: Bool { abs(computed - stated) <= max(0.02 * abs(stated), 0.1) }
    }

    /// One line of a table.
    public struct Line: Hashable, Sendable {
        /// The regimen.
        public var regimen: String
        /// What is tabulated, with its unit.
        public var what: String
        /// The values.
        public var entries: [Entry]

        /// Whether all agree.
        public var passes: Bool { entries.allSatisfy(\.passes) }
    }

    /// A property of the integrator: the largest deviation found and the largest allowed.
    public struct Check: Hashable, Sendable {
        /// What was compared.
        public var what: String
        /// The largest deviation.
        public var largest: Double
        /// The largest allowed.
        public var allowed: Double

        /// Whether it holds.
        public var passes: Bool { largest <= allowed }
    }

    /// The tables.
    public let lines: [Line]
    /// The properties.
    public let checks: [Check]

    /// Whether every table and every property holds.
    public var passes: Bool { lines.allSatisfy(\.passes) && checks.allSatisfy(\.passes) }

    /// Computes everything.
    public init() { self.init(wrong: nil) }

    /// With a number that is wrong on purpose, for tests.
    init(wrong: WrongNumber?) {
        let controls = CohortControls(wrong)
        lines = StatedTable.all.map { table in
            let course = Reference.course(table.regimen, controls: controls)
            let entries = zip(StatedTable.minutes, table.values).map { minute, stated in
                Entry(
                    minute: minute, stated: stated,
                    computed: Reference.value(table.quantity, course.levels(at: minute * 60), controls))
            }
            return Line(regimen: table.regimen.name, what: table.quantity.rawValue, entries: entries)
        }
        checks = [Reference.closedForms, Reference.halving, Reference.conservation]
    }

    private static func value(
        _ quantity: StatedTable.Quantity, _ levels: DrugLevels, _ controls: CohortControls
    ) -> Double {
        let rise = EffectModel.meanRise(drive: levels.drive) * controls.responseFactor
        switch quantity {
        case .active: return levels.active
        case .systolicRise: return EffectModel.systolicShare * rise
        case .diastolicRise: return EffectModel.diastolicShare * rise
        // Without the tail that patients have after esketamine: what is felt by the driving force alone, as stated.
        case .intensity, .intensityAlone: return min(10, EffectModel.feltPerDrive * levels.drive)
        }
    }

    /// The course of a regimen in a typical body of 70 kg; esketamine's devices share their uptake evenly.
    static func course(
        _ regimen: Regimen, controls: CohortControls = CohortControls(), stepSeconds: Double = 1
    ) -> DrugCourse {
        let model = SimulatedPatient.model(.typical, route: regimen.route, seed: 0)
            .absorbing(at: controls.absorptionFactor)
        let devices = regimen.route == .esketamine ? Int(regimen.dose / 28) : nil
        var course = DrugCourse(model: model, plannedDevices: devices, stepSeconds: stepSeconds)
        for dose in regimen.doses(weightKg: 70) { course.take(dose.event, at: dose.second) }
        return course
    }
}

// MARK: - Properties of the integrator

extension Reference {
    private static let regimens: [Regimen] = [
        .infusion, .injection, .spray, .devices(1), .devices(2), .devices(3),
    ]
    private static let seconds = Array(stride(from: 60, through: 14_400, by: 60))

    private static var closedForms: Check {
        let form = ClosedForm(weightKg: 70)
        let infusion = course(.infusion)
        let injection = course(.injection)
        var largest = 0.0
        for second in seconds {
            let minute = Double(second) / 60
            let exact = [
                form.infusion(milligramsPerMinute: 35.0 / 40, duration: 40, at: minute),
                form.depot(milligrams: 35 * 0.93, uptake: 0.15, at: minute),
            ]
            let computed = [infusion, injection].map { $0.levels(at: second).plasma }
            for (left, right) in zip(exact, computed) { largest = max(largest, abs(right / left - 1)) }
        }
        return Check(what: "integrator against closed forms, share", largest: largest, allowed: 1e-9)
    }

    private static var halving: Check {
        var largest = 0.0
        for regimen in regimens {
            let whole = course(regimen, stepSeconds: 3)
            let half = course(regimen, stepSeconds: 1.5)
            for second in seconds {
                let left = whole.levels(at: second)
                let right = half.levels(at: second)
                let pairs = [(left.plasma, right.plasma), (left.effectSite, right.effectSite)]
                for pair in pairs where pair.1 > 0 { largest = max(largest, abs(pair.0 / pair.1 - 1)) }
            }
        }
        return Check(
            what: "concentrations with a step of 3 s against half of it, share", largest: largest,
            allowed: 0.001)
    }

    private static var conservation: Check {
        var largest = 0.0
        for course in regimens.map({ course($0) }) {
            for second in seconds {
                let levels = course.levels(at: second)
                guard levels.given > 0 else { continue }
                largest = max(largest, abs(levels.inBody + levels.gone - levels.given) / levels.given)
            }
        }
        return Check(what: "drug not accounted for, share of what was given", largest: largest, allowed: 1e-9)
    }
}
