import Foundation
import SessionCore
import Testing

@testable import Journal

@Suite("Comments in a journal")
struct CommentKeepingTests {
    @Test("a comment is kept by its moment, and the facts and their chain stay as they were")
    func kept() throws {
        let folder = TemporaryFolder()
        let store = try JournalStore(in: folder.data(), mode: .live, for: .writing)
        let session = try #require(SessionID("S1"))
        #expect(try store.comments(on: session).isEmpty, "a journal that never had one opens and says so")
        func comment(_ minute: Int64, _ text: String) -> KeptComment {
            KeptComment(
                at: SessionTime(minutes: minute), written: WallTime(milliseconds: 1), author: "MK",
                text: text)
        }
        try store.keep(comment(40, "later"), on: session)
        try store.keep(comment(20, "earlier"), on: session)
        let reader = try JournalStore(in: folder.data(), mode: .live, for: .reading)
        #expect(try reader.comments(on: session) == [comment(20, "earlier"), comment(40, "later")])
        #expect(try reader.sessions().isEmpty, "a comment makes no session")
        #expect(throws: StorageError.self, "a reader keeps nothing") {
            try reader.keep(comment(1, "no"), on: session)
        }
    }

    @Test("the journal thread keeps a comment in line with facts and answers when it is on the disk")
    func byTheThread() throws {
        let folder = TemporaryFolder()
        let bell = DispatchSemaphore(value: 0)
        let writer = JournalWriter(try folder.store()) { bell.signal() }
        let session = try sessionID("s-1")
        let comment = KeptComment(
            at: SessionTime(minutes: 1), written: WallTime(milliseconds: 1), author: "MK", text: "seen")
        _ = writer.keep(comment, on: session)
        let found = answers(1, from: writer, bell)
        if case .commentKept(let kept, let id)? = found.first?.outcome {
            #expect(kept == comment && id == session)
        } else {
            Issue.record("\(found)")
        }
        #expect(try folder.store().comments(on: session) == [comment])
        #expect(writer.finish(within: 20))
    }
}
