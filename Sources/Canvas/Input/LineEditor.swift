/// A field of one line that is being typed into: the text, the cursor, and the editing keys that shells have
/// taught everybody.
public struct LineEditor: Equatable, Sendable {
    /// What a key did.
    public enum Outcome: Equatable, Sendable {
        /// The text or the cursor changed, or the key was an editing key with nothing to do.
        case handled
        /// The key is no editing key; somebody else may want it.
        case ignored
        /// The text has reached its largest length; nothing was added.
        case full
    }

    /// The largest number of characters.
    public let limit: Int
    /// The cursor's place, as the number of characters before it.
    public private(set) var cursor: Int
    private var characters: [Character]

    /// A field with this text and the cursor behind it; what exceeds the limit is cut off.
    public init(_ text: String = "", limit: Int = 200) {
        self.limit = max(0, limit)
        characters = Array(text.filter(LineEditor.isTypable).prefix(self.limit))
        cursor = characters.count
    }

    /// The text as typed.
    public var text: String { String(characters) }
    /// Whether nothing has been typed.
    public var isEmpty: Bool { characters.isEmpty }

    /// Applies an editing key: characters, Backspace, Delete, arrows, Home, End, and Control with
    /// A, E, B, F, D, H, U, K or W.
    public mutating func press(_ key: Key) -> Outcome {
        switch key {
        case .character(let character): return insert(character)
        case .backspace, .control("h"): remove(from: cursor - 1, to: cursor)
        case .delete, .control("d"): remove(from: cursor, to: cursor + 1)
        case .left, .control("b"): cursor = max(0, cursor - 1)
        case .right, .control("f"): cursor = min(characters.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = characters.count
        case .control("u"): remove(from: 0, to: cursor)
        case .control("k"): remove(from: cursor, to: characters.count)
        case .control("w"): remove(from: startOfWord, to: cursor)
        default: return .ignored
        }
        return .handled
    }

    /// Inserts a pasted text whole or not at all: false when it has a line break or another control character,
    /// or when it does not fit.
    public mutating func paste(_ text: String) -> Bool {
        let pasted = Array(text)
        guard pasted.allSatisfy(LineEditor.isTypable), characters.count + pasted.count <= limit else {
            return false
        }
        characters.insert(contentsOf: pasted, at: cursor)
        cursor += pasted.count
        return true
    }

    /// Empties the field.
    public mutating func clear() {
        characters = []
        cursor = 0
    }

    private mutating func insert(_ character: Character) -> Outcome {
        guard LineEditor.isTypable(character) else { return .ignored }
        if joinToPrevious(character) { return .handled }
        guard characters.count < limit else { return .full }
        characters.insert(character, at: cursor)
        cursor += 1
        return .handled
    }

    /// A combining mark that was typed on its own belongs to the letter before it.
    private mutating func joinToPrevious(_ character: Character) -> Bool {
        guard cursor > 0 else { return false }
        let joined = String(characters[cursor - 1]) + String(character)
        guard joined.count == 1, let single = joined.first else { return false }
        characters[cursor - 1] = single
        return true
    }

    private mutating func remove(from start: Int, to end: Int) {
        let range = max(0, start)..<min(characters.count, max(0, end))
        guard !range.isEmpty else { return }
        characters.removeSubrange(range)
        cursor = range.lowerBound
    }

    private var startOfWord: Int {
        var index = cursor
        while index > 0, characters[index - 1] == " " { index -= 1 }
        while index > 0, characters[index - 1] != " " { index -= 1 }
        return index
    }

    private static func isTypable(_ character: Character) -> Bool {
        !character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}

extension LineEditor {
    /// What is seen of a field through a window of so many columns.
    public struct View: Equatable, Sendable {
        /// The visible part, cleaned.
        public let text: String
        /// The cursor's column in the window, from zero.
        public let cursor: Int
    }

    /// The part of the text around the cursor that fits into so many columns, the cursor's own cell included.
    public func view(columns: Int, form: Printable.Form = .unicode) -> View {
        guard columns > 0 else { return View(text: "", cursor: 0) }
        let widths = characters.map { Printable(String($0), form: form).columns }
        var start = 0
        var before = widths[..<cursor].reduce(0, +)
        while before > columns - 1, start < cursor {
            before -= widths[start]
            start += 1
        }
        var end = start
        var used = 0
        while end < characters.count, used + widths[end] <= columns {
            used += widths[end]
            end += 1
        }
        let visible = Printable(String(characters[start..<end]), form: form)
        return View(text: visible.text, cursor: max(0, before))
    }
}
