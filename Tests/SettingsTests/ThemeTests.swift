import Canvas
import Testing

@testable import Settings

struct ThemeTests {
    static let names = EmbeddedFiles.themes.map(\.name)
    static let alarms: [Role] = [.critical, .warning, .notice]

    private func file(_ name: String) throws -> ThemeFile {
        let file = try #require(EmbeddedFiles.themes.first { $0.name == name })
        return try ThemeLibrary.decode(
            String(decoding: file.bytes, as: UTF8.self), file: "\(name).yaml", name: name)
    }

    @Test("every theme file of the repository is embedded, and nothing else")
    func everyFileIsEmbedded() throws {
        #expect(Set(Self.names) == (try Fixtures.names(in: "themes")))
        #expect(Self.names.first == ThemeLibrary.defaultName)
    }

    @Test("every role has a style in every theme", arguments: names)
    func everyRoleIsThere(name: String) throws {
        let roles = try file(name).roles
        #expect(Set(roles.keys) == Set(Role.allCases.map(\.name)))
        #expect(try ThemeLibrary().load(name).name == name)
    }

    /// The contrast ratio of Web Content Accessibility Guidelines 2.1, computed here once more with the gamma of 2.2
    /// that its note gives as near enough: the two ways must agree to 5 %.
    private func contrast(_ left: RGB, _ right: RGB) -> Double {
        let lights = [left, right].map { Simulation.luminance(Simulation.linear($0)) }.sorted()
        return (lights[1] + 0.05) / (lights[0] + 0.05)
    }

    @Test(
        "text is readable in all colours, in 256 and in 16: at least 4.5 to 1, lines 3 to 1", arguments: names
    )
    func contrastSuffices(name: String) throws {
        let theme = try file(name)
        let ground = try #require(RGB(hex: theme.background))
        for role in Role.allCases {
            let style = theme.theme[role]
            guard let foreground = style.foreground else {
                #expect(style.background == nil, "\(role): the terminal's letters on a strange background")
                continue
            }
            let least = [.border, .band, .limit].contains(role) ? 3.0 : 4.5
            for depth in [nil, ColourDepth.twoFiftySix, .sixteen] {
                let ink = depth.map { Look.shown(foreground, at: $0) } ?? foreground
                let paper = style.background.map { colour in
                    depth.map { Look.shown(colour, at: $0) } ?? colour
                }
                let ratio = contrast(ink, paper ?? ground)
                #expect(ratio >= least * 0.95, "\(name) \(role): \(ratio)")
                #expect(abs(ink.contrast(with: paper ?? ground) / ratio - 1) < 0.05)
            }
        }
    }

    @Test("critical, warning and notice differ at every depth by more than colour", arguments: names)
    func alarmsDifferWithoutColour(name: String) throws {
        let theme = try file(name).theme
        for depth in ColourDepth.allCases {
            let attributes = Self.alarms.map { theme.rendition(of: $0, depth: depth).attributes }
            #expect(Set(attributes).count == Self.alarms.count, "\(depth)")
            for attribute in attributes { #expect(!attribute.isEmpty) }
            for (role, flash) in [(Role.critical, Role.criticalFlash), (.warning, .warningFlash)] {
                #expect(theme.rendition(of: role, depth: depth) != theme.rendition(of: flash, depth: depth))
            }
        }
    }

    @Test(
        "critical, warning and notice differ for eyes without red or green cones", arguments: ["dusk", "day"])
    func alarmsDifferForColourBlindEyes(name: String) throws {
        let theme = try file(name).theme
        for depth in [ColourDepth.twoFiftySix, .sixteen] {
            for eyes in Simulation.allCases {
                let colours = Self.alarms.map { role in
                    eyes.seen(theme[role].foreground.map { Look.shown($0, at: depth) } ?? RGB(0, 0, 0))
                }
                for (left, right) in [(0, 1), (0, 2), (1, 2)] {
                    let distance = Simulation.distance(colours[left], colours[right])
                    #expect(distance > 0.08, "\(name) \(depth) \(eyes): \(Self.alarms[left]), \(distance)")
                }
            }
        }
    }

    @Test("the simulation itself takes red and green of one lightness for nearly the same")
    func simulationIsAControl() {
        let red = RGB(200, 80, 60)
        let green = RGB(110, 125, 55)
        #expect(Simulation.distance(Simulation.linear(red), Simulation.linear(green)) > 0.08)
        #expect(
            Simulation.distance(Simulation.deutan.seen(red), Simulation.deutan.seen(green)) < 0.08)
    }

    @Test("the theme without colours has none, and uses bold, reverse and underline alone")
    func monoHasNoColour() throws {
        let theme = try file("mono").theme
        for role in Role.allCases {
            #expect(theme[role].foreground == nil && theme[role].background == nil)
            #expect(!theme[role].attributes.contains(.dim))
        }
    }

    @Test("the default theme leaves ordinary text to the terminal")
    func duskLeavesTextAlone() throws {
        #expect(try file("dusk").theme[.text] == Style())
    }

    @Test(
        "a damaged theme is refused with line and key",
        arguments: [
            ("  text: {}\n", "", "roles.text", "is missing"),
            ("  text: {}\n", "  text: {}\n  texts: {}\n", "roles.texts", "no role"),
            ("\"#8a8a8a\", underline", "\"#8a8a8\", underline", "roles.stale", "six hexadecimal digits"),
            ("\"#5fd7d7\"", "\"#303030\"", "roles.notice", "The contrast is 1.5"),
            ("\"#5fd7d7\"", "\"#0000af\"", "roles.notice", "The contrast is"),
            ("{ reverse: true }", "{ blink: true }", "roles.selection.blink", "No key of this name"),
            ("{ reverse: true }", "{ reverse: 1 }", "roles.selection.reverse", "true or false"),
            ("{ reverse: true }", "{ background: \"#ffffff\" }", "roles.selection", "needs a foreground"),
            ("background: \"#000000\"\n", "background: black\n", "background", "must be a colour"),
            ("name: dusk", "name: dawn", "name", "must be dusk"),
        ])
    func damagedThemes(original: String, damaged: String, key: String, says: String) throws {
        let file = try #require(EmbeddedFiles.themes.first)
        let parts = String(decoding: file.bytes, as: UTF8.self).components(separatedBy: original)
        try #require(parts.count == 2)
        let error = #expect(throws: SettingsError.self) {
            try ThemeLibrary.decode(parts[0] + damaged + parts[1], file: "dusk.yaml", name: "dusk")
        }
        let problem = try #require(error?.problems.first { $0.key == key && $0.sentence.contains(says) })
        #expect(problem.line != nil)
    }

    @Test("an own theme takes the place of the embedded one, and a wrong one is an error")
    func ownTheme() throws {
        try Fixtures.withFolder { folder in
            let file = try #require(EmbeddedFiles.themes.last)
            let text = String(decoding: file.bytes, as: UTF8.self)
            let own = text.replacing("good: {}", with: "good: { bold: true }")
            try Fixtures.write(own, to: "\(folder)/themes/mono.yaml")
            let library = ThemeLibrary(configurationFolder: folder)
            #expect(try library.load("mono")[.good].attributes == .bold)
            try Fixtures.write("name: mono\n", to: "\(folder)/themes/mono.yaml")
            #expect(throws: SettingsError.self) { try library.load("mono") }
        }
    }
}
