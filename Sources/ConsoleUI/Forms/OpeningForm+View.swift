import Canvas
import SessionCore

/// One line of the form on the screen.
private enum FormLine {
    /// A field with its value and what that means.
    case field(OpeningForm.Field)
    /// Help for the field above.
    case help([Segment])
    /// An empty line between two groups of fields.
    case gap
}

extension Model {
    /// The column in which the values begin.
    private static let valueColumn = 24

    /// Draws the form of a new session; answers with the cursor.
    func drawForm(into surface: inout Surface) -> Point? {
        guard let form else { return nil }
        let (head, below) = surface.bounds.splitTop(1)
        let (body, foot) = below.splitBottom(1)
        drawTitle("New session", in: head, into: &surface)
        drawKeyBar(in: foot, into: &surface)
        let lines = formLines(form, in: body, surface)
        var cursor: Point?
        for (row, line) in visible(lines, form.focus, rows: body.rows).enumerated() {
            let place = body.row(row)
            switch line {
            case .gap: break
            case .help(let segments):
                put(
                    segments, at: Point(column: helpColumn(in: body), row: place.top), clip: place,
                    into: &surface)
            case .field(let field):
                let point = draw(field, of: form, in: place, into: &surface)
                if field == form.focus { cursor = point }
            }
        }
        return cursor
    }

    /// The lines from top to bottom: directly below the focused field stands what can be answered and what is wrong.
    /// That block is as high for every field where there is room, so that the fields keep their places.
    private func formLines(_ form: OpeningForm, in body: Rect, _ surface: Surface) -> [FormLine] {
        let fields = form.fields(self)
        let help = formHelp(form, columns: body.right - helpColumn(in: body) - 1, surface)
        let spare = body.rows - fields.count
        let height = max(help.count, min(4, spare))
        let hasGaps = spare - height >= OpeningForm.Field.groupStarts.count + 1
        var lines: [FormLine] = hasGaps ? [.gap] : []
        for field in fields {
            if hasGaps, OpeningForm.Field.groupStarts.contains(field) { lines.append(.gap) }
            lines.append(.field(field))
            guard field == form.focus else { continue }
            lines += help.map { .help($0) }
            lines += Array(repeating: .gap, count: max(0, height - help.count))
        }
        return lines
    }

    /// As many lines as there is room for, with the focused field and as much as possible of what is said about it.
    private func visible(_ lines: [FormLine], _ focus: OpeningForm.Field, rows: Int) -> ArraySlice<FormLine> {
        let place =
            lines.firstIndex { line in
                if case .field(focus) = line { return true }
                return false
            } ?? 0
        let wanted = min(place, max(0, place - (rows - 6) / 2))
        return lines.dropFirst(max(0, min(wanted, lines.count - rows))).prefix(rows)
    }

    private func helpColumn(in area: Rect) -> Int {
        area.columns >= 60 ? area.left + Model.valueColumn : area.left + min(2, area.columns)
    }

    /// What stands below the focused field: what is wrong, the letters that can be pressed, what would be right, and
    /// what the value means; each begins on a line of its own.
    private func formHelp(_ form: OpeningForm, columns: Int, _ surface: Surface) -> [[Segment]] {
        let field = form.focus
        if isOpening { return [[Segment("saving…", .notice)]] }
        let isEmpty = form.text(field).isEmpty
        var help: [[Segment]] = []
        if let notice {
            help = [[Segment(notice.text, notice.role)]]
        } else if let complaint = form.complaint {
            help = [[Segment(complaint, .entryError)]]
        } else if !isEmpty, let live = form.complaint(about: field, self) {
            help = [[Segment(live, .notice)]]
        }
        let choices = field.choices.map { choice in
            let isChosen = form.text(field) == String(choice.letter)
            return [
                Segment(String(choice.letter), .key), Segment(choice.title, isChosen ? .selection : .text),
            ]
        }
        let hint = isEmpty && !field.hint.isEmpty ? [[Segment(field.hint, .dim)]] : []
        var lines = help.flatMap { surface.wrap($0, columns: columns) }
        lines += surface.flow(choices + (choices.isEmpty ? [] : hint), columns: columns, separator: "   ")
        if choices.isEmpty, help.isEmpty { lines += hint.flatMap { surface.wrap($0, columns: columns) } }
        guard field.choices.isEmpty || field == .profile, form.complaint == nil else { return lines }
        // The dose typed again is read against what the first one means.
        let meant: OpeningForm.Field = field == .doseAgain || field == .doseReason ? .dose : field
        return lines + surface.wrap(form.readBack(meant, self), columns: columns)
    }

    /// A field: its name, what was typed, and what that means, each in a column of its own.
    private func draw(
        _ field: OpeningForm.Field, of form: OpeningForm, in area: Rect, into surface: inout Surface
    ) -> Point? {
        let isFocused = field == form.focus
        let mark = isFocused ? String(surface.glyphs.marks.right) : " "
        surface.put(mark, at: area.origin, role: .accent, clip: area)
        surface.put(
            field.title(form.careProtocol(self)?.intensive), at: Point(column: area.left + 2, row: area.top),
            role: isFocused ? .strong : .text,
            clip: area)
        let start = area.left + min(Model.valueColumn, area.columns)
        // On a narrow screen the meaning of a letter needs the room more than the letter.
        let widest = area.columns < 60 && !field.choices.isEmpty ? 1 : 20
        let width = min(widest, max(0, area.right - start))
        let editor = form.editors[field] ?? LineEditor()
        let box = Rect(column: start, row: area.top, columns: width, rows: area.rows)
        let seen = editor.view(columns: width, form: surface.glyphs.form)
        if isFocused { surface.fill(box, role: .entry) }
        surface.put(seen.text, at: box.origin, role: isFocused ? .entry : .strong, clip: box)
        let beside = start + width + 2
        let meaning = form.readBack(field, self).enumerated().map { index, segment in
            Field(segment.text, segment.role, rank: index, shortens: true)
        }
        // What the focused field means stands below it, whole.
        if !isFocused, beside < area.right {
            let rest = Rect(column: beside, row: area.top, columns: area.right - beside - 1, rows: area.rows)
            surface.draw(field == .profile ? Array(meaning.prefix(1)) : meaning, in: rest)
        }
        return width > 0 && !area.isEmpty ? Point(column: start + seen.cursor, row: area.top) : nil
    }
}

extension OpeningForm.Field {
    /// The fields that begin a group: the plan, the questions about the patient, the observation.
    fileprivate static let groupStarts: Set<Self> = [.route, .firstSession, .target]
}
