import ArgumentParser
import Canvas
import ConsoleUI
import Foundation
import Review
import SessionCore
import Settings

/// `ebbtide record SESSION`: the replay as a film for asciinema.
struct RecordCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Write the replay of a session as an asciicast file.",
        discussion: """
            The file is an asciicast of version 2, which asciinema plays. It holds what the screen showed from the moment \
            named to the end. Exit status 65 when the record is damaged; the film ends where it stops being sound.
            """)

    @OptionGroup var place: PlaceOptions
    @OptionGroup var view: KnowledgeOption
    @Option(name: .customLong("speed"), help: "How many seconds of the session pass in one, 1 to 600.")
    var speed = 60
    @Option(
        name: .customLong("at"), parsing: .unconditional,
        help: "The moment to begin at; the first one when left out.")
    var at: String = "start"
    @Option(name: .customLong("size"), help: "The size of the screen.") var size = Size(
        columns: 100, rows: 30)
    @Option(name: .customLong("theme"), help: "Draw with this theme.") var theme = ThemeLibrary.defaultName
    @Option(name: .customShort("o"), help: "Write to this file instead of standard output.") var output:
        String?
    @ArgumentParser.Flag(
        name: .customLong("skip-idle"), help: "Pass over stretches in which nothing happens.")
    var skipsIdle = false
    @OptionGroup var source: SourceOptions

    func validate() throws {
        guard (1...600).contains(speed) else { throw ValidationError("A speed is 1 to 600, not \(speed).") }
    }

    func perform() throws {
        let place = try Place(options: place)
        let theme = try ThemeLibrary(configurationFolder: place.configurationPath).load(theme)
        var recording = try source.recording(in: place)
        try recording.seek(at, view.knowledge)
        let handle = try output.map(Output.file) ?? .standardOutput
        var film = ReplayFilm(recording.recorded)
        film.play(speed: speed, skipsIdle: skipsIdle)
        var cast = Asciicast(size: size, theme: theme)
        let word = recording.cursor.session.mode == .practice ? ModeWord.practiceReplay : .replay
        try Output.write(
            cast.header(title: "Ebbtide \(word.rawValue) \(recording.cursor.session.id)"), into: handle)
        let frame = Span(milliseconds: 250)
        var time = Span.zero
        while true {
            var surface = Surface(size)
            film.draw(into: &surface)
            if let line = cast.frame(surface, at: time) { try Output.write(line, into: handle) }
            guard film.isRunning else { break }
            film.pass(frame)
            time = time + frame
        }
        try recording.complain()
    }
}
