import Canvas
import Terminal
import Testing

extension TerminalSuite {
    @Suite("Keys")
    struct Keys {
        /// Types bytes on a terminal of that type and gives what the session reads until nothing more comes.
        private func typed(_ bytes: String, type: String = "xterm-256color") throws -> [Input] {
            let terminal = try PseudoTerminal()
            var found: [Input] = []
            _ = try terminal.capture {
                let session = try openSession(on: terminal, type: type)
                terminal.type(bytes)
                while session.wait(atMost: 60).hasInput { found += session.readInput() }
                session.close()
            }
            return found
        }

        @Test(
            "keys arrive by name, in the form of either cursor mode",
            arguments: [
                ("\u{1B}OA", Key.up), ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right),
                ("\u{1B}OD", .left),
                ("\u{1B}[H", .home), ("\u{1B}OF", .end), ("\u{1B}[1~", .home), ("\u{1B}[5~", .pageUp),
                ("\u{1B}[6~", .pageDown), ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab),
                ("\u{1B}OP", .function(1)),
                ("\u{1B}[15~", .function(5)), ("\r", .enter), ("\n", .enter), ("\t", .tab),
                ("\u{7F}", .backspace),
                ("\u{8}", .backspace), ("\u{3}", .control("c")), ("\u{1A}", .control("z")),
                ("\u{13}", .control("s")),
                ("\u{1B}Op", .character("0")), ("\u{1B}Oy", .character("9")), ("\u{1B}OM", .enter),
                ("\u{1B}", .escape), ("ü", .character("ü")), ("血", .character("血")),
                ("\u{1B}[1;5C", .unknown),
            ])
        func keys(bytes: String, key: Key) throws {
            #expect(try typed(bytes) == [.key(key)])
        }

        @Test(
            "arrows and Esc arrive on old terminals too",
            arguments: ["linux", "vt220", "tmux-256color", "screen"])
        func oldTerminals(type: String) throws {
            #expect(try typed("\u{1B}[A\u{1B}OB", type: type) == [.key(.up), .key(.down)])
            #expect(try typed("\u{1B}", type: type) == [.key(.escape)])
            #expect(
                try typed("132/84\r", type: type) == "132/84".map { .key(.character($0)) } + [.key(.enter)])
        }

        @Test("a paste arrives as one text, whatever it holds")
        func paste() throws {
            let bytes = "1\u{1B}[200~132/84\r78\u{1B}[201~2"
            let expected: [Input] = [.key(.character("1")), .paste("132/84\n78"), .key(.character("2"))]
            #expect(try typed(bytes) == expected)
        }

        @Test("a paste whose end is lost is over soon and does not swallow the keyboard")
        func lostEnd() throws {
            let terminal = try PseudoTerminal()
            var found: [Input] = []
            _ = try terminal.capture {
                let session = try openSession(on: terminal)
                terminal.type("\u{1B}[200~abc")
                for _ in 0..<20 where found.isEmpty {
                    _ = session.wait(atMost: 1000)
                    found += session.readInput()
                }
                terminal.type("q")
                while session.wait(atMost: 60).hasInput { found += session.readInput() }
                session.close()
            }
            #expect(found == [.paste("abc"), .key(.character("q"))])
        }

        @Test("bytes that are not UTF-8 are no letters and stop nothing")
        func invalidBytes() throws {
            let terminal = try PseudoTerminal()
            var found: [Input] = []
            _ = try terminal.capture {
                let session = try openSession(on: terminal)
                terminal.type([0xFF, 0xC3, 0x28, 0x80, 0x78])
                while session.wait(atMost: 60).hasInput { found += session.readInput() }
                session.close()
            }
            #expect(found.last == .key(.character("x")))
        }

        @Test("reading keys sends nothing to the screen")
        func readingNeverPaints() throws {
            let terminal = try PseudoTerminal()
            var session: TerminalSession?
            _ = try terminal.capture { session = try openSession(on: terminal) }
            let open = try #require(session)
            let sent = terminal.capture {
                terminal.type("abc")
                while open.wait(atMost: 30).hasInput { _ = open.readInput() }
            }
            #expect(sent.isEmpty)
            _ = terminal.capture { open.close() }
        }
    }
}
