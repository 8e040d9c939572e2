import ArgumentParser
import ConsoleUI
import SessionCore

/// `ebbtide session`: the console, at once on one session or on the form of a new one.
struct SessionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session", abstract: "Open the console on one session, or on the form of a new one.",
        usage: "ebbtide session SESSION\nebbtide session open [--from-paper] [--began TIME]",
        subcommands: [ContinueCommand.self, OpenCommand.self], defaultSubcommand: ContinueCommand.self)
}

/// `ebbtide session SESSION`: the console, opened on one session.
struct ContinueCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "continue", abstract: "Open the console on one session (the default).")

    @OptionGroup var place: PlaceOptions
    @OptionGroup var options: ConsoleOptions
    @Argument(help: "The session's name.") var session: SessionID

    var showsConsole: Bool { true }

    func perform() throws {
        try ConsoleRun(place: try Place(options: place), options: options, session: session).start()
    }
}

/// `ebbtide session open`: the console, opened on the form of a new session.
struct OpenCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open the console on the form of a new session.",
        discussion: """
            With --from-paper the session was kept on paper so far, for example because no console could be used, and \
            is typed in with the times that it had. The form asks when the paper record begins; from then on the entry \
            line takes a time of its own (122/78 72 98 @13:45), and l gives the next entry of any other kind its time. \
            What was measured before the session was typed in is kept as from paper; more than five minutes \
            later it is marked late, with both times. Elapsed time is an estimate until the nurse has confirmed the \
            clock with y.
            """)

    @OptionGroup var place: PlaceOptions
    @OptionGroup var options: ConsoleOptions
    @ArgumentParser.Flag(help: "The session was kept on paper so far; it has the times that it had there.")
    var fromPaper = false
    @Option(
        help: ArgumentHelp(
            "With --from-paper: when the paper record begins, such as 13:40, or 2026-03-01T13:40Z for another day.",
            valueName: "time"))
    var began: String?

    func validate() throws {
        if began != nil, !fromPaper {
            throw ValidationError("--began says when a paper record begins; add --from-paper.")
        }
        if let began, Setup.Opening.paperBeginning(began, at: ConsoleClock().now) == nil {
            throw ValidationError("--began takes a time in the past, such as 13:40 or 2026-03-01T13:40Z.")
        }
    }

    var showsConsole: Bool { true }

    func perform() throws {
        try ConsoleRun(
            place: try Place(options: place), options: options,
            opening: fromPaper ? .paper(began: began ?? "") : .now
        ).start()
    }
}
