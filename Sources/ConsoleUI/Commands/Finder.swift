import Canvas
import SessionCore

/// The list of commands: as help with sentences and reasons, or as a palette that runs what is chosen.
struct Finder: Sendable {
    /// Whether it explains rather than runs.
    var isHelp: Bool
    /// What is searched for.
    var editor = LineEditor(limit: 40)
    /// The chosen row.
    var focus = 0

    /// The commands that answer the search, the best first.
    func hits(_ model: Model) -> [Command] {
        let wanted = editor.text.lowercased().filter { $0 != " " }
        let commands = model.existing(CommandTable.commands(in: model.stage))
        guard !wanted.isEmpty else { return commands }
        let ranked = commands.enumerated().compactMap { place, command -> (rank: Int, place: Int, Command)? in
            rank(command, wanted, shown: model.keymap.shown(command)).map { ($0, place, command) }
        }
        return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.2)
    }

    /// How well a command answers: its key, then its name or label, then its sentence, then letters in their order.
    private func rank(_ command: Command, _ wanted: String, shown: String) -> Int? {
        let label = command.label.lowercased().filter { $0 != " " }
        let name = command.name.lowercased()
        if shown == editor.text { return 0 }
        if shown.lowercased() == wanted { return 1 }
        if label.hasPrefix(wanted) || name.hasPrefix(wanted) { return 2 }
        if label.contains(wanted) || name.contains(wanted) { return 3 }
        if command.help.lowercased().filter({ $0 != " " }).contains(wanted) { return 4 }
        return Finder.hasInOrder(wanted, in: name) || Finder.hasInOrder(wanted, in: label) ? 5 : nil
    }

    private static func hasInOrder(_ wanted: String, in text: String) -> Bool {
        var rest = Substring(text)
        for letter in wanted {
            guard let found = rest.firstIndex(of: letter) else { return false }
            rest = rest[rest.index(after: found)...]
        }
        return true
    }
}

extension Model {
    /// A key in the list of commands.
    mutating func pressed(_ key: Key, in finder: Finder) -> [Effect] {
        var finder = finder
        let hits = finder.hits(self)
        switch key {
        case .escape:
            stack.removeLast()
            return []
        case .up: finder.focus = max(0, finder.focus - 1)
        case .down: finder.focus = min(max(0, hits.count - 1), finder.focus + 1)
        case .pageUp: finder.focus = max(0, finder.focus - 10)
        case .pageDown: finder.focus = min(max(0, hits.count - 1), finder.focus + 10)
        case .enter:
            guard hits.indices.contains(finder.focus) else { return [] }
            stack.removeLast()
            return call(hits[finder.focus], by: .enter)
        default:
            if finder.editor.press(key) == .handled { finder.focus = 0 }
        }
        replaceTop(.finder(finder))
        return []
    }

    /// The rows of the list: key, name, what it does, and why not.
    func rows(of finder: Finder) -> [[Segment]] {
        finder.hits(self).enumerated().map { index, command in
            let reason = command.whyNot(self)
            let role: Role = index == finder.focus ? .selection : reason == nil ? .text : .dim
            var row = [
                Segment(padded(keymap.shown(command), to: 8), index == finder.focus ? .selection : .key),
                Segment(padded(command.label, to: 14), role),
            ]
            // The reason stands first: on a narrow screen the sentence after it is cut, the reason is not.
            if let reason { row.append(Segment("not now: \(reason)  ", .notice)) }
            let words = finder.isHelp ? command.help : command.name
            row.append(Segment(words, index == finder.focus ? .text : .dim))
            return row
        }
    }
}

/// A text filled up with spaces to so many columns, one space at least.
func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(1, columns - Printable(text).columns))
}
