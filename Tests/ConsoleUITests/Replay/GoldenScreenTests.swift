import Canvas
import ConsoleUI
import Foundation
import Review
import SessionCore
import Testing

@Suite("Same bytes in, same screens out")
struct GoldenScreenTests {
    /// The lines of a log: whole sessions by each route, as the first format wrote them.
    private func lines(_ name: String) throws -> [String] {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = tests.appendingPathComponent("EbbtideTests/Replay/Golden/v1-\(name).jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// FNV-1a over UTF-8, which is the same on every machine.
    private func hash(_ texts: [String]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for text in texts {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 10) &* 0x100_0000_01b3
        }
        return String(hash, radix: 16)
    }

    /// Text and roles at each minute of a log, hashed; one hash for every twenty minutes, so that a change says where.
    private func hashes(_ lines: [String], _ knowledge: Knowledge) throws -> [String] {
        let decoder = JSONDecoder()
        let facts = try lines.map { try decoder.decode(Fact.self, from: Data($0.utf8)) }
        var cursor = try ReplayCursor(facts)
        cursor.look(knowledge)
        var hashes: [String] = []
        var screens: [String] = []
        var minute: Int64 = 0
        while SessionTime(minutes: minute) <= cursor.end {
            cursor.seek(to: SessionTime(minutes: minute))
            var film = ReplayFilm(RecordedSession(cursor))
            // The two sizes in turn, so that the whole stays quick.
            var surface = Surface(
                minute % 2 == 0 ? Size(columns: 80, rows: 24) : Size(columns: 120, rows: 40))
            film.draw(into: &surface)
            screens += surface.text + surface.roles
            minute += 1
            if minute % 20 == 0 || SessionTime(minutes: minute) > cursor.end {
                hashes.append(hash(screens))
                screens = []
            }
        }
        return hashes
    }

    /// Changed on purpose alone: a difference means that somebody who replays an old session sees something else than
    /// before.
    private static let known: [String: [String]] = [
        "devices asCorrectedNow": [
            "93bc43bed2893798", "dd9917e3d0e0963", "bb29cf43834654ca", "b4a8c3277803c463",
            "8537a3438eca10b8",
            "8c81a508c89a781d", "d17d347a89f65745", "287bddb28a981cde", "73c0a8e4ddfd6171",
            "a59668acb8f48cea",
            "bb2791fb4a875905",
        ],
        "devices asKnownThen": [
            "cd7db523859e6800", "5ad8a7c706fcb095", "793bcfd1bc0166ae", "9c8480242838430b",
            "b61106915a33e134", "1ab23c5464a66ee5", "ad61fbc62af8698f", "e0a61b6e353f4cd6",
            "fc2e78a1763fe0bf", "d49abfe822d4d83a", "8b0541159b01e5be",
        ],
        "infusion asCorrectedNow": [
            "47218b0e27e7a54c", "b442525a79f8bf85", "f814c15bf6c6c972", "20d4854092a661ae",
            "22b110833a5f0322", "b816bfad21b4a908", "fc3a23405f14e107", "d08017e4a403edc3",
        ],
        "infusion asKnownThen": [
            "34a2c5131678f59b", "ffef3d4cd3c13090", "d58931ca4e00dfee", "74fec84a7b9f0fda",
            "783ca1d4703ec878", "dc730e3bf2095f18", "da8de99cada548b9", "92102f7dd5d3a670",
        ],
        "injection asCorrectedNow": [
            "ef7dc2a4f990a03d", "20f1762af3054d53", "2880116986dd44dc", "986113c3c29ad6fe",
            "e8f1ffd288a6e8e9",
            "c15584ab6c1d3bd1", "5bf16fbc72ea3d24", "41333c8b8878380e", "e13994e96c88c835",
        ],
        "injection asKnownThen": [
            "124abc3414e92dd7", "5b75e0d3fe806fad", "73a075719f49a360", "cb845925b363941e",
            "6d9a8c9e2b6119bf", "40c22ac5d18e103", "1a30c23fc226ed92", "d00e18518c386296",
            "67c6fdd5e6db2f7f",
        ],
        "sprays asCorrectedNow": [
            "69f60c7e8b48b796", "f6bfe1c87355692a", "c6d2cc47b0498fc0", "40c2fe60955dc222",
            "87b6e762520ae210", "aa4be1d1a04a2f8", "f7e68a80e9e58457", "1fbb0d0c6882d197",
            "6817d36c9e6f36a7",
        ],
        "sprays asKnownThen": [
            "bc6a7a7ac9d9cad3", "c9ce0ba425cd5712", "b4d84ad7df4200a4", "3aed703a56bc1ce",
            "64e9156661b7a9b6",
            "c9a09d791000d0e0", "53a536594ae181ad", "effa28fd98c2d1eb", "68a98cffc9a422b2",
        ],
    ]

    @Test(
        "the screen at each minute of each log is the one that was there before",
        arguments: ["infusion", "injection", "sprays", "devices"])
    func screens(name: String) throws {
        let log = try lines(name)
        for knowledge in Knowledge.allCases {
            let key = "\(name) \(knowledge)"
            let found = try hashes(log, knowledge)
            #expect(found == Self.known[key], "\"\(key)\": \(found)")
        }
    }

    @Test("one figure changed in one fact changes the screens from that moment on and none before")
    func control() throws {
        var log = try lines("infusion")
        let before = try hashes(log, .asKnownThen)
        let place = try #require(log.lastIndex { $0.contains("\"systolic\":150") })
        log[place] = log[place].replacing("\"systolic\":150", with: "\"systolic\":151")
        let after = try hashes(log, .asKnownThen)
        #expect(before.first == after.first)
        #expect(before != after)
    }
}
