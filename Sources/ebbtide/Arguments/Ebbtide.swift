import ArgumentParser
import Terminal

/// The program: a console for monitoring ketamine sessions, and the commands that a script can use.
@main
struct Ebbtide: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ebbtide",
        abstract: "Monitor a ketamine session at the bedside, in a terminal.",
        discussion: """
            Without a command Ebbtide starts its full-screen console: it lists running and recent sessions, opens new \
            ones, takes vitals from the keyboard, shows what is due, and flags what is out of range.

            Ebbtide is a documentation aid and a trainer. It is not a patient monitor and not a certified medical \
            device: readings are typed by a person, and decisions are a clinician's.

            Files: sessions are kept in $XDG_DATA_HOME/ebbtide (or ~/.local/share/ebbtide), or in the folder named by \
            --data or EBBTIDE_DATA. A clinic's own protocols and themes are read from $XDG_CONFIG_HOME/ebbtide (or \
            ~/.config/ebbtide), folders protocols/ and themes/.

            Exit status: 0 done; 64 wrong arguments; 65 bad data; 66 no such file or session; 69 no usable terminal; \
            70 internal error; 73 cannot create; 74 input or output failed; 75 the session is written by another \
            console; 77 not permitted; 78 bad configuration.
            """,
        version: Program.nameAndVersion,
        subcommands: [
            ConsoleCommand.self, SessionCommand.self, SessionsCommand.self, LogCommand.self,
            ImportCommand.self,
            AssessCommand.self, ProtocolCommand.self, CohortCommand.self, PracticeCommand.self,
            ScenarioCommand.self, ReviewCommand.self, ReplayCommand.self, ShowCommand.self,
            TimelineCommand.self, RecordCommand.self,
        ],
        defaultSubcommand: ConsoleCommand.self)
}

extension Ebbtide {
    /// Prepares the process before anything else can happen, then runs the command that was asked for.
    static func main() {
        ConsoleProcess.prepare()
        main(inOrder(Array(CommandLine.arguments.dropFirst())))
    }
}

/// Name and version, in one place.
enum Program {
    /// The program's version.
    static let version = "0.1.0"
    /// The name and version as they stand in every session's first fact.
    static let nameAndVersion = "ebbtide \(version)"
}
