import Review
import SessionCore
import Testing

/// A session under review: facts are filed at minutes after T0, which is ten minutes after opening.
struct ReviewedWard {
    static let opened = WallTime(milliseconds: 1_772_373_600_000)
    private(set) var session: Session

    /// A session with two quiet baseline readings and T0, run under the default infusion protocol.
    init(_ name: String = "ward-1", opened: WallTime = ReviewedWard.opened, starts: Bool = true) throws {
        let plan = SessionOpened(
            patient: Patient(
                label: "Case 7", birthYear: 1990, weightKg: 70, sex: .female, treatedHypertension: .no),
            route: .infusion, plannedMilligrams: 35, plannedMinutes: 40, profile: .standard,
            firstSession: .no, stimulantOrMAOI: .no, earlierPeak: .no,
            protocolReference: .whole(TestProtocols.infusion))
        let opening = Fact(
            session: try #require(SessionID(name)), mode: .live, sequence: 1, measured: opened,
            entered: opened, author: "AB", body: .sessionOpened(plan))
        session = try Session(opening: opening)
        guard starts else { return }
        try measure(134, 84, at: -8)
        try measure(134, 84, at: -6)
        try file(
            .administrationStarted(AdministrationStarted(rate: InfusionRate(milligramsPerMinute: 0.875))),
            at: 0)
    }

    /// Files what happened at a minute after T0; entered then too, unless said otherwise.
    mutating func file(
        _ body: FactBody, at minute: Double, entered: Double? = nil, by author: String = "AB"
    ) throws {
        func wall(_ minute: Double) -> WallTime {
            session.facts[0].measured.advanced(byMilliseconds: Int64((minute + 10) * 60_000))
        }
        try session.apply(
            Fact(
                session: session.id, mode: session.mode, sequence: 0, measured: wall(minute),
                entered: wall(entered ?? minute), author: author, body: body))
    }

    /// Files a pressure.
    mutating func measure(
        _ systolic: Int, _ diastolic: Int, at minute: Double, entered: Double? = nil, by author: String = "AB"
    ) throws {
        let values = VitalSet([
            .systolic: systolic, .diastolic: diastolic, .heartRate: 72, .oxygenSaturation: 98,
            .respiratoryRate: 14, .alertness: 5,
        ])
        try file(.reading(Reading(values: values)), at: minute, entered: entered, by: author)
    }

    /// Plays a strip on a scale of one sign for five minutes from T0: `.` nothing, `-` a quiet pressure, `1`, `2` and `3` one
    /// of that level.
    mutating func play(_ strip: String) throws {
        for (index, sign) in strip.enumerated() {
            switch sign {
            case "-": try measure(120, 78, at: Double(index) * 5)
            case "1": try measure(164, 92, at: Double(index) * 5)
            case "2": try measure(184, 98, at: Double(index) * 5)
            case "3": try measure(204, 98, at: Double(index) * 5)
            default: continue
            }
        }
    }

    var review: SessionReview { SessionReview(session) }

    /// The outcomes of one measure, in order.
    func outcomes(_ kind: MeasureKind) -> [Outcome] { review.items(of: kind).map(\.outcome) }
}

extension Fact {
    /// How a test writes a prescriber who was told.
    static let told = FactBody.actionTaken(ActionTaken(code: "notified"))
}
