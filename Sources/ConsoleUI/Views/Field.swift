import Canvas

/// A piece of a line that is drawn whole, shortened at a word, or left out: never cut through a number.
struct Field {
    var text: String
    var role: Role
    /// Who stays when there is no room for all: the lower the rank, the longer.
    var rank: Int
    /// Blank columns before it, unless it is the first.
    var gap: Int
    /// Whether it stands at the right edge.
    var isRight: Bool
    /// Whether it may be shortened at a word.
    var shortens: Bool
    /// Whether it is left out when the one before it was: of a list no later piece stands without the earlier ones.
    var follows: Bool

    init(
        _ text: String, _ role: Role = .text, rank: Int = 1, gap: Int = 2, isRight: Bool = false,
        shortens: Bool = false, follows: Bool = false
    ) {
        self.text = text
        self.role = role
        self.rank = rank
        self.gap = gap
        self.isRight = isRight
        self.shortens = shortens
        self.follows = follows
    }
}

extension Surface {
    /// Columns that a text takes.
    func columns(_ text: String) -> Int {
        var count = 0
        for byte in text.utf8 {
            guard byte >= 0x20, byte < 0x7F else { return Printable(text, form: glyphs.form).columns }
            count += 1
        }
        return count
    }

    /// Draws on one line the fields that fit, the important ones first.
    mutating func draw(_ fields: [Field], in line: Rect) {
        guard !line.isEmpty, !fields.isEmpty else { return }
        var chosen = [(text: String, columns: Int)?](repeating: nil, count: fields.count)
        var used = 0
        let order = fields.indices.sorted { (fields[$0].rank, $0) < (fields[$1].rank, $1) }
        for index in order where !fields[index].text.isEmpty {
            let field = fields[index]
            if field.follows, index > 0, chosen[index - 1] == nil { continue }
            let width = columns(field.text)
            let gap = used == 0 ? 0 : field.gap
            // The first field in place has no gap, so that a field placed before all others lends its own.
            let lent = fields[..<index].indices.allSatisfy { chosen[$0] == nil } ? nextGap(after: index) : nil
            let cost = used == 0 ? 0 : (lent ?? gap)
            if used + cost + width <= line.columns {
                chosen[index] = (field.text, width)
                used += cost + width
            } else if field.shortens, let short = shortened(field.text, to: line.columns - used - cost) {
                let width = columns(short)
                chosen[index] = (short, width)
                used += cost + width
            }
        }
        place(fields, chosen, in: line)

        func nextGap(after index: Int) -> Int? {
            fields[(index + 1)...].indices.first { chosen[$0] != nil }.map { fields[$0].gap }
        }
    }

    private mutating func place(_ fields: [Field], _ chosen: [(text: String, columns: Int)?], in line: Rect) {
        var column = line.left
        var right = 0
        var isFirst = true
        for (index, field) in fields.enumerated() {
            guard let piece = chosen[index], field.isRight else { continue }
            right += piece.columns + (right == 0 ? 0 : field.gap)
        }
        var rightColumn = line.right - right
        var isFirstRight = true
        for (index, field) in fields.enumerated() {
            guard let piece = chosen[index] else { continue }
            if field.isRight {
                if !isFirstRight { rightColumn += field.gap }
                put(piece.text, at: Point(column: rightColumn, row: line.top), role: field.role, clip: line)
                rightColumn += piece.columns
                isFirstRight = false
            } else {
                if !isFirst { column += field.gap }
                put(piece.text, at: Point(column: column, row: line.top), role: field.role, clip: line)
                column += piece.columns
                isFirst = false
            }
        }
    }

    /// The text cut at a word so that it takes at most so many columns; `nil` when not even its first word, or a part
    /// of that word without digits, fits.
    func shortened(_ text: String, to limit: Int) -> String? {
        let whole = Printable(text, form: glyphs.form)
        guard whole.columns > limit else { return whole.text }
        guard limit >= 4 else { return nil }
        let scalars = Array(whole.text.unicodeScalars)
        let head = Array(whole.fitted(to: limit - 1, ending: "").text.unicodeScalars)
        guard !head.isEmpty else { return nil }
        var end = head.count
        if end < scalars.count, scalars[end] != " " {
            let space = head.lastIndex(of: " ")
            if let space, space > 0 { end = space } else { end = withoutNumber(head) }
        }
        while end > 0, " ,;:(·-—".unicodeScalars.contains(head[end - 1]) { end -= 1 }
        guard end > 0 else { return nil }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: head[..<end])
        return String(result) + String(glyphs.marks.ellipsis)
    }

    /// Where a word without a space can be cut and leave no part of a number before the cut.
    private func withoutNumber(_ word: [Unicode.Scalar]) -> Int {
        var end = word.count
        while end > 0, ("0"..."9").contains(word[end - 1]) || "./:,+".unicodeScalars.contains(word[end - 1]) {
            end -= 1
        }
        return end
    }
}
