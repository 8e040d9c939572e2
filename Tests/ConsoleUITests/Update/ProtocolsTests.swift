import Canvas
import SessionCore
import Settings
import Testing

@testable import ConsoleUI

@Suite("The protocols of new sessions")
struct ProtocolsTests {
    @Test("a clinic's protocol with a fault is named, and the console stays usable")
    func fault() throws {
        let moment = Moment(wall: WallTime(milliseconds: 1_772_373_600_000), boot: nil)
        var model = Model(Setup(mode: .live), at: moment)
        let infusion = try ProtocolLibrary().load("iv-racemic")
        _ = update(
            &model,
            .protocolsLoaded(
                [.infusion: infusion],
                problems: [.injection: "im-racemic.yaml:7: dose: no number"]),
            at: moment)
        var surface = Surface(Size(columns: 120, rows: 40))
        view(model, at: moment, into: &surface)
        #expect(surface.text.joined().contains("im-racemic.yaml:7"))
        #expect(model.setup.protocols[.infusion]?.name == "iv-racemic")
        #expect(model.setup.protocols[.injection] == nil)
        _ = update(&model, .sessionsListed([]), at: moment)
        for key in "nCase 7".map(Key.character) + [.enter] + "1980".map(Key.character) + [.enter]
            + "70".map(Key.character) + [.enter] + "f".map(Key.character) + [.enter]
            + "n".map(Key.character) + [.enter] + "m".map(Key.character) + [.enter]
        {
            _ = update(&model, .key(key), at: moment)
        }
        surface = Surface(Size(columns: 120, rows: 40))
        view(model, at: moment, into: &surface)
        let screen = surface.text.joined(separator: "\n")
        #expect(screen.contains("cannot be chosen: im-racemic.yaml:7: dose: no number"), "\(screen)")
    }
}
