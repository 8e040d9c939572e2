import ArgumentParser
import Journal
import SessionCore

/// `ebbtide log SESSION`: the facts of a session as JSON Lines.
struct LogCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Print the facts of a session as JSON Lines.",
        discussion:
            "The format is versioned (key \"v\") and described in the article LogFormat. Every line says "
            + "whether the session is live or practice.")

    @OptionGroup var place: PlaceOptions
    // The log has no other form: the flag is taken so that every command takes it.
    @OptionGroup var output: JSONOption
    @Argument(help: "The session's name.") var session: SessionID

    func perform() throws {
        let journal = try Place(options: place).journal(for: .reading)
        guard try journal.summary(of: session) != nil else {
            throw Failure("There is no session \(session) in the \(place.mode.rawValue) journal.", .noInput)
        }
        try journal.lines(of: session) { Output.emit($0) }
        if let damage = try journal.verify(session) {
            throw Failure(
                "Session \(session) is damaged from fact \(damage.sequence) on: \(damage.sentence)", .badData)
        }
    }
}
