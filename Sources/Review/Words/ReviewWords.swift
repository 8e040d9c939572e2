import Review
import SessionCore

/// A review in lines for people. Every line of a practice session says so.
struct ReviewWords {
    let mode: SessionMode

    private func marked(_ lines: [String]) -> [String] {
        mode == .practice ? lines.map { "PRACTICE  " + $0 } : lines
    }

    /// One session: what happened first, then the counts.
    func lines(of review: SessionReview, comments: [SessionComment]) -> [String] {
        var lines = [
            [
                "Session \(review.session)", mode == .practice ? "PRACTICE" : "LIVE",
                review.opened.iso8601, review.route.title, "protocol \(review.careProtocol)",
                review.phase.title, "\(review.factCount) facts",
            ].joined(separator: "  "), "What happened",
        ]
        lines += review.items.map { line(of: $0, start: review.start) }
        lines += review.stretches.filter { $0.level >= .watch }.map { stretch in
            "  \(axis(stretch.from, review.start))  out of range  \(stretch.parameter.title) "
                + "level \(stretch.level.number ?? 0)  \(words(stretch.length))  \(facts([stretch.fact]))"
        }
        if !comments.isEmpty { lines.append("Comments, kept beside the record") }
        lines += comments.map {
            "  \(axis($0.at, review.start))  \($0.author), \($0.written.iso8601): \($0.text)"
        }
        return marked(lines + ["Counts"]) + table(of: Tally(review))
    }

    /// A tally as a table.
    func table(of tally: Tally) -> [String] {
        marked(
            tally.rows.map(row(_:)) + LevelStretch.parameters.compactMap { minutes($0, in: tally) }
                + [digits(tally.digits)])
    }

    /// Two sessions on one axis.
    func lines(of comparison: SessionComparison) -> [String] {
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
    func heading(_ text: String) -> String { marked([text])[0] }

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
        guard let start else { return words(time - SessionTime(milliseconds: 0)) + " after opening" }
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
