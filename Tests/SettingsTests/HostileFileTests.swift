import Foundation
import Testing

@testable import Settings

struct HostileFileTests {
    @Test("twenty levels of aliases end at once")
    func aliasBomb() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...20 {
            let last = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(last)]\n"
        }
        let error = try #require(Fixtures.error(text))
        #expect(error.problems.count == 1 && error.line == 1)
    }

    @Test(
        "an alias hides in no quotes, no comment and no flow",
        arguments: [
            "a: {\"x\":&a 1}", "a: [&a 1]", "? &a b\n: 1", "\"a\n # b\": &a 1", "# *a", "&a x: 1", "- *a",
            "a: 'b\n *a'",
        ])
    func noAliasIsOverlooked(text: String) throws {
        #expect(try #require(Fixtures.error(text)).sentence.contains("Anchors"))
    }

    @Test(
        "signs that stand alone or inside a word are ordinary text",
        arguments: ["R&D", "food & drink", "2 * 3", "Go!"])
    func harmlessSigns(title: String) throws {
        let text = try Fixtures.text("iv-racemic").replacing("title: pallor", with: "title: \"\(title)\"")
        #expect(Fixtures.error(text) == nil)
    }

    @Test("nesting of any depth ends with an error", arguments: [17, 900, 30_000])
    func deepNesting(depth: Int) {
        #expect(Fixtures.error("a: " + String(repeating: "[", count: depth)) != nil)
        #expect(
            Fixtures.error(
                "a: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)) != nil)
        #expect(Fixtures.error(String(repeating: "- ", count: depth) + "a") != nil)
        #expect(Fixtures.error(String(repeating: "{a: ", count: depth)) != nil)
    }

    @Test("a text of more than 64 KiB is refused before it is read")
    func tooLarge() throws {
        let text = try Fixtures.text("iv-racemic")
        let room = YamlSource.byteLimit - text.utf8.count
        let filler = "#" + String(repeating: "x", count: room - 1)
        #expect(Fixtures.error(text + filler) == nil)
        #expect(try #require(Fixtures.error(text + filler + "x")).sentence.contains("64 KiB"))
    }

    @Test(
        "what is not one group of keys is refused",
        arguments: [
            "", "\n", "# nothing\n", "[]", "x", "name", "---\na: 1\n---\nb: 2\n", "{}", "null", "- a",
            "%YAML 9.9\n---\na: 1",
            "? [a]\n: 1", "<<: {a: 1}", "\u{FEFF}", "\t", "a: b: c", "\"", "{", "]", "|", ">", "@", "`",
            "a:\u{2028}b",
        ])
    func notAGroup(text: String) {
        #expect(Fixtures.error(text) != nil)
    }

    @Test("links, folders, pipes, devices, large files and files open to everybody are refused")
    func unfitFiles() throws {
        try Fixtures.withFolder { folder in
            let good = "\(folder)/good.yaml"
            try Fixtures.write("theme: day\n", to: good)
            #expect(try SettingsFile.read(good) == "theme: day\n")
            #expect(try SettingsFile.read("\(folder)/absent.yaml") == nil)
            try expectRefusal("\(folder)/link.yaml", "symbolic link") { path in
                try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: good)
            }
            try expectRefusal("\(folder)/nowhere.yaml", "symbolic link") { path in
                try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "\(folder)/x")
            }
            try expectRefusal("\(folder)/folder.yaml", "ordinary file") { path in
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            }
            try expectRefusal("\(folder)/pipe.yaml", "ordinary file") { #expect(mkfifo($0, 0o600) == 0) }
            try expectRefusal("/dev/zero", "ordinary file") { _ in }
            try expectRefusal("\(folder)/large.yaml", "64 KiB") { path in
                try Fixtures.write(String(repeating: "#", count: 65_537), to: path)
            }
            try expectRefusal("\(folder)/open.yaml", "Everybody") { path in
                try Fixtures.write("theme: day\n", to: path)
                #expect(chmod(path, 0o666) == 0)
            }
            try expectRefusal("\(folder)/shared/good.yaml", "Everybody may write to the folder") { path in
                try Fixtures.write("theme: day\n", to: path)
                #expect(chmod("\(folder)/shared", 0o777) == 0)
            }
            try expectRefusal("\(folder)/latin.yaml", "UTF-8") { path in
                try Fixtures.write("", to: path)
                try Data([0x61, 0x3A, 0x20, 0xE9, 0x0A]).write(to: URL(filePath: path))
            }
        }
    }

    private func expectRefusal(_ path: String, _ words: String, make: (String) throws -> Void) throws {
        try make(path)
        let error = #expect(throws: SettingsError.self) { try SettingsFile.read(path) }
        #expect(error?.sentence.contains(words) == true, "\(path): \(String(describing: error))")
        #expect(error?.file == path)
    }
}
