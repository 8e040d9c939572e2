import Canvas
import Glibc
import Terminal
import Testing

extension TerminalSuite {
    @Suite("Opening")
    struct Opening {
        private func refusal(type: String, requiresTerminal: Bool = true, onTerminal: Bool = true) throws
            -> TerminalError?
        {
            utf8Locale
            let terminal = try PseudoTerminal()
            let null = open("/dev/null", O_RDWR)
            defer { close(null) }
            let descriptor = onTerminal ? terminal.program : null
            let options = TerminalOptions(
                type: type, input: descriptor, output: descriptor, requiresTerminal: requiresTerminal,
                guarded: false)
            do {
                _ = try TerminalSession(theme: .plain, options: options)
                return nil
            } catch {
                return error
            }
        }

        @Test("a terminal that cannot place its cursor is refused with one sentence")
        func refusals() throws {
            #expect(try refusal(type: "dumb") == .tooSimple("dumb"))
            #expect(try refusal(type: "no-such-terminal") == .unknownType("no-such-terminal"))
            #expect(try refusal(type: "") == .noType)
            #expect(try refusal(type: "xterm-256color", onTerminal: false) == .notATerminal)
            #expect(try refusal(type: "xterm-256color") == nil)
        }

        @Test("the type unknown, which the system describes as a teletype, is refused")
        func unknownType() throws {
            #expect(try refusal(type: "unknown") != nil)
        }

        @Test("a refusal leaves the terminal as it was and sends nothing")
        func refusalTouchesNothing() throws {
            let terminal = try PseudoTerminal()
            let before = terminal.settings
            let sent = terminal.capture {
                #expect(throws: TerminalError.self) { try openSession(on: terminal, type: "dumb") }
            }
            #expect(sent.isEmpty)
            #expect(terminal.settings == before)
        }

        @Test("every sentence is whole and shows no raw control character")
        func sentences() {
            let all: [TerminalError] = [
                .alreadyOpen, .notATerminal, .noType, .unknownType("\u{1B}[2J"), .tooSimple("d\u{7}"),
                .noResources,
            ]
            for error in all {
                #expect(error.sentence.hasSuffix("."))
                #expect(Printable(error.sentence).text == error.sentence)
            }
        }

        @Test("only one terminal is open at a time, and it can be opened again after closing")
        func oneAtATime() throws {
            let terminal = try PseudoTerminal()
            for _ in 0..<3 {
                _ = try terminal.capture {
                    let session = try openSession(on: terminal)
                    #expect(throws: TerminalError.alreadyOpen) { try openSession(on: terminal) }
                    session.close()
                    session.close()
                    #expect(session.wait().hungUp)
                    #expect(session.readInput().isEmpty)
                    session.present(sampleSurface(session.size))
                }
            }
        }
    }
}
