import Canvas
import SessionCore

extension SessionView {
    /// The line that is typed into, its read-back, its advice; while it is closed, a notice or a hint.
    /// - Returns: where the cursor belongs while it is open.
    func drawEntry(on surface: inout Surface) -> Point? {
        guard claim(layout.entry, "entry", on: &surface) else { return nil }
        guard let entry = scene.entry else {
            if let strip = scene.replay {
                drawReplay(strip, in: layout.entry.row(0), on: &surface)
                return nil
            }
            drawNotice(in: layout.entry.row(0), on: &surface)
            return nil
        }
        // In a replay nothing is typed but a place to go to, which has a prompt.
        var cursor: Point?
        if let strip = scene.replay, entry.prompt.isEmpty {
            drawReplay(strip, in: layout.entry.row(0), on: &surface)
        } else {
            cursor = drawField(entry, in: layout.entry.row(0), on: &surface)
        }
        let lines = entryLines
        for (index, line) in lines.readBack.enumerated() {
            draw(line, in: layout.entry.row(1 + index), on: &surface)
        }
        // With little room what is wrong is cut last: it says why the line cannot be filed.
        let first = min(1 + lines.readBack.count, max(1, layout.entry.rows - lines.advice.count))
        for (index, line) in lines.advice.enumerated() where first + index < layout.entry.rows {
            surface.fill(layout.entry.row(first + index), role: .text)
            draw(line, in: layout.entry.row(first + index), on: &surface)
        }
        if lines.advice.isEmpty { drawNotice(in: layout.entry.row(1 + lines.readBack.count), on: &surface) }
        return cursor
    }

    private func drawNotice(in line: Rect, on surface: inout Surface) {
        guard let notice = scene.notice else {
            // The line is free: it explains the axis where there is no line for that.
            if scene.entry == nil, layout.tier == .standard, layout.legend.isEmpty, !layout.axis.isEmpty {
                drawLegend(in: line, on: &surface)
            }
            return
        }
        surface.draw([Field(notice.text, notice.role, shortens: true)], in: line)
    }

    /// The prompt and as much of the text as there is room for around the cursor.
    private func drawField(_ entry: EntryScene, in line: Rect, on surface: inout Surface) -> Point {
        let asked = surface.shortened(entry.prompt, to: line.columns / 2 - 3) ?? ""
        let prompt = asked.isEmpty ? "" : asked + " " + String(surface.glyphs.marks.right) + " "
        let width = min(surface.columns(prompt), line.columns / 2)
        let parts = line.splitLeft(width)
        surface.put(prompt, at: line.origin, role: .title, clip: parts.left)
        let field = parts.rest
        surface.restyle(field, role: .entry)
        let cursor = max(0, min(entry.cursor, entry.text.count))
        let start = firstShown(entry.text, cursor: cursor, columns: field.columns, on: surface)
        let shown = String(entry.text.dropFirst(start))
        surface.put(
            surface.shortened(shown, to: field.columns) ?? shown, at: field.origin, role: .entry, clip: field)
        let before = surface.columns(String(entry.text.dropFirst(start).prefix(cursor - start)))
        return Point(column: min(field.left + before, max(field.left, field.right - 1)), row: field.top)
    }

    /// The first character that is shown when the text is longer than the field: the start of a word before the cursor
    /// where there is one near enough.
    private func firstShown(_ text: String, cursor: Int, columns: Int, on surface: Surface) -> Int {
        let before = Array(text.prefix(cursor))
        guard surface.columns(String(before)) >= columns else { return 0 }
        var start = max(0, before.count - columns + 1)
        while start < before.count, surface.columns(String(before[start...])) >= columns { start += 1 }
        let word = before[start...].firstIndex(of: " ").map { $0 + 1 }
        guard let word, word < before.count else { return start }
        return word
    }

    private func draw(_ segments: [Segment], in line: Rect, on surface: inout Surface) {
        guard !line.isEmpty else { return }
        var column = line.left
        for segment in segments {
            let room = line.right - column
            guard let text = surface.shortened(segment.text, to: room) else { return }
            column += surface.put(
                text, at: Point(column: column, row: line.top), role: segment.role, clip: line)
            if surface.columns(segment.text) > room { return }
        }
    }

    /// The panel over the lower part, with the focused row in sight.
    func drawPanel(on surface: inout Surface) {
        guard let panel = scene.panel, claim(layout.panel, "panel", on: &surface) else { return }
        // A frame without room between its edges would stand over what it frames.
        let isFramed = layout.panel.rows > 2
        if isFramed { surface.box(layout.panel, title: panel.title) }
        let inner = isFramed ? layout.panel.inset(columns: 2, rows: 1) : layout.panel
        guard !inner.isEmpty else { return }
        let wanted = panel.focusedRow ?? 0
        let first = min(max(0, wanted - inner.rows + 1), max(0, panel.rows.count - inner.rows))
        for row in 0..<inner.rows where first + row < panel.rows.count {
            draw(panel.rows[first + row], in: inner.row(row), on: &surface)
        }
        let below = panel.rows.count - first - inner.rows
        if below > 0, isFramed {
            let line = layout.panel.row(layout.panel.rows - 1).inset(columns: 2)
            surface.putRight(" <Down> " + String(below) + " more ", in: line, role: .notice)
        }
    }

    /// The keys that matter now; at the right what this is, and on small screens whether anything is heard.
    func drawBar(on surface: inout Surface) {
        guard claim(layout.bar, "bar", on: &surface) else { return }
        var corner = layout.tier == .small ? consoleFields : []
        if layout.tier == .wide {
            corner.append(Field(Model.disclaimer, .dim, rank: 9, gap: 3, isRight: true))
        }
        let reserved = corner.filter { $0.rank < 9 }.reduce(0) { $0 + $1.gap + surface.columns($1.text) }
        var column = layout.bar.left
        for hint in scene.keyBar {
            let width = surface.columns(hint.key) + 1 + surface.columns(hint.label)
            guard column + width + reserved <= layout.bar.right - scrubColumns - (scrubColumns > 0 ? 2 : 0)
            else {
                break
            }
            let keyed = surface.put(hint.key, at: Point(column: column, row: layout.bar.top), role: .key)
            surface.put(
                hint.label, at: Point(column: column + keyed + 1, row: layout.bar.top), role: .dim)
            column += width + 2
        }
        let free = layout.bar.splitRight(scrubColumns > 0 ? scrubColumns + 2 : 0).rest
        surface.draw(corner, in: free.splitLeft(column - layout.bar.left).rest)
    }
}

/// What is said of the typed line, line by line.
struct EntryLines {
    /// What it means.
    var readBack: [[Segment]] = []
    /// What is missing, questioned or suggested.
    var advice: [[Segment]] = []
}

extension EntryScene {
    /// The read-back and the advice as lines, each at most two, and one of read-back also when there is nothing to say,
    /// so that the advice keeps its place.
    func lines(columns: Int, on surface: Surface) -> EntryLines {
        let spoken = surface.flow(readBack.map { [$0] }, columns: columns, separator: " · ")
        let advised = surface.flow(advice.map { [$0] }, columns: columns, separator: "   ")
        return EntryLines(
            readBack: spoken.isEmpty ? [[]] : cut(spoken),
            advice: cut(advised))
    }

    private func cut(_ lines: [[Segment]]) -> [[Segment]] {
        guard lines.count > 2 else { return lines }
        // The second line is drawn with what does not fit, so that it ends with the mark of something cut.
        return [lines[0], lines[1] + [Segment("   ")] + lines[2]]
    }
}
