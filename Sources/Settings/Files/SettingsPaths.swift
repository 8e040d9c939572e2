import SessionCore

/// Where Ebbtide's files lie, by the XDG base directory specification.
public struct SettingsPaths: Equatable, Sendable {
    /// The folder of `config.yaml`, `keys.yaml`, `protocols/` and `themes/`.
    public var configuration: String
    /// The folder of the journals.
    public var data: String

    /// Computes both folders from the values of `XDG_CONFIG_HOME`, `XDG_DATA_HOME` and `HOME`; a value that is empty or
    /// not an absolute path counts as not set. Throws a refusal when nothing says where a folder is.
    public init(configHome: String?, dataHome: String?, home: String?) throws(Refusal) {
        configuration = try SettingsPaths.folder(configHome, "XDG_CONFIG_HOME", home, ".config")
        data = try SettingsPaths.folder(dataHome, "XDG_DATA_HOME", home, ".local/share")
    }

    private static func folder(
        _ value: String?, _ name: String, _ home: String?, _ inHome: String
    ) throws(Refusal) -> String {
        if let value, value.hasPrefix("/") { return joined(value, "ebbtide") }
        if let home, home.hasPrefix("/") { return joined(joined(home, inHome), "ebbtide") }
        throw Refusal("Neither \(name) nor HOME names a folder; set HOME to your own folder.")
    }

    private static func joined(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
}
