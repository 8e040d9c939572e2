import SessionCore
import Testing

@testable import Settings

struct PreferencesTests {
    @Test("without a file the bell is off and the theme is for a dim room")
    func defaults() throws {
        let preferences = try Preferences.load(configurationFolder: "/nonexistent")
        #expect(preferences == Preferences())
        #expect(preferences.theme == "dusk" && !preferences.bell)
    }

    @Test("a file sets what it says and leaves the rest")
    func file() throws {
        try Fixtures.withFolder { folder in
            try Fixtures.write("bell: true\nglyphs: ascii\n", to: "\(folder)/config.yaml")
            let preferences = try Preferences.load(configurationFolder: folder)
            #expect(preferences.bell && preferences.glyphs == .ascii && preferences.theme == "dusk")
        }
    }

    @Test(
        "a wrong preference is refused with its line",
        arguments: [
            ("bell: loud", "bell", "true or false"), ("bells: true", "bells", "No key of this name"),
            ("theme: ../dusk", "theme", "a-z"), ("glyphs: emoji", "glyphs", "auto, unicode, ascii"),
        ])
    func wrong(line: String, key: String, says: String) {
        let error = #expect(throws: SettingsError.self) {
            try Preferences.parse("# mine\n\(line)\n", file: "config.yaml")
        }
        #expect(error?.line == 2 && error?.key == key)
        #expect(error?.sentence.contains(says) == true)
    }
}

struct KeyBindingTests {
    static let commands = [
        KeyBindings.Command(name: "note", keys: ["n"], place: "session"),
        KeyBindings.Command(name: "acknowledge", keys: ["a"], place: "session"),
        KeyBindings.Command(name: "new", keys: ["n"], place: "home"),
        KeyBindings.Command(name: "help", keys: ["?"]),
    ]

    private func parse(_ text: String) throws -> KeyBindings {
        try KeyBindings.parse(text, file: "keys.yaml", commands: Self.commands, reserved: ["1", "<C-c>"])
    }

    @Test("without a file every command keeps its own keys")
    func defaults() throws {
        let bindings = try KeyBindings.load(configurationFolder: "/nonexistent", commands: Self.commands)
        #expect(bindings.keys["note"] == ["n"] && bindings.keys["help"] == ["?"] && bindings.lines.isEmpty)
    }

    @Test("a file gives a command other keys, and says on which line")
    func file() throws {
        let bindings = try parse("note: [m, <F2>, \"!\"]\nacknowledge: [n]\n")
        #expect(
            bindings.keys == ["note": ["m", "<F2>", "!"], "acknowledge": ["n"], "new": ["n"], "help": ["?"]])
        #expect(bindings.lines == ["note": 1, "acknowledge": 2])
    }

    @Test(
        "a key that is taken, unknown or fixed is refused with its line",
        arguments: [
            ("note: [m]\nacknowledge: [m]\n", 2, "acknowledge[1]", "already runs note"),
            ("acknowledge: [x, n]\n", 1, "acknowledge[2]", "already runs note"),
            ("new: [\"?\"]\n", 1, "new[1]", "already runs help"),
            ("note: [F2]\n", 1, "note[1]", "is not a key"),
            ("note: [<C-c>]\n", 1, "note[1]", "fixed meaning"),
            (
                "notes: [x]\n", 1, "notes",
                "There is no command notes; there are: acknowledge, help, new, note."
            ),
            ("note: []\n", 1, "note", "at least one key"), ("note: x\n", 1, "note", "must be a list"),
            ("note: [1]\n", 1, "note[1]", "put it in quotes"),
        ])
    func refused(text: String, line: Int, key: String, says: String) {
        let error = #expect(throws: SettingsError.self) { try parse(text) }
        #expect(error?.line == line && error?.key == key)
        #expect(error?.sentence.contains(says) == true, "\(String(describing: error))")
    }
}

struct SettingsPathsTests {
    @Test("folders follow the XDG specification; a relative value counts as not set")
    func folders() throws {
        let home = try SettingsPaths(configHome: nil, dataHome: "", home: "/nurse")
        #expect(
            home.configuration == "/nurse/.config/ebbtide" && home.data == "/nurse/.local/share/ebbtide")
        let own = try SettingsPaths(configHome: "/c/", dataHome: "d", home: "/")
        #expect(own.configuration == "/c/ebbtide" && own.data == "/.local/share/ebbtide")
        #expect(throws: Refusal.self) { try SettingsPaths(configHome: "/c", dataHome: nil, home: nil) }
    }
}
