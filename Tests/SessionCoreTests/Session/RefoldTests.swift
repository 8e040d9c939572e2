import Testing

@testable import SessionCore

@Suite("Late entries and corrections")
struct RefoldTests {
    private static let yes = Dictionary(
        uniqueKeysWithValues: DischargeQuestion.allCases.map { ($0, Answer.yes) })

    /// What one fold over the record as it stands now concludes.
    private func atOnce(_ session: Session) throws -> Chunked<Transition> {
        let first = session.record.entries[0]
        guard case .sessionOpened(let opened)? = first.body else { throw Refusal("no opening") }
        var course = Course(
            opened: opened, careProtocol: session.careProtocol, opening: first.fact,
            at: SessionTime(milliseconds: 0))
        let standing = session.record.entries.filter { $0.body != nil }
            .sorted { ($0.at, $0.fact.sequence) < ($1.at, $1.fact.sequence) }
        for entry in standing where entry.fact.sequence != 1 {
            course.advance(to: entry.at)
            try course.take(entry, stands: true)
        }
        course.advance(to: max(course.now, session.clock.last.time))
        return course.transitions
    }

    @Test(
        "in whatever order they come, they conclude what one look at the whole record does", arguments: 0..<12
    )
    func sameAsAtOnce(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        var bedside = try Bedside()
        try bedside.start()
        var minute = 6.0
        for _ in 0..<60 {
            minute += Double.random(in: 0.2...6, using: &chance)
            let pressure = (Int.random(in: 84...215, using: &chance), Int.random(in: 50...80, using: &chance))
            switch Int.random(in: 0..<10, using: &chance) {
            case 0:
                let earlier = Double.random(in: 6...minute, using: &chance)
                try bedside.measure(pressure.0, pressure.1, at: minute, measured: earlier)
            case 1, 2:
                let facts = bedside.session.facts
                let readings = facts.filter { if case .reading = $0.body { true } else { false } }
                guard let target = readings.randomElement(using: &chance) else { continue }
                let now = VitalSet([.systolic: pressure.0, .diastolic: pressure.1], gas: .air)
                let isStruck = target.sequence > 3 && Bool.random(using: &chance)
                try bedside.file(
                    .amended(
                        Amended(
                            target: target.sequence, now: isStruck ? nil : .reading(Reading(values: now)),
                            reason: "slip")),
                    at: minute)
            case 3:
                _ = try? bedside.file(.symptomResolved(SymptomResolved(target: 999)), at: minute)
            case 4:
                let claimed = Double.random(in: 6...(minute + 9), using: &chance)
                try bedside.passOver(.noteWritten(NoteWritten(text: "void")), at: minute, measured: claimed)
            default: try bedside.quiet(pressure.0, pressure.1, intensity: Int(minute) % 7, at: minute)
            }
            #expect(try bedside.session.transitions == atOnce(bedside.session), "seed \(seed)")
        }
    }

    @Test("what takes back the leave asks for checkpoints from then on, not for those in between")
    func freeToLeave() throws {
        var bedside = try Bedside()
        try bedside.start()
        try bedside.file(.infusionEnded(InfusionEnded()), at: 45)
        for minute in [45.5, 60.0, 75, 90] { try bedside.quiet(intensity: 0, at: minute) }
        try bedside.file(.dischargeAssessed(DischargeAssessed(answers: Self.yes, by: "AB")), at: 91)
        try bedside.quiet(intensity: 0, at: 105)
        try bedside.file(.dischargeAssessed(DischargeAssessed(answers: Self.yes, by: "AB")), at: 107)
        #expect(bedside.picture(at: 150).checkpoints.allSatisfy { $0.due <= SessionTime(minutes: 107) })
        try bedside.measure(182, 104, at: 151)
        try bedside.file(.dischargeAssessed(DischargeAssessed(answers: Self.yes, by: "AB")), at: 152)
        let added = bedside.picture(at: 152).checkpoints.filter { $0.due > SessionTime(minutes: 107) }
        #expect(!added.isEmpty && added.allSatisfy { $0.due > SessionTime(minutes: 152) })
    }
}
