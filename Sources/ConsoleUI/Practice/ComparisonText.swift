import Canvas
import Review
import SessionCore

/// Two attempts at one scenario side by side, in words: the raw facts first, then what was counted, then the scores.
struct ComparedAttempts: Sendable {
    /// One line: what it is about, and what stands in either column.
    struct Row: Sendable {
        var head: String
        var earlier: String
        var later: String
        var role = Role.text
    }

    /// What is at the left, in words.
    let title: String
    let rows: [Row]
    /// How many lines are scrolled past.
    private(set) var scrolled = 0

    /// Puts an earlier attempt, or a reference run, beside the one that has just ended.
    init(_ earlier: PracticeOutcome, titled title: String, beside later: PracticeOutcome) {
        self.title = title
        let texts = (DebriefText(earlier), DebriefText(later))
        rows =
            ComparedAttempts.facts(texts.0, texts.1) + ComparedAttempts.counts(earlier.debrief, later.debrief)
            + ComparedAttempts.scores(texts.0, texts.1)
    }

    /// Minute by minute from T0 as planned: what was entered, and what was done in the room.
    private static func facts(_ earlier: DebriefText, _ later: DebriefText) -> [Row] {
        var minutes: [Int64: (earlier: [String], later: [String])] = [:]
        for (at, words) in earlier.story {
            minutes[(at - earlier.zero).wholeMinutes, default: ([], [])].earlier.append(words)
        }
        for (at, words) in later.story {
            minutes[(at - later.zero).wholeMinutes, default: ([], [])].later.append(words)
        }
        return minutes.sorted { $0.key < $1.key }.flatMap { minute, words in
            (0..<max(words.earlier.count, words.later.count)).map { index in
                Row(
                    head: index == 0 ? "T0\(minute < 0 ? "" : "+")\(minute)" : "",
                    earlier: index < words.earlier.count ? words.earlier[index] : "",
                    later: index < words.later.count ? words.later[index] : "")
            }
        }
    }

    private static func counts(_ earlier: Debrief, _ later: Debrief) -> [Row] {
        func row(_ head: String, _ count: (DebriefCounts) -> Int) -> Row {
            Row(
                head: head, earlier: String(count(earlier.counts)), later: String(count(later.counts)),
                role: .dim)
        }
        let counted = [
            row("readings") { $0.readings }, row("corrected") { $0.corrections },
            row("alarms") { $0.alarms }, row("notes") { $0.notes },
        ]
        let changes = (earlier.responses + later.responses).map(\.change).reduce(into: [String]()) {
            if $1 != "alarm", !$0.contains($1) { $0.append($1) }
        }
        let responses = changes.flatMap { change -> [Row] in
            func words(_ debrief: Debrief) -> String {
                debrief.responses.first { $0.change == change }?.words ?? "did not come"
            }
            return [
                Row(head: "", earlier: "\(change):", later: "\(change):", role: .dim),
                Row(head: "", earlier: words(earlier), later: words(later), role: .dim),
            ]
        }
        return [Row(head: "Counted", earlier: "", later: "", role: .title)] + counted + responses
    }

    private static func scores(_ earlier: DebriefText, _ later: DebriefText) -> [Row] {
        let comparison = AttemptComparison(earlier: earlier.debrief.score, later: later.debrief.score)
        var rows = [
            Row(head: "Scored", earlier: "", later: "", role: .title),
            Row(head: "", earlier: earlier.verdict, later: later.verdict, role: .strong),
        ]
        for row in comparison.rows
        where row.earlier ?? .notCalledFor != .notCalledFor || row.later ?? .notCalledFor != .notCalledFor {
            rows.append(Row(head: "-", earlier: row.title, later: "", role: .dim))
            rows.append(
                Row(
                    head: "", earlier: words(row.earlier, row.earlierDelay),
                    later: words(row.later, row.laterDelay)))
        }
        let sign = comparison.gain < 0 ? "lost" : "gained"
        rows.append(
            Row(head: sign, earlier: "", later: "\(comparison.gain.magnitude) points of %", role: .strong))
        rows += comparison.overcome.map { Row(head: "overcome", earlier: $0, later: "", role: .good) }
        rows += comparison.added.map { Row(head: "new miss", earlier: "", later: $0, role: .warning) }
        return rows
    }

    private static func words(_ standing: ExpectationOutcome.Standing?, _ delay: Span?) -> String {
        guard let standing else { return "not expected" }
        return standing.word + (delay.map { ", after \(spanWords($0))" } ?? "")
    }

    /// The lines for a screen of so many columns, each cell broken where it does not fit.
    func lines(columns: Int) -> [Row] {
        let width = max(8, (columns - ComparedAttempts.headColumns - 3) / 2)
        return rows.flatMap { row -> [Row] in
            // A title that stands over both columns may use both.
            let isOver = row.head == "-"
            let cells = [
                CommandTable.lines(of: row.earlier, columns: isOver ? 2 * width : width),
                CommandTable.lines(of: row.later, columns: width),
            ]
            return (0..<max(1, cells.map(\.count).max() ?? 1)).map { index in
                Row(
                    head: index == 0 ? row.head : isOver ? "-" : "",
                    earlier: index < cells[0].count ? cells[0][index] : "",
                    later: index < cells[1].count ? cells[1][index] : "", role: row.role)
            }
        }
    }

    /// Columns of what a line is about.
    static let headColumns = 10

    /// Scrolls on a screen of that size.
    mutating func scroll(by lines: Int, screen: Size) {
        let last = max(0, self.lines(columns: screen.columns).count - max(1, screen.rows - 4))
        scrolled = min(max(0, scrolled + lines), last)
    }
}

extension DebriefText {
    /// What was entered and what was done in the room since the trainee took over, in order.
    var story: [(SessionTime, String)] {
        let entries = debrief.timeline.filter {
            $0.at >= debrief.tookOver && !$0.isStruck && $0.kind != .console
        }
        .map { ($0.at, $0.text) }
        let deeds = room.deeds.map { ($0.at, "in the room: \($0.deed.title)") }
        return (entries + deeds).enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
            .map(\.element)
    }
}
