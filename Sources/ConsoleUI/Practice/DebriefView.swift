import Canvas
import Review
import SessionCore

extension Model {
    /// The debrief of the attempt that has ended; `nil` while none has.
    public var debriefText: DebriefText? {
        practice?.outcome.map(DebriefText.init)
    }

    /// The machine's clock in words, with seconds.
    var wallWords: String {
        let civil = CivilTime(realMoment.wall, utcOffsetMinutes: realMoment.utcOffsetMinutes)
        return clockWords(realMoment.wall, utcOffsetMinutes: realMoment.utcOffsetMinutes) + ":"
            + TimeText.two(civil.second)
    }

    /// Draws the debrief: verdict in sight, the rest scrolls.
    func drawDebrief(into surface: inout Surface) -> Point? {
        let (head, below) = surface.bounds.splitTop(1)
        let (body, foot) = below.splitBottom(1)
        drawDebriefTitle(in: head, into: &surface)
        drawKeyBar(in: foot, into: &surface)
        if let top = stack.last { return drawOver(top, in: body, into: &surface) }
        guard let text = debriefText else { return nil }
        let (list, line) = body.splitBottom(1)
        drawNotice(in: line, into: &surface)
        if let comparison = practice?.comparison {
            drawComparison(comparison, in: list, into: &surface)
            return nil
        }
        let (verdict, rest) = list.splitTop(2)
        let isPassed = practiceOutcome?.debrief.score.isPassed == true
        surface.draw(
            [Field(" " + text.verdict, isPassed ? .good : .critical, shortens: true)], in: verdict.row(0))
        drawLines(text.lines, in: rest, into: &surface)
        return nil
    }

    private func drawDebriefTitle(in area: Rect, into surface: inout Surface) {
        let title =
            practice.map { run in
                let from =
                    run.exercise.log.parent.map { ", from \(run.planned($0.from)) of \($0.session)" } ?? ""
                return "Debrief: \(run.plan.scenario.title), seed \(run.plan.seed)\(from)"
            } ?? "Debrief"
        surface.draw(
            [
                Field("//PRACTICE//", .practice, rank: 0), Field(title, .title, rank: 2, shortens: true),
                Field(wallWords, .strong, rank: 1, isRight: true),
            ], in: area)
    }

    private func drawLines(_ lines: [DebriefLine], in area: Rect, into surface: inout Surface) {
        let focus = min(debriefFocus, max(0, lines.count - 1))
        let first = max(0, min(focus - area.rows / 2, lines.count - area.rows))
        for (offset, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
            let isChosen = first + offset == focus
            let row = area.row(offset)
            surface.draw(
                [
                    Field(isChosen ? ">" : " ", .key, rank: 0),
                    Field(line.text, line.role, gap: 1, shortens: true),
                ],
                in: row)
        }
    }
}
