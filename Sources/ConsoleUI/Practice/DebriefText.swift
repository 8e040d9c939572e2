import Canvas
import Review
import SessionCore
import Simulation

/// One line of a debrief.
public struct DebriefLine: Hashable, Sendable {
    /// The words.
    public var text: String
    /// Its style.
    public var role: Role
    /// The instant that it speaks of; `nil` when it speaks of none.
    public var at: SessionTime?
    /// The fact that shows it; `nil` when none does.
    public var sequence: Int?

    init(_ text: String, _ role: Role = .text, at: SessionTime? = nil, sequence: Int? = nil) {
        self.text = text
        self.role = role
        self.at = at
        self.sequence = sequence
    }
}

/// A debrief in words: the raw facts first, then the score, each point with the fact that shows it. The same for an
/// exercise and for a real session.
public struct DebriefText {
    let debrief: Debrief
    /// What minutes are counted from.
    let zero: SessionTime
    /// What the minutes are counted from, in words.
    let zeroWords: String
    let room: RoomRecord
    let questions: [String]
    /// The attempt from which this one goes on.
    let parent: ExerciseLog.Parent?
    /// What an instructor changed and pinned, in words.
    let supervised: [(at: SessionTime, text: String)]

    /// Puts an attempt into words; times are counted from T0, or from T0 as the scenario plans it where it never came.
    public init(_ outcome: PracticeOutcome) {
        debrief = outcome.debrief
        room = outcome.log.room
        questions = outcome.plan.scenario.questions
        parent = outcome.log.parent
        let scenario = outcome.plan.scenario
        supervised = outcome.log.messages.flatMap { at, message in
            let changes = message.changes.map { "instructor changed: " + $0.words(in: scenario) }
            let said = message.comment.isEmpty ? [] : ["instructor: " + message.comment]
            return (changes + said).map { (at, $0) }
        }
        zero = debrief.start ?? debrief.tookOver - .minutes(outcome.plan.scenario.begins.minute)
        zeroWords = "T0"
    }

    /// Puts a session without a simulated patient into words; times are counted from its T0, or from its opening.
    public init(_ debrief: Debrief) {
        self.debrief = debrief
        room = RoomRecord()
        questions = []
        parent = nil
        supervised = []
        zero = debrief.start ?? .zero
        zeroWords = debrief.start == nil ? "opening" : "T0"
    }

    /// All lines in order.
    public var lines: [DebriefLine] {
        facts + [DebriefLine("")] + score + [DebriefLine("")] + points + toTalkOver
    }

    /// Passed or not, with the reasons.
    public var verdict: String {
        let score = debrief.score
        guard !score.isEmpty else { return "NOT SCORED  nothing that is measured was called for" }
        let word = score.isPassed ? "PASSED" : "NOT PASSED"
        return "\(word)  \(score.percent) %  must-dos \(score.starredDone) of \(score.starredOwed)"
    }

    private var facts: [DebriefLine] {
        let all = (entries + deeds + remarks).enumerated().sorted {
            ($0.element.at ?? zero, $0.offset) < ($1.element.at ?? zero, $1.offset)
        }.map(\.element)
        let counted = zeroWords == "T0" && debrief.start == nil ? "T0 as planned" : zeroWords
        let title = debrief.mode == .practice ? "What happened since you took over" : "What happened"
        var lines = [DebriefLine("\(title) (minutes from \(counted))", .title)]
        if let parent {
            let isBefore: (DebriefLine) -> Bool = { ($0.at ?? zero) <= parent.from }
            lines.append(DebriefLine("By then, in \(parent.session); it counts as that attempt's:", .notice))
            lines += all.filter(isBefore).map { DebriefLine($0.text, .dim, at: $0.at, sequence: $0.sequence) }
            lines.append(
                DebriefLine("From \(clock(parent.from)) on, in this attempt:", .notice, at: parent.from))
            lines += all.filter { !isBefore($0) }
        } else {
            lines += all
        }
        return lines + counts
    }

    private var counts: [DebriefLine] {
        let counts = debrief.counts
        return [
            DebriefLine(
                "\(counts.readings) readings, \(counts.corrections) corrections, \(counts.alarms) alarms, "
                    + "\(counts.notes) notes of \(counts.noteWords) words", .dim)
        ]
            + debrief.responses.map { response in
                DebriefLine(
                    "\(clock(response.at))  \(response.change): \(response.words)", .dim, at: response.at,
                    sequence: response.evidence.first)
            }
            + debrief.idleAcknowledgements.map { idle in
                DebriefLine(
                    "\(clock(idle.at))  \(idle.alarm.title) alarm acknowledged, nothing looked at or done for "
                        + spanWords(IdleAcknowledgement.within), .warning, at: idle.at,
                    sequence: idle.sequence)
            }
    }

