import Foundation
import GRDB
import SessionCore
import Testing

@testable import Journal

@Suite("The inbox of a practice session")
struct InboxTests {
    private let folder = TemporaryFolder()

    private func opened(_ name: String) throws -> (store: JournalStore, lock: SessionLock) {
        let store = try folder.store(.practice)
        let lock = try SessionLock(try sessionID(name), in: store.folder, mode: .practice)
        try store.append(
            FactBatch(sampleFacts(lock.session, mode: .practice, count: 1), under: lock, isOver: false))
        return (store, lock)
    }

    @Test("what was sent is numbered in its order and read by others, each session for itself")
    func numbered() throws {
        let (store, lock) = try opened("p-1")
        let reader = try JournalStore(in: folder.data(), mode: .practice, for: .reading)
        #expect(try reader.inbox(of: lock.session).isEmpty, "a journal without an inbox says so")
        #expect(try store.send("one", to: lock.session, sent: wall(1)) == 1)
        // Another process beside the one that writes the session.
        let second = try folder.store(.practice)
        #expect(try second.send("two", to: lock.session, sent: wall(2)) == 2)
        #expect(
            try reader.inbox(of: lock.session) == [
                InboxEntry(number: 1, sent: wall(1), text: "one"),
                InboxEntry(number: 2, sent: wall(2), text: "two"),
            ])
        #expect(try reader.inbox(of: lock.session, behind: 1).map(\.text) == ["two"])
        #expect(try reader.inbox(of: sessionID("p-2")).isEmpty)
        #expect(try reader.load(lock.session).facts.count == 1, "a message is no fact")
    }

    @Test("two who send at once get two numbers, and nothing is lost")
    func concurrently() async throws {
        let (_, lock) = try opened("p-1")
        let data = try folder.data()
        let session = lock.session
        let numbers = try await withThrowingTaskGroup(of: [Int].self) { group in
            for sender in 0..<4 {
                group.addTask {
                    let store = try JournalStore(in: data, mode: .practice, for: .writing)
                    return try (0..<10).map {
                        try store.send("\(sender) \($0)", to: session, sent: wall())
                    }
                }
            }
            return try await group.reduce(into: [Int]()) { $0 += $1 }
        }
        #expect(numbers.sorted() == Array(1...40))
        let texts = try folder.store(.practice).inbox(of: session).map(\.text)
        #expect(Set(texts).count == 40)
    }

    @Test("what was sent is never changed and never deleted")
    func kept() throws {
        let (store, lock) = try opened("p-1")
        _ = try store.send("one", to: lock.session, sent: wall())
        for sql in ["UPDATE inbox SET text = 'two'", "DELETE FROM inbox"] {
            #expect(throws: DatabaseError.self) {
                try store.queue.write { try $0.execute(sql: sql) }
            }
        }
    }

    @Test("a real session has no inbox, and neither has one that is not there")
    func refused() throws {
        let (store, _) = try opened("p-1")
        #expect(throws: StorageError.self) {
            try store.send("one", to: try sessionID("nowhere"), sent: wall())
        }
        let real = try folder.store(.live)
        let lock = try SessionLock(try sessionID("r-1"), in: real.folder, mode: .live)
        try real.append(FactBatch(sampleFacts(lock.session, count: 1), under: lock, isOver: false))
        #expect(throws: StorageError.self) { try real.send("one", to: lock.session, sent: wall()) }
        #expect(throws: StorageError.self) { try real.keepClock("{}", under: lock) }
        #expect(try real.queue.read { try !$0.tableExists("inbox") && !$0.tableExists("exerciseClock") })
    }

    @Test("the clock of an exercise is kept in place of the one before, and a change of another is noticed")
    func clock() throws {
        let (store, lock) = try opened("p-1")
        let reader = try JournalStore(in: folder.data(), mode: .practice, for: .reading)
        #expect(try reader.clock(of: lock.session) == nil)
        let before = try reader.changeMark()
        #expect(try reader.changeMark() == before)
        try store.keepClock("first", under: lock)
        try store.keepClock("second", under: lock)
        #expect(try reader.changeMark() != before)
        #expect(try reader.clock(of: lock.session) == "second")
    }

    @Test("who writes a session is known without taking it from them")
    func holder() throws {
        let store = try folder.store(.practice)
        let id = try sessionID("p-1")
        func held() -> String? { SessionLock.holder(of: id, in: store.folder, mode: .practice) }
        #expect(held() == nil)
        var lock: SessionLock? = try SessionLock(id, in: store.folder, mode: .practice)
        #expect(held()?.contains("process \(getpid())") == true)
        #expect(throws: StorageError.self, "asking took nothing, and gave nothing back") {
            try SessionLock(id, in: store.folder, mode: .practice)
        }
        lock = nil
        #expect(lock == nil && held() == nil)
    }
}
