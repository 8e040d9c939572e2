import Canvas
import Testing

@Suite("Text of any origin becomes visible signs of known width")
struct PrintableTests {
    @Test(
        "controls and invisible characters are shown, not obeyed",
        arguments: [
            ("a\nb\tc", "a␊b␉c", 5),
            ("\u{1B}[31m", "␛[31m", 5),
            ("\u{7F}", "␡", 1),
            ("\u{9B}2J", "\\u{9B}2J", 8),
            ("\u{202E}abc", "\\u{202E}abc", 11),
            ("\u{200B}\u{FEFF}", "\\u{200B}\\u{FEFF}", 16),
            ("so\u{AD}ft", "so\\u{AD}ft", 10),
            ("\u{E000}", "\\u{E000}", 8),
            ("\u{0378}", "\\u{378}", 7),
            ("❤\u{FE0F}", "❤\\u{FE0F}", 9),
            ("👩\u{200D}⚕", "\\u{1F469}\\u{200D}⚕", 18),
            ("שלום", "\\u{5E9}\\u{5DC}\\u{5D5}\\u{5DD}", 28),
            ("a\u{A0}b", "a b", 3),
        ])
    func substitutes(raw: String, text: String, columns: Int) {
        let printable = Printable(raw)
        #expect(printable.text == text)
        #expect(printable.columns == columns)
    }

    @Test(
        "letters of many languages pass as they are, with their width",
        arguments: [
            ("Müller", 6), ("Łukasz Żółć", 11), ("Σωκράτης", 8), ("Юлия", 4), ("Nguyễn", 6),
            ("血圧", 4), ("김민수", 6), ("e\u{301}", 1), ("─│▁█⣿", 5), ("36,8 °C ≥ ½", 11),
        ])
    func lettersPass(raw: String, columns: Int) {
        let printable = Printable(raw)
        #expect(printable.text.unicodeScalars.elementsEqual(raw.unicodeScalars))
        #expect(printable.columns == columns)
    }

    @Test("a letter keeps two marks, and ten thousand more become one sign")
    func pilesOfMarks() {
        let pile = "a" + String(repeating: "\u{301}", count: 10_000) + "b"
        let printable = Printable(pile)
        #expect(printable.text.unicodeScalars.count == 5)
        #expect(printable.columns == 3)
        #expect(Printable("\u{301}a").text == "\\u{301}a")
    }

    @Test("bytes that are not UTF-8 become the replacement character")
    func invalidBytes() {
        #expect(Printable(bytes: [0x41, 0xFF, 0xC3, 0x28]).text == "A\u{FFFD}\u{FFFD}(")
    }

    @Test("the ASCII form spells out what ASCII lacks")
    func asciiForm() {
        #expect(Printable("≥ 140 – 36 °C", form: .ascii).text == ">= 140 - 36 degC")
        #expect(Printable("é\u{1B}\n", form: .ascii).text == "\\u{E9}\\u{1B}\\u{A}")
    }

    @Test("a text that is cut ends in a sign that says so and never exceeds its room", arguments: 0...9)
    func fitting(limit: Int) {
        let cut = Printable("血圧 132").fitted(to: limit)
        #expect(cut.columns <= limit)
        #expect(limit >= 8 || limit == 0 || cut.text.hasSuffix("…"))
        #expect(limit < 8 || cut.text == "血圧 132")
    }

    @Test("cleaning what is clean changes nothing, over every scalar there is")
    func everyScalar() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            if (0x4E00...0xD7A3).contains(value) && value % 97 != 0 { continue }
            if value > 0x20000 && value % 997 != 0 { continue }
            let once = Printable("x\(Character(scalar))")
            #expect(Printable(once.text) == once, "U+\(String(value, radix: 16))")
            let category = scalar.properties.generalCategory
            if [.control, .format, .privateUse, .surrogate, .unassigned].contains(category) {
                #expect(!once.text.unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
            }
        }
    }
}
