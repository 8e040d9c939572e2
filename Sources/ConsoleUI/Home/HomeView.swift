import Canvas
import SessionCore

extension Model {
    /// Draws the list of sessions; answers with the cursor of an open field.
    func drawHome(into surface: inout Surface) -> Point? {
        let (head, below) = surface.bounds.splitTop(1)
        let (body, foot) = below.splitBottom(1)
        drawTitle("Ebbtide", in: head, into: &surface)
        drawKeyBar(in: foot, into: &surface)
        if let top = stack.last { return drawOver(top, in: body, into: &surface) }
        let (list, lines) = body.splitBottom(body.rows > 6 ? 2 : 1)
        drawSessions(in: list, into: &surface)
        drawNotice(in: lines.row(0), into: &surface)
        surface.draw([Field(" " + Model.disclaimer, .dim, shortens: true)], in: lines.row(1))
        return nil
    }

    /// What this is and is not.
    static let disclaimer = "documentation aid and trainer, not a certified monitor"

    /// The first line of every screen that is not a session: what it is, the mode, the clock.
    func drawTitle(_ title: String, in area: Rect, into surface: inout Surface) {
        let isPractice = setup.mode == .practice
        surface.fill(area, role: .title)
        var column = surface.put(
            " \(isPractice ? "PRACTICE" : "LIVE") ", at: area.origin, role: isPractice ? .practice : .live,
            clip: area)
        column += 1
        surface.put(title, at: Point(column: column, row: area.top), role: .title, clip: area)
        surface.putRight(
            clockWords(moment.wall, utcOffsetMinutes: moment.utcOffsetMinutes) + " ", in: area, role: .title)
    }

    func drawNotice(in area: Rect, into surface: inout Surface) {
        let text = awaited != nil || isOpening ? "one moment…" : notice?.text ?? diskComplaint ?? ""
        surface.put(" " + text, at: area.origin, role: notice?.role ?? .notice, clip: area)
    }

    func drawKeyBar(in area: Rect, into surface: inout Surface) {
        var column = area.left
        for hint in keyBar() {
            let width = Printable(hint.key).columns + Printable(hint.label).columns + 3
            guard column + width <= area.right else { break }
            column += surface.put(
                " \(hint.key)", at: Point(column: column, row: area.top), role: .key, clip: area)
            column += surface.put(
                " \(hint.label) ", at: Point(column: column, row: area.top), role: .dim, clip: area)
        }
    }

    private func drawSessions(in area: Rect, into surface: inout Surface) {
        guard !home.sessions.isEmpty else {
            let text = home.isListed ? "no session yet: n opens one" : "reading the journal…"
            surface.put(text, at: Point(column: area.left + 1, row: area.top + 1), role: .dim, clip: area)
            return
        }
        let lines = home.sessions.indices.map { self.lines(ofSession: $0) }
        let heights = lines.map(\.count)
        let first = firstVisible(heights, rows: area.rows)
        var row = area.top
        for index in first..<lines.count {
            for line in lines[index] where row < area.bottom {
                surface.draw(line, in: area.row(row - area.top))
                row += 1
            }
        }
    }

    /// The first session of the window that still shows the chosen one whole.
    private func firstVisible(_ heights: [Int], rows: Int) -> Int {
        var first = home.row
        var used = heights.indices.contains(first) ? heights[first] : 0
        while first > 0, used + heights[first - 1] <= rows {
            first -= 1
            used += heights[first]
        }
        return first
    }

    /// What is said of a session: where it stands comes before whose it is, and that before when it was opened.
    private func lines(ofSession index: Int) -> [[Field]] {
        let session = home.sessions[index]
        let isChosen = index == home.row
        let state = session.isOver ? "ended" : "UNFINISHED"
        let age = spanWords(Span(milliseconds: moment.wall.milliseconds &- session.lastEntered.milliseconds))
        let date = dayWords(session.opened, utcOffsetMinutes: moment.utcOffsetMinutes)
        let name: Role = isChosen ? .selection : .text
        let first = [
            Field(
                (isChosen ? "> " : "  ") + padded(state, to: 10),
                isChosen ? .selection : session.isOver ? .dim : .accent, rank: 0),
            Field("\(session.patientLabel),", name, rank: 3, gap: 0, shortens: true),
            Field("born \(session.birthYear)", name, rank: 2, gap: 1),
            Field(
                session.exercise.map { "exercise: \($0)" } ?? session.route.title, name,
                rank: session.exercise == nil ? 4 : 1),
            Field("opened \(date)", .dim, rank: session.isOver ? 1 : 5, isRight: true),
            Field("last entry \(age) ago", .dim, rank: session.isOver ? 5 : 1, isRight: true),
        ]
        if let damage = session.damage {
            return [first, [Field("    damaged: \(damage)", .critical, rank: 0, shortens: true)]]
        }
        if session.isOver || session.exercise != nil { return [first] }
        guard let picture = home.pictures[session.id] else {
            return [first, [Field("    open it to see where it stands", .dim, rank: 0)]]
        }
        var second = [Field("    \(picture.phase.title)", rank: 1)]
        if let worst = picture.alarms.first {
            second.append(Field(worst.priority.tag, worst.priority.lineRole, rank: 0))
            second.append(Field(worst.sentence, worst.priority.lineRole, rank: 3, gap: 1, shortens: true))
        }
        if let due = picture.due.first {
            second.append(Field(dueWords(due, picture), .notice, rank: 2, shortens: true))
        }
        return [first, second]
    }

    private func dueWords(_ due: DueItem, _ picture: Picture) -> String {
        let left = due.at - picture.now
        let late = Span(milliseconds: -left.milliseconds)
        return left < .zero
            ? "\(due.title) overdue by \(spanWords(late))" : "\(due.title) in \(spanWords(left))"
    }

    /// Writes a row of segments; answers with the column behind it.
    @discardableResult
    func put(_ row: [Segment], at point: Point, clip: Rect, into surface: inout Surface) -> Int {
        var column = point.column
        for segment in row where column < clip.right {
            column += surface.put(
                segment.text, at: Point(column: column, row: point.row), role: segment.role, clip: clip)
        }
        return column
    }
}

extension Priority {
    /// The style in which an alarm of this priority is drawn where nothing flashes.
    var lineRole: Role {
        switch self {
        case .low: .notice
        case .medium: .warning
        case .high: .critical
        }
    }
}
