import Canvas
import Simulation
import Terminal
import Testing

extension TerminalSuite {
    @Suite("What is sent to the screen")
    struct Presenting {
        static let types = [
            "xterm-256color", "tmux-256color", "screen", "linux", "vt220", "vt100", "xterm",
        ]

        @Test("every byte is part of an allowed sequence, and the screen shows the surface", arguments: types)
        func grammar(type: String) throws {
            let terminal = try PseudoTerminal()
            var screen = ScreenParser(columns: 80, rows: 24)
            let sent = try terminal.capture {
                let session = try openSession(on: terminal, type: type, theme: colourful)
                session.present(sampleSurface(session.size))
                session.present(
                    sampleSurface(session.size, clock: "14:05:08"), cursor: Point(column: 5, row: 9))
            }
            screen.feed(sent)
            #expect(screen.violations.isEmpty)
            #expect(screen.unfinished.isEmpty)
            // The parser keeps one screen, so that leaving it does not bring another back.
            #expect(screen.text[1].contains("182/104 HIGH"))
            #expect(screen.text[1].contains("14:05:08"))
        }

        @Test("after three hundred random frames the screen shows the last surface", arguments: types)
        func randomFrames(type: String) throws {
            let terminal = try PseudoTerminal()
            var screen = ScreenParser(columns: 80, rows: 24)
            var random = SeededChance(seed: 7)
            let session = try openedSession(on: terminal, type: type, feeding: &screen)
            for frame in 0..<300 {
                let surface = randomSurface(session.size, using: &random)
                screen.feed(terminal.capture { session.present(surface) })
                #expect(screen.text == surface.text, "seed 7, frame \(frame)")
            }
            #expect(screen.violations.isEmpty)
            _ = terminal.capture { session.close() }
        }

        @Test("an unchanged frame sends nothing, a clock that moves on very little")
        func fewBytes() throws {
            let terminal = try PseudoTerminal(columns: 120, rows: 40)
            var screen = ScreenParser(columns: 120, rows: 40)
            let session = try openedSession(on: terminal, type: "xterm-256color", feeding: &screen)
            _ = terminal.capture { session.present(sampleSurface(session.size)) }
            #expect(terminal.capture { session.present(sampleSurface(session.size)) }.isEmpty)
            let tick = terminal.capture { session.present(sampleSurface(session.size, clock: "14:05:08")) }
            #expect(!tick.isEmpty && tick.count <= 24)
            #expect(terminal.capture { session.redraw() }.count > 200)
            _ = terminal.capture { session.close() }
        }

        @Test("large frames come between the brackets of one update, small ones and old terminals without")
        func updateBrackets() throws {
            for (type, isBracketed) in [("xterm-256color", true), ("linux", false), ("vt220", false)] {
                let terminal = try PseudoTerminal()
                var screen = ScreenParser(columns: 80, rows: 24)
                let session = try openedSession(on: terminal, type: type, feeding: &screen)
                let large = terminal.capture { session.present(sampleSurface(session.size)) }
                #expect(large.starts(with: Array("\u{1B}[?2026h".utf8)) == isBracketed)
                #expect((large.suffix(8) == Array("\u{1B}[?2026l".utf8)[...]) == isBracketed)
                let small = terminal.capture {
                    session.present(sampleSurface(session.size, clock: "14:05:08"))
                }
                #expect(!String(decoding: small, as: UTF8.self).contains("2026"))
                _ = terminal.capture { session.close() }
            }
        }

        @Test("hostile text sends no sequence of its own")
        func hostileText() throws {
            let terminal = try PseudoTerminal()
            var screen = ScreenParser(columns: 80, rows: 24)
            let session = try openedSession(on: terminal, type: "xterm-256color", feeding: &screen)
            let before = screen.modes
            for hostile in [
                "\u{1B}]52;c;cm0=\u{7}", "\u{1B}[?1049l", "\u{9B}2J", "\u{1B}P+q\u{1B}\\",
                "\u{202E}\n\r\u{8}",
            ] {
                var surface = session.blankSurface
                surface.put(hostile, at: .origin)
                let sent = terminal.capture { session.present(surface) }
                screen.feed(sent)
                #expect(!sent.contains(0x07))
                #expect(screen.text == surface.text)
            }
            #expect(screen.violations.isEmpty)
            #expect(screen.modes == before)
            // The parser itself must notice what is forbidden.
            screen.feed(Array("\u{1B}]52;c;x\u{7}".utf8))
            #expect(!screen.violations.isEmpty)
            _ = terminal.capture { session.close() }
        }

        private func openedSession(
            on terminal: PseudoTerminal, type: String, feeding screen: inout ScreenParser
        ) throws -> TerminalSession {
            var session: TerminalSession?
            screen.feed(
                try terminal.capture { session = try openSession(on: terminal, type: type, theme: colourful) }
            )
            return try #require(session)
        }

        private func randomSurface(_ size: Size, using random: inout SeededChance) -> Surface {
            var surface = Surface(size)
            for _ in 0..<Int.random(in: 0..<40, using: &random) {
                let point = Point(
                    column: .random(in: -3..<size.columns, using: &random),
                    row: .random(in: 0..<size.rows, using: &random))
                let text = ["132/84", "血圧血", "e\u{301}", "──────────", "aaaaaaaaaaaaaaaa", "    "]
                surface.put(
                    text.randomElement(using: &random) ?? "",
                    at: point, role: Role.allCases.randomElement(using: &random) ?? .text)
            }
            return surface
        }
    }
}
