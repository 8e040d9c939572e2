import SessionCore

/// The care protocols of this program and of the clinic, by name. A clinic's own file of the same name takes the
/// place of an embedded one; if it is wrong in any way there is an error and no protocol, never the embedded one.
public struct ProtocolLibrary: Sendable {
    private let folder: String?

    /// A library that looks for the clinic's files in `protocols/` of a configuration folder; with `nil` it holds the
    /// embedded protocols alone.
    public init(configurationFolder: String? = nil) {
        folder = configurationFolder.map { "\($0)/protocols" }
    }

    /// Every name that can be loaded: the embedded ones first, then the clinic's own, sorted.
    public var names: [String] {
        let embedded = EmbeddedProtocols.files.map(\.name)
        let own = folder.map(SettingsFile.names(inFolder:)) ?? []
        return embedded + own.filter { !embedded.contains($0) }
    }

    /// The protocol of that name. Throws what is wrong with its file, or that there is no such protocol.
    public func load(_ name: String) throws(SettingsError) -> CareProtocol {
        guard SettingsFile.isName(name) else {
            throw SettingsError(file: name, "A protocol's name is made of a-z, 0-9 and dashes.")
        }
        if let folder {
            let path = "\(folder)/\(name).yaml"
            if let text = try SettingsFile.read(path) {
                return try ProtocolLibrary.parse(text, file: path, name: name)
            }
        }
        guard let file = EmbeddedProtocols.files.first(where: { $0.name == name }) else {
            throw SettingsError(
                file: name, "There is no protocol of this name; there are: \(names.joined(separator: ", ")).")
        }
        let text = String(decoding: file.bytes, as: UTF8.self)
        return try ProtocolLibrary.parse(text, file: "built-in \(name).yaml", name: name)
    }

    /// The name of the embedded protocol for a route.
    public static func defaultName(for route: Route) -> String {
        switch route {
        case .infusion: "iv-racemic"
        case .injection: "im-racemic"
        case .nasalRacemic: "in-racemic"
        case .esketamine: "esketamine"
        }
    }

    /// Reads and checks one file wherever it lies; its protocol must bear the file's name.
    public static func check(file path: String) throws(SettingsError) -> CareProtocol {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        guard file.hasSuffix(".yaml"), SettingsFile.isName(String(file.dropLast(5))) else {
            throw SettingsError(
                file: path, "A protocol's file is called NAME.yaml, the name made of a-z, 0-9 and dashes.")
        }
        guard let text = try SettingsFile.read(path) else {
            throw SettingsError(file: path, "There is no such file.")
        }
        return try parse(text, file: path, name: String(file.dropLast(5)))
    }

    /// Reads and checks a protocol's text. `file` is how errors call it, `name` is the name that it must bear.
    public static func parse(
        _ text: String, file: String, name: String
    ) throws(SettingsError) -> CareProtocol {
        try YamlSource(file: file, text: text).decode(CareProtocol.self) { careProtocol, findings in
            ProtocolCheck(careProtocol, name: name, findings).run()
        }
    }
}

extension PlannedCheckpoint: KeysMayBeLeftOut {}
extension IntervalBand: KeysMayBeLeftOut {}
extension SymptomItem: KeysMayBeLeftOut {}
extension ActionItem: KeysMayBeLeftOut {}
