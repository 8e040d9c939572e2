import CTerminal
import Canvas
import Glibc
import Simulation
import Testing

@testable import Terminal

extension TerminalSuite {
    @Suite("Drawing into curses, read back cell by cell")
    struct NullDevice {
        /// Opens a session of 80×24 that is written to nowhere.
        private func withSession(
            _ type: String = "xterm-256color", depth: ColourDepth? = nil, _ body: (TerminalSession) -> Void
        ) throws {
            utf8Locale
            let null = open("/dev/null", O_RDWR)
            defer { close(null) }
            let session = try TerminalSession(
                theme: colourful, depth: depth,
                options: TerminalOptions(
                    type: type, input: null, output: null, requiresTerminal: false, guarded: false))
            body(session)
            session.close()
        }

        private struct Found: Equatable {
            var scalar: UInt32
            var attributes: Attributes
            var foreground: Int32
            var background: Int32
        }

        private func cell(_ column: Int32, _ row: Int32) -> Found {
            var attributes: UInt32 = 0
            var foreground: Int32 = 0
            var background: Int32 = 0
            let scalar = ct_read_cell(row, column, &attributes, &foreground, &background)
            return Found(
                scalar: scalar, attributes: Attributes(rawValue: UInt8(truncatingIfNeeded: attributes)),
                foreground: foreground, background: background)
        }

        @Test("roles arrive as attributes and colours of the theme")
        func rolesArrive() throws {
            try withSession { session in
                session.present(sampleSurface(session.size))
                #expect(session.depth == .twoFiftySix)
                #expect(
                    cell(2, 1) == Found(scalar: 0x31, attributes: .bold, foreground: 231, background: 160))
                #expect(cell(2, 2) == Found(scalar: 0x8840, attributes: [], foreground: 208, background: -1))
                #expect(cell(0, 0).scalar == 0x250C)
            }
        }

        @Test("without colours the same roles arrive as attributes alone")
        func withoutColours() throws {
            try withSession(depth: ColourDepth.none) { session in
                session.present(sampleSurface(session.size))
                #expect(cell(2, 1) == Found(scalar: 0x31, attributes: .bold, foreground: -1, background: -1))
                #expect(cell(2, 2).attributes == .underline)
            }
            try withSession("vt220") { session in #expect(session.depth == .none) }
        }

        @Test("eight colours show bright ones as bold, and never a letter in the colour behind it")
        func eightColours() throws {
            try withSession("linux") { session in
                session.present(sampleSurface(session.size))
                #expect(session.depth == .sixteen)
                #expect(cell(2, 1) == Found(scalar: 0x31, attributes: .bold, foreground: 7, background: 1))
            }
        }

        @Test("a change of theme is drawn by the next frame, even over the same surface")
        func themeChange() throws {
            try withSession { session in
                let surface = sampleSurface(session.size)
                session.present(surface)
                session.theme = .plain
                session.present(surface)
                #expect(cell(2, 1).attributes == [.bold, .reverse])
            }
        }

        @Test("every cell of every frame is what the surface says, over two hundred random frames")
        func randomFrames() throws {
            let seed: UInt64 = 42
            var random = SeededChance(seed: seed)
            let pieces = ["132/84", "血圧", "e\u{301}", "─│▁█", "\u{1B}[2J", " "]
            try withSession { session in
                var surface = session.blankSurface
                for _ in 0..<200 {
                    for _ in 0..<10 {
                        let point = Point(
                            column: .random(in: -3..<83, using: &random),
                            row: .random(in: 0..<24, using: &random))
                        surface.put(
                            pieces.randomElement(using: &random) ?? "",
                            at: point, role: Role.allCases.randomElement(using: &random) ?? .text)
                    }
                    session.present(surface)
                    for row in 0..<24 {
                        for (column, expected) in surface.row(row).enumerated() where !expected.isContinuation
                        {
                            #expect(cell(Int32(column), Int32(row)).scalar == expected.scalar, "seed \(seed)")
                        }
                    }
                }
            }
        }
    }
}
