import Foundation
import Testing

@Suite("Replaying from the command line")
struct ReplayCommandTests {
    private let log = GoldenRecords.path("injection")

    @Test("timeline prints a line for each entry and conclusion; every line of a practice session says so")
    func timeline() throws {
        let ward = try Ward()
        let printed = try ward.run("timeline", log)
        #expect(printed.ending == .exit(0), "\(printed.errors)")
        let lines = printed.output.split(separator: "\n")
        #expect(lines.count > 60)
        #expect(lines.allSatisfy { $0.hasPrefix("PRACTICE  ") })
        #expect(printed.output.contains("T0+0  KL  dose  administration started (T0)"))
        #expect(printed.output.contains("(was "), "what stood there before a correction")
        #expect(!printed.output.contains("\u{1B}"))
        let json = try ward.run("timeline", log, "--json")
        for line in json.output.split(separator: "\n") {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["mode"] as? String == "practice")
            #expect(object?["time"] is String && object?["text"] is String && object?["kind"] is String)
        }
    }

    @Test(
        "timeline says of a questioned value that nobody has confirmed it, as the screen does, and of no other"
    )
    func unconfirmed() throws {
        let ward = try Ward()
        let session = try ward.openSession()
        try ward.play("type 224/98<Enter>\n", ["session", session])
        let lines = try ward.run("timeline", session).output.split(separator: "\n")
        #expect(lines.filter { $0.contains("? unconfirmed") }.count == 1, "\(lines)")
        #expect(lines.contains { $0.contains("BP 224/98") && $0.contains("? unconfirmed") })
        #expect(try ward.run("timeline", session, "--json").output.contains("\"unconfirmed\":true"))
    }

    @Test("of a log with several sessions each can be shown, and the first one says how")
    func severalSessions() throws {
        let ward = try Ward()
        let second = try GoldenRecords.lines("sprays").map {
            $0.replacingOccurrences(of: "20260301-140000000-temw", with: "20260301-150000000-twos")
        }
        let file = ward.folder + "/both.jsonl"
        let lines = try GoldenRecords.lines("injection") + second
        try (lines.joined(separator: "\n") + "\n").write(toFile: file, atomically: false, encoding: .utf8)
        let first = try ward.run("show", file, "--at", "10m")
        #expect(first.output.contains("Bed 4"))
        #expect(first.errors.contains("--session 20260301-150000000-twos shows it"), "\(first.errors)")
        #expect(first.ending == .exit(0) && !first.output.contains("the record is shown up to"))
        let other = try ward.run("show", file, "--session", "20260301-150000000-twos", "--at", "10m")
        #expect(other.ending == .exit(0) && other.output.contains("Room 2"), "\(other.errors)")
        #expect(try ward.run("show", file, "--session", "nobody").ending == .exit(66))
        let named = try ward.run("show", "20260301-140000000-temw", "--session", "nobody")
        #expect(named.ending == .exit(66) && named.errors.contains("there is no file"))
    }

    @Test("a moment with a minus lies so long before the last one")
    func backFromTheEnd() throws {
        let ward = try Ward()
        let end = try ward.run("show", log, "--at", "end").output
        let earlier = try ward.run("show", log, "--at", "-30m")
        #expect(earlier.ending == .exit(0) && earlier.output != end)
        #expect(earlier.output != (try ward.run("show", log, "--at", "start").output))
    }

    @Test(
        "a log that is torn, reordered, changed or newer is shown up to there, and says where and why",
        arguments: [
            "torn", "reordered", "missing", "broken", "newer", "contradictory",
        ])
    func damaged(how: String) throws {
        let ward = try Ward()
        var lines = try GoldenRecords.lines("injection")
        var end = "\n"
        var line = 21
        switch how {
        case "torn":
            lines = Array(lines.prefix(21))
            lines[20] = String(lines[20].prefix(90))
            end = ""
        case "reordered": lines.swapAt(20, 21)
        case "missing": lines.remove(at: 20)
        case "broken": lines[20] = "{\"v\":1"
        case "newer": lines[20] = lines[20].replacingOccurrences(of: "\"v\":1", with: "\"v\":2")
        default:
            line = 22
            lines[21] = lines[21].replacingOccurrences(of: "\"measured\":\"2026", with: "\"measured\":\"2027")
        }
        let file = ward.folder + "/damaged.jsonl"
        try (lines.joined(separator: "\n") + end).write(toFile: file, atomically: false, encoding: .utf8)
        for command in [
            ["show", file, "--at", "10m"], ["timeline", file], ["record", file, "--speed", "600"],
        ] {
            let outcome = try ward.run(all: command)
            #expect(outcome.ending == .exit(65), "\(command)")
            #expect(outcome.errors.contains("line \(line)"), "\(how): \(outcome.errors)")
            #expect(outcome.errors.split(separator: "\n").count == 1)
            #expect(!outcome.output.isEmpty)
        }
        #expect(try ward.run("show", file, "--at", "10m", "--size", "200x40").output.contains("line \(line)"))
        #expect(!FileManager.default.fileExists(atPath: ward.data), "a file is replayed without a journal")
    }

    @Test("a moment that lies beyond the damage is refused with the damage, not as one that never was")
    func beyondTheDamage() throws {
        let ward = try Ward()
        let lines = try GoldenRecords.lines("injection")
        let start = try #require(lines.firstIndex { $0.contains("\"kind\":\"administrationStarted\"") })
        let file = ward.folder + "/cut.jsonl"
        try (lines.prefix(start) + ["{\"v\":1"]).joined(separator: "\n")
            .write(toFile: file, atomically: false, encoding: .utf8)
        let outcome = try ward.run("show", file, "--at", "T0+20")
        #expect(outcome.ending == .exit(65))
        #expect(outcome.errors.contains("There is no T0"))
        #expect(outcome.errors.contains("line \(start + 1)"), "\(outcome.errors)")
    }

    @Test("what cannot be shown is one clear sentence and the right status")
    func wrong() throws {
        let ward = try Ward()
        for (arguments, status, words) in [
            (["show", log, "--at", "yesterday"], Int32(64), "+5m"),
            (["show", log, "--at", "99h"], 64, "outside"),
            (["show", log, "--at", "#999"], 64, "numbered"), (["show", "none-such"], 66, "none"),
            (["show", "/none/such.jsonl"], 66, "/none/such.jsonl"),
            (["record", log, "--speed", "0"], 64, "600"),
            (["record", log, "-o", "/none/such.cast"], 73, "/none/such.cast"),
            (["timeline", "/dev/null"], 66, "/dev/null"),
        ] {
            let outcome = try ward.run(all: arguments)
            #expect(outcome.ending == .exit(status), "\(arguments): \(outcome.errors)")
            #expect(outcome.errors.contains(words) || arguments[1] == "none-such", "\(outcome.errors)")
        }
        let empty = ward.folder + "/empty.jsonl"
        try "".write(toFile: empty, atomically: false, encoding: .utf8)
        #expect(try ward.run("show", empty).ending == .exit(65))
    }

    @Test("a film goes through a link to the file behind it, and leaves the link")
    func filmThroughLink() throws {
        let ward = try Ward()
        let (link, file) = (ward.folder + "/link.cast", ward.folder + "/film.cast")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        #expect(try ward.run("record", log, "--speed", "600", "-o", link).ending == .exit(0))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("{"))
    }

    @Test("a film is an asciicast of version 2 whose last picture is the last screen")
    func film() throws {
        let ward = try Ward()
        let file = ward.folder + "/session.cast"
        let made = try ward.run("record", log, "--speed", "600", "--size", "100x30", "-o", file)
        #expect(made.ending == .exit(0), "\(made.errors)")
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        let header = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
        #expect(header?["version"] as? Int == 2)
        #expect(header?["width"] as? Int == 100 && header?["height"] as? Int == 30)
        var screen = ScreenParser(columns: 100, rows: 30)
        var last = -1.0
        for line in lines.dropFirst() {
            let event = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
            let time = try #require(event[0] as? Double)
            #expect(time >= last)
            last = time
            #expect(event[1] as? String == "o")
            screen.feed(Array(try #require(event[2] as? String).utf8))
        }
        #expect(last > 15 && last < 25, "3 h at 600 times, not \(last) s")
        let shown = try ward.run("show", log, "--size", "100x30").output.split(
            separator: "\n", omittingEmptySubsequences: false)
        for row in 0..<28 {
            let filmed = String(screen.text[row].reversed().drop { $0 == " " }.reversed())
            #expect(filmed == String(shown[row]))
        }
    }

    @Test("the console replays a file by its keys, and writes nothing")
    func console() throws {
        let ward = try Ward()
        let script = ward.folder + "/keys"
        try "type gT0+12<Enter>\nscreen -\ntype v \npass 20s\nscreen -\ntype q\n".write(
            toFile: script, atomically: false, encoding: .utf8)
        let before = try String(contentsOfFile: log, encoding: .utf8)
        let played = try ward.run("replay", log, "--script", script, "--size", "120x40")
        #expect(played.ending == .exit(0), "\(played.errors)")
        #expect(played.output.contains("T0+0:12:00") && played.output.contains("T0+0:12:20"))
        #expect(played.output.contains("as known then") && played.output.contains("as corrected now"))
        #expect(try String(contentsOfFile: log, encoding: .utf8) == before)
    }
}
