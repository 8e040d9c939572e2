import Canvas
import SessionCore

/// What the console is told once, when it starts.
public struct Setup: Sendable {
    /// Real or practised: which journal stands behind this console.
    public var mode: SessionMode
    /// The care protocol of each route; a route without one cannot be chosen. They may come later, by a message.
    public var protocols: [Route: CareProtocol]
    /// What is wrong with the protocol of a route that has none: file, line and key.
    var protocolProblems: [Route: String] = [:]
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
    /// An unfinished exercise of the same scenario, which can be taken up instead.
    public var unfinished: AttemptSummary?

    /// The exercise to watch as its instructor; in a practice journal alone.
    public var instructs: SessionID?

    /// The form to start with instead of the home screen; `nil` for none.
    public var opening: Opening?

    /// A new session that is opened from the command line.
    public enum Opening: Hashable, Sendable {
        /// One that begins now.
        case now
        /// One that was kept on paper so far and has the times that it had. `began` is when it was begun, as it was
        /// typed: `13:40`, `-30m`, or `2026-03-01T13:40Z`; asked for when it is empty.
        case paper(began: String)

        /// The instant at which a paper record begins, as it was typed; `nil` for what is no time of the past.
        public static func paperBeginning(_ typed: String, at now: Moment) -> WallTime? {
            let began = EntryTime(typed: typed)?.last(before: now) ?? WallTime(iso8601: typed)
            return began.flatMap { $0 <= now.wall ? $0 : nil }
        }
    }

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
