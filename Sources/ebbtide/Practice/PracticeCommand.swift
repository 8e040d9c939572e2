import ArgumentParser
import Foundation
import SessionCore
import Settings
import Simulation

/// `ebbtide practice`: teaching scenarios. Nothing that happens in one is real.
struct PracticeCommand: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice", abstract: "Practise on a simulated patient.",
        discussion:
            "With --list the scenarios are named: those of this program, then a clinic's own in the folder scenarios/ of "
            + "the configuration folder, where a file of the same name takes the place of a built-in one.")

    @OptionGroup var place: PlaceOptions
    @OptionGroup var output: JSONOption
    @ArgumentParser.Flag(name: .customLong("list"), help: "Name the scenarios.")
    var list = false

    func validate() throws {
        guard list else { throw ValidationError("Say --list to see the scenarios.") }
    }

    /// A scenario as the list prints it.
    private struct Line: Encodable {
        var name: String
        var version: Int
        var title: String
        var difficulty: Int
        var minutes: Int
        var `protocol`: String
        var starred: Int
    }

    func perform() throws {
        let library = try Place(options: place).scenarios
        var problems: [String] = []
        for name in library.names {
            do throws(SettingsError) {
                try show(try library.load(name))
            } catch {
                problems.append(error.description)
            }
        }
        // A clinic's own file with a fault hides no other scenario, and is not passed over in silence.
        if !problems.isEmpty { throw Failure(problems.joined(separator: "\n"), .badConfiguration) }
    }

    private func show(_ scenario: Scenario) throws(SettingsError) {
        let starred = scenario.rubric.actions.count { $0.starred == true }
        guard output.json else {
            let gap = String(repeating: " ", count: max(1, 22 - scenario.name.count))
            return Output.say(
                "\(scenario.name)\(gap)\(scenario.title) (level \(scenario.difficulty), "
                    + "up to \(scenario.lastsMinutes) min)")
        }
        try? Output.emit(
            json: Line(
                name: scenario.name, version: scenario.version, title: scenario.title,
                difficulty: scenario.difficulty, minutes: scenario.lastsMinutes,
                protocol: scenario.setting.careProtocol, starred: starred))
    }
}

extension Place {
    /// The teaching scenarios of this program and of the clinic.
    var scenarios: ScenarioLibrary { ScenarioLibrary(configurationFolder: configurationPath) }
}
