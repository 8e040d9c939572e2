import Foundation
import SessionCore
import Testing

@testable import Journal

@Suite("Reading a log line by line")
struct LogReaderTests {
    private func lines(_ bytes: Data) throws -> [LogLine] {
        let folder = TemporaryFolder()
        var reader = try LogReader(path: try folder.file("log", bytes))
        var lines: [LogLine] = []
        while let line = try reader.next() { lines.append(line) }
        return lines
    }

    @Test("lines keep their numbers and bytes; blank ones count and are passed over")
    func plain() throws {
        let found = try lines(Data("a\n\n  \r\nb\r\nc".utf8))
        #expect(found.map(\.number) == [1, 4, 5])
        #expect(found.map { String(decoding: $0.bytes, as: UTF8.self) } == ["a", "b\r", "c"])
        #expect(found.map(\.isUnterminated) == [false, false, true])
    }

    @Test("a byte-order mark is dropped, and an empty file has no lines")
    func edges() throws {
        #expect(try lines(Data([0xEF, 0xBB, 0xBF, 0x61, 0x0A])).map(\.bytes) == [Data([0x61])])
        #expect(try lines(Data()).isEmpty)
        #expect(try lines(Data("\n\n".utf8)).isEmpty)
    }

    @Test("lines of every length around the block size come back whole")
    func blocks() throws {
        let lengths = [1, 262_143, 262_144, 262_145, 524_287, 3, 1_048_576, 5]
        let bytes = lengths.reduce(into: Data()) { $0.append(Data(repeating: 0x78, count: $1) + [0x0A]) }
        #expect(try lines(bytes).map(\.bytes.count) == lengths)
    }

    @Test("a line without an end is refused in bounded memory")
    func endless() throws {
        #expect(throws: LineError(number: 2, "the line is longer than 1 MiB")) {
            try lines(Data([0x61, 0x0A]) + Data(repeating: 0x78, count: 4 << 20))
        }
    }

    @Test("a folder, a pipe and a missing file are not logs")
    func notFiles() throws {
        let folder = TemporaryFolder()
        mkfifo(folder.path + "/fifo", 0o600)
        for path in [folder.path, folder.path + "/fifo", folder.path + "/none"] {
            #expect(throws: StorageError.self) { _ = try LogReader(path: path) }
        }
    }
}
