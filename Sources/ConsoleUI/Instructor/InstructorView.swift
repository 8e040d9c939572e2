import Canvas
import SessionCore
import Simulation

/// A titled list of lines on the instructor's screen.
struct InstructorPart {
    /// What stands above it.
    var title: String
    /// Its lines; each is broken where the column ends.
    var lines: [[Segment]]
    /// Whether the end is what must be seen when there is no room for all.
    var showsEnd = false
}

extension Model {
    /// The word in the corner of the instructor's screen, between signs of its own, so that it can be told from every other
    /// without colour.
    static let instructorWord = "((INSTRUCTOR))"

    /// Draws the instructor's screen; answers with the cursor of an open field.
    func drawInstructor(into surface: inout Surface) -> Point? {
        guard let instructor else { return nil }
        let (head, below) = surface.bounds.splitTop(min(2, max(1, surface.size.rows - 4)))
        let (body, foot) = below.splitBottom(1)
        drawInstructorHead(instructor, in: head, into: &surface)
        drawKeyBar(in: foot, into: &surface)
        guard let top = stack.last else {
            let (parts, line) = body.splitBottom(1)
            drawParts(instructor, in: parts, into: &surface)
            drawNotice(in: line, into: &surface)
            return nil
        }
        // What is asked leaves the exercise in sight; the list of commands needs the room.
        guard case .interview = top else { return drawOver(top, in: body, into: &surface) }
        let asked = panelScene(top).map { $0.rows.count + 4 } ?? 4
        let (parts, line) = body.splitBottom(min(asked, max(2, body.rows - 6)))
        drawParts(instructor, in: parts, into: &surface)
        return drawOver(top, in: line, into: &surface)
    }

    private func drawInstructorHead(_ instructor: Instructor, in area: Rect, into surface: inout Surface) {
        let watched = instructor.watched
        let time = watched.moment(at: instructor.exercise.now)
        let clock = CivilTime(time.wall, utcOffsetMinutes: time.utcOffsetMinutes)
        let words =
            clockWords(time.wall, utcOffsetMinutes: time.utcOffsetMinutes) + ":" + TimeText.two(clock.second)
        surface.draw(
            [
                Field(Model.instructorWord, .practice, rank: 0),
                Field("PRACTICE", .practice, rank: 1, gap: 1),
                Field(instructor.scenario.title, .title, rank: 4, shortens: true),
                Field(watched.session.id.name, .dim, rank: 6, shortens: true),
                Field(instructor.elapsed, .strong, rank: 2, isRight: true),
                Field(words, .strong, rank: 3, isRight: true),
            ], in: area.row(0))
        guard area.rows > 1 else { return }
        let left = max(0, (instructor.exercise.endsAt - instructor.exercise.now).wholeSeconds)
        let ends = instructor.exercise.isOver ? "the exercise is OVER" : "ends in \((left + 59) / 60) min"
        surface.draw(
            [
                Field(instructor.clockWords, instructor.watched.isTended ? .title : .warning, rank: 0),
                Field(ends, instructor.exercise.isOver ? .notice : .dim, rank: 1),
                Field("seed \(instructor.exercise.seed)", .dim, rank: 3),
                Field("wall \(wallWords)", .dim, rank: 2),
                Field("the trainee sees none of this screen", .dim, rank: 4, isRight: true),
            ], in: area.row(1))
    }

    /// Two columns where there is room for two, else one below the other.
    private func drawParts(_ instructor: Instructor, in area: Rect, into surface: inout Surface) {
        let left = [instructor.truthPart, instructor.traineePart, instructor.heardPart]
        let right = [
            instructor.stagedPart, instructor.eventsPart,
            instructor.sentPart(utcOffsetMinutes: moment.utcOffsetMinutes),
        ]
        guard area.columns >= 70 else {
            let all = [left[0], right[0], left[1], right[1], left[2], right[2]]
            return draw(all, in: area, isByRank: true, into: &surface)
        }
        let halves = area.splitLeft(area.columns / 2)
        draw(left, in: halves.left.splitRight(1).rest, into: &surface)
        draw(right, in: halves.rest, into: &surface)
    }

    /// Draws parts one below the other. With too little room the largest give way first, or by rank the last ones.
    private func draw(
        _ parts: [InstructorPart], in area: Rect, isByRank: Bool = false, into surface: inout Surface
    ) {
        let wrapped = parts.map { part in
            part.lines.flatMap { surface.wrap($0, columns: max(0, area.columns - 1)) }
        }
        let needs = wrapped.map { $0.count + 1 }
        var heights = isByRank ? ranked(area.rows, among: needs) : shared(area.rows, among: needs)
        // With rows to spare a blank one stands between two parts.
        let isRoomy = heights.reduce(parts.count, +) <= area.rows
        if isRoomy { heights = heights.map { $0 + 1 } }
        var rest = area
        for (index, part) in parts.enumerated() where heights[index] > 0 {
            let split = rest.splitTop(heights[index])
            rest = split.rest
            draw(part, wrapped[index], in: split.top, into: &surface)
        }
    }

    private func draw(
        _ part: InstructorPart, _ lines: [[Segment]], in area: Rect, into surface: inout Surface
    ) {
        let room = area.rows - 1
        let hidden = max(0, lines.count - room)
        let more = hidden > 0 ? "\(hidden) more line\(hidden == 1 ? "" : "s")" : ""
        surface.draw(
            [
                Field(part.title, .title, rank: 0, shortens: true),
                Field(more, .notice, rank: 1, isRight: true),
            ],
            in: area.splitRight(1).rest.row(0))
        let shown = part.showsEnd ? lines.suffix(max(0, room)) : lines.prefix(max(0, room))
        for (offset, line) in shown.enumerated() {
            put(
                [Segment(" ")] + line, at: Point(column: area.left, row: area.top + 1 + offset), clip: area,
                into: &surface)
        }
    }

    /// How many rows each part gets when the first ones come first; a title alone is none.
    private func ranked(_ rows: Int, among needs: [Int]) -> [Int] {
        var rest = rows
        return needs.map { need in
            let given = min(need, rest) > 1 ? min(need, rest) : 0
            rest -= given
            return given
        }
    }

    /// How many rows each part gets: what it needs, and when that is too much the largest give way first.
    private func shared(_ rows: Int, among needs: [Int]) -> [Int] {
        var given = needs
        while given.reduce(0, +) > rows, let largest = given.indices.max(by: { given[$0] < given[$1] }),
            given[largest] > 0
        {
            given[largest] -= 1
        }
        return given
    }
}
