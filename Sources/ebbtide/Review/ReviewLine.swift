import Review
import SessionCore

/// One line of `review --json`. Keys that do not apply are left out; a count of nothing is 0.
struct ReviewLine {
    /// `session`, `item`, `stretch`, `comment`, `measure`, `minutes`, `digits`, `moment` or `notice`.
    var type: String
    /// Real or practised.
    var mode: SessionMode
    var session: SessionID?
    /// What the row is about: `all`, `nurse` or `route`.
    var group: String?
    var nurse: String?
    var route: Route?
    var opened: WallTime?
    var phase: Phase?
    var facts: [Int]?
    var measure: MeasureKind?
    var title: String?
    var parameter: AlarmParameter?
    var level: Level?
    var elapsedMs: SessionTime?
    var minute: Int64?
    var outcome: String?
    var milliseconds: Int64?
    var text: String?
    var author: String?
    var unread: [Int]?
    var damage: String?
    var written: WallTime?
    var sessions: Int?
    var applicable: Int?
    var counts: [String: Int]?
    var medianSeconds: Int64?
    var ninetiethSeconds: Int64?
    var longestSeconds: Int64?
    var first: [String]?
    var second: [String]?

    init(_ type: String, _ mode: SessionMode) {
        self.type = type
        self.mode = mode
    }
}

extension OutputLines {
    /// A line of a review.
    mutating func emit(_ line: ReviewLine) { emit { line.put(in: &$0) } }
}

extension ReviewLine {
    /// Puts the keys of the line, in alphabetical order.
    fileprivate func put(in json: inout OutputLines) {
        json.put("applicable", applicable)
        json.put("author", author)
        json.put("counts", counts)
        json.put("damage", damage)
        json.put("elapsedMs", elapsedMs?.milliseconds)
        json.put("facts", facts)
        json.put("first", first)
        json.put("group", group)
        json.put("level", word: level)
        json.put("longestSeconds", longestSeconds)
        json.put("measure", word: measure)
        json.put("medianSeconds", medianSeconds)
        json.put("milliseconds", milliseconds)
        json.put("minute", minute)
        json.put("mode", word: mode)
        json.put("ninetiethSeconds", ninetiethSeconds)
        json.put("nurse", nurse)
        json.put("opened", opened?.iso8601)
        json.put("outcome", outcome)
        json.put("parameter", word: parameter)
        json.put("phase", word: phase)
        json.put("route", word: route)
        json.put("second", second)
        json.put("session", session?.name)
        json.put("sessions", sessions)
        json.put("text", text)
        json.put("title", title)
        json.put("type", type)
        json.put("unread", unread)
        json.put("written", written?.iso8601)
    }
}

extension ReviewLine {
    /// One session: what happened first, then the counts.
    static func lines(of review: SessionReview, comments: [SessionComment]) -> [ReviewLine] {
        var head = line("session", review)
        head.opened = review.opened
        head.route = review.route
        head.phase = review.phase
        head.title = review.careProtocol
        head.unread = review.unread.isEmpty ? nil : review.unread
        head.damage = review.damage
        var lines = [head] + review.items.map { line(of: $0, in: review) }
        for stretch in review.stretches {
            var line = line("stretch", review)
            line.parameter = stretch.parameter
            line.level = stretch.level
            line.elapsedMs = stretch.from
            line.milliseconds = stretch.length.milliseconds
            line.nurse = stretch.nurse
            line.facts = [stretch.fact].compactMap(\.self)
            lines.append(line)
        }
        for comment in comments {
            var line = line("comment", review)
            line.elapsedMs = comment.at
            line.author = comment.author
            line.written = comment.written
            line.text = comment.text
            lines.append(line)
        }
        return lines + rows(of: Tally(review), like: line("", review))
    }

    private static func line(of item: ReviewItem, in review: SessionReview) -> ReviewLine {
        var line = line("item", review)
        line.measure = item.kind
        line.elapsedMs = item.at
        line.nurse = item.nurse
        line.title = item.title
        line.level = item.level
        line.outcome = item.outcome.name
        line.milliseconds = item.outcome.span?.milliseconds
        line.text = item.outcome.reason
        line.facts = item.behind
        return line
    }

    private static func line(_ type: String, _ review: SessionReview) -> ReviewLine {
        var line = ReviewLine(type, review.mode)
        line.session = review.session
        return line
    }

    /// The rows of a tally; `like` says whose they are.
    static func rows(of tally: Tally, like: ReviewLine) -> [ReviewLine] {
        var lines = tally.rows.map { key, measure in
            var line = like
            line.type = "measure"
            line.measure = key.kind
            line.level = key.level
            line.applicable = measure.applicable
            line.counts = measure.outcomes
            line.medianSeconds = measure.spread.median?.wholeSeconds
            line.ninetiethSeconds = measure.spread.quantile(percent: 90)?.wholeSeconds
            line.longestSeconds = measure.spread.longest?.wholeSeconds
            return line
        }
        for parameter in LevelStretch.parameters {
            for level in Level.allCases {
                guard let time = tally.time(parameter, at: level) else { continue }
                var line = like
                line.type = "minutes"
                line.parameter = parameter
                line.level = level
                line.milliseconds = time.milliseconds
                lines.append(line)
            }
        }
        var digits = like
        digits.type = "digits"
        digits.outcome = tally.digits.isPreference.map { $0 ? "preference" : "none" } ?? "notApplicable"
        digits.counts = [
            "readings": tally.digits.readings, "values": tally.digits.values, "zeros": tally.digits.zeros,
        ]
        return lines + [digits]
    }

    /// Two sessions on one axis.
    static func lines(of comparison: SessionComparison) -> [ReviewLine] {
        let moments = comparison.rows.map { row in
            var line = ReviewLine("moment", comparison.first.mode)
            line.minute = row.minute
            line.first = row.first
            line.second = row.second
            return line
        }
        return moments
            + [comparison.first, comparison.second].flatMap { rows(of: Tally($0), like: line("", $0)) }
    }
}
