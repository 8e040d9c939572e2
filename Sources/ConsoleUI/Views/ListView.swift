import Canvas
import SessionCore

extension SessionView {
    /// What happened, the newest at the foot, just above the entry line. Scrolling goes back in time.
    func drawList(on surface: inout Surface) {
        guard claim(layout.list, "list", on: &surface) else { return }
        let timeline = picture.timeline
        let authors = authorColumns(on: surface)
        if timeline.isEmpty { surface.draw([Field("nothing filed yet", .dim)], in: layout.list.row(0)) }
        var hidden = min(max(0, scene.scrollBack), max(0, timeline.count - 1))
        var shown = shown(behind: hidden, authors: authors, on: surface)
        // Who chooses an entry reads it before it is changed.
        if let chosen = timeline.indices.last(where: { timeline.mark($0).sequence == scene.selected }),
            !shown.contains(where: { $0.entry.sequence == scene.selected })
        {
            hidden = timeline.count - 1 - chosen
            shown = self.shown(behind: hidden, authors: authors, on: surface)
        }
        if hidden > 0, layout.list.rows > 1 {
            let text = "and " + String(hidden) + " newer below"
            surface.draw([Field(text, .accent)], in: layout.list.row(layout.list.rows - 1))
        }
        for (entry, lines, row) in shown {
            draw(entry, lines: lines, at: row, authors: authors, on: &surface)
        }
    }

    /// The entries that fit when the newest `hidden` ones are left out, newest first, each with its lines and its row.
    private func shown(
        behind hidden: Int, authors: Int, on surface: Surface
    ) -> [(entry: TimelineEntry, lines: ArraySlice<[Segment]>, row: Int)] {
        let rows = layout.list.rows
        var bottom = hidden > 0 && rows > 1 ? rows - 1 : rows
        var shown: [(TimelineEntry, ArraySlice<[Segment]>, Int)] = []
        var index = picture.timeline.count - hidden - 1
        while index >= 0, bottom > 0 {
            let entry = picture.timeline[index]
            var lines = surface.wrap(
                segments(of: entry, isSigned: authors == 0), columns: layout.list.columns - 8 - authors)
            if lines.count > 3, entry.sequence != scene.selected {
                // A long note may not push everything else off the list; chosen, it is shown whole.
                lines = Array(lines.prefix(2))
                lines.append([Segment(String(surface.glyphs.marks.ellipsis), .dim)])
            }
            // An entry is shown from its first line or not at all, unless it alone is more than the list can hold.
            guard lines.count <= bottom || shown.isEmpty else { break }
            let fitting = min(lines.count, bottom)
            if fitting < lines.count {
                lines[fitting - 1].append(Segment(" " + String(surface.glyphs.marks.ellipsis), .dim))
            }
            bottom -= fitting
            shown.append((entry, lines.prefix(fitting), bottom))
            index -= 1
        }
        return shown
    }

    /// Columns of the authors' initials with the blanks after them, the same for every entry; none on a narrow list.
    private func authorColumns(on surface: Surface) -> Int {
        let longest = picture.timeline.marks.map { surface.columns($0.author) }.max() ?? 0
        return longest == 0 || layout.list.columns < 44 ? 0 : min(longest, 6) + 2
    }

    private func draw(
        _ entry: TimelineEntry, lines: ArraySlice<[Segment]>, at row: Int, authors: Int,
        on surface: inout Surface
    ) {
        let isSelected = entry.sequence == scene.selected
        for (index, line) in lines.enumerated() {
            let place = layout.list.row(row + index)
            let parts = place.splitLeft(8 + authors)
            if index == 0 {
                let mark = isSelected ? String(surface.glyphs.marks.right) : " "
                surface.put(mark, at: place.origin, role: .accent, clip: parts.left)
                let time = TimeText.minute(entry.at, in: picture)
                surface.putWhole(
                    time, at: Point(column: place.left + 1, row: place.top), role: .dim, clip: parts.left)
                let author = surface.shortened(entry.author, to: authors - 2) ?? ""
                surface.put(
                    author, at: Point(column: place.left + 8, row: place.top), role: .dim, clip: parts.left)
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

    /// An entry in words: tag, text, what was struck, when it was entered; who entered it where that has no
    /// column of its own.
    private func segments(of entry: TimelineEntry, isSigned: Bool) -> [Segment] {
        var segments: [Segment] = []
        let tag = entry.isStruck ? "" : entry.level.tag
        if !tag.isEmpty { segments.append(Segment(tag, entry.level.role)) }
        if entry.isStruck {
            segments.append(Segment("struck:", .notice))
            segments.append(Segment(entry.text, .dim))
            if let former = entry.formerText { segments.append(Segment("(" + former + ")", .dim)) }
        } else {
            let role: Role = entry.kind == .console ? .dim : .text
            for (index, part) in entry.text.split(separator: "  ").enumerated() {
                segments.append(Segment((index > 0 ? " " : "") + part, role))
            }
            if entry.isUnconfirmed { segments.append(Segment("? unconfirmed", .notice)) }
            if let former = entry.formerText { segments.append(Segment("(was " + former + ")", .dim)) }
        }
        if let late = entry.lateBy {
            let entered = TimeText.minute(entry.at + late, in: picture)
            segments.append(Segment("entered " + entered + ", " + TimeText.age(late) + " late", .notice))
        }
        if let deviation = entry.deviation { segments.append(Segment("deviation: " + deviation, .warning)) }
        if isSigned { segments.append(Segment(entry.author, .dim)) }
        return segments
    }
}
