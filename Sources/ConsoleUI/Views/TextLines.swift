import Canvas

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
            if clean.columns <= min(limit, 16), used > 0 {
                // A short run such as "RR 18" goes to the next line whole.
                let text = String(clean.text.drop { $0 == " " })
                lines.append(line)
                line = [Segment(text, segment.role)]
                used = columns(text)
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
    /// Lays runs of text out on lines, each run whole where a line can hold it, with a separator between two of a line.
    func flow(_ runs: [[Segment]], columns limit: Int, separator: String) -> [[Segment]] {
        var lines: [[Segment]] = []
        var used = 0
        for run in runs {
            let width = run.reduce(-1) { $0 + columns($1.text) + 1 }
            let spaced = run.enumerated().map { Segment(($0 > 0 ? " " : "") + $1.text, $1.role) }
            if used > 0, used + columns(separator) + width <= limit {
                lines[lines.count - 1] += [Segment(separator, .dim)] + spaced
                used += columns(separator) + width
            } else {
                lines += width <= limit ? [spaced] : wrap(run, columns: limit)
                used = lines.last?.reduce(0) { $0 + columns($1.text) } ?? 0
            }
        }
        return lines
    }
}
