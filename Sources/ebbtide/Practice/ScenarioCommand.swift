import ArgumentParser
import Foundation
import Settings

/// `ebbtide scenario`: checks teaching scenarios.
struct ScenarioCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenario", abstract: "Check teaching scenarios.", subcommands: [Check.self])

    /// `ebbtide scenario check FILE`.
    struct Check: ReportingCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check a scenario file.",
            discussion:
                "Every problem is named with file, line and key; a file with a problem is never played."
        )

        @OptionGroup var place: PlaceOptions
        @OptionGroup var output: JSONOption
        @Argument(help: "A file NAME.yaml.") var file: String

        func perform() throws {
            let library = try Place(options: place).scenarios
            try FileVerdict.say(of: file, json: output.json) { () throws(SettingsError) in
                let scenario = try library.check(file: file)
                return (scenario.name, scenario.version)
            }
        }
    }
}
