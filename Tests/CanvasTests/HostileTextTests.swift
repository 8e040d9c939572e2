import Canvas
import Simulation
import Testing

@Suite("Hostile text never reaches a cell raw")
struct HostileTextTests {
    static let corpus: [String] = [
        "\u{1B}]52;c;cm0gLXJmIC8=\u{07}", "\u{1B}P+q544e\u{1B}\\", "\u{1B}[6n\u{1B}[c",
        "\u{9B}31m\u{9D}0;x\u{9C}",
        "\u{1B}]0;title\u{07}", "a\u{8}\u{8}b\r\nc\u{0B}\u{0C}",
        "\u{202A}\u{202B}\u{202D}\u{202E}\u{2066}\u{2069}",
        "\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}\u{180E}", "👨\u{200D}👩\u{200D}👧🏽\u{FE0F}",
        "\u{E0001}\u{E0041}",
        "Z" + String(repeating: "\u{0336}", count: 10_000), "\u{FFF9}\u{FFFB}\u{3164}\u{115F}\u{1160}",
        String(repeating: "\u{0}", count: 50), "\u{2028}\u{2029}\u{85}", "\u{10FFFF}\u{F0000}\u{E0FF}",
    ]

    @Test("every cell holds a scalar of the allow-list", arguments: corpus)
    func cellsAreClean(raw: String) {
        var surface = Surface(Size(columns: 200, rows: 1))
        surface.put(raw, at: .origin)
        for column in 0..<200 {
            let cell = surface[Point(column: column, row: 0)]
            guard !cell.isContinuation, let scalar = Unicode.Scalar(cell.scalar) else { continue }
            #expect(!HostileTextTests.isDangerous(scalar), "U+\(String(cell.scalar, radix: 16)) in a cell")
        }
    }

    @Test("five thousand random mixtures stay clean, and the check would notice one that did not")
    func randomMixtures() {
        let seed: UInt64 = 20_261_123
        var random = SeededChance(seed: seed)
        for _ in 0..<5000 {
            let raw = String(
                String.UnicodeScalarView(
                    (0..<12).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &random)) }
                ))
            let clean = Printable(raw).text.unicodeScalars
            #expect(
                !clean.contains(where: HostileTextTests.isDangerous), "seed \(seed): \(raw.unicodeScalars)")
        }
        #expect("\u{1B}[2J".unicodeScalars.contains(where: HostileTextTests.isDangerous))
    }

    static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator:
            return true
        default: return properties.isDefaultIgnorableCodePoint || properties.isEmojiPresentation
        }
    }
}
