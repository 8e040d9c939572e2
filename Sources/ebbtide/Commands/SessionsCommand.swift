import ArgumentParser
import Foundation
import Journal
import SessionCore

/// `ebbtide sessions`: the list of sessions.
struct SessionsCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "List the sessions, unfinished ones first.")

    @OptionGroup var place: PlaceOptions
    @OptionGroup var output: JSONOption

    /// One line of the machine-readable list.
    private struct Line: Encodable {
        var session: SessionID
        var mode: SessionMode
        var opened: WallTime
        var lastEntered: WallTime
        var patient: String
        var birthYear: Int?
        var route: Route?
        var over: Bool
        var facts: Int
    }

    func perform() throws {
        for summary in try Place(options: place).journal(for: .reading).sessions() {
            if output.json {
                try Output.emit(
                    json: Line(
                        session: summary.id, mode: summary.mode, opened: summary.opened,
                        lastEntered: summary.lastEntered, patient: summary.label,
                        birthYear: summary.birthYear,
                        route: summary.route, over: summary.isOver, facts: summary.count))
            } else {
                Output.say(
                    [
                        summary.id.name, summary.mode == .practice ? "PRACTICE" : "LIVE",
                        summary.isOver ? "over" : "unfinished", summary.opened.iso8601,
                        summary.route?.title ?? "-",
                        "\(summary.label) (\(summary.birthYear.map(String.init) ?? "-"))",
                        "\(summary.count) facts",
                    ].joined(separator: "  "))
            }
        }
    }
}
