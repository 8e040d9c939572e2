import Foundation
import Testing

@Suite("What the nurse saw and what show prints")
struct LiveAndReplayTests {
    /// A session with a crisis, an unconfirmed value, a correction and a late entry, and screens taken on the way.
    private struct Story {
        var script = "clock 2026-03-01T14:00:00Z\n"
        var seconds = 0
        var taken: [(name: String, at: Int, size: String)] = []
        let folder: String

        mutating func type(_ keys: String) { script += "type \(keys)\n" }

        mutating func pass(_ seconds: Int, size: String) {
            let name = "screen-\(taken.count)"
            script +=
                "size \(size)\nscreen \(folder)/\(name)\nroles \(folder)/\(name).roles\npass \(seconds)s\n"
            taken.append((name, self.seconds, size))
            self.seconds += seconds
        }

        init(in folder: String) {
            self.folder = folder
            type(Keys.opening(.infusion))
            type("122/78 72 98 14 air<Enter>")
            pass(120, size: "120x40")
            type("124/80 74 98 14 air<Enter>")
            pass(60, size: "80x24")
            type("ds250 0.21<Enter><Enter>")
            pass(600, size: "200x60")
            type("186/112 98 97 16<Enter>")
            pass(40, size: "100x30")
            type("a1")
            pass(50, size: "120x40")
            type("198/40 96 97<Enter>")
            pass(30, size: "80x24")
            type("c<Enter>178/108 96 97<Enter>t")
            pass(400, size: "120x40")
            type("nfeels floaty<Enter>")
            type("150/92 90 97 14 @14:15<Enter>")
            pass(300, size: "80x24")
            type("146/90 84 97 14<Enter>")
            pass(900, size: "120x40")
            pass(30, size: "40x12")
            pass(30, size: "60x16")
        }
    }

    private func rows(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The rows that must be the same: all but the corner and the two lowest, or as many as the entry line has.
    private func comparable(_ rows: [String], _ height: Int, without below: Int) -> [String] {
        rows.prefix(height - below).enumerated().map { index, row in
            let row = index == 0 ? String(row.dropFirst(20)) : row
            return String(row.reversed().drop { $0 == " " }.reversed())
        }
    }

    @Test(
        "a screen captured live equals the replayed one in every cell but mode corner, entry line and key bar"
    )
    func same() throws {
        let ward = try Ward()
        let story = Story(in: ward.folder)
        let played = try ward.play(story.script, ["--practice"])
        try #require(played.ending == .exit(0), "\(played.errors)")
        let session = try #require(try ward.sessions(practice: true).first?["session"] as? String)
        for shot in story.taken {
            let shown = try ward.run(
                "show", session, "--practice", "--at", "\(shot.at)s", "--size", shot.size, "--roles")
            try #require(shown.ending == .exit(0), "\(shown.errors)")
            let height = try #require(Int(shot.size.split(separator: "x")[1]))
            let live = rows(try String(contentsOfFile: "\(ward.folder)/\(shot.name)", encoding: .utf8))
            let liveRoles = rows(
                try String(contentsOfFile: "\(ward.folder)/\(shot.name).roles", encoding: .utf8))
            let replayed = rows(shown.output)
            // The entry line has three rows while a value is questioned.
            let below = live.contains { $0.contains("type it again to confirm") } ? 4 : 2
            #expect(
                comparable(replayed, height, without: below) == comparable(live, height, without: below),
                "\(shot)")
            #expect(
                comparable(Array(replayed.dropFirst(height)), height, without: below)
                    == comparable(liveRoles, height, without: below), "\(shot)")
            #expect(replayed[0].hasPrefix("{REPLAY OF PRACTICE}"))
        }
    }

    @Test("the same moment a second too late is another screen, so that the comparison can fail")
    func control() throws {
        let ward = try Ward()
        let log = GoldenRecords.path("infusion")
        let right = try ward.run("show", log, "--at", "40m").output
        #expect(try ward.run("show", log, "--at", "40m").output == right)
        #expect(try ward.run("show", log, "--at", "2401s").output != right)
    }
}
