import Canvas

/// Which key calls which command.
struct Keymap: Sendable {
    /// The keys of each command.
    private(set) var keys: [String: [Key]] = [:]
    /// What is wrong with the configured keys.
    private(set) var conflicts: [String] = []

    /// The built-in keys, with those of the named commands replaced. A name that is unknown, a key that is not one,
    /// and a key that would call two commands on one screen are reported and left out.
    init(overrides: [String: [String]] = [:]) {
        for command in CommandTable.all { keys[command.name] = command.keys }
        for (name, spelled) in overrides.sorted(by: { $0.key < $1.key }) {
            guard CommandTable.named(name) != nil else {
                conflicts.append("there is no command named \(name)")
                continue
            }
            let parsed = spelled.map { (text: $0, key: Key($0)) }
            for bad in parsed where bad.key == nil { conflicts.append("\(name): \(bad.text) is not a key") }
            keys[name] = parsed.compactMap(\.key).filter { isFree($0, for: name) }
        }
        reportDoubles()
    }

    /// Digits always open the entry line, Enter and Esc always mean the same.
    private mutating func isFree(_ key: Key, for name: String) -> Bool {
        guard case .character(let character) = key, character.isNumber || character == "@" || character == "-"
        else { return true }
        conflicts.append("\(name): \(character) opens the entry line and cannot be given away")
        return false
    }

    private mutating func reportDoubles() {
        for stage in [Model.Stage.home, .bedside, .replay, .debrief, .instructor] {
            var owners: [Key: String] = [:]
            for command in CommandTable.commands(in: stage) {
                for key in keys[command.name] ?? [] {
                    if let owner = owners[key], owner != command.name {
                        conflicts.append("\(key.name) is given to both \(owner) and \(command.name)")
                    }
                    owners[key] = owners[key] ?? command.name
                }
            }
        }
    }

    /// The command that a key calls on a screen; `nil` when it calls none.
    func command(for key: Key, in stage: Model.Stage) -> Command? {
        CommandTable.commands(in: stage).first { keys[$0.name]?.contains(key) == true }
    }

    /// The key of a command as people call it.
    func shown(_ command: Command) -> String {
        if let shown = command.shownKey { return shown }
        guard let key = keys[command.name]?.first else { return "" }
        return Keymap.spoken(key)
    }

    /// A key as people call it: `a`, `Ctrl-P`, `PgUp`.
    static func spoken(_ key: Key) -> String {
        switch key {
        case .character(" "): return "Space"
        case .character(let character): return String(character)
        case .control(let character): return "Ctrl-" + character.uppercased()
        case .pageUp: return "PgUp"
        case .pageDown: return "PgDn"
        case .backTab: return "Shift-Tab"
        case .escape: return "Esc"
        default: return String(key.name.dropFirst().dropLast())
        }
    }
}
