import Testing

@testable import SessionCore

/// A session in a test: facts are filed at minutes after opening, as a nurse would file them.
struct Bedside {
    /// 14:00 UTC on a day in March.
    static let zero = CivilTime(WallTime(milliseconds: 1_772_373_600_000)).wallTime()

    private(set) var session: Session
    private(set) var clock = Bedside.zero

    /// Opens a session at minute 0.
    init(
        _ careProtocol: CareProtocol = TestProtocols.infusion, milligrams: Double = 35, minutes: Int? = 40,
        birthYear: Int = 1990, weightKg: Double = 70, profile: ObservationProfile = .standard,
        mode: SessionMode = .live
    ) throws {
        let opened = SessionOpened(
            patient: Patient(
                label: "Case 7", birthYear: birthYear, weightKg: weightKg, sex: .female,
                treatedHypertension: .no),
            route: careProtocol.route, plannedMilligrams: milligrams, plannedMinutes: minutes,
            profile: profile,
            firstSession: .no, stimulantOrMAOI: .no, earlierPeak: .no, protocolReference: .whole(careProtocol)
        )
        let fact = try Session.open(
            opened, id: try #require(SessionID("test-1")), mode: mode, at: Bedside.moment(0), author: "AB")
        session = try Session(opening: fact)
    }

    /// The instant `minute` minutes after opening, as all clocks show it.
    static func moment(_ minute: Double, boot: String = "boot-1") -> Moment {
        let passed = Int64(minute * 60_000)
        return Moment(
            wall: zero.advanced(byMilliseconds: passed),
            boot: BootReading(id: boot, milliseconds: 5_000_000 + passed))
    }

    /// Files `body` at a minute; `measured` is the minute at which it happened, when that was earlier.
    @discardableResult
    mutating func file(_ body: FactBody, at minute: Double, measured: Double? = nil) throws -> Fact {
        let fact = try session.decide(
            body, measured: measured.map { Bedside.moment($0).wall }, at: Bedside.moment(minute), author: "AB"
        )
        try session.apply(fact)
        return fact
    }

    /// Passes over a fact, as a log does with one that was refused; `measured` is the minute that it claims.
    mutating func passOver(_ body: FactBody, at minute: Double, measured: Double) throws {
        var fact = try session.decide(body, at: Bedside.moment(minute), author: "AB")
        fact.measured = Bedside.moment(measured).wall
        session.skip(fact)
    }

    /// Files a pressure and whatever else was measured.
    @discardableResult
    mutating func measure(
        _ systolic: Int, _ diastolic: Int, _ more: [Vital: Int] = [:], at minute: Double,
        measured: Double? = nil
    ) throws -> Fact {
        var values = more
        values[.systolic] = systolic
        values[.diastolic] = diastolic
        return try file(
            .reading(Reading(values: VitalSet(values, gas: .air))), at: minute, measured: measured)
    }

    /// Files a full quiet set.
    @discardableResult
    mutating func quiet(
        _ systolic: Int = 122, _ diastolic: Int = 78, intensity: Int? = nil, at minute: Double
    ) throws -> Fact {
        var values: [Vital: Int] = [
            .heartRate: 72, .oxygenSaturation: 98, .respiratoryRate: 14, .alertness: 5,
        ]
        if let intensity {
            values[.intensity] = intensity
            values[.distress] = 1
            values[.agitation] = 0
            values[.orientation] = 4
            values[.nausea] = 0
        }
        return try measure(systolic, diastolic, values, at: minute)
    }

    /// Two quiet baseline readings and T0 at minute 5.
    mutating func start(_ start: AdministrationStarted? = nil) throws {
        try quiet(at: 1)
        try quiet(at: 3)
        let rate = InfusionRate(milligramsPerMinute: 35.0 / 40)
        let planned =
            session.careProtocol.route == .infusion
            ? AdministrationStarted(rate: rate) : AdministrationStarted()
        try file(.administrationStarted(start ?? planned), at: 5)
    }

    /// What a screen shows at a minute.
    func picture(at minute: Double) -> Picture { session.picture(at: Bedside.moment(minute)) }
}
