import SessionCore

/// One line of a review in words, with where it leads.
public struct ReviewRow: Hashable, Sendable {
    /// The line.
    public var text: String
    /// When what it says was owed or happened; `nil` for a heading or a count.
    public var at: SessionTime?
    /// Sequences of the facts behind it, in order; empty when time alone made it so, or when nothing was counted.
    public var behind: [Int]

    /// Makes a line.
    public init(_ text: String, at: SessionTime? = nil, behind: [Int] = []) {
        self.text = text
        self.at = at
        self.behind = behind
    }

    /// Whether it leads nowhere.
    public var isPlain: Bool { at == nil && behind.isEmpty }
}

/// A review in lines for people. Every line of a practice session says so.
public struct ReviewWords: Sendable {
    /// Real or practised.
    public let mode: SessionMode

    /// The words for sessions of this mode.
    public init(mode: SessionMode) { self.mode = mode }

    private func marked(_ lines: [String]) -> [String] {
        mode == .practice ? lines.map { "PRACTICE  " + $0 } : lines
    }

    /// One session: what happened first, then the counts.
    public func lines(of review: SessionReview, comments: [SessionComment]) -> [String] {
        let head = [
            "Session \(review.session)", mode == .practice ? "PRACTICE" : "LIVE",
            review.opened.iso8601, review.route.title, "protocol \(review.careProtocol)",
            review.phase.title, "\(review.factCount) facts",
        ].joined(separator: "  ")
        return marked([head] + rows(of: review, comments: comments).map(\.text))
    }

    /// The same line by line, each with the moment and the facts that it leads to, without the heading that names the
    /// session.
    public func rows(of review: SessionReview, comments: [SessionComment]) -> [ReviewRow] {
        var rows: [ReviewRow] = []
        if let damage = review.damage {
            rows.append(ReviewRow("DAMAGED: \(damage). What came after that is not known and not counted."))
        }
        if !review.unread.isEmpty {
            let text = "NOT READ, and counted for nothing: " + facts(review.unread)
            rows.append(ReviewRow(text, behind: review.unread))
        }
        rows.append(ReviewRow("What happened"))
        rows += review.items.map {
            ReviewRow(line(of: $0, start: review.start), at: $0.at, behind: $0.behind)
        }
        rows += review.stretches.filter { $0.level >= .watch }.map { stretch in
            ReviewRow(
                "  \(axis(stretch.from, review.start))  out of range  \(stretch.parameter.title) "
                    + "level \(stretch.level.number ?? 0)  \(words(stretch.length))  \(facts([stretch.fact]))",
                at: stretch.from, behind: [stretch.fact].compactMap(\.self))
        }
        if !comments.isEmpty { rows.append(ReviewRow("Comments, kept beside the record")) }
        return rows + self.rows(of: comments, start: review.start) + [ReviewRow("Counts")]
            + counts(of: review)
    }

    /// Comments, each with its moment; `start` is T0.
    public func rows(of comments: [SessionComment], start: SessionTime?) -> [ReviewRow] {
        comments.map {
            ReviewRow("  \(axis($0.at, start))  \($0.author), \($0.written.iso8601): \($0.text)", at: $0.at)
        }
    }

    /// The counts, each with the facts that were counted.
    private func counts(of review: SessionReview) -> [ReviewRow] {
        let tally = Tally(review)
        let measures = tally.rows.map { key, measure in
            let items = review.items(of: key.kind).filter { key.level == nil || $0.level == key.level }
            return ReviewRow(
                row((key, measure)), behind: items.filter { !$0.outcome.isNotApplicable }.flatMap(\.behind))
        }
        let times = LevelStretch.parameters.compactMap { parameter in
            minutes(parameter, in: tally).map { words in
                let out = review.stretches.filter { $0.parameter == parameter && $0.level >= .watch }
                return ReviewRow(words, behind: out.compactMap(\.fact))
            }
        }
        return (measures + times + [ReviewRow(digits(tally.digits), behind: review.digits.flatMap(\.behind))])
            .map { row in
                var row = row
                row.behind = Array(Set(row.behind)).sorted()
                return row
            }
    }

    /// A tally as a table.
    public func table(of tally: Tally) -> [String] {
        marked(
            tally.rows.map(row(_:)) + LevelStretch.parameters.compactMap { minutes($0, in: tally) }
                + [digits(tally.digits)])
    }

