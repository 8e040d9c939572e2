import Foundation
import GRDB
import SessionCore
import Testing

@testable import Journal

@Suite("The journal on disk")
struct StoreTests {
    @Test("what was kept is there after the journal was opened again, and the list shows it")
    func keep() throws {
        let folder = TemporaryFolder()
        let id = try sessionID("s-1")
        let facts = sampleFacts(id, count: 5)
        try folder.store().append(Array(facts.prefix(2)))
        try folder.store().append(Array(facts.dropFirst(2)))
        let reader = try JournalStore(in: folder.data(), mode: .live, for: .reading)
        let loaded = try reader.load(id)
        #expect(loaded.facts == facts)
        #expect(loaded.damage == nil)
        #expect(try reader.export(id) == log(facts))
        let summary = try #require(try reader.summary(of: id))
        #expect(summary.label == "A. B." && summary.birthYear == 1981 && summary.route == .infusion)
        #expect(summary.count == 5 && summary.lastEntered == wall(5) && summary.opened == wall(1))
    }

    @Test("the list begins with unfinished sessions, the newest first, and can be read in pages")
    func list() throws {
        let folder = TemporaryFolder()
        let store = try folder.store()
        for (name, minute, isOver) in [
            ("old", 0, false), ("new", 9, false), ("done", 99, true), ("mid", 5, false),
        ] {
            var fact = sampleFacts(try sessionID(name), count: 1)[0]
            fact.measured = wall(Int64(minute))
            try store.append([fact], isOver: isOver)
        }
        #expect(try store.sessions().map(\.id.name) == ["new", "mid", "old", "done"])
        #expect(try store.sessions(behind: SessionID("mid"), limit: 2).map(\.id.name) == ["new", "old"])
    }

    @Test("an amended patient label shows in the list")
    func amendedLabel() throws {
        let folder = TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let store = try folder.store()
        let id = try sessionID("s-1")
        try store.append(sampleFacts(id, count: 1))
        var corrected = sampleOpening
        corrected.patient.label = "C. D."
        var fact = sampleFacts(id, count: 1, from: 2)[0]
        fact.body = .amended(Amended(target: 1, now: .sessionOpened(corrected), reason: "slip"))
        try store.append([fact])
        #expect(try store.summary(of: id)?.label == "C. D.")
    }

    @Test(
        "a fact out of turn, of the other mode or under another session's lock is refused and nothing is written"
    )
    func refused() throws {
        let folder = TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let store = try folder.store()
        let id = try sessionID("s-1")
        let facts = sampleFacts(id, count: 3)
        #expect(throws: StorageError.self) { try store.append([facts[1]]) }
        #expect(throws: StorageError.self) { try store.append([facts[0], facts[2]]) }
        #expect(throws: StorageError.self) { try store.append(sampleFacts(id, mode: .practice)) }
        let lock = try SessionLock(try sessionID("s-2"), in: store.folder, mode: .live)
        #expect(throws: StorageError.self) { try store.append(FactBatch(facts, under: lock, isOver: false)) }
        #expect(try store.sessions().isEmpty)
    }

    @Test("a practice journal is never opened as a real one, nor the reverse, nor anything else as either")
    func modeWall() throws {
        let folder = TemporaryFolder()
        let data = try folder.data()
        try folder.store(.practice).close()
        try folder.store(.live).close()
        try FileManager.default.copyItem(atPath: data.databasePath(.practice), toPath: folder.path + "/p")
        try FileManager.default.removeItem(atPath: data.databasePath(.live))
        try FileManager.default.moveItem(atPath: folder.path + "/p", toPath: data.databasePath(.live))
        let error = #expect(throws: StorageError.self) { try folder.store(.live) }
        #expect(error?.kind == .badData && error?.sentence.contains("practice") == true)
        try Data("no database at all, but longer than a header of one".utf8)
            .write(to: URL(fileURLWithPath: data.databasePath(.live)))
        #expect(throws: StorageError.self) { try folder.store(.live) }
    }

    @Test("facts cannot be changed or deleted with plain SQL")
    func appendOnly() throws {
        let folder = TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        let store = try folder.store()
        try store.append(sampleFacts(try sessionID("s-1")))
        let other = try DatabaseQueue(path: store.path)
        for sql in ["UPDATE fact SET line = '{}'", "DELETE FROM fact"] {
            #expect(throws: DatabaseError.self) { try other.write { try $0.execute(sql: sql) } }
        }
        #expect(
            try other.read { try String.fetchAll($0, sql: "SELECT line ->> '$.kind' FROM fact") }.count == 3)
    }

    @Test("a draft survives, is no fact, and goes when the line is filed")
    func draft() throws {
        let folder = TemporaryFolder()
        let id = try sessionID("s-1")
        try folder.store().append(sampleFacts(id, count: 1))
        try folder.store().saveDraft("label AB", of: nil)
        #expect(try folder.store().draft(of: nil) == "label AB")
        try folder.store().saveDraft("132/8", of: id)
        #expect(try folder.store().draft(of: id) == "132/8")
        #expect(try folder.store().load(id).facts.count == 1)
        try folder.store().append(sampleFacts(id, count: 1, from: 2))
        #expect(try folder.store().draft(of: id) == nil)
    }

    @Test("reading a journal that does not exist makes none")
    func absent() throws {
        let folder = TemporaryFolder()
        let error = #expect(throws: StorageError.self) {
            try JournalStore(in: folder.data(), mode: .live, for: .reading)
        }
        #expect(error?.kind == .noInput)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/data").isEmpty)
    }
}
