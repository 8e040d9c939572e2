import ArgumentParser
import Foundation
import Journal
import Review
import SessionCore

/// `ebbtide review`: what can be learned from finished sessions.
struct ReviewCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Review one session, compare two, or measure many.",
        discussion: """
            With a session or a log: what happened, each with the facts behind it, then the counts. With --against: two \
            sessions on one axis. Without a session, or with --since, --until, --nurse or --route: the same measures over \
            all sessions, by nurse and by route. What is not applicable is neither missed nor zero; the article Review \
            says how each figure is made.

            With --score the session is measured by what is expected of every session: checkpoints, rechecks, whom an alarm \
            was told to, baseline and discharge. A practice session with a scenario has its own debrief; see practice.

            With --comment a reviewer's words are pinned to a moment. They are kept beside the record and not in it.
            """)

    @OptionGroup var place: PlaceOptions
    @OptionGroup var output: JSONOption
    @Argument(help: "A session's name or a file of JSON Lines; - reads standard input.") var session: String?
    @Option(help: "Compare with this session or log.") var against: String?
    @Option(help: "Sessions opened on this day (UTC) or later: 2026-03-01.") var since: ReviewDay?
    @Option(help: "Sessions opened on this day (UTC) or earlier.") var until: ReviewDay?
    @Option(help: "Only what the nurse with these initials answers for.") var nurse: String?
    @Option(help: "Only this route: iv, im, in-racemic or esketamine.") var route: Route?
    @ArgumentParser.Flag(help: "Score the session by what is expected of every session, facts first.")
    var score = false
    @Option(help: "Pin these words to a moment of the session.") var comment: String?
    @Option(help: "The moment: 40m since the opening, or T0+40.") var at: String?
    @Option(help: "Initials of who comments.") var author: String?

    func validate() throws {
        if score, session == nil || against != nil || comment != nil {
            throw ValidationError("--score takes one session or log.")
        }
        guard comment != nil else {
            if at != nil || author != nil { throw ValidationError("--at and --author belong to --comment.") }
            return
        }
        guard session.map({ !SessionReading.isFile($0) }) == true, at != nil, author != nil else {
            throw ValidationError("--comment takes a session of the journal, --at and --author.")
        }
    }

    func perform() throws {
        let place = try Place(options: place)
        let isAcross = session == nil || since != nil || until != nil || nurse != nil || route != nil
        var reading = SessionReading(place: place)
        if let session, score {
            try score(session, &reading)
        } else if let session, let comment {
            try keep(comment, on: session, in: place, &reading)
        } else if let session, let against {
            try compare(session, against, &reading)
        } else if against != nil {
            throw Failure("--against compares with a session: name that too.", .usage)
        } else if isAcross {
            try across(&reading)
        } else if let session {
            try one(session, &reading)
        }
        if reading.hasTrouble { throw ExitCode(SystemExit.badData.rawValue) }
    }

    private func one(_ name: String, _ reading: inout SessionReading) throws {
        guard SessionReading.isFile(name) else {
            let id = SessionID(argument: name)
            let journal = try reading.place.journal(for: .reading)
            guard let id else { return }
            let session = try reading.session(id, of: journal)
            print(SessionReview(session, damage: reading.damage), comments: try journal.remarks(on: id))
            return
        }
        try reading.sessions(in: name) { print(SessionReview($0), comments: []) }
    }

    private func print(_ review: SessionReview, comments: [SessionComment]) {
        var lines = OutputLines()
        if output.json {
            for line in ReviewLine.lines(of: review, comments: comments) { lines.emit(line) }
        } else {
            for line in ReviewWords(mode: review.mode).lines(of: review, comments: comments) {
                lines.say(line)
            }
        }
        lines.flush()
    }

    private func keep(
        _ text: String, on name: String, in place: Place, _ reading: inout SessionReading
    ) throws {
        guard let id = SessionID(name), let at else { return }
        // Whether a moment is named at all is said before the session is looked for.
        guard let jump = try? ReplayJump(at), jump.time(start: .zero) != nil else {
            throw Failure("\(at) is no moment; write 40m, 1h30m, 90s or T0+40.", .usage)
        }
        let session = try reading.session(id, of: try place.journal(for: .reading))
        guard let time = jump.time(start: SessionReview(session).start) else {
            throw Failure("Session \(id) has no T0 to count from.", .badData)
        }
        let end = session.times[session.facts.count]?.entered ?? time
        guard time >= .zero, time - end <= .minutes(1440) else {
            throw Failure(
                "--at \(at) lies outside of session \(id): from its opening to a day after its last entry.",
                .usage)
        }
        let now = WallTime(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let comment = try SessionComment(at: time, written: now, author: author ?? "", text: text)
        try place.journal(for: .writing).keep(KeptComment(comment), on: id)
        Output.say(
            ReviewWords(mode: session.mode).heading("Comment kept beside session \(id), not in its record."))
    }

    private func compare(_ first: String, _ second: String, _ reading: inout SessionReading) throws {
        func load(_ name: String) throws -> Session {
            if !SessionReading.isFile(name), let id = SessionID(name) {
                return try reading.session(id, of: try reading.place.journal(for: .reading))
            }
            var found: Session?
            try reading.sessions(in: name) { found = found ?? $0 }
            guard let found else { throw Failure("\(name) holds no session.", .badData) }
            return found
        }
        let comparison = try SessionComparison(try load(first), try load(second))
        var lines = OutputLines()
        if output.json {
            for line in ReviewLine.lines(of: comparison) { lines.emit(line) }
        } else {
            for line in ReviewWords(mode: comparison.first.mode).lines(of: comparison) { lines.say(line) }
        }
        lines.flush()
    }
}

/// A day on the command line.
struct ReviewDay: ExpressibleByArgument {
    /// When it begins, UTC.
    let begins: WallTime

    init?(argument: String) {
        guard argument.utf8.count == 10, let begins = WallTime(iso8601: argument + "T00:00:00Z") else {
            return nil
        }
        self.begins = begins
    }
}

extension SessionComment {
    /// A comment as it was kept.
    init(_ kept: KeptComment) throws(Refusal) {
        try self.init(at: kept.at, written: kept.written, author: kept.author, text: kept.text)
    }
}
