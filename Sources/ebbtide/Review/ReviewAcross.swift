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
        var spoiled = 0
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
                if !$0.voids.isEmpty { spoiled += 1 }
                review.add(SessionReview($0))
            }
            mode = modes.first ?? mode
        } else {
            try fold(into: &review, &reading, spoiled: &spoiled)
        }
        print(review, mode: mode, spoiled: spoiled)
    }

    /// `spoiled` counts the sessions of which something could not be read.
    private func fold(
        into review: inout AcrossReview, _ reading: inout SessionReading, spoiled: inout Int
    ) throws {
        let journal = try reading.place.journal(for: .reading)
        let page = 500
        var last: SessionID?
        while true {
            let summaries = try journal.sessions(behind: last, limit: page)
            for summary in summaries
            where review.scope.contains(opened: summary.opened, route: summary.route) {
                // One record that cannot be read says so and leaves the others to be measured.
                guard let session = try reading.readable(summary.id, of: journal) else {
                    spoiled += 1
                    continue
                }
                if reading.damage != nil || !session.voids.isEmpty { spoiled += 1 }
                review.add(SessionReview(session))
            }
            guard summaries.count == page else { return }
            last = summaries.last?.id
        }
    }

    private func print(_ review: AcrossReview, mode: SessionMode, spoiled: Int) {
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
        let sessions = spoiled == 1 ? "1 session" : "\(spoiled) sessions"
        let unread = "Something of \(sessions) could not be read and counts for nothing."
        for notice in [spoiled > 0 ? unread : nil, review.limits.sentence].compactMap(\.self) {
            if output.json {
                var line = ReviewLine("notice", mode)
                line.text = notice
                lines.emit(line)
            } else {
                lines.say(ReviewWords(mode: mode).heading(notice))
            }
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
        lines.say(
            words.heading("\(title): \(tally.sessions == 1 ? "1 session" : "\(tally.sessions) sessions")"))
        for row in words.table(of: tally) { lines.say(row) }
    }
}