    private var entries: [DebriefLine] {
        debrief.timeline.compactMap { entry in
            guard let entered = debrief.entered[entry.sequence] else { return nil }
            let struck = entry.isStruck ? "struck: " : ""
            // What was filed for an earlier time says when it was.
            let isBack = entered - entry.at >= .minutes(1)
            let was = entry.formerText.map { " (was \($0))" } ?? ""
            return DebriefLine(
                "\(clock(entry.at))  \(struck)\(entry.text)\(was)"
                    + (isBack ? ", entered \(clock(entered))" : ""),
                at: entry.at, sequence: entry.sequence)
        }
    }

    private var deeds: [DebriefLine] {
        room.deeds.map { DebriefLine("\(clock($0.at))  in the room: \($0.deed.title)", .dim, at: $0.at) }
    }

    private var remarks: [DebriefLine] {
        supervised.map { DebriefLine("\(clock($0.at))  \($0.text)", .accent, at: $0.at) }
    }

    private var score: [DebriefLine] {
        let score = debrief.score
        var lines = [DebriefLine(verdict, score.isEmpty ? .notice : score.isPassed ? .good : .critical)]
        lines += score.reasons.map { DebriefLine("  \($0)", .warning) }
        let entries = score.entries
        lines += entries.mistyped.map { wrong in
            let shown =
                wrong.shown == wrong.typed
                ? "that when it was too old" : wrong.shown.map(String.init) ?? "nothing"
            return DebriefLine(
                "  typed \(wrong.vital.title) \(wrong.typed), the monitor showed \(shown)", .warning,
                sequence: wrong.sequence)
        }
        return lines
    }

    private var points: [DebriefLine] {
        let score = debrief.score
        var lines = [DebriefLine("Point by point  (* must be done)", .title)]
        lines += score.actions.filter(\.isOwed).map(line)
        lines += score.criticalMisses.map { line("! critical", $0, .critical) }
        lines += score.unsafeActs.map { line("! unsafe  ", $0, .warning) }
        let inherited = score.actions.filter { $0.isInherited && $0.standing != .notCalledFor }
        if let parent, !inherited.isEmpty {
            lines.append(DebriefLine("Settled by then in \(parent.session), not counted here", .title))
            lines += inherited.map { action in
                var line = line(action)
                line.role = .dim
                return line
            }
        }
        let uncalled = score.actions.filter { $0.standing == .notCalledFor }
        guard debrief.mode == .live, !uncalled.isEmpty else { return lines }
        lines.append(DebriefLine("Not applicable in this session, and not counted", .title))
        return lines + uncalled.map { DebriefLine("  \($0.title)", .dim) }
    }

    private func line(_ action: ScoredAction) -> DebriefLine {
        let star = action.isStarred ? "*" : " "
        let role: Role =
            action.standing == .onTime ? .good : action.standing == .late ? .notice : .warning
        let done = action.doneAt.map { ", done \(clock($0))" } ?? ""
        let due = action.deadline.map { ", by \(clock($0))" } ?? ""
        return DebriefLine(
            "\(star) \(padded(action.standing.word, to: 8)) \(action.title)\(due)\(done)", role,
            at: action.doneAt ?? action.deadline, sequence: action.evidence.first)
    }

    private func line(_ tag: String, _ miss: ScoredMiss, _ role: Role) -> DebriefLine {
        DebriefLine(
            "\(tag) \(miss.title), at \(clock(miss.at))", role, at: miss.at, sequence: miss.evidence.first)
    }

    private var toTalkOver: [DebriefLine] {
        guard !questions.isEmpty else { return [] }
        return [DebriefLine(""), DebriefLine("To talk over", .title)]
            + questions.map { DebriefLine("  \($0)") }
    }

    /// Minutes and seconds from the zero: `T0+31:05`.
    func clock(_ time: SessionTime) -> String {
        let span = time - zero
        let isBefore = span.milliseconds < 0
        return "\(zeroWords)\(isBefore ? "-" : "+")"
            + TimeText.counted(Span(milliseconds: Int64(span.milliseconds.magnitude)))
    }
}

extension Response {
    /// When it was seen and answered.
    var words: String {
        let seen = detectedAfter.map { "seen after \(spanWords($0))" } ?? "not seen"
        let acted = actedAfter.map { "acted after \(spanWords($0))" } ?? "nothing done"
        return "\(seen), \(acted)"
    }
}

extension ExpectationOutcome.Standing {
    /// In a word or two.
    var word: String {
        switch self {
        case .onTime: "on time"
        case .late: "late"
        case .missing: "missing"
        case .notCalledFor: "not due"
        }
    }
}
