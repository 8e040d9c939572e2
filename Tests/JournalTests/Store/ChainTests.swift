import Foundation
import GRDB
import SessionCore
import Testing

@testable import Journal

@Suite("The chain of facts")
struct ChainTests {
    private let folder = TemporaryFolder()
    private let id: SessionID
    private let store: JournalStore

    init() throws {
        id = try sessionID("s-1")
        store = try folder.store()
        try store.append(sampleFacts(id, count: 4))
        try store.append(sampleFacts(try sessionID("s-2"), count: 4))
    }

    /// Runs SQL behind the journal's back and answers with what a verification then says.
    private func damage(after sql: String, _ arguments: StatementArguments = []) throws -> Damage? {
        try store.tamper { try $0.execute(sql: sql, arguments: arguments) }
        return try store.verify(id)
    }

    @Test("an untouched record is whole")
    func control() throws {
        #expect(try damage(after: "SELECT 1") == nil)
    }

    @Test("every single changed bit of every line is found, at its line")
    func bitFlips() throws {
        var lines: [Data] = []
        try store.lines(of: id) { lines.append($0) }
        try store.tamper { db in
            for (index, line) in lines.enumerated() {
                for bit in 0..<(line.count * 8) {
                    var flipped = line
                    flipped[bit / 8] ^= 1 << (bit % 8)
                    try put(flipped, at: index + 1, db)
                    if try store.verify(id)?.sequence != index + 1 {
                        Issue.record("not found: line \(index + 1), bit \(bit)")
                    }
                }
                try put(line, at: index + 1, db)
            }
        }
        #expect(try store.verify(id) == nil)
    }

    private func put(_ line: Data, at sequence: Int, _ db: Database) throws {
        try db.cachedStatement(
            sql: "UPDATE fact SET line = CAST(? AS TEXT) WHERE session = 's-1' AND seq = ?"
        )
        .execute(arguments: [line, sequence])
    }

    @Test(
        "two lines changed over, one left out, one cut off the end or one from another session are found",
        arguments: [
            (
                "UPDATE fact SET seq = CASE seq WHEN 2 THEN -3 ELSE -2 END WHERE session = 's-1' AND seq IN (2, 3)",
                2
            ),
            ("DELETE FROM fact WHERE session = 's-1' AND seq = 3", 3),
            ("DELETE FROM fact WHERE session = 's-1' AND seq = 4", 4),
            ("DELETE FROM fact WHERE session = 's-1' AND seq = 1", 1),
            (
                "UPDATE fact SET line = (SELECT line FROM fact WHERE session = 's-2' AND seq = 2), "
                    + "hash = (SELECT hash FROM fact WHERE session = 's-2' AND seq = 2) WHERE session = 's-1' AND seq = 2",
                2
            ),
            ("UPDATE fact SET hash = zeroblob(32) WHERE session = 's-1' AND seq = 4", 4),
            ("UPDATE session SET head = zeroblob(32) WHERE id = 's-1'", 5),
            ("DELETE FROM fact WHERE session = 's-1'", 1),
        ])
    func structure(_ sql: String, _ sequence: Int) throws {
        let found = try damage(after: sql + "; UPDATE fact SET seq = -seq WHERE seq < 0")
        #expect(found?.sequence == sequence, "\(found?.sentence ?? "nothing found")")
    }

    @Test("a damaged session shows what stands before the damage and takes no further fact")
    func goodPrefix() throws {
        _ = try damage(
            after:
                "UPDATE fact SET line = replace(line, 'note 3', 'note 4') WHERE session = 's-1' AND seq = 3")
        let loaded = try store.load(id)
        #expect(loaded.facts == Array(sampleFacts(id, count: 2)))
        #expect(loaded.damage?.sentence == "fact 3 is not as it was written")
        _ = try damage(after: "UPDATE fact SET hash = zeroblob(32) WHERE session = 's-1' AND seq = 4")
        #expect(throws: StorageError.self) { try store.append(sampleFacts(id, count: 1, from: 5)) }
    }

    @Test("SHA-256 is the published one")
    func digest() {
        let hex = HashChain.digest(of: Data("abc".utf8)).map { String(format: "%02x", $0) }.joined()
        #expect(hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
