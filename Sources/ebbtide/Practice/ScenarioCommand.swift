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

        /// The verdict, machine-readable.
        private struct Line: Encodable {
            var file: String
            var valid: Bool
            var name: String?
            var version: Int?
            var line: Int?
            var key: String?
            var problem: String?
        }

        func perform() throws {
            guard FileManager.default.fileExists(atPath: file) else {
                throw Failure("There is no file \(file).", .noInput)
            }
            let library = try Place(options: place).scenarios
            do throws(SettingsError) {
                let scenario = try library.check(file: file)
                guard output.json else {
                    return Output.say("\(file): \(scenario.name) version \(scenario.version) is valid")
                }
                try? Output.emit(
                    json: Line(file: file, valid: true, name: scenario.name, version: scenario.version))
            } catch {
                guard output.json else { throw Failure(error.description, .badConfiguration) }
                for problem in error.problems {
                    try? Output.emit(
                        json: Line(
                            file: file, valid: false, line: problem.line, key: problem.key,
                            problem: problem.sentence))
                }
                throw ExitCode(SystemExit.badConfiguration.rawValue)
            }
        }
    }
}
