import ArgumentParser
import SessionCore

/// Where the journal is and which of the two is meant; the same for every command.
struct PlaceOptions: ParsableArguments {
    @Option(name: .customLong("data"), help: "Keep and read sessions in this folder (also EBBTIDE_DATA).")
    var data: String?

    @Option(
        name: .customLong("config"),
        help: "Read a clinic's own protocols, themes and preferences from this folder (also EBBTIDE_CONFIG).")
    var config: String?

    @ArgumentParser.Flag(
        name: .customLong("practice"), help: "Use the practice journal; nothing in it is real.")
    var practice = false

    var mode: SessionMode { practice ? .practice : .live }
}

/// Prints the machine-readable form instead of the one for people.
struct JSONOption: ParsableArguments {
    @ArgumentParser.Flag(name: .customLong("json"), help: "Print JSON, one object a line.")
    var json = false
}

extension SessionID: ExpressibleByArgument {
    /// Takes a session's name from the command line.
    public init?(argument: String) { self.init(argument) }
}
