import Canvas

/// Which keys run which command: the console's own keys, and in place of them those of `keys.yaml`.
public struct KeyBindings: Equatable, Sendable {
    /// A command as the console knows it.
    public struct Command: Sendable {
        /// The name that a person writes in the file.
        public var name: String
        /// The keys that run it when the file does not say otherwise, spelled as `Key.name`.
        public var keys: [String]
        /// Where it can be run. Two commands may have the same key only in two different places; an empty place is
        /// everywhere.
        public var place: String

        /// Makes a command.
        public init(name: String, keys: [String], place: String = "") {
            self.name = name
            self.keys = keys
            self.place = place
        }
    }

    /// The keys of every command, by its name.
    public var keys: [String: [String]]
    /// The lines of the file on which commands have their keys, from 1; commands that keep their own keys are absent.
    public var lines: [String: Int]

    /// The keys in `keys.yaml` of a configuration folder, in place of the commands' own; where there is no such file,
    /// the commands' own. `reserved` keys cannot be given away. Throws what is wrong with the file.
    public static func load(
        configurationFolder folder: String, commands: [Command], reserved: [String] = []
    ) throws(SettingsError) -> KeyBindings {
        let path = "\(folder)/keys.yaml"
        guard let text = try SettingsFile.read(path) else {
            return KeyBindings(keys: own(commands), lines: [:])
        }
        return try parse(text, file: path, commands: commands, reserved: reserved)
    }

    /// Reads and checks a text. `file` is how errors call it.
    static func parse(
        _ text: String, file: String, commands: [Command], reserved: [String]
    ) throws(SettingsError) -> KeyBindings {
        let source = try YamlSource(file: file, text: text)
        let chosen = try source.decode([String: [String]].self) { chosen, findings in
            for (name, keys) in chosen {
                check(name, keys, commands: commands, reserved: reserved, findings)
            }
            checkConflicts(chosen, commands: commands, findings)
        }
        let keys = own(commands).merging(chosen.mapValues { $0.map(spelling) }) { _, chosen in chosen }
        return KeyBindings(keys: keys, lines: source.lines.filter { chosen[$0.key] != nil })
    }

    private static func own(_ commands: [Command]) -> [String: [String]] {
        Dictionary(commands.map { ($0.name, $0.keys.map(spelling)) }) { first, _ in first }
    }

    private static func spelling(_ key: String) -> String { Key(key)?.name ?? key }

    private static func check(
        _ name: String, _ keys: [String], commands: [Command], reserved: [String], _ findings: Findings
    ) {
        guard commands.contains(where: { $0.name == name }) else {
            let known = commands.map(\.name).sorted().joined(separator: ", ")
            findings.report(name, "There is no command \(name); there are: \(known).")
            return
        }
        if keys.isEmpty { findings.report(name, "\(name) needs at least one key in its list.") }
        let reserved = Set(reserved.map(spelling))
        for (index, key) in keys.enumerated() {
            let place = YamlSource.path(name, element: index + 1)
            if Key(key).map({ $0 == .unknown }) ?? true {
                findings.report(
                    place, "\(key) is not a key; write one sign, or a name such as <F2>, <C-n> or <Enter>.")
            } else if reserved.contains(spelling(key)) {
                findings.report(place, "The key \(key) has a fixed meaning; choose another one.")
            }
        }
    }

    /// Reports every key of the file that another command has too, in the file or by itself.
    private static func checkConflicts(
        _ chosen: [String: [String]], commands: [Command], _ findings: Findings
    ) {
        for (index, command) in commands.enumerated() {
            guard let keys = chosen[command.name] else { continue }
            for other in commands[..<index] + commands[(index + 1)...] {
                // Of two commands from the file the one on the later line is at fault.
                if chosen[other.name] != nil, line(other, findings) > line(command, findings) { continue }
                guard command.place == other.place || command.place.isEmpty || other.place.isEmpty else {
                    continue
                }
                let taken = Set((chosen[other.name] ?? other.keys).map(spelling))
                for (place, key) in keys.enumerated() where taken.contains(spelling(key)) {
                    findings.report(
                        YamlSource.path(command.name, element: place + 1),
                        "The key \(key) already runs \(other.name); choose another one, or change \(other.name)."
                    )
                }
            }
        }
    }

    private static func line(_ command: Command, _ findings: Findings) -> Int {
        findings.source.lines[command.name] ?? 0
    }
}
