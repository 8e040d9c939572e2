import ArgumentParser
import Canvas
import ConsoleUI
import Review
import SessionCore

/// `ebbtide replay SESSION`: the console, on the past of a session.
struct ReplayCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Play a session back on the console; nothing can be entered.",
        discussion: """
            A moment is \(ReplayJump.forms). Space plays and pauses, ? lists all keys. A log that is damaged is played \
            as far as it is sound, and the screen says where and why it stops.
            """)

    @OptionGroup var place: PlaceOptions
    @OptionGroup var options: ConsoleOptions
    @OptionGroup var view: KnowledgeOption
    @Option(
        name: .customLong("at"), parsing: .unconditional,
        help: "The moment to begin at; the first one when left out.")
    var at: String = "start"
    @OptionGroup var source: SourceOptions

    var showsConsole: Bool { true }

    func perform() throws {
        let place = try Place(options: place)
        var recording = try source.recording(in: place)
        try recording.seek(at, view.knowledge)
        var run = ConsoleRun(place: place, options: options, session: nil)
        run.record = recording
        try run.start()
        try recording.complain()
    }
}
