import SessionCore

/// One line of `timeline`: an entry, or what the rules concluded. Keys that do not apply are left out.
struct TimelineLine: Encodable {
    /// The session.
    var session: SessionID
    /// `live` or `practice`.
    var mode: SessionMode
    /// When it happened, on the wall clock.
    var time: WallTime
    /// The same in milliseconds of the session's own time.
    var elapsedMs: SessionTime
    /// Whole minutes since T0, negative before it; absent in a session without one.
    var minute: Int64?
    /// What sort of entry it is, such as `reading` or `note`; `raised`, `cleared` or the other changes of an alarm;
    /// `checkpoint` or `phase`.
    var kind: String
    /// Number of the entry in the record; of the entry that led to a conclusion.
    var seq: Int?
    /// Who entered it.
    var author: String?
    /// How bad it was: `watch`, `high` or `crisis`; absent when it was nothing to flag.
    var level: Level?
    /// How urgent an alarm is after a change.
    var priority: Priority?
    /// What happened, in words.
    var text: String
    /// What stood there before a correction, with the reason and who corrected it.
    var was: String?
    /// Whether a correction struck it.
    var struck: Bool?
    /// Whether it was questioned and nobody has confirmed it.
    var unconfirmed: Bool?
    /// How much later than measured it was entered, where that is late.
    var lateMs: Int64?
    /// The rule that it went against.
    var deviation: String?

    /// A session as lines, in the order in which things happened.
    static func lines(of session: Session) -> [TimelineLine] {
        guard let last = session.facts.last else { return [] }
        let opened = session.facts[0]
        var offset = 0
        if case .sessionOpened(let plan) = opened.body { offset = plan.utcOffsetMinutes }
        let picture = session.picture(
            at: Moment(wall: last.entered, boot: last.boot, utcOffsetMinutes: offset))
        let maker = Maker(picture: picture)
        let entries = picture.timeline.map { ($0.at, 0, maker.line($0)) }
        let concluded = session.transitions.compactMap { transition in
            maker.line(transition).map { (transition.at, 1, $0) }
        }
        return (entries + concluded).enumerated()
            .sorted { ($0.element.0, $0.element.1, $0.offset) < ($1.element.0, $1.element.1, $1.offset) }
            .map(\.element.2)
    }

    /// The line for people: time, T0 offset, who, how bad, what.
    var sentence: String {
        var words = (mode == .practice ? ["PRACTICE"] : []) + [clock]
        if let minute { words.append("T0" + (minute < 0 ? "" : "+") + String(minute)) }
        if let author { words.append(author) }
        words.append(kind)
        if let level { words.append(level.spoken) }
        if struck == true { words.append("struck:") }
        words.append(text)
        if unconfirmed == true { words.append("? unconfirmed") }
        if let priority { words.append("(\(priority.rawValue) priority)") }
        if let was { words.append("(was \(was))") }
        if let lateMs { words.append("(entered \(lateMs / 60_000) min late)") }
        if let deviation { words.append("(deviation: \(deviation))") }
        return words.joined(separator: "  ")
    }

    /// The clock on the ward, for people.
    private var clock = ""

    private enum CodingKeys: String, CodingKey {
        case session, mode, time, elapsedMs, minute, kind, seq, author, level, priority, text, was, struck
        case unconfirmed, lateMs, deviation
    }
}

extension TimelineLine {
    /// Makes the lines of one session.
    private struct Maker {
        let picture: Picture

        func line(_ entry: TimelineEntry) -> TimelineLine {
            var line = line(at: entry.at, kind: entry.kind.rawValue, text: entry.text)
            line.seq = entry.sequence
            line.author = entry.author
            line.level = entry.level > .unknown ? entry.level : nil
            line.was = entry.formerText
            line.unconfirmed = entry.isUnconfirmed ? true : nil
            line.struck = entry.isStruck ? true : nil
            line.lateMs = entry.lateBy?.milliseconds
            line.deviation = entry.deviation
            return line
        }

        func line(_ transition: Transition) -> TimelineLine? {
            var line: TimelineLine
            switch transition.event {
            case .alarm(let change):
                // A symptom's alarm is named after the number of its report.
                let item = change.key.parameter == .checkpoint ? change.key.item.map { " " + $0 } ?? "" : ""
                let side = change.key.direction.map { " " + $0.rawValue } ?? ""
                line = self.line(
                    at: transition.at, kind: "alarm " + change.what.rawValue,
                    text: change.key.parameter.title + side + item)
                line.level = change.level > .unknown ? change.level : nil
                line.priority = change.priority
            case .checkpoint(let name, let state):
                guard state != .planned, state != .due else { return nil }
                line = self.line(at: transition.at, kind: "checkpoint", text: "\(name) \(state.rawValue)")
            case .phase(_, let phase):
                line = self.line(at: transition.at, kind: "phase", text: phase.title)
            case .subsided: line = self.line(at: transition.at, kind: "phase", text: "effects have subsided")
            case .ready: line = self.line(at: transition.at, kind: "phase", text: "ready for discharge")
            case .mayLeave: line = self.line(at: transition.at, kind: "phase", text: "may leave")
            case .flagged, .gate, .deviation: return nil
            }
            line.seq = transition.fact
            return line
        }

        private func line(at time: SessionTime, kind: String, text: String) -> TimelineLine {
            let wall = picture.wallTime(of: time)
            var line = TimelineLine(
                session: picture.session, mode: picture.mode, time: wall, elapsedMs: time, kind: kind,
                text: text)
            line.minute = picture.start.map { (time - $0).wholeMinutes }
            let civil = CivilTime(wall, utcOffsetMinutes: picture.utcOffsetMinutes)
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
            line.clock = "\(two(civil.hour)):\(two(civil.minute)):\(two(civil.second))"
            return line
        }
    }

    private init(
        session: SessionID, mode: SessionMode, time: WallTime, elapsedMs: SessionTime, kind: String,
        text: String
    ) {
        self.session = session
        self.mode = mode
        self.time = time
        self.elapsedMs = elapsedMs
        self.kind = kind
        self.text = text
    }
}

extension Level {
    /// The level as it is read out.
    fileprivate var spoken: String { number.map { "level \($0)" } ?? rawValue }
}
