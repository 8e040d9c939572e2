import Canvas
import Glibc
import Simulation
import Terminal
import Testing

extension TerminalSuite {
    @Suite("Waiting")
    struct Waiting {
        private func withSession(_ body: (TerminalSession, PseudoTerminal) throws -> Void) throws {
            let terminal = try PseudoTerminal()
            _ = try terminal.capture {
                let session = try openSession(on: terminal)
                try body(session, terminal)
                session.close()
            }
        }

        @Test("the waker ends a wait once, from another thread too")
        func waker() throws {
            try withSession { session, _ in
                session.waker.wake()
                session.waker.wake()
                #expect(session.wait(atMost: 5000).wasCalled)
                #expect(!session.wait(atMost: 0).wasCalled)
            }
        }

        @Test("the tick comes just after the wall clock's second began, once a second")
        func tick() throws {
            try withSession { session, _ in
                var ticks: [Int64] = []
                while ticks.count < 2 {
                    let wake = session.wait(atMost: 5000)
                    if wake.ticked { ticks.append(SystemClock.wallMilliseconds) }
                }
                #expect(ticks[1] / 1000 > ticks[0] / 1000)
                // A busy machine may come late, but a tick before its second began would show the old time.
                #expect(ticks.contains { $0 % 1000 < 500 })
                #expect(session.wait(atMost: 0) == Wake())
            }
        }

        @Test("flashing ticks four times a second while it is on and never while it is off")
        func flash() throws {
            try withSession { session, _ in
                session.setFlashing(true)
                var wake = session.wait(atMost: 5000)
                while !wake.flashed { wake = session.wait(atMost: 5000) }
                session.setFlashing(false)
                for _ in 0..<3 { #expect(!session.wait(atMost: 300).flashed) }
            }
        }

        @Test("a terminal that is gone is noticed, and left without a word")
        func hangUp() throws {
            utf8Locale
            let terminal = try PseudoTerminal()
            var session: TerminalSession?
            _ = try terminal.capture { session = try openSession(on: terminal) }
            let open = try #require(session)
            let nowhere = Glibc.open("/dev/null", O_RDWR | O_CLOEXEC)
            dup2(nowhere, terminal.person)
            close(nowhere)
            #expect(open.wait(atMost: 5000).hungUp)
            open.close(terminalIsGone: true)
            try withSession { session, _ in #expect(session.size == Size(columns: 80, rows: 24)) }
        }

        @Test("a change of the window's size arrives once, with the size that the terminal has")
        func resize() throws {
            var held = sigset_t()
            sigemptyset(&held)
            sigaddset(&held, SIGWINCH)
            pthread_sigmask(SIG_BLOCK, &held, nil)
            try withSession { session, terminal in
                for (columns, rows) in [(100, 30), (1, 1), (500, 200), (40, 12)] {
                    terminal.resize(columns: UInt16(columns), rows: UInt16(rows))
                    pthread_kill(pthread_self(), SIGWINCH)
                    var found: [Input] = []
                    while found.isEmpty, session.wait(atMost: 5000).hasInput { found += session.readInput() }
                    while session.wait(atMost: 0).hasInput { found += session.readInput() }
                    #expect(found == [.resized(Size(columns: columns, rows: rows))])
                }
            }
        }

        @Test("after a storm of a thousand sizes the screen shows what a fresh one would")
        func resizeStorm() throws {
            let terminal = try PseudoTerminal()
            var random = SeededChance(seed: 11)
            var session: TerminalSession?
            var held = sigset_t()
            sigemptyset(&held)
            sigaddset(&held, SIGWINCH)
            pthread_sigmask(SIG_BLOCK, &held, nil)
            _ = try terminal.capture { session = try openSession(on: terminal) }
            let open = try #require(session)
            for step in 0..<1000 {
                let columns = Int.random(in: 1...500, using: &random)
                let rows = Int.random(in: 1...200, using: &random)
                terminal.resize(columns: UInt16(columns), rows: UInt16(rows))
                pthread_kill(pthread_self(), SIGWINCH)
                // Sizes follow one another faster than frames.
                guard step % 4 == 3 else { continue }
                _ = open.wait(atMost: 1000)
                _ = open.readInput()
                var screen = ScreenParser(columns: columns, rows: rows)
                let sent = terminal.capture { open.present(sampleSurface(open.size)) }
                guard step % 100 == 99 else { continue }
                screen.feed(sent)
                #expect(
                    screen.text == sampleSurface(Size(columns: columns, rows: rows)).text,
                    "seed 11, step \(step)")
            }
            _ = terminal.capture { open.close() }
        }
    }
}
