import ArgumentParser
import SessionCore

/// `ebbtide timeline SESSION`: what happened, a line each.
struct TimelineCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "Print a session as lines, for a pipe or a screen reader.",
        discussion: """
            One line for each entry and for each alarm, checkpoint and phase that followed, in the order in which things \
            happened, with corrections in their place and what stood there before. Every line of a practice session says \
            so. Exit status 65 when the record is damaged; it is printed as far as it is sound.
            """)

    @OptionGroup var place: PlaceOptions
    @OptionGroup var output: JSONOption
    @OptionGroup var source: SourceOptions

    func perform() throws {
        let recording = try source.recording(in: try Place(options: place))
        for line in TimelineLine.lines(of: recording.cursor.session) {
            if output.json { try Output.emit(json: line) } else { Output.say(line.sentence) }
        }
        try recording.complain()
    }
}
