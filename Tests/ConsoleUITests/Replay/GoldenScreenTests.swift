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
            "34331d175fe28c50", "83c320abc19a04f6", "37aeaabfe9e38352", "62081d470b43915e", "a0131650f830c3d",
            "7edd1d3295207eed", "d0e56592ba997a0b", "15af53559cb13926", "d74777b40dde98ed", "d160e19de68ffb5",
            "2f34848c86b3ec5f",
        ],
        "devices asKnownThen": [
            "20bb2630c62295d8", "e849b9562f22d014", "c32dafc9b970ac66", "84e53ce190bf35e",
            "c9de3d285d4ffe59", "d775c1b953743f7d", "ec4d6806d6e175a9", "d476cd1a889f645e",
            "c439592813110007", "779bc5b6c43a7439", "ab7504d3b8275d92",
        ],
        "infusion asCorrectedNow": [
            "9efd3157f560a91", "f492068364eb52c5", "320ba6f029619080", "6a91b267793f00ad",
            "a20bfbd6cd71e430", "7d11ab1fc97455e3", "94c1d2a4bf2534f7", "1c473360234ce993",
        ],
        "infusion asKnownThen": [
            "dd3e36207a7bb362", "756169bdd58524c9", "3746fe00a85b67c8", "b933d951ab494b5",
            "d68ab6828196d062", "dd54dca7d48b703f", "569d8e9669092d35", "cd7d1f180f789104",
        ],
        "injection asCorrectedNow": [
            "2485b572ecc74647", "864e9180b0a183da", "f17d40aba130483c", "a82f7d505dec2306", "6e261778472ad3a",
            "bb0afc8b2fea1fbe", "8059d431f77c3a7a", "a9b27c7768524536", "184d2a2f6e0195ec",
        ],
        "injection asKnownThen": [
            "d88c33aac3474575", "600b59487154d55e", "8c8825a7bb27e734", "a8227d069858d37e",
            "e7d84834633ccd6c", "834b23967e3bc038", "2079040e5fb38690", "b386039d79351c16",
            "4442d9898f3d8340",
        ],
        "sprays asCorrectedNow": [
            "10d56d2e501ca78b", "92b34fa667691465", "f528a8842e284d96", "2103b52bb405070",
            "8522aafa8e45668c", "1b49306f7ace8df0", "7be6237af66e1d8b", "14d74e1977de0546",
            "4e1b7768e77521ab",
        ],
        "sprays asKnownThen": [
            "f26a0606102a7e1e", "dd5684ea05c5f4cd", "d88d31f84bfc04a6", "f3cb9c11477a4b44",
            "1edd0ec1feca3b12",
            "4ad8be2da63681d0", "f50f4be7b201f3ed", "dabacae7b003a236", "df49dff35025be6e",
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
