import SessionCore
import Simulation

/// The teaching scenarios of this program and of the clinic, by name. A clinic's own file of the same name takes the place
/// of an embedded one; if it is wrong in any way there is an error and no scenario, never the embedded one.
public struct ScenarioLibrary: Sendable {
    private let files: NamedFiles
    private let protocols: ProtocolLibrary

    /// A library that looks for the clinic's files in `scenarios/` of a configuration folder, and for the protocols that
    /// they name in `protocols/`; with `nil` it holds the embedded scenarios alone.
    public init(configurationFolder: String? = nil) {
        files = NamedFiles(
            kind: "scenario", folder: configurationFolder.map { "\($0)/scenarios" },
            embedded: EmbeddedFiles.scenarios)
        protocols = ProtocolLibrary(configurationFolder: configurationFolder)
    }

    /// Every name that can be loaded: the embedded ones first, in teaching order, then the clinic's own, sorted.
    public var names: [String] { files.names }

    /// The scenario of that name. Throws what is wrong with its file, or that there is no such scenario.
    public func load(_ name: String) throws(SettingsError) -> Scenario {
        let (text, file) = try files.read(name)
        return try ScenarioLibrary.parse(text, file: file, name: name, protocols: protocols)
    }

    /// The care protocol that a scenario of this library runs under.
    public func careProtocol(of scenario: Scenario) throws(SettingsError) -> CareProtocol {
        try protocols.load(scenario.setting.careProtocol)
    }

    /// Reads and checks one file wherever it lies; its scenario must bear the file's name.
    public func check(file path: String) throws(SettingsError) -> Scenario {
        let (text, name) = try files.open(path: path)
        return try ScenarioLibrary.parse(text, file: path, name: name, protocols: protocols)
    }

    /// Reads and checks a scenario's text. `file` is how errors call it, `name` is the name that it must bear.
    public static func parse(
        _ text: String, file: String, name: String, protocols: ProtocolLibrary = ProtocolLibrary()
    ) throws(SettingsError) -> Scenario {
        try YamlSource(file: file, text: text).decode(Scenario.self) { scenario, findings in
            let careProtocol = try? protocols.load(scenario.setting.careProtocol)
            if careProtocol == nil {
                findings.report(
                    "setting.protocol",
                    "There is no protocol \(scenario.setting.careProtocol) that can be used; there are: "
                        + protocols.names.joined(separator: ", ") + ".")
            }
            ScenarioCheck(scenario, name: name, careProtocol: careProtocol, findings).run()
        }
    }
}

extension ScenarioSetting: KeysMayBeLeftOut {}
extension ScenarioPatient: KeysMayBeLeftOut {}
extension ScenarioStart: KeysMayBeLeftOut {}
extension ScenarioEvent: KeysMayBeLeftOut {}
extension ScriptedInfluence: KeysMayBeLeftOut {}
extension InfluencePoint: KeysMayBeLeftOut {}
extension Relief: KeysMayBeLeftOut {}
extension ScenarioHint: KeysMayBeLeftOut {}
extension Rubric: KeysMayBeLeftOut {}
extension Expectation: KeysMayBeLeftOut {}
extension CriticalMiss: KeysMayBeLeftOut {}
extension Trigger: KeysMayBeLeftOut {}
extension FactPattern: KeysMayBeLeftOut {}
extension VitalBound: KeysMayBeLeftOut {}
