import Canvas
import Glibc
import Terminal
import Testing

extension TerminalSuite {
    @Suite("Locale and process")
    struct Locale {
        @Test("where the locale has no Unicode the signs are ASCII, and nothing else is sent")
        func plainLocale() async throws {
            let terminal = try PseudoTerminal()
            let path = terminal.path
            terminal.beginCapture()
            await #expect(processExitsWith: .exitCode(0)) { [path = path as String] in
                setenv("LC_ALL", "C", 1)
                let descriptor = open(path, O_RDWR | O_NOCTTY)
                let session = try TerminalSession(
                    theme: .plain,
                    options: TerminalOptions(type: "xterm-256color", input: descriptor, output: descriptor))
                guard session.glyphs == .ascii else { exit(4) }
                session.present(sampleSurface(session.size, glyphs: session.glyphs))
                // A surface that was drawn for Unicode must not vanish either.
                session.present(sampleSurface(session.size, clock: "───"))
                session.close()
            }
            let sent = terminal.endCapture()
            #expect(sent.allSatisfy { $0 < 0x80 })
            var screen = ScreenParser(columns: 80, rows: 24)
            screen.feed(sent)
            #expect(screen.violations.isEmpty)
            #expect(screen.text[1].contains("182/104 HIGH"))
            #expect(screen.text[1].contains("???"))
        }

        @Test("the process keeps files to the owner, leaves no core, and outlives broken pipes")
        func process() async {
            await #expect(processExitsWith: .exitCode(0)) {
                setenv("LINES", "10", 1)
                ConsoleProcess.prepare()
                var limit = rlimit()
                getrlimit(__rlimit_resource_t(4), &limit)  // RLIMIT_CORE, a macro that Swift does not see
                raise(SIGPIPE)
                raise(SIGXFSZ)
                for held in [SIGTERM, SIGINT, SIGHUP, SIGWINCH, SIGTSTP, SIGQUIT] { raise(held) }
                exit(umask(0) == 0o077 && limit.rlim_max == 0 && getenv("LINES") == nil ? 0 : 5)
            }
        }

        @Test("signals that ask the process to end are told to the session instead of killing it")
        func toldSignals() async throws {
            let terminal = try PseudoTerminal()
            let path = terminal.path
            terminal.beginCapture()
            await #expect(processExitsWith: .exitCode(0)) { [path = path as String] in
                ConsoleProcess.prepare()
                let descriptor = open(path, O_RDWR | O_NOCTTY)
                let session = try TerminalSession(
                    theme: .plain,
                    options: TerminalOptions(type: "xterm-256color", input: descriptor, output: descriptor))
                for number in [SIGTERM, SIGINT, SIGQUIT, SIGTSTP] { raise(number) }
                var told: Set<ProcessSignal> = []
                while told.count < 4 { told.formUnion(session.wait(atMost: 5000).signals) }
                session.close()
                exit(told == [.terminate, .interrupt, .quit, .stop] ? 0 : 6)
            }
            _ = terminal.endCapture()
        }

        @Test("a trap before any screen is up still dies of the trap")
        func earlyTrap() async {
            await #expect(processExitsWith: .signal(trapSignal)) {
                ConsoleProcess.prepare()
                let numbers = CommandLine.arguments.map(\.count)
                print(numbers[numbers.count + 1])
            }
        }

        @Test("the boot clock never goes back and the start of the machine has a name")
        func clocks() {
            let before = SystemClock.bootMilliseconds
            #expect(SystemClock.bootMilliseconds >= before)
            #expect(SystemClock.bootMilliseconds >= SystemClock.awakeMilliseconds - 1000)
            #expect(SystemClock.wallMilliseconds > 1_700_000_000_000)
            #expect(abs(SystemClock.utcOffsetSeconds(atWallMilliseconds: 0)) <= 14 * 3600)
            #expect(SystemClock.bootIdentifier?.count == 36)
        }
    }
}
