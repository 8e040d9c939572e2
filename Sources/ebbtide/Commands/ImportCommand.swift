import ArgumentParser
import Journal
import SessionCore
import Terminal

/// `ebbtide import FILE`: takes a log from elsewhere into the journal.
struct ImportCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take a log from elsewhere into the journal.",
        discussion:
            "A log is taken whole or not at all. The same log twice changes nothing; a session that is here "
            + "with other facts, and a practice session in the live journal (or the reverse), are refused.")

    @OptionGroup var place: PlaceOptions
    @OptionGroup var output: JSONOption
    @Argument(help: "A file of JSON Lines, as printed by log.") var file: String

    /// What was done, machine-readable.
    private struct Line: Encodable {
        var added: [SessionID]
        var known: [SessionID]
        var facts: Int
    }

    func perform() throws {
        let place = try Place(options: place)
        let journal = try place.journal(for: .writing)
        let now = WallTime(milliseconds: SystemClock.wallMilliseconds)
        let report = try imported(into: journal, at: now, place)
        if output.json {
            try Output.emit(json: Line(added: report.added, known: report.known, facts: report.factCount))
            return
        }
        for id in report.added { Output.say("imported \(id)") }
        for id in report.known { Output.say("known already, unchanged: \(id)") }
        Output.say("\(report.factCount) facts added")
    }

    private func imported(into journal: JournalStore, at now: WallTime, _ place: Place) throws -> ImportReport
    {
        do {
            return try journal.importLog(path: file, at: now) { facts in
                switch Session.folded(facts, resolve: place.resolve) {
                case .success(let session): .accepted(isOver: session.phase.isOver)
                case .failure(let refused):
                    .refused(sequence: facts[refused.index].sequence, refused.refusal)
                }
            }
        } catch ImportError.line(let error) {
            throw Failure("\(file), \(error)", .badData)
        }
    }
}
