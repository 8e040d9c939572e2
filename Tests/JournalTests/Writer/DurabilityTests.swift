import Foundation
import GRDB
import SessionCore
import Testing

@testable import Journal

/// Counts the flushes of files under a folder while work is done, by `strace` on this process; `nil` where it cannot.
private func flushes(under path: String, during work: () throws -> Void) throws -> Int? {
    let trace = path + "/trace"
    let strace = Process()
    strace.executableURL = URL(fileURLWithPath: "/usr/bin/strace")
    strace.arguments = ["-f", "-y", "-e", "trace=fsync,fdatasync", "-o", trace, "-p", String(getpid())]
    let said = Pipe()
    strace.standardError = said
    guard (try? strace.run()) != nil else { return nil }
    // It says "attached", or why not, on its standard error.
    let first = String(decoding: said.fileHandleForReading.availableData, as: UTF8.self)
    guard first.contains("attached") else {
        strace.waitUntilExit()
        return nil
    }
    try work()
    // It inherits blocked signals; what was traced is written line by line, so killing it loses none.
    kill(strace.processIdentifier, SIGKILL)
    _ = said.fileHandleForReading.readDataToEndOfFile()
    strace.waitUntilExit()
    let lines = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
    return lines.count { $0.contains(path) && $0.contains("sync(") }
}

@Suite("What is acknowledged is on the disk", .serialized)
struct DurabilityTests {
    private let folder = TemporaryFolder()

    @Test("every one of 50 commits flushes the disk; with synchronous = NORMAL, the control, they do not")
    func flushCount() throws {
        let store = try folder.store()
        let lock = try SessionLock(try sessionID("s-1"), in: store.folder, mode: .live)
        func run(_ first: Int) throws {
            for fact in sampleFacts(lock.session, count: 50, from: first) {
                try store.append(FactBatch([fact], under: lock, isOver: false))
            }
        }
        guard let full = try flushes(under: folder.path, during: { try run(1) }) else {
            print("strace is missing or may not attach: the flushes were not counted")
            return
        }
        try store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
        let normal = try flushes(under: folder.path, during: { try run(51) })
        #expect(full >= 50)
        #expect(try #require(normal) < 50)
    }

    @Test("the writer runs with FULL, write-ahead log and no checkpoint inside a commit")
    func pragmas() throws {
        let found = try folder.store().queue.writeWithoutTransaction { db in
            try ["synchronous", "journal_mode", "wal_autocheckpoint"].map {
                try String.fetchOne(db, sql: "PRAGMA \($0)")
            }
        }
        #expect(found == ["2", "wal", "0"])
    }

    @Test("a console killed at any instant loses nothing that it acknowledged", arguments: [3, 7, 20])
    func killed(_ acknowledged: Int) async throws {
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = folder.path as String, acknowledged = acknowledged as Int] in
            let data = try DataFolder(path: path + "/data")
            let store = try JournalStore(in: data, mode: .live, for: .writing)
            let lock = try SessionLock(try sessionID("s-1"), in: data, mode: .live)
            let bell = DispatchSemaphore(value: 0)
            let writer = JournalWriter(store) { bell.signal() }
            for fact in sampleFacts(lock.session, count: 200) {
                _ = writer.append(FactBatch([fact], under: lock, isOver: false))
            }
            let count = answers(acknowledged, from: writer, bell).count
            try Data("\(count)".utf8).write(to: URL(fileURLWithPath: path + "/acknowledged"))
            kill(getpid(), SIGKILL)
        }
        let count = try #require(Int(String(contentsOfFile: folder.path + "/acknowledged", encoding: .utf8)))
        let loaded = try folder.store().load(try sessionID("s-1"))
        #expect(count >= acknowledged)
        #expect(loaded.damage == nil && loaded.facts.count >= count)
        _ = try SessionLock(try sessionID("s-1"), in: folder.data(), mode: .live)
    }

    @Test("a file that may not grow fails in words, and everything acknowledged before stands")
    func fileLimit() async throws {
        await #expect(processExitsWith: .success) { [path = folder.path as String] in
            signal(SIGXFSZ, SIG_IGN)
            let data = try DataFolder(path: path + "/data")
            var desk = JournalDesk(store: try JournalStore(in: data, mode: .live, for: .writing))
            let lock = try SessionLock(try sessionID("s-1"), in: data, mode: .live)
            var limit = rlimit(rlim_cur: 300_000, rlim_max: 1 << 40)
            setrlimit(__rlimit_resource_t(1), &limit)
            var sequence = 0
            var failure: String?
            while failure == nil, sequence < 2000 {
                let facts = sampleFacts(lock.session, count: 1, from: sequence + 1)
                failure = desk.handle(.append(1, FactBatch(facts, under: lock, isOver: false)))?.failure
                if failure == nil { sequence += 1 }
            }
            let loaded = try JournalStore(in: data, mode: .live, for: .reading).load(lock.session)
            guard failure?.contains("did not take") == true || failure?.contains("full") == true,
                loaded.damage == nil, loaded.facts.count == sequence
            else {
                print("failure: \(failure ?? "none"), \(sequence) acknowledged, \(loaded.facts.count) kept")
                exit(1)
            }
            exit(0)
        }
    }
}
