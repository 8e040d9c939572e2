/// Something that a person pressed. Script files, key bindings and help spell keys the same way: a letter is
/// itself, everything else stands in angle brackets, such as `<Enter>`, `<C-c>`, `<F2>`, `<Space>`, `<lt>`.
public enum Key: Hashable, Sendable {
    /// A key that types something, Space among them.
    case character(Character)
    /// Enter or Return.
    case enter
    /// Esc alone.
    case escape
    /// Tab.
    case tab
    /// Shift and Tab.
    case backTab
    /// Backspace.
    case backspace
    /// Delete.
    case delete
    /// The arrow up.
    case up
    /// The arrow down.
    case down
    /// The arrow left.
    case left
    /// The arrow right.
    case right
    /// Home.
    case home
    /// End.
    case end
    /// Page up.
    case pageUp
    /// Page down.
    case pageDown
    /// Control and a small letter or one of `@ [ \ ] ^ _`.
    case control(Character)
    /// A function key, from 1.
    case function(Int)
    /// A key that has no name here; it does nothing.
    case unknown
}

extension Key {
    private static let named: [(name: String, key: Key)] = [
        ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("S-Tab", .backTab), ("Backspace", .backspace),
        ("Delete", .delete), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
        ("Home", .home),
        ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown), ("Space", .character(" ")),
        ("lt", .character("<")), ("Unknown", .unknown),
    ]

    /// The key's name, which `init(_:)` reads back.
    public var name: String {
        if let known = Key.named.first(where: { $0.key == self }) { return "<\(known.name)>" }
        switch self {
        case .character(let character): return String(character)
        case .control(let character): return "<C-\(character)>"
        case .function(let number): return "<F\(number)>"
        default: return "<Unknown>"
        }
    }

    /// The key of that name; nil when the text names none or more than one.
    public init?(_ name: String) {
        if name.count == 1, let only = name.first, only != "<" {
            self = .character(only)
            return
        }
        guard name.count > 2, name.hasPrefix("<"), name.hasSuffix(">") else { return nil }
        let inner = String(name.dropFirst().dropLast())
        if let known = Key.named.first(where: { $0.name.lowercased() == inner.lowercased() }) {
            self = known.key
        } else if inner.count == 3, inner.hasPrefix("C-"), let letter = inner.last {
            self = .control(Character(letter.lowercased()))
        } else if inner.hasPrefix("F"), let number = Int(inner.dropFirst()), (1...63).contains(number) {
            self = .function(number)
        } else {
            return nil
        }
    }

    /// Splits a line of a script into keys, so that `132/84<Enter>` is seven keys; nil when a name in angle
    /// brackets is not known or not closed.
    public static func sequence(_ text: String) -> [Key]? {
        var keys: [Key] = []
        var rest = Substring(text)
        while let first = rest.first {
            guard first == "<" else {
                keys.append(.character(first))
                rest.removeFirst()
                continue
            }
            guard let close = rest.firstIndex(of: ">"), let key = Key(String(rest[...close])) else {
                return nil
            }
            keys.append(key)
            rest = rest[rest.index(after: close)...]
        }
        return keys
    }
}
