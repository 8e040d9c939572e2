import Canvas
import SessionCore

extension Model {
    /// Draws the form of a new session; answers with the cursor.
    func drawForm(into surface: inout Surface) -> Point? {
        guard let form else { return nil }
        let (head, below) = surface.bounds.splitTop(1)
        let (body, foot) = below.splitBottom(1)
        let (rows, advice) = body.splitBottom(2)
        drawTitle("New session", in: head, into: &surface)
        drawKeyBar(in: foot, into: &surface)
        drawAdvice(form, in: advice, into: &surface)
        let fields = form.fields(self)
        let focus = fields.firstIndex(of: form.focus) ?? 0
        let first = max(0, min(focus - rows.rows / 2, fields.count - rows.rows))
        var cursor: Point?
        for (offset, field) in fields.dropFirst(first).prefix(rows.rows).enumerated() {
            let place = draw(field, of: form, in: rows.row(offset), into: &surface)
            if field == form.focus { cursor = place }
        }
        return cursor
    }

    private func drawAdvice(_ form: OpeningForm, in area: Rect, into surface: inout Surface) {
        let live = form.text(form.focus).isEmpty ? nil : form.complaint(about: form.focus, self)
        let first: Segment =
            if let complaint = form.complaint {
                Segment(" \(complaint)", .entryError)
            } else if isOpening {
                Segment(" saving…", .notice)
            } else {
                Segment(" \(live ?? form.focus.hint)", live == nil ? .dim : .notice)
            }
        put([first], at: area.origin, clip: area.row(0), into: &surface)
        // The dose typed again is read against what the first one means.
        let meant: OpeningForm.Field =
            form.focus == .doseAgain || form.focus == .doseReason ? .dose : form.focus
        // On a narrow screen the read-back has no room beside its field.
        put(
            [Segment(" ")] + form.readBack(meant, self), at: area.row(1).origin, clip: area.row(1),
            into: &surface)
    }

    private func draw(
        _ field: OpeningForm.Field, of form: OpeningForm, in area: Rect, into surface: inout Surface
    ) -> Point? {
        let isFocused = field == form.focus
        let mark = isFocused ? ">" : " "
        surface.put(
            "\(mark)\(padded(field.title, to: 22))", at: area.origin, role: isFocused ? .strong : .text,
            clip: area)
        let editor = form.editors[field] ?? LineEditor()
        let start = area.left + min(23, area.columns)
        let room = min(28, max(0, area.right - start))
        let width = field.choices.isEmpty ? room : min(3, room)
        let seen = editor.view(columns: width, form: surface.glyphs.form)
        let box = Rect(column: start, row: area.top, columns: width, rows: area.rows)
        surface.fill(box, role: isFocused ? .entry : .dim)
        surface.put(seen.text, at: box.origin, role: isFocused ? .entry : .text, clip: box)
        let beside = start + width + 1
        if area.right - beside > 20 || !field.choices.isEmpty {
            put(
                form.readBack(field, self), at: Point(column: beside, row: area.top), clip: area,
                into: &surface)
        }
        return width > 0 && !area.isEmpty ? Point(column: start + seen.cursor, row: area.top) : nil
    }
}
