import Canvas

extension Surface {
    /// Breaks runs of text into lines at spaces; a word longer than a line is shortened, never inside a number.
    func wrap(_ segments: [Segment], columns limit: Int) -> [[Segment]] {
        guard limit >= 4 else { return [] }
        var lines = WrappedLines(limit: limit)
        for segment in segments {
            let clean = Printable(segment.text, form: glyphs.form)
            if lines.hasRoom(for: clean.columns) {
                // The usual case: the whole run fits, and no word needs to be looked at.
                lines.add(clean.text, columns: clean.columns, role: segment.role, joins: false)
            } else if clean.columns <= min(limit, 16), lines.used > 0 {
                // A short run such as "RR 18" goes to the next line whole.
                let text = String(clean.text.drop { $0 == " " })
                lines.breakLine()
                lines.add(text, columns: columns(text), role: segment.role, joins: false)
            } else {
                for word in clean.text.split(separator: " ") {
                    var text = String(word)
                    if columns(text) > limit {
                        text = shortened(text, to: limit) ?? String(glyphs.marks.ellipsis)
                    }
                    let width = columns(text)
                    if lines.used > 0, !lines.hasRoom(for: width) { lines.breakLine() }
                    lines.add(text, columns: width, role: segment.role, joins: true)
                }
            }
        }
        return lines.all
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

/// Lines that are filled with runs of text from left to right.
private struct WrappedLines {
    let limit: Int
    private var lines: [[Segment]] = []
    private var line: [Segment] = []
    /// Columns taken on the present line.
    private(set) var used = 0

    init(limit: Int) { self.limit = limit }

    var all: [[Segment]] { line.isEmpty ? lines : lines + [line] }

    func hasRoom(for width: Int) -> Bool { used + (used > 0 ? 1 : 0) + width <= limit }

    mutating func breakLine() {
        lines.append(line)
        line = []
        used = 0
    }

    /// Adds a text behind a space; one that `joins` becomes part of the run before it when that has the same role.
    mutating func add(_ text: String, columns: Int, role: Role, joins: Bool) {
        let piece = used > 0 ? " " + text : text
        if joins, let last = line.last, last.role == role {
            line[line.count - 1].text += piece
        } else {
            line.append(Segment(piece, role))
        }
        used += columns + (used > 0 ? 1 : 0)
    }
}
