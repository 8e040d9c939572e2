import Canvas
import SessionCore

extension Model {
    /// Draws what is open over a screen that is not a session: a list, questions, the commands.
    func drawOver(_ activity: Activity, in area: Rect, into surface: inout Surface) -> Point? {
        let panel = panelScene(activity)
        let entry = entryScene(activity)
        let (head, below) = area.splitTop(1)
        surface.put(" " + (panel?.title ?? entry?.prompt ?? ""), at: head.origin, role: .title, clip: head)
        let (upper, line) = below.splitBottom(3)
        if let panel { drawRows(panel, in: upper, into: &surface) }
        guard let entry else { return nil }
        return drawField(entry, in: line, into: &surface)
    }

    private func drawRows(_ panel: PanelScene, in area: Rect, into surface: inout Surface) {
        let focus = panel.focusedRow ?? 0
        let first = max(0, min(focus - area.rows + 1, panel.rows.count - area.rows))
        for (offset, row) in panel.rows.dropFirst(max(0, first)).prefix(area.rows).enumerated() {
            put(row, at: Point(column: area.left + 1, row: area.top + offset), clip: area, into: &surface)
        }
    }

    private func drawField(_ entry: EntryScene, in area: Rect, into surface: inout Surface) -> Point? {
        guard area.rows > 0 else { return nil }
        let gap = entry.readBack.isEmpty || entry.advice.isEmpty ? [] : [Segment("   ")]
        let advice = entry.readBack + gap + entry.advice
        put(advice, at: Point(column: area.left + 1, row: area.top), clip: area.row(0), into: &surface)
        let row = area.row(1)
        let start = surface.put(" \(entry.prompt): ", at: row.origin, role: .text, clip: row)
        surface.put(entry.text, at: Point(column: start, row: row.top), role: .entry, clip: row)
        let before = Printable(String(entry.text.prefix(entry.cursor))).columns
        let cursor = Point(column: start + before, row: row.top)
        return row.contains(cursor) ? cursor : nil
    }
}
