import SessionCore
import Testing

@testable import Review

@Suite("Checkpoints of an exercise")
struct CheckpointScoreTests {
    /// How the checkpoint T0+10 is scored of a trainee who took over at T0+5, filed the values at T0+10 and saw these.
    private func standing(
        of values: [Vital: Int], seeing shown: [Vital]
    ) throws -> ExpectationOutcome.Standing? {
        var ward = try ReviewedWard()
        try ward.file(.reading(Reading(values: VitalSet(values))), at: 10)
        try ward.file(.noteWritten(NoteWritten(text: "quiet")), at: 15)
        let start = try #require(Happenings(session: ward.session).start)
        let room = RoomRecord(
            tookOver: start + .minutes(5),
            shown: shown.map { ShownReading(at: start + .minutes(9), vital: $0, value: values[$0] ?? 0) })
        let rubric = Rubric(actions: [], criticalMisses: [], checkpoints: true)
        let score = Scorer(session: ward.session, room: room, rubric: rubric).score()
        return score.actions.first { $0.name == "T0+10" }?.standing
    }

    private let full: [Vital: Int] = [
        .systolic: 130, .diastolic: 80, .respiratoryRate: 14, .intensity: 3, .distress: 1,
    ]

    @Test("a pressure that the cuff showed makes it, whatever else was made up beside it")
    func realPressure() throws {
        #expect(try standing(of: full, seeing: [.systolic, .diastolic]) == .onTime)
        #expect(try standing(of: full, seeing: Array(full.keys)) == .onTime)
    }

    @Test("a pressure that nobody can have seen makes none, whatever else was true")
    func madeUpPressure() throws {
        #expect(try standing(of: full, seeing: []) == .missing)
        #expect(try standing(of: full, seeing: [.respiratoryRate, .intensity, .distress]) == .missing)
    }
}
