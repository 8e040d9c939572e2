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
        @OptionGroup var place: PlaceOptions
        @Argument(help: "A file NAME.yaml.") var file: String

        func perform() throws {
            try FileVerdict.say(of: file, json: output.json) { () throws(SettingsError) in
                let careProtocol = try ProtocolLibrary.check(file: file)
                return (careProtocol.name, careProtocol.version)
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
