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

/// A debrief in words: the raw facts first, then the score, each point with the fact that shows it.
public struct DebriefText {
    let debrief: Debrief
    let scenario: Scenario
    let zero: SessionTime
    let room: RoomRecord

    /// Puts a debrief of that scenario into words; `room` is what was done and happened beside the record.
    public init(_ debrief: Debrief, of scenario: Scenario, room: RoomRecord = RoomRecord()) {
        self.debrief = debrief
        self.scenario = scenario
        self.room = room
        zero = debrief.tookOver - .minutes(scenario.begins.minute)
    }

    /// All lines in order.
    public var lines: [DebriefLine] {
        facts + [DebriefLine("")] + score + [DebriefLine("")] + points + questions
    }

    /// Passed or not, with the reasons.
    public var verdict: String {
        let score = debrief.score
        let word = score.isPassed ? "PASSED" : "NOT PASSED"
        return "\(word)  \(score.percent) %  must-dos \(score.starredDone) of \(score.starredOwed)"
    }

    private var facts: [DebriefLine] {
        var lines = [DebriefLine("What happened since you took over (minutes from T0 as planned)", .title)]
        lines += (entries + deeds).enumerated().sorted {
            ($0.element.at ?? zero, $0.offset) < ($1.element.at ?? zero, $1.offset)
        }.map(\.element)
        let counts = debrief.counts
        lines.append(
            DebriefLine(
                "\(counts.readings) readings, \(counts.corrections) corrections, \(counts.alarms) alarms, "
                    + "\(counts.notes) notes of \(counts.noteWords) words", .dim))
        for response in debrief.responses {
            let seen = response.detectedAfter.map { "seen after \(spanWords($0))" } ?? "not seen"
            let acted = response.actedAfter.map { "acted after \(spanWords($0))" } ?? "nothing done"
            lines.append(
                DebriefLine(
                    "\(clock(response.at))  \(response.change): \(seen), \(acted)", .dim, at: response.at,
                    sequence: response.evidence.first))
        }
        return lines
    }

    private var entries: [DebriefLine] {
        debrief.timeline.filter { $0.at >= debrief.tookOver }.map { entry in
            let struck = entry.isStruck ? "struck: " : ""
            return DebriefLine(
                "\(clock(entry.at))  \(struck)\(entry.text)", at: entry.at, sequence: entry.sequence)
        }
    }

    private var deeds: [DebriefLine] {
        room.deeds.map { DebriefLine("\(clock($0.at))  in the room: \($0.deed.title)", .dim, at: $0.at) }
    }

    private var score: [DebriefLine] {
        let score = debrief.score
        var lines = [DebriefLine(verdict, score.isPassed ? .good : .critical)]
        lines += score.reasons.map { DebriefLine("  \($0)", .warning) }
        let entries = score.entries
        lines += entries.mistyped.map { wrong in
            let shown = wrong.shown.map(String.init) ?? "nothing"
            return DebriefLine(
                "  typed \(wrong.vital.rawValue) \(wrong.typed), the monitor showed \(shown)", .warning,
                sequence: wrong.sequence)
        }
        return lines
    }

    private var points: [DebriefLine] {
        let score = debrief.score
        var lines = [DebriefLine("Point by point  (* must be done)", .title)]
        for action in score.actions where action.standing != .notCalledFor {
            let star = action.isStarred ? "*" : " "
            let role: Role =
                action.standing == .onTime ? .good : action.standing == .late ? .notice : .warning
            let done = action.doneAt.map { ", done \(clock($0))" } ?? ""
            let due = action.deadline.map { ", by \(clock($0))" } ?? ""
            lines.append(
                DebriefLine(
                    "\(star) \(padded(action.standing.word, to: 8)) \(action.title)\(due)\(done)", role,
                    at: action.doneAt ?? action.deadline, sequence: action.evidence.first))
        }
        for miss in score.criticalMisses {
            lines.append(line("! critical", miss, .critical))
        }
        for miss in score.unsafeActs { lines.append(line("! unsafe  ", miss, .warning)) }
        return lines
    }

    private func line(_ tag: String, _ miss: ScoredMiss, _ role: Role) -> DebriefLine {
        DebriefLine(
            "\(tag) \(miss.title), at \(clock(miss.at))", role, at: miss.at, sequence: miss.evidence.first)
    }

    private var questions: [DebriefLine] {
        guard !scenario.questions.isEmpty else { return [] }
        return [DebriefLine(""), DebriefLine("To talk over", .title)]
            + scenario.questions.map { DebriefLine("  \($0)") }
    }

    /// Minutes and seconds from T0 as planned: `T0+31:05`.
    private func clock(_ time: SessionTime) -> String {
        let span = time - zero
        let isBefore = span.milliseconds < 0
        return "T0\(isBefore ? "-" : "+")"
            + TimeText.counted(Span(milliseconds: Int64(span.milliseconds.magnitude)))
    }
}

extension ExpectationOutcome.Standing {
    /// In a word or two.
    fileprivate var word: String {
        switch self {
        case .onTime: "on time"
        case .late: "late"
        case .missing: "missing"
        case .notCalledFor: "not due"
        }
    }
}
