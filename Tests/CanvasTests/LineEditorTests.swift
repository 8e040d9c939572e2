import Canvas
import Testing

@Suite("A line can be typed and edited")
struct LineEditorTests {
    private func typed(_ keys: String, limit: Int = 40) throws -> LineEditor {
        var editor = LineEditor(limit: limit)
        for key in try #require(Key.sequence(keys)) { _ = editor.press(key) }
        return editor
    }

    @Test(
        "editing keys do what shells have taught",
        arguments: [
            ("132/84", "132/84", 6), ("abc<Left><Left>x", "axbc", 2), ("abc<Home>x<End>y", "xabcy", 5),
            ("abc<Backspace>", "ab", 2), ("abc<Left><Delete>", "ab", 2), ("abc<C-a><C-k>", "", 0),
            ("ab cd  <C-w>", "ab ", 3), ("ab cd<C-u>x", "x", 1), ("ab<Left><C-u>", "b", 0),
            ("<Backspace><Delete><Left><Right><C-w>", "", 0), ("a<C-e><C-b><C-d>", "", 0),
        ])
    func editing(keys: String, text: String, cursor: Int) throws {
        let editor = try typed(keys)
        #expect(editor.text == text)
        #expect(editor.cursor == cursor)
    }

    @Test("other keys are left to somebody else")
    func ignored() {
        var editor = LineEditor("a")
        for key in [Key.enter, .escape, .tab, .up, .function(1), .control("c"), .unknown] {
            let outcome = editor.press(key)
            #expect(outcome == .ignored)
        }
        #expect(editor.text == "a")
    }

    @Test("a full line takes no more and says so")
    func limit() {
        var editor = LineEditor("abcd", limit: 3)
        #expect(editor.text == "abc")
        let outcome = editor.press(.character("d"))
        let pasted = editor.paste("x")
        #expect(outcome == .full)
        #expect(!pasted)
        editor.clear()
        #expect(editor.isEmpty)
    }

    @Test("a paste goes in whole at the cursor, and not at all with a line break")
    func paste() {
        var editor = LineEditor("13284")
        for _ in 0..<2 { _ = editor.press(.left) }
        let accepted = ["/", "1\n2", "\u{1B}[A"].map { editor.paste($0) }
        #expect(accepted == [true, false, false])
        #expect(editor.text == "132/84")
    }

    @Test("a mark typed on its own joins the letter before it")
    func marks() {
        var editor = LineEditor("e")
        let outcome = editor.press(.character("\u{301}"))
        #expect(outcome == .handled)
        #expect(editor.text == "é")
        #expect(editor.cursor == 1)
    }

    @Test("the cursor is always inside of the window and the text never exceeds it")
    func windows() {
        for text in ["132/84 78 98 14", "血圧 血圧 血圧", "a\u{202E}b", ""] {
            var editor = LineEditor(text)
            for _ in 0...text.count {
                for columns in 0...12 {
                    let view = editor.view(columns: columns)
                    #expect(Printable(view.text).columns <= columns)
                    #expect(view.cursor >= 0 && view.cursor < max(1, columns))
                }
                _ = editor.press(.left)
            }
        }
        #expect(LineEditor("abcdef").view(columns: 4).text == "def")
        #expect(LineEditor("abcdef").view(columns: 4).cursor == 3)
    }
}
