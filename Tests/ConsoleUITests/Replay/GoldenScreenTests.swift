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
            for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
                var surface = Surface(size)
                film.draw(into: &surface)
                screens += surface.text + surface.roles
            }
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
            "97728e382bc6f4fe", "63d6ecaf4d614a87", "2837dd84bba184dc", "2ccc38a7a25cc37", "1bfd994cb8902d67",
            "5fb264e628b6d8e3", "9010d18f77378d2e", "ec8d9be6b59d71a9", "15487fa740d72ef6",
            "d47877b3944d4da9", "ffa1897e35362d08",
        ],
        "devices asKnownThen": [
            "68ecb6715ad9e0a", "63570cfdec014d1f", "2065b03c8397d4b4", "e0a5988832a3b1c5", "3b6435f64fd35977",
            "d82e66236bbfef1b", "eb6e15ebd6e7cffc", "a5745c4ed1d782e7", "1c7022c75d842f0", "22489eb68ebba0e9",
            "4fef2e8f079d0ef2",
        ],
        "infusion asCorrectedNow": [
            "4d4887e8cc3ce3ab", "683709bc5a0d993c", "3f07710aa755269", "4389b98cf1a21b10", "c5552dc981e139e5",
            "ea73abcad7bd8dd4", "221186f0b2e55f5a", "eebec0beeddf942e",
        ],
        "infusion asKnownThen": [
            "69d7270562be18dc", "f4b34ee4458fcd3c", "bb266f5dd66397f9", "19ea14243512a6cc",
            "52d261cb54c2f0d5", "eac7d21bcefd140c", "7f6c858248425452", "c36b5d73681312fc",
        ],
        "injection asCorrectedNow": [
            "9531a5e485d78cde", "3b1499a0fdf8d122", "b27757ea6c3e6046", "71344ed91efce1fa", "4ec10a87131817e",
            "c2d18dc00d6cbd30", "f20af9e6552ff904", "695503f994f2d947", "357e1324684cffa8",
        ],
        "injection asKnownThen": [
            "d78eb8ebd67cf53a", "5699bb28b8853ce2", "133f431e3f05649e", "626f7271d57c27a", "95cec015529b0984",
            "f90eacd57c54dd5c", "80142343f554b40a", "e6d26c1571123e19", "c2d5e71434831dcc",
        ],
        "sprays asCorrectedNow": [
            "81444658432477a2", "894dbebe8866702d", "a4b1dfe6ead1dd79", "40aa8771c22eaab2",
            "5d5dca6914a9871f", "6daf498fe9d3dbf", "c70f3535fef6574c", "5bd336b008ebe7e9", "d1434a3eb7effbeb",
        ],
        "sprays asKnownThen": [
            "3bcc882baaef8695", "14dee9f4dd21d515", "5db4e5bdd3682ce1", "3da076cecb3f6954",
            "1d44dc65965424d5", "a6b6ba5c8c776abf", "b678315a2d0f447a", "17382c6abc93b133",
            "bd37af0df1dcb20f",
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
