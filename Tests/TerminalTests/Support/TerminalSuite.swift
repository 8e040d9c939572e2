import Canvas
import Glibc
import Terminal
import Testing

/// Everything that opens a terminal: curses belongs to the whole process, so nothing here runs side by side.
@Suite("The terminal", .serialized)
enum TerminalSuite {}

/// Sets the locale and forgets the size of the terminal that the tests run in, once.
let utf8Locale: Void = {
    setenv("LC_ALL", "C.UTF-8", 1)
    unsetenv("LINES")
    unsetenv("COLUMNS")
    unsetenv("ESCDELAY")
}()

/// Opens a session on a pseudo terminal without touching the test process's own signals and standard error.
func openSession(
    on terminal: PseudoTerminal, type: String = "xterm-256color", theme: Theme = .plain,
    depth: ColourDepth? = nil
) throws -> TerminalSession {
    utf8Locale
    return try TerminalSession(
        theme: theme, depth: depth,
        options: TerminalOptions(
            type: type, input: terminal.program, output: terminal.program, guarded: false))
}

/// A theme with a colour for some roles.
let colourful = Theme(
    name: "colourful",
    styles: [
        .critical: Style(foreground: RGB(255, 255, 255), background: RGB(205, 0, 0), attributes: .bold),
        .notice: Style(foreground: RGB(255, 135, 0)),
        .dim: Style(attributes: .dim),
    ])

/// A screen such as a view draws.
func sampleSurface(_ size: Size, clock: String = "14:05:07", glyphs: GlyphSet = .unicode) -> Surface {
    var surface = Surface(size, glyphs: glyphs)
    surface.box(surface.bounds, title: "Blood pressure")
    surface.put("182/104 HIGH", at: Point(column: 2, row: 1), role: .critical)
    surface.put("血圧 Müller e\u{301}", at: Point(column: 2, row: 2), role: .notice)
    surface.putRight(clock, in: surface.bounds.row(1).inset(columns: 2), role: .strong)
    return surface
}

/// How Swift's traps kill on this kind of machine.
#if arch(x86_64)
    let trapSignal = SIGILL
#else
    let trapSignal = SIGTRAP
#endif
