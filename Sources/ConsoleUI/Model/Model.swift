import Canvas
import SessionCore

/// Everything that the console knows. It changes in ``update(_:_:at:)`` alone, and a view reads it.
public struct Model: Sendable {
    /// Which screen is in front.
    enum Stage: Sendable {
        /// The list of sessions.
        case home
        /// The form of a new session.
        case form
        /// A session.
        case bedside
        /// The past of a session.
        case replay
        /// What is talked over after an exercise.
        case debrief
        /// A running exercise, as its instructor sees it.
        case instructor
    }

    /// What the console was told at its start.
    @Shared var setup: Setup
    /// Which key calls which command.
    let keymap: Keymap
    /// The instant of the last message, as the session's clock shows it.
    var moment: Moment
    /// The same as the machine's clock shows it: another one in an exercise alone.
    var realMoment: Moment
    /// The second of the wall clock at the last tick.
    var lastSecond: Int64?
    /// Whether an attempt that was asked for to be compared has not come yet.
    var isComparing = false
    /// Whether a comment is with the journal.
    var isKeepingComment = false
    /// Which screen is in front.
    var stage = Stage.home
    /// The list of sessions.
    var home = Home()
    /// The form of a new session; kept when it is left, so that nothing typed is lost.
    @Shared var form: OpeningForm? = nil
    /// What the journal keeps of the form.
    var keptForm = ""
    /// The form that was being typed into when the last console ended, until it is taken up or dropped.
    @Shared var formOfLastConsole: OpeningForm? = nil
    /// The session in front.
    var bedside: Bedside?
    /// The replay in front. While the past of a running session is shown, `bedside` is that session as it stands now.
    @Shared var replay: Replay? = nil
    /// The exercise that is played; `nil` everywhere but in a practice session with a simulated patient.
    var practice: PracticeRun?
    /// The exercise that this console watches as an instructor; `nil` everywhere else.
    var instructor: Instructor?
    /// The line of the debrief under the cursor.
    var debriefFocus = 0
    /// What is open over the screen, the topmost last.
    var stack: [Activity] = []
    /// What was entered and is not on disk yet, in order; the first one is with the journal.
    var outbox: [Outgoing] = []
    /// The letter that called the last command: what looks like the rest of a label behind it is one.
    var lastCommandLetter: Character?
    /// Keys that were pressed while a session was being read or created.
    var typedAhead: [Key] = []
    /// The session that was asked for and has not come yet.
    var awaited: SessionID?
    /// The number of the last request to the journal.
    var lastToken = 0
    /// A passing notice and the instant at which it was given.
    var notice: Notice?
    /// What can be heard.
    var audio = AudioState.off
    /// When the bell rang last, on the session's own time line.
    var lastBell: SessionTime?
    /// Why the journal refuses, until it accepts again.
    var diskComplaint: String?
    /// That the wall clock stepped, until the nurse has confirmed the time.
    var clockComplaint: String?
    /// The theme in force, as an index into the setup's themes.
    var themeIndex = 0
    /// The text that `b` brought back last, so that the one before it can take its place.
    var broughtBack = ""
    /// Why the program ends as soon as the journal has answered; `nil` while it runs on.
    var ending: String?
    /// Whether the record that was asked for is to be shown with its review.
    var wantsReview = false
    /// Initials of who comments on records, once they were given.
    var reviewer: String?
    /// How large the screen was at the last message that said so.
    var size = Size(columns: 80, rows: 24)

    /// A console that has just been started; send it ``start(at:)``'s effects first.
    public init(_ setup: Setup, at moment: Moment) {
        self.setup = setup
        self.moment = moment
        realMoment = moment
        keymap = Keymap(overrides: setup.keyBindings)
        audio = setup.bell ? .on : .off
    }
}

extension Model {
    /// What is asked for before the first message.
    public mutating func start() -> [Effect] {
        if let record = setup.record { return recordLoaded(record) }
        if let plan = setup.practice {
            guard let unfinished = setup.unfinished else { return beginPractice(plan) }
            return [.listSessions] + begin(CommandTable.unfinished(unfinished, or: plan))
        }
        if let opening = setup.opening { beginForm(opening) }
        if let session = setup.instructs { return beginInstructing(session) }
        guard let session = setup.session else { return [.listSessions] }
        awaited = session
        return [.loadSession(session)]
    }

    /// The name of the theme in force; `nil` when there is none to choose.
    public var themeName: String? {
        setup.themes.indices.contains(themeIndex) ? setup.themes[themeIndex] : nil
    }

    /// Whether something was entered that the journal has not answered for yet, or a session is awaited. A script
    /// waits for this to become false before it presses the next key.
    public var isWaiting: Bool {
        !outbox.isEmpty || awaited != nil || practice?.keeping.isWaiting == true || isComparing
            || isKeepingComment
    }

    /// The number of the request that is with the journal; `nil` while there is none.
    public var tokenAtJournal: Int? { outbox.first?.token }

    /// Whether a high alarm is unacknowledged, or a record is being played, so that the screen wants a message every
    /// 250 ms; so does a simulation that runs faster than real time.
    public var needsFlash: Bool {
        if stage == .replay, replay?.playback.isPlaying == true { return true }
        if let run = practice, run.outcome == nil, !run.clock.isStopped, run.clock.speed > 1 { return true }
        guard stage == .bedside || isLookingBack, let picture = bedside?.picture else { return false }
        return picture.alarms.contains { $0.priority == .high && $0.acknowledgedBy == nil }
    }

    /// The session in front, also while its past is shown; `nil` on the home screen.
    public var sessionID: SessionID? { stage == .bedside || isLookingBack ? bedside?.id : nil }

    /// The picture of the session in front.
    var picture: Picture? { bedside?.picture }

    /// Says something in passing.
    mutating func say(_ text: String, _ role: Role = .notice) {
        notice = Notice(text: text, role: role, given: realMoment)
    }

    /// A number for the next request to the journal.
    mutating func nextToken() -> Int {
        lastToken += 1
        return lastToken
    }
}

/// Something said in passing.
struct Notice: Sendable {
    /// How long it stays.
    static let stays = Span.seconds(10)
    var text: String
    var role: Role
    var given: Moment
}
