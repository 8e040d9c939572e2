import Canvas
import SessionCore

/// What the console is told once, when it starts.
public struct Setup: Sendable {
    /// Real or practised: which journal stands behind this console.
    public var mode: SessionMode
    /// The care protocol of each route; a route without one cannot be chosen. They may come later, by a message.
    public var protocols: [Route: CareProtocol]
    /// Keys by command name that replace the built-in ones, spelled as ``Key`` spells them.
    public var keyBindings: [String: [String]]
    /// Names of the themes to cycle through, the first one in force; may be empty.
    public var themes: [String]
    /// Name and version of the program, kept in each session that it opens.
    public var software: String
    /// The session to go to at once instead of the home screen.
    public var session: SessionID?
    /// A record to replay instead of anything else; the program ends with the replay.
    public var record: RecordedSession?

    /// The exercise to begin with; in a practice journal alone.
    public var practice: PracticePlan?
    /// Whether the bell rings from the start.
    public var bell: Bool

    /// Makes a setup; everything that is not said has the built-in value.
    public init(
        mode: SessionMode, protocols: [Route: CareProtocol] = [:], keyBindings: [String: [String]] = [:],
        themes: [String] = [], software: String = "", session: SessionID? = nil, bell: Bool = false
    ) {
        self.mode = mode
        self.protocols = protocols
        self.keyBindings = keyBindings
        self.themes = themes
        self.software = software
        self.session = session
        self.bell = bell
    }
}
