/// How a terminal is opened.
public struct TerminalOptions: Sendable {
    /// The terminal's type; nil to take it from TERM.
    public var type: String?
    /// The descriptor that keys are read from.
    public var input: Int32
    /// The descriptor that the screen is written to.
    public var output: Int32
    /// Whether both must be terminals; false only in tests.
    public var requiresTerminal: Bool
    /// Whether large frames may be bracketed as one update, so that they do not tear.
    public var synchronised: Bool
    /// Whether a crash restores the terminal, and standard error is kept aside while the screen is up. Needs
    /// `ConsoleProcess.prepare`.
    public var guarded: Bool

    /// The usual way: standard input and output, guarded and synchronised.
    public init(
        type: String? = nil, input: Int32 = 0, output: Int32 = 1, requiresTerminal: Bool = true,
        synchronised: Bool = true, guarded: Bool = true
    ) {
        self.type = type
        self.input = input
        self.output = output
        self.requiresTerminal = requiresTerminal
        self.synchronised = synchronised
        self.guarded = guarded
    }
}
