import Canvas
import Glibc
import Terminal
import Testing

extension TerminalSuite {
    @Suite("Restoring the terminal")
    struct Restoring {
        /// What a process does on the terminal at a path: opens it guarded, draws, and is then left to `ending`.
        private static func live(at path: String, type: String = "xterm-256color", ending: () -> Void) {
            setenv("LC_ALL", "C.UTF-8", 1)
            ConsoleProcess.prepare()
            let descriptor = open(path, O_RDWR | O_NOCTTY)
            guard
                let session = try? TerminalSession(
                    theme: .plain, options: TerminalOptions(type: type, input: descriptor, output: descriptor)
                )
            else { exit(3) }
            session.present(sampleSurface(session.size))
            ending()
            withExtendedLifetime(session) {}
            exit(0)
        }

        private func expectRestored(_ terminal: PseudoTerminal, before: [UInt32], sent: [UInt8]) {
            let text = String(decoding: sent, as: UTF8.self)
            #expect(terminal.settings == before)
            #expect(text.contains("\u{1B}[?1049h") && text.contains("182/104 HIGH"), "it was never up")
            for restored in ["\u{1B}[?1049l", "\u{1B}[?2004l", "\u{1B}[?1l"] {
                #expect(text.contains(restored))
            }
            var screen = ScreenParser(columns: 80, rows: 24)
            screen.feed(sent)
            #expect(screen.violations.isEmpty)
            #expect(screen.modes.isDisjoint(with: ["?1049", "?2004", "?2026", "?1"]))
            #expect(screen.modes.contains { $0.contains("25") })
        }

        private func capture(
            _ terminal: PseudoTerminal, _ body: @Sendable () async -> Void
        ) async -> [UInt8] {
            terminal.beginCapture()
            await body()
            return terminal.endCapture()
        }

        @Test("closing restores it")
        func closing() throws {
            let terminal = try PseudoTerminal()
            let before = terminal.settings
            let sent = try terminal.capture {
                let session = try openSession(on: terminal)
                #expect(terminal.settings != before)
                session.present(sampleSurface(session.size))
                session.close()
            }
            expectRestored(terminal, before: before, sent: sent)
        }

        @Test("leaving the process without closing restores it")
        func leaving() async throws {
            let terminal = try PseudoTerminal()
            let before = terminal.settings
            let path = terminal.path
            let sent = await capture(terminal) {
                await #expect(processExitsWith: .exitCode(0)) { [path = path as String] in
                    Restoring.live(at: path) { exit(0) }
                }
            }
            expectRestored(terminal, before: before, sent: sent)
        }

        @Test("a trap restores it, and the process dies of the trap")
        func trapping() async throws {
            let terminal = try PseudoTerminal()
            let before = terminal.settings
            let path = terminal.path
            let start = ContinuousClock.now
            let sent = await capture(terminal) {
                let result = await #expect(
                    processExitsWith: .signal(trapSignal), observing: [\.standardErrorContent]
                ) { [path = path as String] in
                    Restoring.live(at: path) {
                        let numbers = CommandLine.arguments.map(\.count)
                        print(numbers[numbers.count + 1])
                    }
                }
                let errors = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
                #expect(
                    errors.contains("Index out of range"), "what was said before dying is shown afterwards")
            }
            // Swift's own handler would offer to debug and wait half a minute for an answer.
            #expect(ContinuousClock.now - start < .seconds(5))
            expectRestored(terminal, before: before, sent: sent)
        }

        @Test(
            "other deadly signals restore it and keep their cause",
            arguments: [SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGILL, SIGTRAP])
        func signals(number: Int32) async throws {
            let terminal = try PseudoTerminal()
            let before = terminal.settings
            let path = terminal.path
            let sent = await capture(terminal) {
                await #expect(processExitsWith: .signal(number)) {
                    [path = path as String, number = number as Int32] in
                    // Worker threads hold this one back, which abort undoes.
                    Restoring.live(at: path) { if number == SIGABRT { abort() } else { raise(number) } }
                }
            }
            expectRestored(terminal, before: before, sent: sent)
        }

        @Test("an overflow of the stack restores it")
        func stackOverflow() async throws {
            let terminal = try PseudoTerminal()
            let before = terminal.settings
            let path = terminal.path
            let sent = await capture(terminal) {
                await #expect(processExitsWith: .signal(SIGSEGV)) { [path = path as String] in
                    Restoring.live(at: path) { print(deep(CommandLine.arguments.count)) }
                }
            }
            expectRestored(terminal, before: before, sent: sent)
        }

        @Test("an old terminal without a second screen gets its settings and cursor back after a crash")
        func oldTerminal() async throws {
            let terminal = try PseudoTerminal()
            let before = terminal.settings
            let path = terminal.path
            let sent = await capture(terminal) {
                await #expect(processExitsWith: .signal(SIGSEGV)) { [path = path as String] in
                    Restoring.live(at: path, type: "vt220") { raise(SIGSEGV) }
                }
            }
            #expect(terminal.settings == before)
            #expect(String(decoding: sent, as: UTF8.self).hasSuffix("\u{1B}[?25h\r\n"))
        }
    }
}

/// Calls itself for ever.
private func deep(_ number: Int) -> Int {
    var room = [number]
    withUnsafeMutablePointer(to: &room) { $0.pointee.append(number) }
    return deep(number &+ room.count) &+ room[0]
}
