import ArgumentParser

/// `ebbtide`: the console.
struct ConsoleCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "console", abstract: "Start the full-screen console (the default).")

    @OptionGroup var place: PlaceOptions
    @OptionGroup var options: ConsoleOptions

    var showsConsole: Bool { true }

    func perform() throws {
        try ConsoleRun(place: try Place(options: place), options: options, session: nil).start()
    }
}
