import Foundation
import SessionCore
import Testing

@testable import Journal

@Suite("What a fact writes")
struct PageTests {
    private let folder = TemporaryFolder()

    /// Bytes that the write-ahead log has grown by.
    private func growth(_ store: JournalStore, _ write: () throws -> Void) throws -> Int {
        func size() throws -> Int {
            let attributes = try FileManager.default.attributesOfItem(atPath: store.path + "-wal")
            return try #require(attributes[.size] as? Int)
        }
        let before = try size()
        try write()
        return try size() - before
    }

    @Test(
        "a fact writes the page of its line and that of its session; one that ends the session its place in the list too"
    )
    func pages() throws {
        let page = 4096 + 24
        let store = try folder.store()
        let id = try sessionID("s-1")
        let facts = sampleFacts(id, count: 4)
        try store.append(Array(facts.prefix(2)))
        #expect(try growth(store) { try store.append([facts[2]]) } == 2 * page)
        #expect(try growth(store) { try store.append([facts[3]], isOver: true) } == 3 * page)
        #expect(try store.summary(of: id)?.isOver == true)
    }
}
