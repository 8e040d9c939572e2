import SessionCore

/// The care protocols of this program and of the clinic, by name. A clinic's own file of the same name takes the
/// place of an embedded one; if it is wrong in any way there is an error and no protocol, never the embedded one.
public struct ProtocolLibrary: Sendable {
    private let files: NamedFiles

    /// A library that looks for the clinic's files in `protocols/` of a configuration folder; with `nil` it holds the
    /// embedded protocols alone.
    public init(configurationFolder: String? = nil) {
        files = NamedFiles(
            kind: "protocol", folder: configurationFolder.map { "\($0)/protocols" },
            embedded: EmbeddedFiles.protocols)
    }

    /// Every name that can be loaded: the embedded ones first, then the clinic's own, sorted.
    public var names: [String] { files.names }

    /// The protocol of that name. Throws what is wrong with its file, or that there is no such protocol.
    public func load(_ name: String) throws(SettingsError) -> CareProtocol {
        let (text, file) = try files.read(name)
        return try ProtocolLibrary.parse(text, file: file, name: name)
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
        let (text, name) = try ProtocolLibrary().files.open(path: path)
        return try parse(text, file: path, name: name)
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
