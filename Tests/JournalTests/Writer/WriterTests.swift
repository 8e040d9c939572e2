import Foundation
import SessionCore
import Testing

@testable import Journal

/// Waits until the writer has called as often as it took for `count` answers to come.
func answers(_ count: Int, from writer: JournalWriter, _ bell: DispatchSemaphore) -> [JournalAnswer] {
    var found: [JournalAnswer] = []
    while found.count < count, bell.wait(timeout: .now() + 20) == .success {
        found += writer.answers()
    }
    return found
}

extension JournalAnswer {
    var isCommitted: Bool { if case .committed = outcome { true } else { false } }

    var failure: String? { if case .failed(_, let sentence) = outcome { sentence } else { nil } }
}

@Suite("The journal thread")
struct WriterTests {
    private let folder = TemporaryFolder()

    @Test("requests are answered in order, each after its facts are on the disk")
    func order() throws {
        let store = try folder.store()
        let bell = DispatchSemaphore(value: 0)
        let writer = JournalWriter(store) { bell.signal() }
        let lock = try SessionLock(try sessionID("s-1"), in: store.folder, mode: .live)
        let facts = sampleFacts(lock.session, count: 60)
        let tokens = facts.map { writer.append(FactBatch([$0], under: lock, isOver: false)) }
        let found = answers(60, from: writer, bell)
        #expect(found.map(\.token) == tokens)
        #expect(!found.contains { !$0.isCommitted })
        #expect(writer.finish(within: 20))
        #expect(try folder.store().load(lock.session).facts == facts)
    }

    @Test("a batch that cannot be taken fails with a sentence, and the next one goes through")
    func refusedBatch() throws {
        let store = try folder.store()
        let bell = DispatchSemaphore(value: 0)
        let writer = JournalWriter(store) { bell.signal() }
        let lock = try SessionLock(try sessionID("s-1"), in: store.folder, mode: .live)
        let facts = sampleFacts(lock.session, count: 3)
        for batch in [[facts[0], facts[2]], facts] {
            _ = writer.append(FactBatch(batch, under: lock, isOver: false))
        }
        _ = writer.saveDraft("13", under: lock)
        let found = answers(3, from: writer, bell)
        #expect(found[0].failure == "session s-1: fact 3 comes where 2 is next")
        #expect(found[1].isCommitted)
        #expect(writer.finish(within: 20))
        #expect(try folder.store().draft(of: lock.session) == "13")
    }

    @Test("facts of a batch whose answer never came are found, not written twice")
    func foundUnconfirmed() throws {
        let store = try folder.store()
        let lock = try SessionLock(try sessionID("s-1"), in: store.folder, mode: .live)
        let batch = FactBatch(sampleFacts(lock.session), under: lock, isOver: false)
        try store.append(batch)
        // A connection that broke after its commit: the next use fails, the file is sound.
        store.close()
        var desk = JournalDesk(store: store)
        let answer = desk.handle(.append(1, batch))
        guard case .foundUnconfirmed(let facts, _) = answer?.outcome else {
            Issue.record("\(String(describing: answer))")
            return
        }
        #expect(facts == batch.facts)
        let next = desk.handle(
            .append(2, FactBatch(sampleFacts(lock.session, count: 1, from: 4), under: lock, isOver: false)))
        #expect(next?.isCommitted == true)
        #expect(try folder.store().load(lock.session).facts.count == 4)
    }

    @Test("a journal whose folder is gone fails in words and works again when the folder is back")
    func folderGone() throws {
        let store = try folder.store()
        var desk = JournalDesk(store: store)
        let lock = try SessionLock(try sessionID("s-1"), in: store.folder, mode: .live)
        let facts = sampleFacts(lock.session)
        #expect(
            desk.handle(.append(1, FactBatch([facts[0]], under: lock, isOver: false)))?.isCommitted == true)
        store.close()
        rename(store.folder.path, store.folder.path + "-away")
        let gone = desk.handle(.append(2, FactBatch([facts[1]], under: lock, isOver: false)))
        #expect(gone?.failure != nil)
        rename(store.folder.path + "-away", store.folder.path)
        #expect(
            desk.handle(.append(3, FactBatch([facts[1]], under: lock, isOver: false)))?.isCommitted == true)
    }
}
