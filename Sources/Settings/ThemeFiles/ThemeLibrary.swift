import Canvas

/// The themes of this program and of the user, by name. An own file takes the place of an embedded one of its name;
/// if it is wrong there is an error and no theme.
public struct ThemeLibrary: Sendable {
    private let files: NamedFiles

    /// A library that looks for own files in `themes/` of a configuration folder; with `nil` it holds the embedded
    /// themes alone.
    public init(configurationFolder: String? = nil) {
        files = NamedFiles(
            kind: "theme", folder: configurationFolder.map { "\($0)/themes" }, embedded: EmbeddedFiles.themes)
    }

    /// The theme that is used when nobody chose one.
    public static let defaultName = "dusk"

    /// Every name that can be loaded: the embedded ones first, then the own ones, sorted.
    public var names: [String] { files.names }

    /// The theme of that name. Throws what is wrong with its file, or that there is no such theme.
    public func load(_ name: String) throws(SettingsError) -> Theme {
        let (text, file) = try files.read(name)
        return try ThemeLibrary.decode(text, file: file, name: name).theme
    }

    /// Reads and checks a theme's text. `file` is how errors call it, `name` is the name that it must bear.
    static func decode(_ text: String, file: String, name: String) throws(SettingsError) -> ThemeFile {
        try YamlSource(file: file, text: text).decode(ThemeFile.self) { theme, findings in
            theme.check(name: name, findings)
        }
    }
}
