import ArgumentParser
import Canvas

/// What can be said about the console on the command line.
struct ConsoleOptions: ParsableArguments {
    @Option(
        name: .customLong("theme"), help: "Draw with this theme: dusk, day, mono, or one of the clinic's own."
    )
    var theme: String?

    @Option(
        name: .customLong("script"),
        help: "Type the keys of this file instead of opening the terminal; see the article Scripts.")
    var script: String?

    @Option(name: .customLong("size"), help: "With --script: the size of the screen, for example 80x24.")
    var size: Size?

    @ArgumentParser.Flag(
        name: .customLong("plain-updates"), help: "Do not bracket large frames as one update.")
    var plainUpdates = false
}

extension Size: ExpressibleByArgument {
    /// As it is typed: `80x24`.
    public var defaultValueDescription: String { "\(columns)x\(rows)" }
}
