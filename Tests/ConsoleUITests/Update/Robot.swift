import Canvas
import ConsoleUI
import Review
import SessionCore
import Settings
import Testing

/// A nurse who types: keys go in as strings, the screen comes back as text, and the journal answers at once, later or
/// with a failure.
struct Robot: CustomTestStringConvertible {
    /// How the simulated journal answers.
    enum Journal {
        case atOnce
        case never
        case failing(String)
    }

    var model: Model
    var moment: Moment
    var journal = Journal.atOnce
    /// Facts that the journal holds.
    var stored: [Fact] = []
    /// Requests that were not answered yet.
    var unanswered: [(token: Int, facts: [Fact])] = []
    /// Drafts as they were kept, the newest last.
    var drafts: [String] = []
    /// What is kept of the form of a new session.
    var formDraft = ""
    /// Comments that were kept beside the record.
    var comments: [SessionComment] = []
    var hasQuit = false
    var bells = 0
    var size = Size(columns: 120, rows: 40)

    /// 2026-03-01 at 09:00 UTC.
    static let morning = WallTime(milliseconds: 1_772_355_600_000)

    init(mode: SessionMode = .live, keys: [String: [String]] = [:], formDraft: String = "") throws {
        let library = ProtocolLibrary()
        var protocols: [Route: CareProtocol] = [:]
        for route in Route.allCases {
            protocols[route] = try library.load(ProtocolLibrary.defaultName(for: route))
        }
        moment = Moment(wall: Robot.morning, boot: BootReading(id: "boot", milliseconds: 5_000_000))
        model = Model(
            Setup(
                mode: mode, protocols: protocols, keyBindings: keys, themes: ["dusk", "day"], software: "test"
            ),
            at: moment)
        perform(model.start())
        self.formDraft = formDraft
        send(.sessionsListed([], draft: formDraft.isEmpty ? nil : formDraft))
    }

    /// Types keys as a script spells them: `132/84<Enter>`.
    mutating func type(_ keys: String) {
        for key in Key.sequence(keys) ?? [] { send(.key(key)) }
    }

    /// Types a line and Enter.
    mutating func enter(_ text: String) {
        type(text)
        send(.key(.enter))
    }

    mutating func send(_ message: Message) { perform(update(&model, message, at: moment)) }

    /// Lets time pass, second by second at the ends and in one step between.
    mutating func wait(minutes: Int = 0, seconds: Int = 0) {
        let milliseconds = Int64(minutes) * 60_000 + Int64(seconds) * 1000
        moment.wall = moment.wall.advanced(byMilliseconds: milliseconds)
        moment.boot?.milliseconds += milliseconds
        send(.tick)
    }

    mutating func perform(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .openSession(let fact, let token): ask(token, [fact])
            case .append(let facts, _, let token): ask(token, facts)
            case .saveDraft(nil, let text): formDraft = text
            case .saveDraft(_?, let text): drafts.append(text)
            case .quit: hasQuit = true
            case .bell(let count): bells += count
            case .loadSession: load()
            case .readComments(let session): send(.commentsRead(comments, of: session))
            case .keepComment(let comment, let session): keep(comment, on: session)
            case .readExercise, .sendToExercise, .keepClock: break
            case .listSessions, .releaseSession, .loadRecord, .openExercise, .keepSteps, .listAttempts,
                .loadAttempt,
                .playReference:
                break
            }
        }
    }

    private mutating func keep(_ comment: SessionComment, on session: SessionID) {
        if case .failing(let sentence) = journal {
            send(.commentNotKept(comment, sentence: sentence))
        } else {
            comments.append(comment)
            send(.commentsRead(comments, of: session))
        }
    }

    /// As the real journal does, an entry drops the draft that was there; one that is kept later stands behind it.
    private mutating func ask(_ token: Int, _ facts: [Fact]) {
        switch journal {
        case .atOnce:
            drafts = []
            stored += facts
            send(.committed(token: token))
        case .never:
            drafts = []
            unanswered.append((token, facts))
        case .failing(let sentence):
            send(.commitFailed(token: token, sentence: sentence, mayBeStored: false))
        }
    }

    /// The journal answers what it has kept waiting.
    mutating func answer() {
        let waiting = unanswered
        unanswered = []
        for request in waiting {
            stored += request.facts
            send(.committed(token: request.token))
        }
    }

    /// The journal sends back what it holds.
    mutating func load(writtenBy: String? = nil, damage: String? = nil, lastSign: WallTime? = nil) {
        guard let session = try? folded() else { return }
        send(
            .sessionLoaded(
                LoadedSession(
                    session: session, writtenBy: writtenBy, damage: damage, draft: drafts.last,
                    lastSign: lastSign)))
    }

    /// The fold of what the journal holds, made anew.
    func folded() throws -> Session {
        let first = try #require(stored.first)
        var session = try Session(opening: first)
        for fact in stored.dropFirst() { try session.apply(fact) }
        return session
    }

    /// The picture of what the journal holds.
    func picture() throws -> Picture { try folded().picture(at: moment) }

    var testDescription: String { "\n" + screen }

    /// The screen as it is drawn.
    var surface: Surface {
        var surface = Surface(size)
        _ = view(model, at: moment, into: &surface)
        return surface
    }

    /// The screen as text.
    var screen: String {
        surface.text.map { line in
            var line = Substring(line)
            while line.last == " " { line.removeLast() }
            return String(line)
        }.joined(separator: "\n")
    }

    func sees(_ text: String) -> Bool { screen.contains(text) }

    /// The bodies of the facts that the journal holds, by their wire names.
    var kinds: [String] { stored.map(\.body.kind.rawValue) }

    /// Opens a session of this route with the form, the letters answering each question.
    mutating func open(_ route: Route, label: String = "AB", dose: String) {
        type("n")
        enter(label)
        enter("1980")
        enter("70")
        enter("f")
        enter("n")
        let letters: [Route: String] = [
            .infusion: "i", .injection: "m", .nasalRacemic: "r", .esketamine: "e",
        ]
        enter(letters[route] ?? "")
        enter(dose)
        if route == .infusion { enter("40") }
        for _ in 0..<3 { enter("n") }
        enter("")
        enter("")
        enter("KL")
    }

    /// Two quiet baseline readings, two minutes apart.
    mutating func takeBaseline() {
        enter("122/78 72 98 14 air")
        wait(minutes: 2)
        enter("124/80 74 98 14 air")
    }

    /// A session that was just opened, of 35 mg by infusion unless said otherwise.
    static func opened(
        _ route: Route = .infusion, dose: String = "35", mode: SessionMode = .live
    ) throws -> Robot {
        var robot = try Robot(mode: mode)
        robot.open(route, dose: dose)
        return robot
    }

    /// The same after a quiet baseline.
    static func ready(
        _ route: Route = .infusion, dose: String = "35", mode: SessionMode = .live
    ) throws -> Robot {
        var robot = try Robot.opened(route, dose: dose, mode: mode)
        robot.takeBaseline()
        return robot
    }

    /// An infusion that began so many minutes ago, after a quiet baseline.
    static func infusing(minutes: Int = 10, mode: SessionMode = .live) throws -> Robot {
        var robot = try Robot.ready(mode: mode)
        robot.type("ds250 0.21<Enter><Enter>")
        if minutes > 0 { robot.wait(minutes: minutes) }
        return robot
    }
}
