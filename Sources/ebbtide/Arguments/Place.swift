import Foundation
import Journal
import SessionCore
import Settings

/// The folders and files that a command works with.
struct Place {
    let options: PlaceOptions

    /// Where sessions are kept.
    let dataPath: String
    /// Where a clinic's own protocols, themes and preferences are read from.
    let configurationPath: String
    private let named = NamedProtocols()

    /// Finds the folders: as named by an option, else by the environment, else by the XDG rules.
    init(options: PlaceOptions) throws(Refusal) {
        self.options = options
        let environment = ProcessInfo.processInfo.environment
        func given(_ option: String?, _ variable: String) -> String? {
            let path = option ?? environment[variable]
            return path?.isEmpty == false ? path : nil
        }
        let data = given(options.data, "EBBTIDE_DATA")
        let configuration = given(options.config, "EBBTIDE_CONFIG")
        if let data, let configuration {
            (dataPath, configurationPath) = (data, configuration)
            return
        }
        let paths = try SettingsPaths(
            configHome: environment["XDG_CONFIG_HOME"], dataHome: environment["XDG_DATA_HOME"],
            home: environment["HOME"])
        (dataPath, configurationPath) = (data ?? paths.data, configuration ?? paths.configuration)
    }

    /// The care protocols of this program and of the clinic.
    var protocols: ProtocolLibrary { ProtocolLibrary(configurationFolder: configurationPath) }

    /// The journal of the mode that was asked for.
    func journal(for access: JournalStore.Access) throws -> JournalStore {
        try JournalStore(in: DataFolder(path: dataPath), mode: options.mode, for: access)
    }

    /// The protocol that every route uses unless a session says otherwise, with what is wrong with those that cannot be
    /// used: a clinic's own file with a fault leaves its route without a protocol and every other route as it is.
    func defaultProtocols() -> (protocols: [Route: CareProtocol], problems: [Route: String]) {
        var protocols: [Route: CareProtocol] = [:]
        var problems: [Route: String] = [:]
        for route in Route.allCases {
            do throws(SettingsError) {
                protocols[route] = try self.protocols.load(ProtocolLibrary.defaultName(for: route))
            } catch {
                problems[route] = error.description
            }
        }
        return (protocols, problems)
    }

    /// Finds a protocol by name for a log from elsewhere; `nil` when there is none.
    func resolve(_ name: String) -> CareProtocol? { named.resolve(name) { try? protocols.load($0) } }
}

extension Session {
    /// The fold of a whole session, or the first fact that cannot stand and where it is.
    static func folded(_ facts: [Fact], resolve: (String) -> CareProtocol?) -> Result<Session, RefusedFact> {
        guard let opening = facts.first else {
            return .failure(RefusedFact(index: 0, refusal: Refusal("A session has at least one fact.")))
        }
        var index = 0
        do throws(Refusal) {
            var session = try Session(opening: opening, resolve: resolve)
            for fact in facts.dropFirst() {
                index += 1
                try session.apply(fact)
            }
            return .success(session)
        } catch {
            return .failure(RefusedFact(index: index, refusal: error))
        }
    }
}

/// The fact of a list that could not be folded.
struct RefusedFact: Error {
    /// Its position, from 0.
    var index: Int
    /// Why.
    var refusal: Refusal
}
