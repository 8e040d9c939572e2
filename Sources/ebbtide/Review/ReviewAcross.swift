import ArgumentParser
import Journal
import Review
import SessionCore

// The measures over all sessions of a journal or a log.

extension ReviewCommand {
    /// Folds the sessions one at a time and prints the rows: all, by nurse, by route, and the notice.
    func across(_ reading: inout SessionReading) throws {
        let scope = AcrossReview.Scope(
            since: since?.begins, until: until?.begins.advanced(byMilliseconds: 86_400_000), nurse: nurse,
            route: route)
        var review = AcrossReview(scope: scope)
        var mode = reading.place.options.mode
        if let session {
            guard SessionReading.isFile(session) else {
                throw Failure(
                    "--since, --until, --nurse and --route look at many sessions; leave out the session.",
                    .usage)
            }
            var modes: Set<SessionMode> = []
            try reading.sessions(in: session) {
                modes.insert($0.mode)
                guard modes.count == 1 else {
                    throw Failure("\(session) mixes real and practised sessions.", .badData)
                }
                review.add(SessionReview($0))
            }
            mode = modes.first ?? mode
        } else {
            try fold(into: &review, &reading)
        }
        print(review, mode: mode)
    }

    private func fold(into review: inout AcrossReview, _ reading: inout SessionReading) throws {
        let journal = try reading.place.journal(for: .reading)
        let page = 500
        var last: SessionID?
        while true {
            let summaries = try journal.sessions(behind: last, limit: page)
            for summary in summaries
            where review.scope.contains(opened: summary.opened, route: summary.route) {
                // One record that cannot be read says so and leaves the others to be measured.
                guard let session = try reading.readable(summary.id, of: journal) else { continue }
                review.add(SessionReview(session))
            }
            guard summaries.count == page else { return }
            last = summaries.last?.id
        }
    }

    private func print(_ review: AcrossReview, mode: SessionMode) {
        var lines = OutputLines()
        defer { lines.flush() }
        print(review.all, group: "all", mode: mode, in: &lines) { _ in }
        for (nurse, tally) in review.byNurse.sorted(by: { $0.key < $1.key }) {
            print(tally, group: "nurse", name: nurse, mode: mode, in: &lines) { $0.nurse = nurse }
        }
        for route in Route.allCases {
            guard let tally = review.byRoute[route] else { continue }
            print(tally, group: "route", name: route.title, mode: mode, in: &lines) { $0.route = route }
        }
        guard let notice = review.limits.sentence else { return }
        if output.json {
            var line = ReviewLine("notice", mode)
            line.text = notice
            lines.emit(line)
        } else {
            lines.say(ReviewWords(mode: mode).heading(notice))
        }
    }

    private func print(
        _ tally: Tally, group: String, name: String? = nil, mode: SessionMode, in lines: inout OutputLines,
        naming: (inout ReviewLine) -> Void
    ) {
        if output.json {
            var like = ReviewLine("", mode)
            like.group = group
            like.sessions = tally.sessions
            naming(&like)
            for line in ReviewLine.rows(of: tally, like: like) { lines.emit(line) }
            return
        }
        let words = ReviewWords(mode: mode)
        let title = name.map { "\(group) \($0)" } ?? "all"
        lines.say(words.heading("\(title): \(tally.sessions) sessions"))
        for row in words.table(of: tally) { lines.say(row) }
    }
}
