import Foundation
import GRDB
import SessionCore

@testable import Journal

/// A folder of a test's own, gone with the test.
final class TemporaryFolder: Sendable {
    let path: String

    init() {
        path =
            FileManager.default.temporaryDirectory.path(percentEncoded: false)
            + "ebbtide-journal-\(UUID().uuidString)"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        chmod(path, 0o700)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The data folder in it.
    func data(_ name: String = "data") throws -> DataFolder { try DataFolder(path: path + "/" + name) }

    /// A journal in the data folder.
    func store(_ mode: SessionMode = .live) throws -> JournalStore {
        try JournalStore(in: data(), mode: mode, for: .writing)
    }

    /// Writes a file and answers with its path.
    func file(_ name: String, _ text: String) throws -> String {
        try file(name, Data(text.utf8))
    }

    func file(_ name: String, _ bytes: Data) throws -> String {
        let file = path + "/" + name
        try bytes.write(to: URL(fileURLWithPath: file))
        return file
    }
}

extension JournalStore {
    /// Appends under a lock of its own.
    func append(_ facts: [Fact], isOver: Bool = false) throws {
        guard let first = facts.first else { return }
        let lock = try SessionLock(first.session, in: folder, mode: mode)
        try append(FactBatch(facts, under: lock, isOver: isOver))
    }

    /// All lines of a session, each ended by a newline, as an export writes them.
    func export(_ session: SessionID) throws -> Data {
        var bytes = Data()
        try lines(of: session) { bytes += $0 + [0x0A] }
        return bytes
    }

    /// Changes the file behind the journal's back.
    func tamper(_ change: (Database) throws -> Void) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            try db.execute(
                sql:
                    "PRAGMA synchronous = OFF; DROP TRIGGER IF EXISTS factIsKept; DROP TRIGGER IF EXISTS factStays"
            )
            try change(db)
        }
        try queue.close()
    }
}

/// The lines of facts as a log file holds them.
func log(_ facts: [Fact]) throws -> Data {
    let coder = FactCoder()
    return try facts.reduce(into: Data()) { try $0.append(coder.line(of: $1) + [0x0A]) }
}

/// Accepts every log, as if the rules had nothing against it.
func acceptAll(_ facts: [Fact]) -> LogVerdict { .accepted(isOver: true) }
