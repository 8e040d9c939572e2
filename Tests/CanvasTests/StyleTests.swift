import Testing

@testable import Canvas

@Suite("Colours come as near as the terminal can")
struct StyleTests {
    @Test("every palette colour of the cube and the greys is its own nearest", arguments: 16..<256)
    func paletteRoundTrip(index: Int) throws {
        let colour = try #require(Palette.colour(index))
        let nearest = try #require(ColourDepth.twoFiftySix.index(of: colour))
        #expect(Palette.colour(nearest) == colour)
    }

    @Test("the sixteen basic colours are their own nearest, and without colours there is none")
    func basicColours() throws {
        for index in 0..<16 {
            let colour = try #require(Palette.colour(index))
            #expect(ColourDepth.sixteen.index(of: colour) == index)
            #expect(ColourDepth.none.index(of: colour) == nil)
        }
        #expect(Palette.colour(256) == nil)
        #expect(Palette.colour(-1) == nil)
    }

    @Test("an orange stays warm and a dark blue stays dark")
    func nearestLooksAlike() throws {
        #expect(ColourDepth.twoFiftySix.index(of: RGB(255, 135, 0)) == 208)
        #expect(ColourDepth.sixteen.index(of: RGB(10, 10, 20)) == 0)
        #expect(ColourDepth.sixteen.index(of: RGB(250, 250, 250)) == 15)
    }

    @Test("contrast is 21 between black and white, 1 with itself, and agrees with published pairs")
    func contrast() {
        let white = RGB(255, 255, 255)
        #expect(abs(RGB(0, 0, 0).contrast(with: white) - 21) < 0.001)
        #expect(white.contrast(with: white) == 1)
        // #767676 on white is the greyest text that passes level AA, at 4.54.
        #expect(abs(RGB(0x76, 0x76, 0x76).contrast(with: white) - 4.54) < 0.01)
    }

    @Test("colours are written with six hexadecimal digits")
    func hexadecimal() {
        #expect(RGB(hex: "#c8A050") == RGB(0xC8, 0xA0, 0x50))
        for wrong in ["c8a050", "#c8a05", "#c8a0500", "#+8a050", "#g8a050", "", "#"] {
            #expect(RGB(hex: wrong) == nil, "\(wrong)")
        }
    }

    @Test("every role has a name that finds it and a letter of its own")
    func roleNames() {
        for role in Role.allCases { #expect(Role(named: role.name) == role) }
        #expect(Role(named: "purple") == nil)
        #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
    }

    @Test(
        "without colours, roles that meet in one place still differ",
        arguments: [
            [Role.text, .notice, .warning, .critical], [.text, .selection, .entry, .entryError],
            [.live, .practice, .replay], [.critical, .criticalFlash], [.warning, .warningFlash],
            [.text, .stale, .critical, .strong], [.text, .title, .key],
        ])
    func plainRolesDiffer(roles: [Role]) {
        let renditions = roles.map { Theme.plain.rendition(of: $0, depth: .none) }
        #expect(Set(renditions).count == roles.count)
    }

    @Test("a theme that only names colours falls back to attributes where there are none")
    func fallback() {
        let theme = Theme(name: "t", styles: [.critical: Style(foreground: RGB(255, 0, 0))])
        #expect(theme.rendition(of: .critical, depth: .none).attributes == Role.critical.plainAttributes)
        #expect(theme.rendition(of: .critical, depth: .sixteen).foreground == 9)
        #expect(theme.rendition(of: .critical, depth: .sixteen).attributes.isEmpty)
    }

    @Test(
        "every sign of the Unicode set is one sign of ASCII where that is all there is, but for the cut mark")
    func asciiCounterparts() {
        for (sign, plain) in zip(GlyphSet.unicode.signs, GlyphSet.ascii.signs) where sign != "…" {
            let text = Printable(String(sign), form: .ascii).text
            #expect(text.count == 1 && text.allSatisfy(\.isASCII), "\(sign) \(plain)")
        }
        #expect(GlyphSet.unicode.signs.count == GlyphSet.ascii.signs.count)
    }

    @Test("both sets of signs take one column for each sign")
    func glyphWidths() {
        for set in [GlyphSet.unicode, .ascii] {
            for sign in set.signs { #expect(Printable(String(sign), form: set.form).text == String(sign)) }
            for sign in set.signs { #expect(Printable(String(sign), form: set.form).columns == 1) }
        }
    }
}
