import ArgumentParser
import SessionCore

/// Which record is meant.
struct SourceOptions: ParsableArguments {
    @Option(
        name: .customLong("session"),
        help: "Of a file with several sessions this one; the first when left out.")
    var session: SessionID?
    @Argument(help: "A session's name, or a file of JSON Lines as printed by log.") var source: String

    /// Opens the record.
    func recording(in place: Place) throws -> Recording {
        try Recording(source, session: session, in: place)
    }
}
