import Canvas
import Review
import SessionCore

/// A record as it is handed to a replay.
public struct RecordedSession: Sendable {
    /// Its facts, at the place where the replay begins.
    public var cursor: ReplayCursor
    /// Where the record stops being sound and why, in one sentence; `nil` when all of it is shown.
    public var stopsBecause: String?
    /// Whether the session is unfinished and facts may still be added by another console.
    public var runsOn: Bool
    /// Whether it stands in the journal, so that comments can be kept beside it.
    public var isKept: Bool

    /// Makes a recorded session.
    public init(
        _ cursor: ReplayCursor, stopsBecause: String? = nil, runsOn: Bool = false, isKept: Bool = false
    ) {
        self.cursor = cursor
        self.stopsBecause = stopsBecause
        self.isKept = isKept
        self.runsOn = runsOn && !cursor.session.phase.isOver
    }
}

/// The replay in front: a place in a record, and how time passes there. Nothing in it can file anything.
struct Replay: Sendable {
    /// Where one goes from here.
    enum Origin: Sendable {
        /// Back to the list of sessions.
        case home
        /// Back to the session on the screen.
        case bedside
        /// Back to the debrief of an exercise.
        case debrief
        /// Out of the program, which was started for this replay.
        case program
    }

    /// The record and the place in it.
    private(set) var cursor: ReplayCursor
    /// Whether time passes, and how fast.
    private(set) var playback = Playback()
    /// What is shown, computed when something changed.
    private(set) var picture: Picture
    /// The worst alarm over the whole record, in the present view.
    private(set) var track: AlarmTrack
    /// Where the record stops being sound and why.
    let stopsBecause: String?
    /// Where one goes from here.
    let origin: Origin
    /// Whether comments can be kept beside it.
    let isKept: Bool
    /// What reviewers said, in the order of their moments.
    var comments: [SessionComment] = []
    /// A comment that was begun and not kept.
    var aside = ""
    /// The facts behind the line of the review that was chosen.
    var trail: FactTrail?
    /// The fact that is pointed at, as long as the replay stays where it was found.
    private var pointed: (fact: Int, time: SessionTime, count: Int)?
    /// How many timeline entries the list is scrolled back.
    private(set) var scrollBack = 0
    /// The instant up to which the playback was moved on.
    private var played: Moment

    init(_ record: RecordedSession, origin: Origin, at moment: Moment) {
        cursor = record.cursor
        picture = cursor.picture()
        track = cursor.alarmTrack
        stopsBecause = record.stopsBecause
        self.origin = origin
        isKept = record.isKept
        played = moment
    }

    /// Moves in the record, then computes what is shown there.
    mutating func move<Result, Failure: Error>(
        _ change: (inout ReplayCursor) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { look() }
        return try change(&cursor)
    }

    /// Changes how time passes.
    mutating func control(_ change: (inout Playback, inout ReplayCursor) -> Void) {
        change(&playback, &cursor)
        look()
    }

    /// Time passed for the reviewer.
    mutating func timePassed(to moment: Moment) {
        let span = moment.since(played)
        played = moment
        guard playback.isPlaying else { return }
        playback.timePassed(span, on: &cursor)
        look()
    }

    /// Scrolls the list by so many entries.
    mutating func scroll(by entries: Int) {
        scrollBack = min(max(0, scrollBack + entries), max(0, picture.timeline.count - 1))
    }

    /// Points at the entry of a fact, for as long as nobody moves on.
    mutating func select(_ fact: Int) {
        let marks = Array(picture.timeline.marks)
        guard let index = marks.firstIndex(where: { $0.sequence == fact }) else { return }
        pointed = (fact, cursor.time, cursor.count)
        scrollBack = marks.count - 1 - index
    }

    /// Sequence of the entry that is pointed at; `nil` when none is.
    var selected: Int? { pointed?.fact }

    private mutating func look() {
        picture = cursor.picture()
        if let pointed, pointed.time != cursor.time || pointed.count != cursor.count {
            self.pointed = nil
            scrollBack = 0
        }
        track = cursor.alarmTrack
        scrollBack = min(scrollBack, max(0, picture.timeline.count - 1))
    }
}

extension Replay {
    /// What the screen is drawn from: what the live screen is drawn from, in the glyphs of this terminal.
    func scene(glyphs: GlyphSet, strip: ReplayStrip) -> SessionScene {
        let moment = cursor.moment
        func isInverse(_ milliseconds: Int) -> Bool { moment.running / Int64(max(1, milliseconds)) % 2 == 1 }
        let alarms = picture.careProtocol.alarms
        var technical = picture.asksTimeConfirmation ? [Model.clockQuestion] : []
        if let stopsBecause { technical.append(stopsBecause) }
        var scene = SessionScene(
            picture: picture, modeWord: picture.mode == .practice ? .practiceReplay : .replay, glyphs: glyphs,
            highFlash: isInverse(alarms.highFlashMilliseconds),
            mediumFlash: isInverse(alarms.mediumFlashMilliseconds), audio: .off, saving: .saved,
            technicalAlarms: technical, scrollBack: scrollBack, keyBar: [])
        scene.selected = selected
        scene.replay = strip
        if let question { scene.entry = Replay.asking(question) }
        return scene
    }

    /// The question of the console whether a value was right, which stood in the entry line for a while after it was
    /// filed; `nil` when none stood there, and when one looks back with what is known now.
    private var question: String? {
        guard cursor.knowledge == .asKnownThen else { return nil }
        let filed = cursor.facts.prefix(cursor.count).last { fact in
            switch fact.body {
            case .reading, .readingConfirmed, .amended: true
            default: false
            }
        }
        let gap = Span.seconds(picture.careProtocol.recheck.minimumGapSeconds)
        guard let filed, case .reading = filed.body, let entered = filed.elapsed, picture.now < entered + gap,
            picture.timeline.entry(sequence: filed.sequence)?.isUnconfirmed == true, !picture.phase.isOver
        else { return nil }
        return OpenQuestion.sentence
    }

    /// The lines that a question takes, with the state of the replay where something would be typed.
    private static func asking(_ question: String) -> EntryScene {
        EntryScene(prompt: "", text: "", cursor: 0, readBack: [Segment(question, .warning)])
    }

    /// How the replay stands, as it is drawn beside the session.
    func strip(clock: String? = nil, live: LiveLine? = nil) -> ReplayStrip {
        ReplayStrip(
            knowledge: cursor.knowledge, isPlaying: playback.isPlaying, isAtEnd: cursor.isAtEnd,
            speed: playback.speed, skipsIdle: playback.skipsIdle, start: cursor.start, end: cursor.end,
            time: cursor.time, count: cursor.count, track: track, comments: comments.map(\.at), clock: clock,
            live: live)
    }
}
