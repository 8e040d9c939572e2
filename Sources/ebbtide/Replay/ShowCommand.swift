import ArgumentParser
import Canvas
import ConsoleUI
import Review
import SessionCore

/// With whose eyes a record is looked at.
struct KnowledgeOption: ParsableArguments {
    @ArgumentParser.Flag(
        name: .customLong("corrected"),
        help: "As it is known now, every correction in its place, instead of as it was known at the time.")
    var corrected = false

    var knowledge: Knowledge { corrected ? .asCorrectedNow : .asKnownThen }
}

/// `ebbtide show SESSION --at 40m`: the screen of a moment as text.
struct ShowCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print the screen of a moment of a session as text.",
        discussion: """
            A moment is \(ReplayJump.forms): a length of time counts from the opening of the session, and \
            one with a minus back from its end. The screen is the one that the nurse saw, but for the mode word, the keys \
            and the line that is typed into. Exit status 65 when the record is damaged; it is shown as far as it is sound.
            """)

    @OptionGroup var place: PlaceOptions
    @OptionGroup var view: KnowledgeOption
    @Option(name: .customLong("at"), parsing: .unconditional, help: "The moment; the last one when left out.")
    var at: String = "end"
    @Option(name: .customLong("size"), help: "The size of the screen.") var size = Size(columns: 80, rows: 24)
    @ArgumentParser.Flag(name: .customLong("roles"), help: "Print the letters of the styles after the text.")
    var roles = false
    @ArgumentParser.Flag(name: .customLong("ascii"), help: "Draw with the signs of ASCII alone.")
    var ascii = false
    @OptionGroup var source: SourceOptions

    func perform() throws {
        var recording = try source.recording(in: try Place(options: place))
        try recording.seek(at, view.knowledge)
        var film = ReplayFilm(recording.recorded)
        var surface = Surface(size, glyphs: ascii ? .ascii : .unicode)
        film.draw(into: &surface)
        for row in surface.text { Output.say(row.withoutBlankEnd) }
        if roles { for row in surface.roles { Output.say(row) } }
        try recording.complain()
    }
}

extension String {
    /// The text without the spaces at its end.
    var withoutBlankEnd: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
