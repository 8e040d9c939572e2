import Canvas
import Review
import SessionCore

extension Model {
    /// Asks for the attempts that the finished one can be put beside.
    mutating func beginComparison() -> [Effect] {
        guard let plan = practiceOutcome?.plan else { return [] }
        isComparing = true
        return [.listAttempts(of: plan.scenario.name)]
    }

    /// The attempts at the scenario have come: one of them is chosen, or a reference run.
    mutating func attemptsListed(_ attempts: [AttemptSummary]) -> [Effect] {
        isComparing = false
        guard stage == .debrief, let plan = practiceOutcome?.plan else { return [] }
        let others = Array(attempts.filter { $0.session != plan.session }.prefix(9))
        return begin(CommandTable.comparing(plan, with: others))
    }

    /// Puts the finished attempt beside another one.
    mutating func compare(with other: PracticeOutcome, titled title: String) {
        isComparing = false
        guard stage == .debrief, let outcome = practiceOutcome else { return }
        notice = nil
        practice?.comparison = ComparedAttempts(other, titled: title, beside: outcome)
    }

    /// There is nothing to compare with.
    mutating func comparisonFailed(_ sentence: String) {
        isComparing = false
        say(sentence, .critical)
    }

    /// Draws two attempts side by side.
    func drawComparison(_ comparison: ComparedAttempts, in area: Rect, into surface: inout Surface) {
        let (head, list) = area.splitTop(1)
        draw(
            .init(head: "", earlier: comparison.title, later: "this attempt", role: .strong), in: head.row(0),
            into: &surface)
        for (offset, row) in comparison.lines(columns: area.columns).dropFirst(comparison.scrolled)
            .prefix(list.rows).enumerated()
        {
            draw(row, in: list.row(offset), into: &surface)
        }
    }

    private func draw(_ row: ComparedAttempts.Row, in area: Rect, into surface: inout Surface) {
        let width = max(8, (area.columns - ComparedAttempts.headColumns - 3) / 2)
        let left = area.left + 1 + ComparedAttempts.headColumns
        let isOver = row.head == "-"
        let head = isOver ? "" : row.head
        surface.put(head, at: Point(column: area.left + 1, row: area.top), role: row.role, clip: area)
        surface.put(row.earlier, at: Point(column: left, row: area.top), role: row.role, clip: area)
        if !isOver {
            surface.put(
                row.later, at: Point(column: left + width + 1, row: area.top), role: row.role, clip: area)
        }
    }
}

extension CommandTable {
    /// Which attempt, or which reference.
    static func comparing(_ plan: PracticePlan, with attempts: [AttemptSummary]) -> Interview {
        Interview("Put beside this attempt") { given, model in
            guard let wish = given["which"] else {
                let reference = Choice("g", "a reference run: somebody who knows the work, the same patient")
                let keys: [Character] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"]
                let earlier = zip(keys, attempts).map { key, attempt in
                    let day = dayWords(attempt.began, utcOffsetMinutes: model.realMoment.utcOffsetMinutes)
                    let left = attempt.isOver ? "" : ", unfinished"
                    return Choice(
                        key, "\(day)  seed \(attempt.seed), version \(attempt.version)\(left)",
                        value: attempt.session.name)
                }
                return .ask(.pick("which", "which", [reference] + earlier, hint: "the newest first"))
            }
            return .act { model in
                model.isComparing = true
                model.say("one moment…", .dim)
                if let session = SessionID(wish), wish != "g" { return [.loadAttempt(session)] }
                return [.playReference(plan, sent: model.practiceOutcome?.log.sent ?? [])]
            }
        }
    }
}
