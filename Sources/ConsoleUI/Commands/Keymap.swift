import Canvas

/// Which key calls which command.
struct Keymap: Sendable {
    /// The keys of each command.
    private(set) var keys: [String: [Key]] = [:]

    /// The built-in keys, with those of the named commands replaced. Whoever reads them from a file has checked them:
    /// what is no command or no key is passed over here.
    init(overrides: [String: [String]] = [:]) {
        for command in CommandTable.all { keys[command.name] = command.keys }
        for (name, spelled) in overrides where CommandTable.named(name) != nil {
            keys[name] = spelled.compactMap { Key($0) }
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
