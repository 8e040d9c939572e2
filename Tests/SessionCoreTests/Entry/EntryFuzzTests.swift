import Testing

@testable import SessionCore

@Suite("Random typing")
struct EntryFuzzTests {
    private static let pieces = [
        "1", "2", "3", "8", "9", "0", "13", "99", "132/84", "78", " ", " ", " ", "/", "-", "+", ".", ",", "@",
        "m", "s",
        "hr", "spo2", "t", "etco2", "moaa", "rass", "air", "ox", "bp", "map", "dis", "int", "nau", "ori",
        "14:05",
        "99999999999999999999999999", "\u{301}", "é", "١", "１", "\u{202e}", "\u{1b}[2J", "\u{0}", "\r\n", "👩‍⚕️",
        "½",
        "−", "٫", "\u{a0}", "ﬀ", "ẞ",
    ]

    @Test("100 000 random lines never trap, and no implausible value is taken without a word")
    func random() {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("random typing, seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let context = Desk.context(earlier: [
            EarlierReading(values: Ward.pressure(124, 80, pulse: 72), at: SessionTime(minutes: 35))
        ])
        let plausibility = Plausibility(rules: TestProtocols.entry)
        var filed = 0
        for _ in 0..<100_000 {
            let count = Int.random(in: 0...8, using: &generator)
            let line = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &generator) }.joined()
            let reading = Desk.read(line, context, typing: Bool.random(using: &generator))
            guard reading.canFile else { continue }
            let final = Desk.read(line, context)
            guard final.canFile else { continue }
            filed += 1
            let report = plausibility.check(
                final.values, earlier: context.earlier, at: context.sessionNow - final.age)
            if !report.refused.isEmpty || (report.isUnconfirmed && final.questions.isEmpty) {
                Issue.record("seed \(seed): \"\(line)\" was taken as \(final.values)")
                return
            }
        }
        // The control: enough lines were good for the check above to mean something.
        #expect(filed > 200, "only \(filed) lines could be filed")
    }
}
