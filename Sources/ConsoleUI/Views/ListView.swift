import Canvas
import SessionCore

extension SessionView {
    /// What happened, the newest at the foot, just above the entry line. Scrolling goes back in time.
    func drawList(on surface: inout Surface) {
        guard claim(layout.list, "list", on: &surface) else { return }
        let timeline = picture.timeline
        let hidden = min(max(0, scene.scrollBack), max(0, timeline.count - 1))
        var bottom = layout.list.rows
        if hidden > 0, bottom > 1 {
            bottom -= 1
            let text = "and " + String(hidden) + " newer below"
            surface.draw([Field(text, .accent)], in: layout.list.row(bottom))
        }
        if timeline.isEmpty { surface.draw([Field("nothing filed yet", .dim)], in: layout.list.row(0)) }
        var index = timeline.count - hidden - 1
        while index >= 0, bottom > 0 {
            let entry = timeline[index]
            var lines = surface.wrap(segments(of: entry), columns: layout.list.columns - 8)
            if lines.count > 3, entry.sequence != scene.selected {
                // A long note may not push everything else off the list; chosen, it is shown whole.
                lines = Array(lines.prefix(2))
                lines.append([Segment(String(surface.glyphs.marks.ellipsis) + " " + entry.author, .dim)])
            }
            // An entry is shown from its first line or not at all, unless it alone is more than the list can hold.
            guard lines.count <= bottom || bottom == layout.list.rows else { return }
            let shown = min(lines.count, bottom)
            if shown < lines.count {
                lines[shown - 1].append(Segment(" " + String(surface.glyphs.marks.ellipsis), .dim))
            }
            draw(entry, lines: lines.prefix(shown), at: bottom - shown, on: &surface)
            bottom -= shown
            index -= 1
        }
    }

    private func draw(
        _ entry: TimelineEntry, lines: ArraySlice<[Segment]>, at row: Int, on surface: inout Surface
    ) {
        let isSelected = entry.sequence == scene.selected
        for (index, line) in lines.enumerated() {
            let place = layout.list.row(row + index)
            let parts = place.splitLeft(8)
            if index == 0 {
                let mark = isSelected ? String(surface.glyphs.marks.right) : " "
                surface.put(mark, at: place.origin, role: .accent, clip: parts.left)
                let time = TimeText.minute(entry.at, in: picture)
                surface.putWhole(
                    time, at: Point(column: place.left + 1, row: place.top), role: .dim, clip: parts.left)
            }
            var column = parts.rest.left
            for segment in line {
                column += surface.put(
                    segment.text, at: Point(column: column, row: place.top), role: segment.role,
                    clip: parts.rest)
            }
            if isSelected { surface.restyle(place, role: .selection) }
        }
    }

    /// An entry in words: tag, text, what was struck, when it was entered, who.
    private func segments(of entry: TimelineEntry) -> [Segment] {
        var segments: [Segment] = []
        let tag = entry.isStruck ? "" : entry.level.tag
        if !tag.isEmpty { segments.append(Segment(tag, entry.level.role)) }
        if entry.isStruck {
            segments.append(Segment("struck:", .notice))
            segments.append(Segment(entry.text, .dim))
            if let former = entry.formerText { segments.append(Segment("(" + former + ")", .dim)) }
        } else {
            segments.append(Segment(entry.text, entry.kind == .console ? .dim : .text))
            if entry.isUnconfirmed { segments.append(Segment("? unconfirmed", .notice)) }
            if let former = entry.formerText { segments.append(Segment("(was " + former + ")", .dim)) }
        }
        if let late = entry.lateBy {
            let entered = TimeText.minute(entry.at + late, in: picture)
            segments.append(Segment("entered " + entered + ", " + TimeText.age(late) + " late", .notice))
        }
        if let deviation = entry.deviation { segments.append(Segment("deviation: " + deviation, .warning)) }
        segments.append(Segment(entry.author, .dim))
        return segments
    }
}

extension Surface {
    /// Breaks runs of text into lines at spaces; a word longer than a line is shortened, never inside a number.
    func wrap(_ segments: [Segment], columns limit: Int) -> [[Segment]] {
        guard limit >= 4 else { return [] }
        var lines: [[Segment]] = []
        var line: [Segment] = []
        var used = 0
        for segment in segments {
            let clean = Printable(segment.text, form: glyphs.form)
            if used + (used > 0 ? 1 : 0) + clean.columns <= limit {
                // The usual case: the whole run fits, and no word needs to be looked at.
                line.append(Segment(used > 0 ? " " + clean.text : clean.text, segment.role))
                used += clean.columns + (used > 0 ? 1 : 0)
                continue
            }
            for word in clean.text.split(separator: " ") {
                var text = String(word)
                if columns(text) > limit {
                    text = shortened(text, to: limit) ?? String(glyphs.marks.ellipsis)
                }
                let width = columns(text)
                if used > 0, used + 1 + width > limit {
                    lines.append(line)
                    line = []
                    used = 0
                }
                let piece = used > 0 ? " " + text : text
                if let last = line.last, last.role == segment.role {
                    line[line.count - 1].text += piece
                } else {
                    line.append(Segment(piece, segment.role))
                }
                used += width + (used > 0 ? 1 : 0)
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }
}
