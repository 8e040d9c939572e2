/// How one person wants the console to look and sound. Nothing in here drives an alarm.
public struct Preferences: Equatable, Sendable {
    /// Which signs the console draws with.
    public enum Glyphs: String, Decodable, CaseIterable, Sendable {
        /// Unicode where the locale has it, else ASCII.
        case auto
        /// Unicode.
        case unicode
        /// ASCII.
        case ascii
    }

    /// The name of the theme.
    public var theme = ThemeLibrary.defaultName
    /// Whether the bell may ring; off, because the patient hears it.
    public var bell = false
    /// Which signs to draw with.
    public var glyphs = Glyphs.auto

    /// What holds when nobody said anything.
    public init() {}

    /// The preferences in `config.yaml` of a configuration folder; where there is no such file, or it leaves a key
    /// out, what holds otherwise. Throws what is wrong with the file.
    public static func load(configurationFolder folder: String) throws(SettingsError) -> Preferences {
        let path = "\(folder)/config.yaml"
        guard let text = try SettingsFile.read(path) else { return Preferences() }
        return try parse(text, file: path)
    }

    /// Reads and checks a text. `file` is how errors call it.
    static func parse(_ text: String, file: String) throws(SettingsError) -> Preferences {
        let entries = try YamlSource(file: file, text: text).decode(Entries.self) { entries, findings in
            if let theme = entries.theme, !SettingsFile.isName(theme) {
                findings.report("theme", "theme must be a name made of a-z, 0-9 and dashes.")
            }
        }
        var preferences = Preferences()
        preferences.theme = entries.theme ?? preferences.theme
        preferences.bell = entries.bell ?? preferences.bell
        preferences.glyphs = entries.glyphs ?? preferences.glyphs
        return preferences
    }

    private struct Entries: Decodable, KeysMayBeLeftOut {
        var theme: String?
        var bell: Bool?
        var glyphs: Glyphs?
    }
}
