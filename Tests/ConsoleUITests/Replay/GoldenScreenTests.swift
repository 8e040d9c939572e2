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
            "da1d5f913f815dd1", "4c4f649ac1ebec81", "13c3d84a73c91cfa", "2b2da34453720b17", "a0131650f830c3d",
            "7edd1d3295207eed", "d0e56592ba997a0b", "15af53559cb13926", "d74777b40dde98ed", "d160e19de68ffb5",
            "2f34848c86b3ec5f",
        ],
        "devices asKnownThen": [
            "c0d1ca3fd4db0345", "d797c1c50a299467", "d624b2bd7ff36ad6", "a589f1a8b3ff0797",
            "c9de3d285d4ffe59", "d775c1b953743f7d", "ec4d6806d6e175a9", "d476cd1a889f645e",
            "c439592813110007", "779bc5b6c43a7439", "ab7504d3b8275d92",
        ],
        "infusion asCorrectedNow": [
            "ee3aa371851f9b55", "72e043c4656fd1b2", "320ba6f029619080", "b3e63e8084eaa1c0",
            "1b41d8e5f00e5eab", "7d11ab1fc97455e3", "94c1d2a4bf2534f7", "1c473360234ce993",
        ],
        "infusion asKnownThen": [
            "b9b5aebd61c2fbba", "55450c954493638e", "3746fe00a85b67c8", "7793cf4374e93398",
            "99159c49bcc4c749", "dd54dca7d48b703f", "569d8e9669092d35", "cd7d1f180f789104",
        ],
        "injection asCorrectedNow": [
            "3d987bcd05aa2be3", "13041883b2a8ff60", "b4f8196cdf44d911", "5ab50769dbfcd", "7d9d5bbad8f1309a",
            "b44e174b7a851955", "8059d431f77c3a7a", "a9b27c7768524536", "184d2a2f6e0195ec",
        ],
        "injection asKnownThen": [
            "9d0341b2e6968a8d", "19727f06e06be944", "2e0d9a57c4be9f55", "3352d150d024110d",
            "df6d3caa85d9b350", "706a6f6271b137bb", "2079040e5fb38690", "b386039d79351c16",
            "4442d9898f3d8340",
        ],
        "sprays asCorrectedNow": [
            "5e5198a9194c3591", "441567abf36e8a68", "4c0af7ff263accfe", "c5fb5b5e5859694f",
            "b308777ca6c7eac8", "1b49306f7ace8df0", "7be6237af66e1d8b", "14d74e1977de0546",
            "4e1b7768e77521ab",
        ],
        "sprays asKnownThen": [
            "56e76d02365f7874", "37f34402029facc0", "5131f5b04531cbd2", "b2d1f074b001d353",
            "cf429dbc368db8d6",
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
