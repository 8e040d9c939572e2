import CTerminal
import Canvas
import Simulation
import Testing

@testable import Terminal

@Suite("Codes become keys and pastes")
struct InputDecoderTests {
    private let begin = Int32(CT_KEY_PASTE_BEGIN.rawValue)
    private let end = Int32(CT_KEY_PASTE_END.rawValue)

    /// Reads one batch of codes and says that nothing more has arrived.
    private func read(_ decoder: inout InputDecoder, _ text: String, at now: Int64 = 0) -> [Input] {
        read(&decoder, text.utf8.map { Int32($0) }, at: now)
    }

    private func read(_ decoder: inout InputDecoder, _ codes: [Int32], at now: Int64 = 0) -> [Input] {
        var found = decoder.beginReading(at: now)
        for code in codes { found += decoder.read(code, at: now) }
        return found + decoder.endReading(at: now)
    }

    @Test(
        "control characters are named after their letters",
        arguments: [
            ("\u{0}", Key.control("@")), ("\u{1}", .control("a")), ("\u{3}", .control("c")), ("\u{9}", .tab),
            ("\u{A}", .enter), ("\u{D}", .enter), ("\u{8}", .backspace), ("\u{7F}", .backspace),
            ("\u{1A}", .control("z")), ("\u{1C}", .control("\\")), ("\u{1F}", .control("_")),
            (" ", .character(" ")),
            ("~", .character("~")), ("é", .character("é")), ("血", .character("血")), ("\u{85}", .unknown),
        ])
    func controls(text: String, key: Key) {
        var decoder = InputDecoder(isUnicode: true)
        #expect(read(&decoder, text) == [.key(key)])
    }

    @Test("without Unicode a byte beyond ASCII is no letter")
    func latinBytes() {
        var decoder = InputDecoder(isUnicode: false)
        #expect(read(&decoder, [0xE9, 0x61]) == [.key(.unknown), .key(.character("a"))])
    }

    @Test("a letter may come in pieces, and what is no letter keeps no key back")
    func pieces() {
        var decoder = InputDecoder(isUnicode: true)
        #expect(read(&decoder, [0xE8, 0xA1]).isEmpty)
        #expect(read(&decoder, [0x80], at: 900) == [.key(.character("血"))])
        #expect(read(&decoder, [0xFF, 0x31]) == [.key(.unknown), .key(.character("1"))])
        #expect(read(&decoder, [0xE8, 0x31]) == [.key(.unknown), .key(.character("1"))])
        #expect(read(&decoder, [0xE8, 0xE8, 0xA1, 0x80]) == [.key(.unknown), .key(.character("血"))])
        #expect(read(&decoder, [0xC0, 0xAF]) == [.key(.unknown), .key(.unknown)])
        #expect(read(&decoder, [0xED, 0xA0, 0x80]) == [.key(.unknown)])
        #expect(read(&decoder, [0xF0, 0x80, 0x80, 0xAF]) == [.key(.unknown)])
        #expect(read(&decoder, [0xE8, Int32(CT_KEY_UP.rawValue)]) == [.key(.unknown), .key(.up)])
    }

    @Test("bytes are put together as the standard library does it, over a hundred thousand random ones")
    func bytesAgree() {
        var random = SeededChance(seed: 5)
        let bytes = (0..<100_000).map { _ in
            Bool.random(using: &random)
                ? UInt8.random(in: 0...255, using: &random)
                : [0xE8, 0xA1, 0x80].randomElement(using: &random) ?? 0
        }
        var assembler = ByteAssembler()
        let scalars = bytes.flatMap { assembler.take($0) } + assembler.abandon()
        let valid = scalars.filter { $0 != "\u{FFFD}" }
        let expected = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { $0 != "\u{FFFD}" }
        #expect(valid == Array(expected), "seed 5")
    }

    @Test("Esc alone is a key, also before a letter")
    func escape() {
        var decoder = InputDecoder(isUnicode: true)
        #expect(read(&decoder, "\u{1B}") == [.key(.escape)])
        #expect(read(&decoder, "q", at: 5) == [.key(.character("q"))])
        #expect(read(&decoder, "\u{1B}q", at: 300) == [.key(.escape), .key(.character("q"))])
        #expect(read(&decoder, "\u{1B}\u{1B}", at: 600) == [.key(.escape), .key(.escape)])
    }

    @Test("an unknown sequence is one unknown key, and none of its digits are typed")
    func unknownSequences() {
        var decoder = InputDecoder(isUnicode: true)
        #expect(read(&decoder, "\u{1B}[132;84~x") == [.key(.unknown), .key(.character("x"))])
        #expect(read(&decoder, "\u{1B}Ox") == [.key(.unknown)])
        #expect(read(&decoder, "\u{1B}[13", at: 0).isEmpty)
        #expect(read(&decoder, "2~", at: 50) == [.key(.unknown)])
    }

    @Test(
        "a sequence that comes in two pieces is not typed either, and a lost end does not swallow the next key"
    )
    func brokenSequences() {
        var decoder = InputDecoder(isUnicode: true)
        #expect(read(&decoder, "\u{1B}", at: 0) == [.key(.escape)])
        #expect(read(&decoder, "[132~", at: 60) == [.key(.unknown)])
        #expect(read(&decoder, "\u{1B}[13", at: 1000).isEmpty)
        #expect(read(&decoder, "8", at: 1200) == [.key(.character("8"))])
        #expect(read(&decoder, "\u{1B}", at: 2000) == [.key(.escape)])
        #expect(read(&decoder, "[", at: 2300) == [.key(.character("["))])
    }

    @Test("a paste is one input with its line breaks, and its control keys do nothing")
    func pastes() {
        var decoder = InputDecoder(isUnicode: true)
        let codes = [begin] + "132/84\r\u{1B}[A\u{3}é".utf8.map { Int32($0) } + [end]
        #expect(read(&decoder, codes) == [.paste("132/84\n\u{1B}[A\u{3}é")])
        #expect(read(&decoder, [begin, end]).isEmpty)
        #expect(read(&decoder, [end]).isEmpty)
    }

    @Test("a paste without an end is over after half a second of silence")
    func lostEnd() {
        var decoder = InputDecoder(isUnicode: true)
        #expect(read(&decoder, [begin, 0x31]).isEmpty)
        #expect(decoder.isPending)
        #expect(read(&decoder, [0x32], at: 400).isEmpty)
        #expect(read(&decoder, "q", at: 1000) == [.paste("12"), .key(.character("q"))])
        #expect(!decoder.isPending)
    }

    @Test("a paste of more than 64 KiB is cut")
    func largePaste() {
        var decoder = InputDecoder(isUnicode: true)
        let codes = [begin] + Array(repeating: Int32(0x61), count: 70_000) + [end]
        #expect(read(&decoder, codes) == [.paste(String(repeating: "a", count: 65_536))])
    }

    @Test("any mixture of codes is read without a trap")
    func mixtures() {
        var random = SeededChance(seed: 3)
        var decoder = InputDecoder(isUnicode: true)
        for step in 0..<20_000 {
            let code = [0x1B, 0x5B, 0x4F, begin, end, .random(in: -1...0x201000, using: &random), .max, .min]
            _ = read(&decoder, [code.randomElement(using: &random) ?? 0], at: Int64(step * 20))
        }
    }
}
