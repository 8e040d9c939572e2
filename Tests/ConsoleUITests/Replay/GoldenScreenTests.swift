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
            "93bc43bed2893798", "82c4b85ec5377bfd", "90c605bd0ea32ce", "b4a8c3277803c463",
            "8537a3438eca10b8",
            "8c81a508c89a781d", "d17d347a89f65745", "287bddb28a981cde", "73c0a8e4ddfd6171",
            "a59668acb8f48cea",
            "bb2791fb4a875905",
        ],
        "devices asKnownThen": [
            "cd7db523859e6800", "604e51bcb5680fc3", "eee26d4abe5e6bf2", "9c8480242838430b",
            "b61106915a33e134", "1ab23c5464a66ee5", "ad61fbc62af8698f", "e0a61b6e353f4cd6",
            "fc2e78a1763fe0bf", "d49abfe822d4d83a", "8b0541159b01e5be",
        ],
        "infusion asCorrectedNow": [
            "879256efc3fabd72", "5070de39866d4f95", "708e7f80c758ddd8", "5f0d8a6a92550827",
            "260c2e2f25acd36e", "e1511de65f89b9a0", "399e67dd5c4f259f", "a572d8c80ca75589",
        ],
        "infusion asKnownThen": [
            "d1ffd03481800bf8", "d73d0cc865744664", "8c573c9be9ae423c", "cc8b4d628f7d7927",
            "de389e338f246c9c", "d2edb268a800a8b4", "64703b3f2b1ab989", "e9d6c9c0c870a756",
        ],
        "injection asCorrectedNow": [
            "c17467b7fc2c8a37", "1821506e831bf070", "f2209454b1b6a54", "986113c3c29ad6fe",
            "e8f1ffd288a6e8e9",
            "c15584ab6c1d3bd1", "5bf16fbc72ea3d24", "41333c8b8878380e", "e13994e96c88c835",
        ],
        "injection asKnownThen": [
            "5acd352e59f7115", "ccb202e87854473", "71b42ee07cd5b5d4", "cb845925b363941e",
            "6d9a8c9e2b6119bf", "40c22ac5d18e103", "1a30c23fc226ed92", "d00e18518c386296",
            "67c6fdd5e6db2f7f",
        ],
        "sprays asCorrectedNow": [
            "fe65c9b851bb82c4", "2248cc886a23ab73", "ff3f3dd8c53d86f8", "db0cf36c80584e4",
            "f60332cdd09a62fe", "17a049f3920971b8", "d370149d0984c4ad", "f514543670ba7ded",
            "2621d00ff445509",
        ],
        "sprays asKnownThen": [
            "c8f3e70f80632a2f", "31acd87709ca39fb", "84c6fc8fa5d73040", "3da717682faad160",
            "1bf7a0dacd4b0c1c",
            "c792db7386e1c8f4", "92f970ebe7124aa3", "17f4aaeeda39a049", "ac79badd1b2505c8",
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
