import Canvas
import Review
import SessionCore

/// A list of moments of the record in front: one of its lines is chosen and gone to.
struct RecordList: Sendable {
    /// What is listed.
    enum Kind: Sendable {
        /// What happened, and what can be counted from that.
        case review
        /// What reviewers said.
        case comments
    }

    /// What is listed.
    let kind: Kind
    /// All lines.
    var rows: [ReviewRow]
    /// What is searched for.
    var editor = LineEditor(limit: 40)
    /// The chosen line.
    var focus = 0

    /// The lines that hold what is searched for.
    var hits: [ReviewRow] {
        func letters(_ text: String) -> String { text.lowercased().filter { $0 != " " } }
        let wanted = letters(editor.text)
        return wanted.isEmpty ? rows : rows.filter { letters($0.text).contains(wanted) }
    }

    /// The chosen line; `nil` when none holds what is searched for.
    var chosen: ReviewRow? {
        let hits = hits
        return hits.indices.contains(focus) ? hits[focus] : nil
    }
}

extension Model {
    /// Opens a list of the record in front.
    mutating func openList(_ kind: RecordList.Kind) -> [Effect] {
        guard let rows = rows(of: kind) else { return [] }
        var list = RecordList(kind: kind, rows: rows)
        list.focus = rows.firstIndex { !$0.isPlain } ?? 0
        open(.list(list))
        return []
    }

    /// The lines of a list, as the record is known now; `nil` without a record.
    func rows(of kind: RecordList.Kind) -> [ReviewRow]? {
        guard let replay else { return nil }
        let session = replay.cursor.session
        let review = SessionReview(session)
        let words = ReviewWords(mode: session.mode)
        switch kind {
        case .review: return words.rows(of: review, comments: replay.comments)
        case .comments: return words.rows(of: replay.comments, start: review.start)
        }
    }

    /// A key in a list of the record.
    mutating func pressed(_ key: Key, in list: RecordList) -> [Effect] {
        var list = list
        let last = max(0, list.hits.count - 1)
        switch key {
        case .escape:
            stack.removeLast()
            return []
        case .up: list.focus = max(0, list.focus - 1)
        case .down: list.focus = min(last, list.focus + 1)
        case .pageUp: list.focus = max(0, list.focus - 10)
        case .pageDown: list.focus = min(last, list.focus + 10)
        case .home: list.focus = 0
        case .end: list.focus = last
        case .enter:
            guard let row = list.chosen else { return [] }
            guard !row.isPlain else {
                say("nothing stands behind this line; choose one with a time or facts", .dim)
                return []
            }
            stack.removeLast()
            replay?.trail = FactTrail(row)
            return followTrail()
        default:
            if list.editor.press(key) == .handled { list.focus = 0 }
        }
        replaceTop(.list(list))
        return []
    }

    /// The panel of a list of the record.
    func panelScene(_ list: RecordList) -> PanelScene {
        let title =
            switch list.kind {
            case .review: "Review, as corrected now: Enter goes to a line; type to search"
            case .comments: "Comments, kept beside the record: Enter goes to one; type to search"
            }
        let rows = list.hits.enumerated().map { index, row in
            let role: Role = index == list.focus ? .selection : row.isPlain ? .strong : .text
            return [Segment(row.text, role)]
        }
        return PanelScene(title: title, rows: rows, focusedRow: list.focus)
    }

    /// The field of a list, with the chosen line whole: in its row a narrow screen cuts it.
    func entryScene(_ list: RecordList) -> EntryScene {
        let parts = (list.chosen?.text ?? "nothing answers to that").split(separator: "  ")
        return EntryScene(
            prompt: "search", text: list.editor.text, cursor: list.editor.cursor,
            readBack: parts.map { Segment(String($0).stripped) })
    }
}
