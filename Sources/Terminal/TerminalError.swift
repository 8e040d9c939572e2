import Canvas

/// Why a terminal could not be opened, each with one sentence for the person who asked.
public enum TerminalError: Error, Equatable, Sendable {
    /// Another session is open in this process.
    case alreadyOpen
    /// Input or output is a file or a pipe.
    case notATerminal
    /// TERM is not set.
    case noType
    /// TERM names a type that the system has no description of.
    case unknownType(String)
    /// TERM names a type that cannot place its cursor.
    case tooSimple(String)
    /// The system refused what a screen needs.
    case noResources

    /// What was wrong and what would be right.
    public var sentence: String {
        switch self {
        case .alreadyOpen: "The terminal is already in use by this program."
        case .notATerminal: "Standard input and output must be a terminal, not a file or a pipe."
        case .noType: "TERM is not set, so nothing is known about this terminal; try TERM=xterm-256color."
        case .unknownType(let type):
            "The terminal type \(Printable(type)) is not known on this system; try TERM=xterm-256color."
        case .tooSimple(let type):
            "A terminal of type \(Printable(type)) cannot show a full screen; use another terminal or set TERM."
        case .noResources: "The system has no memory or descriptors left for the screen."
        }
    }
}
