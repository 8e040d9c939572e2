import CTerminal
import Canvas

/// The one open terminal of the process: shows surfaces, reads keys, and waits. It belongs to the thread that opened
/// it. Closing restores the terminal; so do leaving the process and crashing.
public final class TerminalSession {
    /// The colours in use; a new theme is drawn by the next `present`.
    public var theme: Theme { didSet { themeChanged() } }
    /// How many colours are used: no more than the terminal has.
    public let depth: ColourDepth
    /// The signs that this terminal's locale can show.
    public let glyphs: GlyphSet
    /// The size in cells, as last adopted.
    public private(set) var size: Size
    /// Wakes `wait` from other threads.
    public let waker: Waker

    var brushes: [Brush] = []
    var shown: Surface?
    var shownCursor: Point?
    var signs: [ct_sign] = []
    var decoder: InputDecoder
    var sizeMayHaveChanged = false
    var mayHoldMoreInput = false
    var isFlashing = false
    private var isOpen = true

    /// Opens the terminal and clears its screen.
    /// - Parameters:
    ///   - theme: the colours to draw with.
    ///   - depth: the most colours to use; nil for as many as the terminal has.
    ///   - options: where the terminal is and how it is treated.
    /// - Throws: why it cannot be opened; nothing has been changed then.
    public init(theme: Theme, depth: ColourDepth? = nil, options: TerminalOptions = TerminalOptions())
        throws(TerminalError)
    {
        guard let waker = Waker() else { throw .noResources }
        try TerminalSession.openScreen(options)
        self.theme = theme
        self.waker = waker
        self.depth = min(depth ?? .twoFiftySix, TerminalSession.terminalDepth)
        glyphs = ct_is_utf8() ? .unicode : .ascii
        decoder = InputDecoder(isUnicode: ct_is_utf8())
        size = TerminalSession.currentSize
        ct_watch(waker.descriptor)
        themeChanged()
    }

    deinit { close() }

    /// Restores the terminal and gives it back. Harmless when repeated.
    /// - Parameter terminalIsGone: true when it hung up; then nothing is written to it.
    public func close(terminalIsGone: Bool = false) {
        guard isOpen else { return }
        isOpen = false
        ct_watch(-1)
        ct_close(!terminalIsGone)
    }

    /// Restores the terminal and stops the process, as Control-Z does in other programs; returns when somebody
    /// continues it.
    public func suspend() {
        ct_suspend()
        redraw()
        sizeMayHaveChanged = true
    }

    /// A blank surface of the terminal's size with its signs.
    public var blankSurface: Surface { Surface(size, glyphs: glyphs) }

    /// Asks the terminal for its size; nil when it is the same as before.
    func adoptSize() -> Size? {
        var rows: Int32 = 0
        var columns: Int32 = 0
        ct_adopt_size(&rows, &columns)
        let found = Size(columns: Int(columns), rows: Int(rows))
        guard found != size else { return nil }
        size = found
        return found
    }

    private static var currentSize: Size {
        var rows: Int32 = 0
        var columns: Int32 = 0
        ct_size(&rows, &columns)
        return Size(columns: Int(columns), rows: Int(rows))
    }

    private static var terminalDepth: ColourDepth {
        switch ct_colours() {
        case 256...: .twoFiftySix
        case 8...: .sixteen
        default: .none
        }
    }

    private static func openScreen(_ options: TerminalOptions) throws(TerminalError) {
        func open(_ type: UnsafePointer<CChar>?) -> ct_open_result {
            var plain = ct_options(
                type: type, input: options.input, output: options.output,
                require_terminal: options.requiresTerminal, synchronised: options.synchronised,
                guarded: options.guarded)
            return ct_open(&plain)
        }
        let result = options.type.map { $0.withCString { open($0) } } ?? open(nil)
        let type = options.type ?? environmentType
        switch result {
        case CT_OPENED: return
        case CT_ALREADY_OPEN: throw .alreadyOpen
        case CT_NOT_A_TERMINAL: throw .notATerminal
        case CT_NO_TYPE: throw .noType
        case CT_UNKNOWN_TYPE: throw .unknownType(type)
        case CT_TOO_SIMPLE: throw .tooSimple(type)
        default: throw .noResources
        }
    }
}
