import ArgumentParser
import Foundation
import SessionCore
import Settings

/// `ebbtide protocol`: checks and shows care protocols.
struct ProtocolCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protocol", abstract: "Check and show care protocols.",
        subcommands: [Check.self, Show.self])

    /// `ebbtide protocol check FILE`.
    struct Check: ReportingCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check a protocol file.",
            discussion: "Every problem is named with file, line and key; a file with a problem is never used."
        )

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
            do throws(SettingsError) {
                let careProtocol = try ProtocolLibrary.check(file: file)
                if !output.json {
                    return Output.say(
                        "\(file): \(careProtocol.name) version \(careProtocol.version) is valid")
                }
                try? Output.emit(
                    json: Line(
                        file: file, valid: true, name: careProtocol.name, version: careProtocol.version))
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

    /// `ebbtide protocol show NAME`.
    struct Show: ReportingCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a protocol with all its numbers.",
            discussion:
                "Without a name the names of all protocols are listed. A clinic's own file in the folder "
                + "protocols/ of the configuration folder takes the place of a built-in one of the same name."
        )

        @OptionGroup var place: PlaceOptions
        @OptionGroup var output: JSONOption
        @Argument(help: "The protocol's name.") var name: String?

        func perform() throws {
            let library = try Place(options: place).protocols
            guard let name else {
                for name in library.names {
                    if output.json { try Output.emit(json: ["name": name]) } else { Output.say(name) }
                }
                return
            }
            guard library.names.contains(name) else {
                throw Failure(
                    "There is no protocol \(name); there are \(library.names.joined(separator: ", ")).",
                    .noInput)
            }
            let careProtocol = try library.load(name)
            if output.json {
                try Output.emit(json: careProtocol)
            } else {
                for line in careProtocol.describe().split(separator: "\n", omittingEmptySubsequences: false) {
                    Output.say(String(line))
                }
            }
        }
    }
}
