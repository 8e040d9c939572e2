import Foundation
import Testing

@Suite("The score of a session, for a supervisor")
struct ScoreReportTests {
    private let ward: Ward

    init() throws { ward = try Ward() }

    private func line(_ session: String, _ arguments: String...) throws -> [String: Any] {
        let run = try ward.run(all: ["review", session, "--score", "--json"] + arguments)
        #expect(run.ending == .exit(0), "\(run.errors)")
        return try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    }

    @Test("a real session that has just been opened owes nothing: nothing of it is called missed")
    func justOpened() throws {
        let session = try ward.openSession()
        let line = try line(session)
        #expect(line["mode"] as? String == "live")
        #expect(line["owed"] as? Int == 0)
        #expect((line["reasons"] as? [String])?.contains { $0.contains("must be done") } == false)
        let said = try ward.run("review", session, "--score").output
        #expect(said.contains("NOT SCORED"), "\(said)")
        #expect(said.contains("Not applicable in this session, and not counted"))
        #expect(!said.contains("missing") && !said.contains("PRACTICE"))
    }

    @Test("a record that ends in the middle of a session passes nothing, however good it was up to there")
    func unfinished() throws {
        let log = GoldenRecords.path("devices")
        let lines = try GoldenRecords.lines("devices")
        let file = ward.folder + "/left.jsonl"
        try lines.prefix(20).joined(separator: "\n").write(toFile: file, atomically: false, encoding: .utf8)
        let said = try ward.run("review", file, "--score").output
        #expect(
            said.contains("NOT PASSED") && said.contains("The record ends before the session does"), "\(said)"
        )
        #expect(try !ward.run("review", log, "--score").output.contains("The record ends before"))
    }

    @Test("the facts of a real session stand before its score")
    func factsFirst() throws {
        let session = try ward.openSession()
        try ward.play("type 120/80 70 98 14<Enter>\n", ["session", session])
        let said = try ward.run("review", session, "--score").output
        let reading = try #require(said.firstRange(of: "BP 120/80"))
        let points = try #require(said.firstRange(of: "Point by point"))
        #expect(reading.lowerBound < points.lowerBound)
    }

    @Test("every line over a practised session says practice; the flag stands with one session alone")
    func practice() throws {
        let session = try ward.openSession(practice: true)
        let said = try ward.run("review", session, "--practice", "--score").output
        #expect(said.split(separator: "\n").allSatisfy { $0.hasPrefix("PRACTICE") })
        #expect(try ward.run("review", "--score").ending == .exit(64))
    }
}
