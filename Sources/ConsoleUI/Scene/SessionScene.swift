import Canvas
import SessionCore

/// The word in the fixed corner that says what is on the screen. Each has a shape of its own in monochrome.
public enum ModeWord: String, Sendable, CaseIterable {
    /// A real session that this console writes.
    case live = "LIVE"
    /// A practised session that this console writes.
    case practice = "PRACTICE"
    /// An ended session, read-only but for amendments.
    case record = "RECORD"
    /// An ended practice session.
    case practiceRecord = "RECORD OF PRACTICE"
    /// A running session that another console writes.
    case watching = "WATCHING"
    /// A running practice session that another console writes.
    case practiceWatching = "WATCHING PRACTICE"
    /// The past of a real session.
    case replay = "REPLAY"
    /// The past of a practice session.
    case practiceReplay = "REPLAY OF PRACTICE"

    /// Whether nothing that the screen shows is real.
    public var isPractice: Bool {
        [.practice, .practiceRecord, .practiceWatching, .practiceReplay].contains(self)
    }
}

/// Whether anything can be heard.
public enum AudioState: Hashable, Sendable {
    /// No sound, indefinitely: always shown.
    case off
    /// The bell rings by the alarm rules.
    case on
    /// No sound until then.
    case paused(until: SessionTime)
}

/// How the last entry stands.
public enum SavingState: Hashable, Sendable {
    /// Everything that was entered is on disk.
    case saved
    /// The journal has not answered yet.
    case saving
    /// The disk refused; the sentence says why.
    case failed(String)
}

/// A run of text with one style.
public struct Segment: Hashable, Sendable {
    /// The text; it passes the canvas's sanitiser when it is drawn.
    public var text: String
    /// Its style.
    public var role: Role

    /// Makes a run of text.
    public init(_ text: String, _ role: Role = .text) {
        self.text = text
        self.role = role
    }
}

/// The entry line as it is drawn.
public struct EntryScene: Hashable, Sendable {
    /// What stands before the field: `entry`, `note`.
    public var prompt: String
    /// What was typed.
    public var text: String
    /// Cursor position in characters of `text`.
    public var cursor: Int
    /// What the line means, in words, with flags.
    public var readBack: [Segment]
    /// One line of advice below: what is missing, what is questioned, a suggestion.
    public var advice: [Segment]
    /// Whether a suggestion stands in the advice that Tab takes over.
    public var hasSuggestion: Bool

    /// Makes an entry line.
    public init(
        prompt: String, text: String, cursor: Int, readBack: [Segment] = [], advice: [Segment] = [],
        hasSuggestion: Bool = false
    ) {
        self.prompt = prompt
        self.text = text
        self.cursor = cursor
        self.readBack = readBack
        self.advice = advice
        self.hasSuggestion = hasSuggestion
    }
}

/// A panel over the lower part of the screen: a list to pick from, a short form, help. Pressure, alarms, clock and due
/// items stay visible above it.
public struct PanelScene: Hashable, Sendable {
    /// Its title.
    public var title: String
    /// Its rows, each a row of segments.
    public var rows: [[Segment]]
    /// The row that must stay visible when there is no room for all.
    public var focusedRow: Int?

    /// Makes a panel.
    public init(title: String, rows: [[Segment]], focusedRow: Int? = nil) {
        self.title = title
        self.rows = rows
        self.focusedRow = focusedRow
    }
}

/// One key in the bar at the bottom.
public struct KeyHint: Hashable, Sendable {
    /// The key as people call it.
    public var key: String
    /// What it does, in one or two words.
    public var label: String

    /// Makes a hint.
    public init(key: String, label: String) {
        self.key = key
        self.label = label
    }
}

/// Everything that the session screen is drawn from.
public struct SessionScene: Sendable {
    /// The session at this instant.
    public var picture: Picture
    /// The word in the corner.
    public var modeWord: ModeWord
    /// The glyphs that this terminal can show.
    public var glyphs: GlyphSet
    /// Whether the high alarm's flash is in its inverse half (the protocol says how often).
    public var highFlash: Bool
    /// Whether the medium alarm's flash is in its inverse half (the protocol says how often).
    public var mediumFlash: Bool
    /// What can be heard.
    public var audio: AudioState
    /// How the last entry stands.
    public var saving: SavingState
    /// Technical alarms in words (disk, clock); they stand beside the clinical ones.
    public var technicalAlarms: [String]
    /// How many timeline entries the list is scrolled back from the newest.
    public var scrollBack: Int
    /// Sequence of the timeline entry that is selected, while one is.
    public var selected: Int?
    /// The entry line, while it is open.
    public var entry: EntryScene?
    /// The panel, while one is open.
    public var panel: PanelScene?
    /// A passing notice; never over a number.
    public var notice: Segment?
    /// The keys that matter now.
    public var keyBar: [KeyHint]
    /// How the replay stands, while the past is shown.
    public var replay: ReplayStrip?
    /// The simulated room beside the screen, in an exercise.
    public var room: RoomScene?

    /// Makes a scene from its parts.
    public init(
        picture: Picture, modeWord: ModeWord, glyphs: GlyphSet, highFlash: Bool, mediumFlash: Bool,
        audio: AudioState, saving: SavingState, technicalAlarms: [String], scrollBack: Int,
        selected: Int? = nil, entry: EntryScene? = nil, panel: PanelScene? = nil, notice: Segment? = nil,
        keyBar: [KeyHint]
    ) {
        self.picture = picture
        self.modeWord = modeWord
        self.glyphs = glyphs
        self.highFlash = highFlash
        self.mediumFlash = mediumFlash
        self.audio = audio
        self.saving = saving
        self.technicalAlarms = technicalAlarms
        self.scrollBack = scrollBack
        self.selected = selected
        self.entry = entry
        self.panel = panel
        self.notice = notice
        self.keyBar = keyBar
    }
}
