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
            "baf672465708de9f", "3416ef6791e73fc9", "30e9e876a7ca3c52", "60a61e797f5c10fa",
            "58192f3e073ee88c",
            "7edd1d3295207eed", "753bd14f5b2acb0d", "15af53559cb13926", "d74777b40dde98ed", "d160e19de68ffb5",
            "2f34848c86b3ec5f",
        ],
        "devices asKnownThen": [
            "7a1ca307bfd589d7", "5408b17dc0bf94f7", "694ce8929bf14f52", "6f54a1a174260102",
            "414adf5ef987e398", "d775c1b953743f7d", "4f3766d640ee83ff", "d476cd1a889f645e",
            "c439592813110007", "779bc5b6c43a7439", "ab7504d3b8275d92",
        ],
        "infusion asCorrectedNow": [
            "756b77399e92fa8c", "fa9283aecb1ec22b", "d084ad03ca629b4c", "58f4911f83611b24",
            "39538a1062a0fffe", "2efb0e547b86644c", "94c1d2a4bf2534f7", "1c473360234ce993",
        ],
        "infusion asKnownThen": [
            "b4c053f40fb04913", "b09f89a621301fbb", "d417e9f5a804229c", "a3673442004db768",
            "ceb651d81cdd6c04", "542b170f5dd1934c", "569d8e9669092d35", "cd7d1f180f789104",
        ],
        "injection asCorrectedNow": [
            "12711c6a9de3a914", "90c118e07282a54f", "4e8279ad1d334698", "e9f12b1ca2e6fc44",
            "dcd18a2da3e5036b",
            "d06a1c232500636e", "8059d431f77c3a7a", "94f6b24ffb77c960", "184d2a2f6e0195ec",
        ],
        "injection asKnownThen": [
            "bc32986581c73e5e", "ce11f6cba0ce981e", "6190fbd6c1d39fc4", "2e7c923b30b01020",
            "209615fc69a74629", "1c9f7cdd9c8a88f4", "2079040e5fb38690", "2c4f8607eca3b2ec",
            "4442d9898f3d8340",
        ],
        "sprays asCorrectedNow": [
            "fb1c60756c1cd836", "f0f78ab8adcd9bb2", "ea353c6778d93968", "482636ac292c3f7a",
            "7904a05dcca66620", "1b49306f7ace8df0", "7be6237af66e1d8b", "18f306e3eb5b46d7",
            "4e1b7768e77521ab",
        ],
        "sprays asKnownThen": [
            "8360c9ccac0d9633", "e6229b79892013b2", "ee24a0c145e5cfcc", "cfeb46956ad96dce",
            "69f1bd48dba4b42",
            "4ad8be2da63681d0", "f50f4be7b201f3ed", "d3e2a487a6935eb7", "df49dff35025be6e",
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
