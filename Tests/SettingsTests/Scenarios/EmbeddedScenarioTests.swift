import SessionCore
import Simulation
import Testing

@testable import Settings

struct EmbeddedScenarioTests {
    @Test("every scenario file of the repository is embedded, and nothing else")
    func everyFileIsEmbedded() throws {
        let embedded = EmbeddedFiles.scenarios.map(\.name)
        #expect(Set(embedded) == (try Fixtures.names(in: "Sources/Settings/Scenarios")))
        #expect(Set(embedded).count == 13)
    }

    @Test("every embedded scenario can be read, and stars something", arguments: ScenarioLibrary().names)
    func everyScenarioIsSound(name: String) throws {
        let scenario = try ScenarioLibrary().load(name)
        #expect(scenario.rubric.actions.contains { $0.starred == true })
        #expect(try ScenarioLibrary().careProtocol(of: scenario).route == .infusion)
    }
}