    /// Two sessions on one axis.
    public func lines(of comparison: SessionComparison) -> [String] {
        var lines = ["minutes since T0  A = \(comparison.first.session)  B = \(comparison.second.session)"]
        for row in comparison.rows {
            for index in 0..<max(row.first.count, row.second.count) {
                let left = index < row.first.count ? row.first[index] : ""
                let right = index < row.second.count ? row.second[index] : ""
                lines.append(
                    "\(padded(String(row.minute), 5, left: true)) | A  \(padded(left, 44)) | B  \(right)")
            }
        }
        let tallies = (Tally(comparison.first), Tally(comparison.second))
        for kind in MeasureKind.allCases {
            let pair = [tallies.0.measure(kind), tallies.1.measure(kind)].map {
                $0.map { counts($0, of: kind) } ?? "not applicable"
            }
            lines.append("\(padded(kind.title, 20)) | A  \(padded(pair[0], 44)) | B  \(pair[1])")
        }
        return marked(lines)
    }

    /// A heading or a sentence of its own.
    public func heading(_ text: String) -> String { marked([text])[0] }

    private func line(of item: ReviewItem, start: SessionTime?) -> String {
        let level = item.level?.number.map { " level \($0)" } ?? ""
        let span = item.outcome.span.map { ", \(words($0))" } ?? ""
        let reason = item.outcome.reason.map { ": \($0)" } ?? ""
        return "  \(axis(item.at, start))  \(item.kind.title)  \(item.title)\(level)  "
            + "\(title(item.outcome.name))\(span)\(reason)  \(item.nurse)  \(facts(item.behind))"
    }

    private func row(_ row: (key: TallyKey, tally: MeasureTally)) -> String {
        let level = row.key.level.map { $0.number.map { " level \($0)" } ?? " level unknown" } ?? ""
        return "  \(padded(row.key.kind.title + level, 28))\(counts(row.tally, of: row.key.kind))"
    }

    private func counts(_ tally: MeasureTally, of kind: MeasureKind) -> String {
        guard tally.applicable > 0 else { return kind.isPlainCount ? "none" : "not applicable" }
        let names = ["inTime", "confirmed", "late", "notConfirmed", "early", "missed", "couldNotDo"]
        var parts = ["\(tally.applicable) in all"]
        parts += names.compactMap { tally.count($0) > 0 ? "\(tally.count($0)) \(title($0))" : nil }
        if tally.count("notApplicable") > 0 { parts.append("\(tally.count("notApplicable")) not applicable") }
        if let median = tally.spread.median, let most = tally.spread.longest,
            let high = tally.spread.quantile(percent: 90)
        {
            parts.append("median \(words(median)), 90 % within \(words(high)), longest \(words(most))")
        }
        return parts.joined(separator: ", ")
    }

    private func minutes(_ parameter: AlarmParameter, in tally: Tally) -> String? {
        guard tally.time(parameter, at: .normal) != nil else { return nil }
        let parts = [Level.watch, .high, .crisis, .unknown].compactMap { level in
            tally.time(parameter, at: level).map {
                "\(level.number.map { "level \($0)" } ?? "unknown") \(figures($0.minutes, decimals: 1)) min"
            }
        }
        return "  \(padded("out of range, " + parameter.title, 28))\(parts.joined(separator: ", "))"
    }

    private func digits(_ count: DigitCount) -> String {
        let said =
            count.isPreference.map {
                "\(count.zeros) of \(count.values) values end in 0" + ($0 ? ": a preference" : "")
            } ?? "not applicable: fewer than \(DigitCount.fewestReadings) readings"
        return "  \(padded("digit preference", 28))\(said)"
    }

    private func title(_ outcome: String) -> String {
        [
            "inTime": "in time", "notConfirmed": "not confirmed", "couldNotDo": "could not be done",
            "notApplicable": "not applicable", "counted": "counted",
        ][outcome] ?? outcome
    }

    private func facts(_ sequences: [Int?]) -> String {
        let known = sequences.compactMap(\.self)
        return known.isEmpty ? "no fact" : "facts " + known.map { "#\($0)" }.joined(separator: " ")
    }

    private func axis(_ time: SessionTime, _ start: SessionTime?) -> String {
        guard let start else { return words(time - SessionTime.zero) + " after opening" }
        let span = time - start
        return span < .zero ? "T0-" + words(.zero - span) : "T0+" + words(span)
    }

    private func words(_ span: Span) -> String {
        let seconds = span.wholeSeconds % 60
        return "\(span.wholeMinutes):\(seconds < 10 ? "0" : "")\(seconds)"
    }

    private func padded(_ text: String, _ width: Int, left: Bool = false) -> String {
        let gap = String(repeating: " ", count: max(0, width - text.count))
        return left ? gap + text : text + gap
    }
}
