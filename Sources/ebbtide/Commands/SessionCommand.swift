import ArgumentParser
import SessionCore

/// `ebbtide session SESSION`: the console, opened on one session.
struct SessionCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "session", abstract: "Open the console on one session.")

    @OptionGroup var place: PlaceOptions
    @OptionGroup var options: ConsoleOptions
    @Argument(help: "The session's name.") var session: SessionID

    func perform() throws {
        try ConsoleRun(place: try Place(options: place), options: options, session: session).start()
    }
}

/// `ebbtide`: the console.
struct ConsoleCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "console", abstract: "Start the full-screen console (the default).")

    @OptionGroup var place: PlaceOptions
    @OptionGroup var options: ConsoleOptions

    func perform() throws {
        try ConsoleRun(place: try Place(options: place), options: options, session: nil).start()
    }
}
